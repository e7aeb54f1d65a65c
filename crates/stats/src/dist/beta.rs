//! Β and F.

use super::double::Dd;
use super::gamma::Gamma;
use super::incomplete_beta::{beta_tails, log_front};
use super::solve::{Side, positive};
use super::tails::{Tails, tails};

/// Β with its two shapes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beta(pub f64, pub f64);

/// F with degrees of freedom of numerator and denominator; the denominator's may be infinite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct F(pub f64, pub f64);

tails!(Beta);
tails!(F);

/// The odds p : q at which Β has a share beside it.
fn odds(a: f64, b: f64, p: f64, side: Side) -> f64 {
    let one = Dd::from(1.0);
    // The density of the odds w is x^a y^b / B(a, b) / w.
    let density = |w: f64| log_front(a, b, Dd::from(w), one).value() - libm::log(w);
    positive(p, side, a / b, |w| beta_tails(a, b, Dd::from(w), one), density)
}

impl Beta {
    /// The density.
    pub fn pdf(&self, x: f64) -> f64 {
        let Beta(a, b) = *self;
        if !(0.0..=1.0).contains(&x) {
            return if x.is_nan() { x } else { 0.0 };
        }
        if x == 0.0 || x == 1.0 {
            let (here, other) = if x == 0.0 { (a, b) } else { (b, a) };
            return match here.total_cmp(&1.0) {
                std::cmp::Ordering::Less => f64::INFINITY,
                std::cmp::Ordering::Equal => other,
                std::cmp::Ordering::Greater => 0.0,
            };
        }
        log_front(a, b, Dd::from(x), Dd::sum(1.0, -x)).exp() / (x * (1.0 - x))
    }

    pub(crate) fn tails(&self, x: f64) -> Tails {
        beta_tails(self.0, self.1, Dd::from(x), Dd::sum(1.0, -x))
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
        let odds = odds(self.0, self.1, p, side);
        if odds.is_infinite() { 1.0 } else { odds / (1.0 + odds) }
    }
}

impl F {
    /// The figure's share of the whole, as its two parts: n x and m but for a common factor.
    fn parts(&self, x: f64) -> (Dd, Dd) {
        if x > 1.0 {
            (Dd::from(self.0), Dd::from(self.1) / Dd::from(x))
        } else {
            (Dd::product(self.0, x), Dd::from(self.1))
        }
    }

    /// The density.
    pub fn pdf(&self, x: f64) -> f64 {
        if x < 0.0 || x == f64::INFINITY {
            return 0.0;
        }
        if self.1 == f64::INFINITY {
            return Gamma(0.5 * self.0, 2.0 / self.0).pdf(x);
        }
        if x == 0.0 {
            return match self.0.total_cmp(&2.0) {
                std::cmp::Ordering::Less => f64::INFINITY,
                std::cmp::Ordering::Equal => 1.0,
                std::cmp::Ordering::Greater => 0.0,
            };
        }
        let (p, q) = self.parts(x);
        log_front(0.5 * self.0, 0.5 * self.1, p, q).exp() / x
    }

    pub(crate) fn tails(&self, x: f64) -> Tails {
        if self.1 == f64::INFINITY {
            return Gamma(0.5 * self.0, 2.0).tails(self.0 * x);
        }
        if x == f64::INFINITY {
            return Tails::BELOW;
        }
        let (p, q) = self.parts(x);
        beta_tails(0.5 * self.0, 0.5 * self.1, p, q)
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
        if self.1 == f64::INFINITY {
            let gamma = Gamma(0.5 * self.0, 2.0 / self.0);
            return if side == Side::Lower { gamma.quantile(p) } else { gamma.isf(p) };
        }
        odds(0.5 * self.0, 0.5 * self.1, p, side) * (self.1 / self.0)
    }
}
