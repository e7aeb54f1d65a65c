//! What a column is like: moments, quantiles, robust measures, outliers, normality, what is missing.

mod heap;
mod interval;
mod levels;
mod little;
mod missing;
mod moments;
mod normality;
mod outliers;
mod quantile;
mod robust;
mod sketch;
mod sum;

pub use heap::{MomentsHeap, moments_of_blocks};
pub use interval::{Interval, mean_interval, median_interval};
pub use levels::{Levels, levels};
pub use little::{Little, little};
pub use missing::{Missingness, Pattern, Together, missingness};
pub(crate) use moments::finite;
pub use moments::{Moments, Shape, moments};
pub use normality::{Normality, anderson_darling, dagostino, jarque_bera, lilliefors};
pub use outliers::{Extreme, Fence, Rosner, grubbs, mad_rule, rosner, tukey};
pub use quantile::{QuantileType, median, quantile, sorted};
pub use robust::{MAD_TO_SD, Robust, geometric_mean, gini, harmonic_mean, robust};
pub use sketch::Sketch;
pub use sum::Sum;
