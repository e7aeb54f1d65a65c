//! The normal distribution.

use super::tails::{Tails, tails};
use libm::{erf, erfc, exp, log, log1p};
use std::f64::consts::{FRAC_1_SQRT_2, TAU};

/// What 1/√2 has beyond a double.
const ROOT_REST: f64 = -4.833_646_656_726_457e-17;

/// The standard normal distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Normal;

tails!(Normal);

/// erfc(x / √2): the quotient's rounding is put right by the slope, for at 30 it would cost three digits.
fn erfc_root(x: f64) -> f64 {
    let z = x * FRAC_1_SQRT_2;
    let rest = x.mul_add(FRAC_1_SQRT_2, -z) + x * ROOT_REST;
    let slope = -std::f64::consts::FRAC_2_SQRT_PI * exp(-z * z);
    let whole = erfc(z) + slope * rest;
    if whole.is_nan() { erfc(z) } else { whole }
}

impl Normal {
    /// The density.
    pub fn pdf(&self, x: f64) -> f64 {
        // x² with its rounding.
        let square = x * x;
        let rest = if square.is_finite() { x.mul_add(x, -square) } else { 0.0 };
        exp(-0.5 * square) * (1.0 - 0.5 * rest) / TAU.sqrt()
    }

    /// The lower tail: the chance of `x` or less.
    pub(crate) fn tails(&self, x: f64) -> Tails {
        let small = 0.5 * erfc_root(x.abs());
        let log_small = log_upper(x.abs(), small);
        let found =
            Tails { lower: 1.0 - small, upper: small, log_lower: log1p(-small), log_upper: log_small };
        if x < 0.0 { found.turned() } else { found }
    }

    /// Both tails beyond ±|x|.
    pub fn two_sided(&self, x: f64) -> f64 {
        erfc_root(x.abs())
    }

    /// The figure below which a share `p` lies.
    pub fn quantile(&self, p: f64) -> f64 {
        if p <= 0.5 { -self.isf(p) } else { self.isf_of(1.0 - p, p - 0.5) }
    }

    /// The figure above which a share `p` lies.
    pub fn isf(&self, p: f64) -> f64 {
        if p <= 0.5 { self.isf_of(p, 0.5 - p) } else { -self.isf_of(1.0 - p, p - 0.5) }
    }

    /// The figure above which `p`, half at most, lies; `inner` is what is missing to a half.
    fn isf_of(&self, p: f64, inner: f64) -> f64 {
        if !(0.0..=0.5).contains(&p) {
            return f64::NAN;
        }
        if p == 0.0 || inner == 0.0 {
            return if p == 0.0 { f64::INFINITY } else { 0.0 };
        }
        // Hastings' approximation (Abramowitz and Stegun 26.2.23), then steps of Halley's.
        let t = (-2.0 * log(p)).sqrt();
        let mut x = t
            - (2.515_517 + t * (0.802_853 + t * 0.010_328))
                / (1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308)));
        if inner < 0.1 {
            x = inner * TAU.sqrt();
        }
        for _ in 0..8 {
            let step = if inner < 0.25 {
                (0.5 * erf(x * FRAC_1_SQRT_2) - inner) / self.pdf(x)
            } else {
                // On the logarithm of the tail: its slope is −density / tail.
                let tail = self.tails(x);
                (log(p) - tail.log_upper) * exp(tail.log_upper - self.log_pdf(x))
            };
            let curve = if inner < 0.25 { 1.0 + 0.5 * x * step } else { 1.0 };
            x -= step / curve;
            if step.abs() <= 1e-16 * x.abs() {
                break;
            }
        }
        x
    }

    /// The logarithm of the density.
    fn log_pdf(&self, x: f64) -> f64 {
        -0.5 * x * x - 0.5 * log(TAU)
    }
}

/// ln of the upper tail at x ≥ 0, given the tail: far out by the asymptotic series (NIST DLMF 7.12.1).
fn log_upper(x: f64, tail: f64) -> f64 {
    if x < 25.0 || x.is_nan() {
        return log(tail);
    }
    let (mut term, mut sum) = (1.0, 0.0);
    let square = 1.0 / (x * x);
    for k in 0..12 {
        sum += term;
        term *= -f64::from(2 * k + 1) * square;
    }
    -0.5 * x * x - log(x) - 0.5 * log(TAU) + log(sum)
}
