//! Distributions: density, both tails, and quantiles from both ends.
//!
//! `sf` is the upper tail (1 − `cdf`), counted for itself, so that it holds its digits however small it is; `isf` is its
//! inverse; `log_cdf` and `log_sf` go on where the tails are below the smallest double. Held against 50 digits of mpmath
//! (`tests/oracle/dist`), the tails and the quantiles of continuous distributions have 13 digits and more down to 1e-300.
//!
//! How: a tail is its density times a smooth factor. The density's exponent is added up in double-double numbers (`double`),
//! the factor comes from a series, a continued fraction or an integral that has no cancellation.

mod beta;
mod bivariate;
mod counts;
pub(crate) mod double;
mod gamma;
mod hypergeometric;
mod incomplete_beta;
mod incomplete_gamma;
mod kolmogorov;
mod ln_gamma;
mod noncentral;
mod normal;
pub(crate) mod quadrature;
mod ranks;
mod simple;
pub(crate) mod solve;
mod student;
mod studentized_range;
mod tails;

pub use beta::{Beta, F};
pub use bivariate::BivariateNormal;
pub use counts::{Binomial, NegativeBinomial, Poisson};
pub use gamma::{ChiSquared, Gamma};
pub use hypergeometric::Hypergeometric;
pub use kolmogorov::{Kolmogorov, kolmogorov_exact, smirnov_exact};
pub use noncentral::{NoncentralChiSquared, NoncentralF, NoncentralT};
pub use normal::Normal;
pub use ranks::{RankSum, SignedRank};
pub use simple::{Exponential, LogNormal, Uniform};
pub use student::StudentT;
pub use studentized_range::StudentizedRange;

/// ln Γ(x) for x above nought.
pub fn ln_gamma(x: f64) -> f64 {
    ln_gamma::ln_gamma(double::Dd::from(x)).value()
}
