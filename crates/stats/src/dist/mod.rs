//! Distributions: density, both tails, and quantiles from both ends.
//!
//! `sf` is the upper tail (1 − `cdf`), counted for itself, so that it holds its digits however small it is; `isf` is its
//! inverse.

mod continuous;
pub(crate) mod special;

pub use continuous::{Beta, ChiSquared, F, Gamma, Normal, StudentT};
