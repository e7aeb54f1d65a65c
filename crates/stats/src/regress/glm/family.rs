//! Families: how the outcome scatters about its mean.

use super::Link;
use crate::{Error, Result};
use libm::{lgamma, log};

/// A family of the exponential kind; `Quasi…` takes its variance and leaves its likelihood open.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Family {
    /// Constant variance.
    Gaussian,
    /// A share of so many trials (the weight): variance μ(1 − μ).
    #[default]
    Binomial,
    /// A count: variance μ.
    Poisson,
    /// A positive figure whose variance is as μ².
    Gamma,
    /// A positive figure whose variance is as μ³.
    InverseGaussian,
    /// A count that scatters more than Poisson's: variance μ + μ²/θ, θ given.
    NegativeBinomial(f64),
    /// A share with a dispersion of its own.
    QuasiBinomial,
    /// A count with a dispersion of its own.
    QuasiPoisson,
}

impl Family {
    /// The link that R takes where none is named.
    pub fn usual_link(self) -> Link {
        match self {
            Family::Gaussian => Link::Identity,
            Family::Binomial | Family::QuasiBinomial => Link::Logit,
            Family::Poisson | Family::QuasiPoisson | Family::NegativeBinomial(_) => Link::Log,
            Family::Gamma => Link::Inverse,
            Family::InverseGaussian => Link::InverseSquare,
        }
    }

    /// Its name in R.
    pub fn name(self) -> &'static str {
        match self {
            Family::Gaussian => "gaussian",
            Family::Binomial => "binomial",
            Family::Poisson => "poisson",
            Family::Gamma => "Gamma",
            Family::InverseGaussian => "inverse.gaussian",
            Family::NegativeBinomial(_) => "Negative Binomial",
            Family::QuasiBinomial => "quasibinomial",
            Family::QuasiPoisson => "quasipoisson",
        }
    }

    /// Whether the outcome is a share.
    pub fn is_binomial(self) -> bool {
        matches!(self, Family::Binomial | Family::QuasiBinomial)
    }

    /// Whether the outcome is a count.
    pub fn is_count(self) -> bool {
        matches!(self, Family::Poisson | Family::QuasiPoisson | Family::NegativeBinomial(_))
    }

    /// Whether the dispersion is 1 and not estimated, so that tests are by the normal distribution.
    pub fn known_dispersion(self) -> bool {
        matches!(self, Family::Binomial | Family::Poisson | Family::NegativeBinomial(_))
    }

    /// The variance at a mean, `rest` being 1 − μ.
    pub fn variance(self, mu: f64, rest: f64) -> f64 {
        match self {
            Family::Gaussian => 1.0,
            Family::Binomial | Family::QuasiBinomial => mu * rest,
            Family::Poisson | Family::QuasiPoisson => mu,
            Family::Gamma => mu * mu,
            Family::InverseGaussian => mu * mu * mu,
            Family::NegativeBinomial(theta) => mu + mu * mu / theta,
        }
    }

    /// Whether a mean can be.
    pub fn allows(self, mu: f64, rest: f64) -> bool {
        match self {
            Family::Gaussian => mu.is_finite(),
            Family::Binomial | Family::QuasiBinomial => mu > 0.0 && rest > 0.0,
            _ => mu > 0.0 && mu.is_finite(),
        }
    }

    /// Where the first step begins, as R has it.
    pub fn start(self, y: f64, weight: f64) -> f64 {
        match self {
            Family::Binomial | Family::QuasiBinomial => (weight * y + 0.5) / (weight + 1.0),
            Family::Poisson | Family::QuasiPoisson => y + 0.1,
            Family::NegativeBinomial(_) => {
                if y == 0.0 {
                    1.0 / 6.0
                } else {
                    y
                }
            }
            Family::Gaussian | Family::Gamma | Family::InverseGaussian => y,
        }
    }

    /// What one outcome adds to the deviance, its weight apart.
    pub fn deviance(self, y: f64, mu: f64, rest: f64) -> f64 {
        let part = |y: f64, mu: f64| if y > 0.0 { y * log(y / mu) } else { 0.0 };
        let found = match self {
            Family::Gaussian => (y - mu) * (y - mu),
            Family::Binomial | Family::QuasiBinomial => 2.0 * (part(y, mu) + part(1.0 - y, rest)),
            Family::Poisson | Family::QuasiPoisson => 2.0 * (part(y, mu) - (y - mu)),
            Family::Gamma => 2.0 * ((y - mu) / mu - log(y / mu)),
            Family::InverseGaussian => (y - mu) * (y - mu) / (y * mu * mu),
            Family::NegativeBinomial(theta) => {
                2.0 * (part(y, mu) - (y + theta) * log((y + theta) / (mu + theta)))
            }
        };
        found.max(0.0)
    }

    /// The logarithm of the likelihood, or none for a quasi family. For the families with a dispersion it is taken at its
    /// estimate of maximum likelihood (deviance / n), as R does.
    pub fn log_likelihood(
        self,
        y: &[f64],
        mean: &[(f64, f64)],
        weights: &[f64],
        deviance: f64,
    ) -> Option<f64> {
        let n: f64 = match self {
            Family::Gaussian => weights.iter().filter(|w| **w > 0.0).count() as f64,
            _ => weights.iter().sum(),
        };
        let spread = deviance / n;
        let times = |p: f64, q: f64| if p == 0.0 { 0.0 } else { p * log(q) };
        let one = |y: f64, (mu, rest): (f64, f64), w: f64| match self {
            Family::Gaussian => 0.5 * log(w) - 0.5 * (log(2.0 * std::f64::consts::PI * spread) + 1.0),
            Family::Binomial => {
                let (trials, wins) = (w.round(), (w * y).round());
                let ways = lgamma(trials + 1.0) - lgamma(wins + 1.0) - lgamma(trials - wins + 1.0);
                // Exactly as many trials as the weight, unless it is no whole number.
                let share = if trials > 0.0 { w / trials } else { 0.0 };
                share * (ways + times(wins, mu) + times(trials - wins, rest))
            }
            Family::Poisson => w * (times(y, mu) - mu - lgamma(y + 1.0)),
            Family::Gamma => {
                let shape = 1.0 / spread;
                let scale = mu * spread;
                w * ((shape - 1.0) * log(y) - y / scale - shape * log(scale) - lgamma(shape))
            }
            Family::InverseGaussian => {
                -0.5 * w * (log(2.0 * std::f64::consts::PI * spread) + 1.0 + 3.0 * log(y))
            }
            Family::NegativeBinomial(theta) => {
                w * (lgamma(theta + y) - lgamma(theta) - lgamma(y + 1.0) + theta * log(theta) + times(y, mu)
                    - (theta + y) * log(theta + mu))
            }
            Family::QuasiBinomial | Family::QuasiPoisson => 0.0,
        };
        if matches!(self, Family::QuasiBinomial | Family::QuasiPoisson) {
            return None;
        }
        let rows = y.iter().zip(mean).zip(weights).filter(|(_, w)| **w > 0.0);
        Some(rows.map(|((y, mean), w)| one(*y, *mean, *w)).sum())
    }

    /// Whether an outcome can be of this family; `name` is its column's.
    pub fn check(self, name: &str, y: &[f64]) -> Result<()> {
        let (fits, need): (fn(f64) -> bool, _) = match self {
            Family::Gaussian => (f64::is_finite, "number"),
            Family::Binomial | Family::QuasiBinomial => (|y| (0.0..=1.0).contains(&y), "0 or 1"),
            Family::Poisson | Family::NegativeBinomial(_) => {
                (|y| y >= 0.0 && y.is_finite() && y.fract() == 0.0, "count")
            }
            Family::QuasiPoisson => (|y| y >= 0.0 && y.is_finite(), "count"),
            Family::Gamma | Family::InverseGaussian => (|y| y > 0.0 && y.is_finite(), "positive"),
        };
        match y.iter().all(|y| fits(*y)) {
            true => Ok(()),
            false => Err(Error::Kind { column: name.to_owned(), need }),
        }
    }
}
