//! What a column is like: moments, quantiles, robust measures, outliers, normality, what is missing.

mod moments;

pub use moments::{Moments, moments};
