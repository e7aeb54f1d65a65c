//! Gaussian mixtures: each cluster a cloud with a place, a share, a size, a shape and a direction.
//!
//! J. D. Banfield and A. E. Raftery (1993); G. Celeux and G. Govaert (1995), *Gaussian parsimonious clustering models*; the
//! models' names are those of R's `mclust` (Scrucca, Fop, Murphy and Raftery 2016).

mod covariance;
mod em;
mod model;
mod search;

pub use em::{assign, fit, shares};
pub use model::Model;
pub use search::{Search, Tried, search, search_watched};

use super::points::Points;
use matrix::Mat;

/// A mixture that was fitted.
#[derive(Debug, Clone)]
pub struct Mixture {
    /// What the clouds have in common.
    pub model: Model,
    /// The share of each.
    pub shares: Vec<f64>,
    /// The centre of each.
    pub means: Points,
    /// The covariances of each.
    pub covariances: Vec<Mat<f64>>,
    /// For each row the most likely cloud, from 0.
    pub labels: Vec<u32>,
    /// For each row the probability of each cloud, row after row.
    pub posterior: Vec<f64>,
    /// The logarithm of the likelihood.
    pub log_likelihood: f64,
    /// How many figures were estimated.
    pub parameters: usize,
    /// 2 · log-likelihood − parameters · ln n: `mclust`'s sign, the greater the better.
    pub bic: f64,
    /// BIC less what is lost to rows that could be of several clouds (Biernacki, Celeux and Govaert 2000).
    pub icl: f64,
    /// How many steps it took.
    pub steps: usize,
    /// Whether the likelihood had come to rest.
    pub converged: bool,
}

impl Mixture {
    /// How many clouds.
    pub fn clouds(&self) -> usize {
        self.shares.len()
    }

    /// For each row 1 − (the probability of its cloud).
    pub fn uncertainty(&self) -> Vec<f64> {
        let rows = self.posterior.chunks_exact(self.clouds().max(1));
        rows.map(|row| 1.0 - row.iter().copied().fold(0.0, f64::max)).collect()
    }
}
