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
mod double;
mod gamma;
mod incomplete_beta;
mod incomplete_gamma;
mod ln_gamma;
mod normal;
mod quadrature;
mod solve;
mod student;
mod tails;

pub use beta::{Beta, F};
pub use bivariate::BivariateNormal;
pub use gamma::{ChiSquared, Gamma};
pub use normal::Normal;
pub use student::StudentT;
