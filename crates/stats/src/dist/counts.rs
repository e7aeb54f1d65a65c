//! Distributions of counts: binomial, Poisson, negative binomial.

use super::double::Dd;
use super::incomplete_beta::beta_tails;
use super::incomplete_gamma::{gamma_tails, log_front};
use super::ln_gamma::{ln_choose, ln_gamma};
use super::solve::whole;
use super::tails::{Tails, tails};

/// Successes in so many trials with this chance each.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Binomial(pub f64, pub f64);

/// Events where this many are expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Poisson(pub f64);

/// Failures before so many successes (the size, which need not be whole) with this chance each.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NegativeBinomial(pub f64, pub f64);

tails!(Binomial);
tails!(Poisson);
tails!(NegativeBinomial);

/// Whether a count can be at all.
fn counts(k: f64) -> bool {
    k >= 0.0 && k.is_finite() && k.fract() == 0.0
}

impl Binomial {
    /// The chance of exactly `k`.
    pub fn pmf(&self, k: f64) -> f64 {
        let Binomial(n, p) = *self;
        if !counts(k) || k > n {
            return 0.0;
        }
        let power = |share: Dd, times: f64| {
            if times == 0.0 { Dd::from(0.0) } else { Dd::from(times) * share.ln() }
        };
        (ln_choose(n, k) + power(Dd::from(p), k) + power(Dd::sum(1.0, -p), n - k)).exp()
    }

    pub(crate) fn tails(&self, x: f64) -> Tails {
        let Binomial(n, p) = *self;
        let k = x.floor();
        if k < 0.0 {
            return Tails::ABOVE;
        }
        if k >= n {
            return Tails::BELOW;
        }
        beta_tails(n - k, k + 1.0, Dd::sum(1.0, -p), Dd::from(p))
    }

    /// The least count at or below which a share `p` lies.
    pub fn quantile(&self, p: f64) -> f64 {
        whole(0.0, self.0, p, |k| self.cdf(k))
    }
}

impl Poisson {
    /// The chance of exactly `k`.
    pub fn pmf(&self, k: f64) -> f64 {
        if !counts(k) {
            return 0.0;
        }
        if self.0 == 0.0 {
            return if k == 0.0 { 1.0 } else { 0.0 };
        }
        let mean = Dd::from(self.0);
        (log_front(k + 1.0, mean) - mean.ln()).exp()
    }

    pub(crate) fn tails(&self, x: f64) -> Tails {
        let k = x.floor();
        if k < 0.0 { Tails::ABOVE } else { gamma_tails(k + 1.0, Dd::from(self.0)).turned() }
    }

    /// The least count at or below which a share `p` lies.
    pub fn quantile(&self, p: f64) -> f64 {
        whole(0.0, f64::INFINITY, p, |k| self.cdf(k))
    }
}

impl NegativeBinomial {
    /// The chance of exactly `k`.
    pub fn pmf(&self, k: f64) -> f64 {
        let NegativeBinomial(size, p) = *self;
        if !counts(k) {
            return 0.0;
        }
        let ways = ln_gamma(Dd::sum(size, k)) - ln_gamma(Dd::from(size)) - ln_gamma(Dd::sum(k, 1.0));
        let fails = if k == 0.0 { Dd::from(0.0) } else { Dd::from(k) * Dd::sum(1.0, -p).ln() };
        (ways + Dd::from(size) * Dd::from(p).ln() + fails).exp()
    }

    pub(crate) fn tails(&self, x: f64) -> Tails {
        let NegativeBinomial(size, p) = *self;
        let k = x.floor();
        if k < 0.0 { Tails::ABOVE } else { beta_tails(size, k + 1.0, Dd::from(p), Dd::sum(1.0, -p)) }
    }

    /// The least count at or below which a share `p` lies.
    pub fn quantile(&self, p: f64) -> f64 {
        whole(0.0, f64::INFINITY, p, |k| self.cdf(k))
    }
}
