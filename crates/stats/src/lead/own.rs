//! A series that keeps to its level, with the filter that makes it white.

use crate::Result;
use crate::series::{autoregression, mean};

/// At most so many of its own past values a regression has.
const MOST: usize = 14;

/// A series that keeps to its level.
#[derive(Debug, Clone)]
pub(crate) struct Own {
    /// The values.
    pub values: Vec<f64>,
    /// Its autoregression, the order by AIC.
    pub filter: Vec<f64>,
    /// How many figures were estimated to take its season away: so many rows say nothing any more.
    pub spent: usize,
}

impl Own {
    pub fn new(values: Vec<f64>, spent: usize) -> Result<Self> {
        let most = MOST.min(values.len() / 8).max(1);
        let filter = autoregression(&values, Some(most))?;
        Ok(Own { values, filter, spent })
    }

    /// Another series passed through this one's filter; the first values, which the filter takes, are left out.
    pub fn passed(&self, values: &[f64]) -> Vec<f64> {
        let (mean, p) = (mean(values), self.filter.len());
        let past = |t: usize| -> f64 {
            self.filter.iter().enumerate().map(|(k, a)| a * (values[t - 1 - k] - mean)).sum()
        };
        (p..values.len()).map(|t| values[t] - mean - past(t)).collect()
    }
}
