//! Γ and χ².

use super::double::Dd;
use super::incomplete_gamma::{gamma_tails, log_front};
use super::solve::{Side, positive};
use super::tails::{Tails, tails};

/// Γ with shape and scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gamma(pub f64, pub f64);

/// χ² with so many degrees of freedom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChiSquared(pub f64);

tails!(Gamma);
tails!(ChiSquared);

impl Gamma {
    /// The density.
    pub fn pdf(&self, x: f64) -> f64 {
        if x < 0.0 || x == f64::INFINITY {
            return 0.0;
        }
        if x == 0.0 {
            return match self.0.total_cmp(&1.0) {
                std::cmp::Ordering::Less => f64::INFINITY,
                std::cmp::Ordering::Equal => 1.0 / self.1,
                std::cmp::Ordering::Greater => 0.0,
            };
        }
        log_front(self.0, Dd::from(x) / Dd::from(self.1)).exp() / x
    }

    pub(crate) fn tails(&self, x: f64) -> Tails {
        gamma_tails(self.0, Dd::from(x) / Dd::from(self.1))
    }

    /// The figure below which a share `p` lies.
    pub fn quantile(&self, p: f64) -> f64 {
        self.solve(p, Side::Lower)
    }

    /// The figure above which a share `p` lies.
    pub fn isf(&self, p: f64) -> f64 {
        self.solve(p, Side::Upper)
    }

    fn solve(&self, p: f64, side: Side) -> f64 {
        let density = |x: f64| log_front(self.0, Dd::from(x)).value() - libm::log(x);
        self.1 * positive(p, side, self.0, |x| gamma_tails(self.0, Dd::from(x)), density)
    }
}

impl ChiSquared {
    fn gamma(&self) -> Gamma {
        Gamma(0.5 * self.0, 2.0)
    }

    /// The density.
    pub fn pdf(&self, x: f64) -> f64 {
        self.gamma().pdf(x)
    }

    pub(crate) fn tails(&self, x: f64) -> Tails {
        self.gamma().tails(x)
    }

    /// The figure below which a share `p` lies.
    pub fn quantile(&self, p: f64) -> f64 {
        self.gamma().quantile(p)
    }

    /// The figure above which a share `p` lies.
    pub fn isf(&self, p: f64) -> f64 {
        self.gamma().isf(p)
    }
}
