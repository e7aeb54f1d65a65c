//! Distributions that follow from others in a line: uniform, exponential, log-normal.

use super::normal::Normal;
use super::tails::{Tails, tails};
use libm::{exp, expm1, log, log1p};

/// Any figure between two, each as likely.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Uniform(pub f64, pub f64);

/// The time to an event that comes at this rate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Exponential(pub f64);

/// A figure whose logarithm is normal with this mean and standard deviation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogNormal(pub f64, pub f64);

tails!(Uniform);
tails!(Exponential);
tails!(LogNormal);

impl Uniform {
    /// The density.
    pub fn pdf(&self, x: f64) -> f64 {
        if (self.0..=self.1).contains(&x) { 1.0 / (self.1 - self.0) } else { 0.0 }
    }

    pub(crate) fn tails(&self, x: f64) -> Tails {
        let width = self.1 - self.0;
        Tails::of_both(((x - self.0) / width).clamp(0.0, 1.0), ((self.1 - x) / width).clamp(0.0, 1.0))
    }

    /// The figure below which a share `p` lies.
    pub fn quantile(&self, p: f64) -> f64 {
        if (0.0..=1.0).contains(&p) { self.0 + p * (self.1 - self.0) } else { f64::NAN }
    }

    /// The figure above which a share `p` lies.
    pub fn isf(&self, p: f64) -> f64 {
        if (0.0..=1.0).contains(&p) { self.1 - p * (self.1 - self.0) } else { f64::NAN }
    }
}

impl Exponential {
    /// The density.
    pub fn pdf(&self, x: f64) -> f64 {
        if x < 0.0 { 0.0 } else { self.0 * exp(-self.0 * x) }
    }

    pub(crate) fn tails(&self, x: f64) -> Tails {
        let by = self.0 * x.max(0.0);
        let lower = -expm1(-by);
        let log_lower = if by < 0.7 { log(lower) } else { log1p(-exp(-by)) };
        Tails { lower, upper: exp(-by), log_lower, log_upper: -by }
    }

    /// The figure below which a share `p` lies.
    pub fn quantile(&self, p: f64) -> f64 {
        -log1p(-p) / self.0
    }

    /// The figure above which a share `p` lies.
    pub fn isf(&self, p: f64) -> f64 {
        -log(p) / self.0
    }
}

impl LogNormal {
    fn standard(&self, x: f64) -> f64 {
        (log(x.max(0.0)) - self.0) / self.1
    }

    /// The density.
    pub fn pdf(&self, x: f64) -> f64 {
        if x <= 0.0 { 0.0 } else { Normal.pdf(self.standard(x)) / (self.1 * x) }
    }

    pub(crate) fn tails(&self, x: f64) -> Tails {
        Normal.tails(self.standard(x))
    }

    /// The figure below which a share `p` lies.
    pub fn quantile(&self, p: f64) -> f64 {
        exp(self.0 + self.1 * Normal.quantile(p))
    }

    /// The figure above which a share `p` lies.
    pub fn isf(&self, p: f64) -> f64 {
        exp(self.0 + self.1 * Normal.isf(p))
    }
}
