//! Continuous distributions (first version, on plain series).

use super::special::{beta, gamma};
use libm::{erfc, exp, lgamma, log};

/// The normal distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Normal;

/// Student's t with so many degrees of freedom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StudentT(pub f64);

/// χ² with so many degrees of freedom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChiSquared(pub f64);

/// F with degrees of freedom of numerator and denominator.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct F(pub f64, pub f64);

/// Γ with shape and scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gamma(pub f64, pub f64);

/// Β with its two shapes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beta(pub f64, pub f64);

/// The figure at which a falling function crosses `p`, by halving.
fn invert(low: f64, high: f64, p: f64, tail: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (low, high);
    while high.is_finite() && tail(high) > p && high < 1e300 {
        (low, high) = (high, high * 2.0 + 1.0);
    }
    while low < 0.0 && tail(low) < p && low > -1e300 {
        (low, high) = (low * 2.0 - 1.0, low);
    }
    for _ in 0..2000 {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            break;
        }
        if tail(middle) > p {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

macro_rules! quantiles {
    ($name:ty, $low:expr, $high:expr) => {
        impl $name {
            /// The figure below which a share `p` lies.
            pub fn quantile(&self, p: f64) -> f64 {
                invert($low, $high, -p, |x| -self.cdf(x))
            }

            /// The figure above which a share `p` lies.
            pub fn isf(&self, p: f64) -> f64 {
                invert($low, $high, p, |x| self.sf(x))
            }
        }
    };
}

quantiles!(Normal, -40.0, 40.0);
quantiles!(StudentT, -1.0, 1.0);
quantiles!(ChiSquared, 0.0, 1.0);
quantiles!(F, 0.0, 1.0);
quantiles!(Gamma, 0.0, 1.0);
quantiles!(Beta, 0.0, 1.0);

impl Normal {
    /// The density.
    pub fn pdf(&self, x: f64) -> f64 {
        exp(-0.5 * x * x) / (2.0 * std::f64::consts::PI).sqrt()
    }

    /// The lower tail.
    pub fn cdf(&self, x: f64) -> f64 {
        0.5 * erfc(-x * std::f64::consts::FRAC_1_SQRT_2)
    }

    /// The upper tail.
    pub fn sf(&self, x: f64) -> f64 {
        self.cdf(-x)
    }

    /// Both tails beyond ±|x|.
    pub fn two_sided(&self, x: f64) -> f64 {
        erfc(x.abs() * std::f64::consts::FRAC_1_SQRT_2)
    }
}

impl StudentT {
    /// The density.
    pub fn pdf(&self, x: f64) -> f64 {
        let n = self.0;
        exp(lgamma(0.5 * (n + 1.0)) - lgamma(0.5 * n) - 0.5 * (n + 1.0) * log(1.0 + x * x / n))
            / (n * std::f64::consts::PI).sqrt()
    }

    /// The lower tail.
    pub fn cdf(&self, x: f64) -> f64 {
        self.sf(-x)
    }

    /// The upper tail.
    pub fn sf(&self, x: f64) -> f64 {
        let half = 0.5 * self.two_sided(x);
        if x > 0.0 { half } else { 1.0 - half }
    }

    /// Both tails beyond ±|x|.
    pub fn two_sided(&self, x: f64) -> f64 {
        let n = self.0;
        let square = x * x;
        beta(0.5 * n, 0.5, n / (n + square), square / (n + square)).0
    }
}

impl ChiSquared {
    /// The density.
    pub fn pdf(&self, x: f64) -> f64 {
        Gamma(0.5 * self.0, 2.0).pdf(x)
    }

    /// The lower tail.
    pub fn cdf(&self, x: f64) -> f64 {
        Gamma(0.5 * self.0, 2.0).cdf(x)
    }

    /// The upper tail.
    pub fn sf(&self, x: f64) -> f64 {
        Gamma(0.5 * self.0, 2.0).sf(x)
    }
}

impl Gamma {
    /// The density.
    pub fn pdf(&self, x: f64) -> f64 {
        if x < 0.0 {
            return 0.0;
        }
        let t = x / self.1;
        exp((self.0 - 1.0) * log(t) - t - lgamma(self.0)) / self.1
    }

    /// The lower tail.
    pub fn cdf(&self, x: f64) -> f64 {
        gamma(self.0, x / self.1).0
    }

    /// The upper tail.
    pub fn sf(&self, x: f64) -> f64 {
        gamma(self.0, x / self.1).1
    }
}

impl F {
    /// The lower tail.
    pub fn cdf(&self, x: f64) -> f64 {
        let (n, m) = (self.0, self.1);
        beta(0.5 * n, 0.5 * m, n * x / (n * x + m), m / (n * x + m)).0
    }

    /// The upper tail.
    pub fn sf(&self, x: f64) -> f64 {
        let (n, m) = (self.0, self.1);
        beta(0.5 * n, 0.5 * m, n * x / (n * x + m), m / (n * x + m)).1
    }
}

impl Beta {
    /// The lower tail.
    pub fn cdf(&self, x: f64) -> f64 {
        beta(self.0, self.1, x, 1.0 - x).0
    }

    /// The upper tail.
    pub fn sf(&self, x: f64) -> f64 {
        beta(self.0, self.1, x, 1.0 - x).1
    }
}
