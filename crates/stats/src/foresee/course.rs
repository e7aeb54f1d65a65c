//! A course that is foreseen.

use crate::dist::Normal;
use crate::series::Forecast;

/// What is foreseen at each step, and how far from it the value may well be.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// The value.
    pub mean: Vec<f64>,
    /// The standard deviation of its error, as the way itself counts it.
    pub spread: Vec<f64>,
}

impl Course {
    /// The course of a forecast, its spread taken from the width of its interval.
    pub(super) fn of(forecast: Forecast) -> Self {
        let reach = 2.0 * Normal.isf((1.0 - forecast.level) / 2.0);
        let spread =
            forecast.high.iter().zip(&forecast.low).map(|(high, low)| (high - low) / reach).collect();
        Course { mean: forecast.mean, spread }
    }

    /// Whether it can be held against anything.
    pub(super) fn is_whole(&self) -> bool {
        let whole = |values: &[f64]| values.iter().all(|x| x.is_finite());
        whole(&self.mean) && whole(&self.spread) && self.spread.iter().all(|s| *s >= 0.0)
    }
}
