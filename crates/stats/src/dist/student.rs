//! Student's t.

use super::double::Dd;
use super::incomplete_beta::{beta_tails, ln_beta};
use super::normal::Normal;
use super::solve::{Side, positive};
use super::tails::{Tails, tails};

/// Student's t with so many degrees of freedom; with infinitely many the normal distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StudentT(pub f64);

tails!(StudentT);

/// With more degrees than this nothing differs from the normal distribution.
const NORMAL: f64 = 1e18;

impl StudentT {
    fn log_pdf(&self, x: f64) -> Dd {
        let n = Dd::from(self.0);
        // (1 + x²/n) as the square of its root's parts, so that x² cannot overflow.
        let (p, q) = self.parts(x.abs());
        let spread = (p + q).ln() - p.ln();
        let half = Dd::from(0.5);
        -(n + Dd::from(1.0)) * half * spread - ln_beta(0.5 * self.0, 0.5) - half * n.ln()
    }

    /// n and x² but for a common factor.
    fn parts(&self, x: f64) -> (Dd, Dd) {
        if x > 1.0 {
            (Dd::from(self.0) / Dd::from(x), Dd::from(x))
        } else {
            (Dd::from(self.0), Dd::product(x, x))
        }
    }

    /// What lies within ±x, and beyond, for x ≥ 0.
    fn around(&self, x: f64) -> Tails {
        if x.is_infinite() {
            return Tails::BELOW;
        }
        let (p, q) = self.parts(x);
        beta_tails(0.5 * self.0, 0.5, p, q).turned()
    }

    /// The density.
    pub fn pdf(&self, x: f64) -> f64 {
        if self.0 > NORMAL { Normal.pdf(x) } else { self.log_pdf(x).exp() }
    }

    pub(crate) fn tails(&self, x: f64) -> Tails {
        if self.0 > NORMAL {
            return Normal.tails(x);
        }
        let around = self.around(x.abs());
        let small = 0.5 * around.upper;
        let found = Tails {
            lower: 1.0 - small,
            upper: small,
            log_lower: libm::log1p(-small),
            log_upper: around.log_upper - std::f64::consts::LN_2,
        };
        if x < 0.0 { found.turned() } else { found }
    }

    /// Both tails beyond ±|x|.
    pub fn two_sided(&self, x: f64) -> f64 {
        if self.0 > NORMAL { Normal.two_sided(x) } else { self.around(x.abs()).upper }
    }

    /// The figure below which a share `p` lies.
    pub fn quantile(&self, p: f64) -> f64 {
        if p <= 0.5 { -self.beyond(p, 0.5 - p) } else { self.beyond(1.0 - p, p - 0.5) }
    }

    /// The figure above which a share `p` lies.
    pub fn isf(&self, p: f64) -> f64 {
        if p <= 0.5 { self.beyond(p, 0.5 - p) } else { -self.beyond(1.0 - p, p - 0.5) }
    }

    /// The figure above which `p`, half at most, lies; `inner` is what is missing to a half.
    fn beyond(&self, p: f64, inner: f64) -> f64 {
        if self.0 > NORMAL {
            return Normal.isf(p);
        }
        let (side, share) = if p < 0.25 { (Side::Upper, 2.0 * p) } else { (Side::Lower, 2.0 * inner) };
        // The density of |t| is twice that of t.
        let density = |x: f64| self.log_pdf(x).value() + std::f64::consts::LN_2;
        positive(share, side, 1.0, |x| self.around(x), density)
    }
}
