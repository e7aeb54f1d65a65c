//! Tukey's studentised range.

use super::noncentral::over_scale;
use super::normal::Normal;
use super::quadrature::whole_line;
use super::solve::root;
use super::tails::{Tails, tails};
use libm::{exp, expm1, log, log1p};

/// The range of so many normal figures against an independent standard deviation with degrees of freedom (which may be
/// infinite).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StudentizedRange(pub f64, pub f64);

tails!(StudentizedRange);

impl StudentizedRange {
    pub(crate) fn tails(&self, q: f64) -> Tails {
        let StudentizedRange(k, n) = *self;
        if !(k >= 2.0 && n > 0.0) || q.is_nan() {
            return Tails::NAN;
        }
        if q <= 0.0 {
            return Tails::ABOVE;
        }
        if q == f64::INFINITY {
            return Tails::BELOW;
        }
        let over = |g: &dyn Fn(f64) -> f64| if n > 1e9 { g(q) } else { over_scale(n, |s| g(q * s)) };
        let upper = over(&|w| log_beyond(k, w));
        if upper < -0.7 {
            let small = exp(upper);
            return Tails { lower: 1.0 - small, upper: small, log_lower: log1p(-small), log_upper: upper };
        }
        let lower = over(&|w| log_within(k, w)).min(0.0);
        let small = exp(lower);
        Tails { lower: small, upper: 1.0 - small, log_lower: lower, log_upper: log1p(-small) }
    }

    /// The figure below which a share `p` lies.
    pub fn quantile(&self, p: f64) -> f64 {
        if p <= 0.5 {
            self.solve(log(p), |tails| tails.log_lower)
        } else {
            self.solve(log(1.0 - p), |tails| tails.log_upper)
        }
    }

    /// The figure above which a share `p` lies.
    pub fn isf(&self, p: f64) -> f64 {
        if p <= 0.5 {
            self.solve(log(p), |tails| tails.log_upper)
        } else {
            self.solve(log(1.0 - p), |tails| tails.log_lower)
        }
    }

    fn solve(&self, goal: f64, tail: impl Fn(Tails) -> f64) -> f64 {
        if !goal.is_finite() {
            return if goal == f64::NEG_INFINITY { f64::INFINITY } else { f64::NAN };
        }
        let f = |x: f64| tail(self.tails(exp(x))) - goal;
        let sign = f(1.0) > 0.0;
        let (mut low, mut high) = (0.5, 1.5);
        for _ in 0..60 {
            if (f(low) > 0.0) != (f(high) > 0.0) {
                return exp(root(low, high, f));
            }
            let grows = f(low) < f(high);
            if grows == sign {
                (low, high) = (low - (high - low), low)
            } else {
                (low, high) = (high, high + (high - low))
            }
        }
        f64::NAN
    }
}

/// ln of the chance that the range of k normal figures is more than w: one of them is the highest, and not all the others lie
/// within w below it. Nothing cancels.
fn log_beyond(k: f64, w: f64) -> f64 {
    let others = k - 1.0;
    let log_of = |z: f64| {
        let below = Normal.log_cdf(z);
        let far = Normal.log_cdf(z - w);
        // 1 − (1 − Φ(z − w) / Φ(z))^(k − 1)
        let none = others * log1p(-exp(far - below).min(1.0));
        let some = if none > -1e-290 { log(others) + far - below } else { log(-expm1(none)) };
        Normal.pdf(0.0).ln() - 0.5 * z * z + others * below + some
    };
    (log(k) + whole_line(0.5 * w, 0.7, log_of)).min(0.0)
}

/// ln of the chance that the range of k normal figures is w at most.
fn log_within(k: f64, w: f64) -> f64 {
    let log_of = |z: f64| {
        let near =
            if z > 0.5 * w { Normal.sf(z - w) - Normal.sf(z) } else { Normal.cdf(z) - Normal.cdf(z - w) };
        Normal.pdf(0.0).ln() - 0.5 * z * z + (k - 1.0) * log(near)
    };
    (log(k) + whole_line(0.5 * w, 0.7, log_of)).min(0.0)
}
