//! Links: from the mean to the line.

use crate::dist::Normal;

/// A link: η = g(μ).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Link {
    /// η = μ.
    Identity,
    /// η = ln μ.
    Log,
    /// η = ln(μ / (1 − μ)).
    #[default]
    Logit,
    /// η = Φ⁻¹(μ).
    Probit,
    /// η = ln(−ln(1 − μ)).
    Cloglog,
    /// η = tan(π(μ − ½)).
    Cauchit,
    /// η = 1 / μ.
    Inverse,
    /// η = √μ.
    Sqrt,
    /// η = 1 / μ².
    InverseSquare,
}

impl Link {
    /// All, by R's names.
    pub const ALL: [(&'static str, Link); 9] = [
        ("identity", Link::Identity),
        ("log", Link::Log),
        ("logit", Link::Logit),
        ("probit", Link::Probit),
        ("cloglog", Link::Cloglog),
        ("cauchit", Link::Cauchit),
        ("inverse", Link::Inverse),
        ("sqrt", Link::Sqrt),
        ("1/mu^2", Link::InverseSquare),
    ];

    /// Its name in R.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, link)| *link == self).map_or("", |(name, _)| name)
    }

    /// η of μ.
    pub fn eta(self, mu: f64) -> f64 {
        match self {
            Link::Identity => mu,
            Link::Log => mu.ln(),
            Link::Logit => (mu / (1.0 - mu)).ln(),
            Link::Probit => {
                if mu > 0.5 {
                    Normal.isf(1.0 - mu)
                } else {
                    Normal.quantile(mu)
                }
            }
            Link::Cloglog => (-(-mu).ln_1p()).ln(),
            Link::Cauchit => (std::f64::consts::PI * (mu - 0.5)).tan(),
            Link::Inverse => 1.0 / mu,
            Link::Sqrt => mu.sqrt(),
            Link::InverseSquare => 1.0 / (mu * mu),
        }
    }

    /// μ of η and its complement 1 − μ, the latter to its own digits where a share is meant.
    pub fn mean(self, eta: f64) -> (f64, f64) {
        let mu = match self {
            Link::Identity => eta,
            Link::Log => eta.exp(),
            Link::Logit => {
                let low = (-eta.abs()).exp();
                let (small, large) = (low / (1.0 + low), 1.0 / (1.0 + low));
                return if eta > 0.0 { (large, small) } else { (small, large) };
            }
            Link::Probit => return (Normal.cdf(eta), Normal.sf(eta)),
            Link::Cloglog => {
                let rate = eta.exp();
                return (-(-rate).exp_m1(), (-rate).exp());
            }
            Link::Cauchit => {
                let tail = |eta: f64| match eta < -1.0 {
                    // Far out the arctangent of the inverse holds the digits.
                    true => (-1.0 / eta).atan() / std::f64::consts::PI,
                    false => 0.5 + eta.atan() / std::f64::consts::PI,
                };
                return (tail(eta), tail(-eta));
            }
            Link::Inverse => 1.0 / eta,
            Link::Sqrt => eta * eta,
            Link::InverseSquare => 1.0 / eta.sqrt(),
        };
        (mu, 1.0 - mu)
    }

    /// dμ/dη.
    pub fn slope(self, eta: f64) -> f64 {
        match self {
            Link::Identity => 1.0,
            Link::Log => eta.exp(),
            Link::Logit => {
                let (mu, rest) = self.mean(eta);
                mu * rest
            }
            Link::Probit => Normal.pdf(eta),
            Link::Cloglog => (eta - eta.exp()).exp(),
            Link::Cauchit => 1.0 / (std::f64::consts::PI * (1.0 + eta * eta)),
            Link::Inverse => -1.0 / (eta * eta),
            Link::Sqrt => 2.0 * eta,
            Link::InverseSquare => -0.5 * eta.powf(-1.5),
        }
    }

    /// d²μ/dη².
    pub fn bend(self, eta: f64) -> f64 {
        let slope = self.slope(eta);
        match self {
            Link::Identity => 0.0,
            Link::Log => slope,
            Link::Logit => {
                let (mu, rest) = self.mean(eta);
                slope * (rest - mu)
            }
            Link::Probit => -eta * slope,
            Link::Cloglog => slope * -eta.exp_m1(),
            Link::Cauchit => -2.0 * eta / (1.0 + eta * eta) * slope,
            Link::Inverse => 2.0 / (eta * eta * eta),
            Link::Sqrt => 2.0,
            Link::InverseSquare => 0.75 * eta.powf(-2.5),
        }
    }
}
