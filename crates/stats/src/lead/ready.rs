//! A series made ready to be held against others.

use super::own::Own;
use super::season::{waves, without_waves};
use crate::series::least::{least, varied, whole};
use crate::series::{About, Bandwidth, DifferenceLags, adf, difference, kpss};
use crate::{Error, Result};

/// A series without its season, both as what is left beside a straight line and as its steps.
#[derive(Debug, Clone)]
pub struct Ready {
    /// Whether it wanders: Dickey and Fuller's test does not refuse a unit root at 5 %, or that of Kwiatkowski and others
    /// refuses a line at 5 %. Then steps are taken of it and of whatever it is held against.
    pub wanders: bool,
    /// Dickey and Fuller's p about a line: small speaks against wandering.
    pub adf: f64,
    /// Kwiatkowski, Phillips, Schmidt and Shin's p about a line: small speaks for wandering.
    pub kpss: f64,
    /// As long as the series was.
    n: usize,
    /// Beside its line.
    level: Option<Own>,
    /// Its steps.
    steps: Option<Own>,
}

impl Ready {
    /// Makes a series ready; `periods` are the lengths of its seasons in steps.
    ///
    /// # Errors
    /// Gaps, what is no number, fewer than eight values, one value all along.
    pub fn new(y: &[f64], periods: &[f64]) -> Result<Self> {
        whole(y, 8)?;
        varied(y)?;
        let n = y.len();
        let waves = waves(n, periods);
        let y = without_waves(y, &waves)?;
        let adf = adf(&y, About::Trend, DifferenceLags::CubeRoot).map_or(1.0, |found| found.p_value);
        let kpss = kpss(&y, About::Trend, Bandwidth::Short).map_or(0.0, |found| found.p_value);
        let wanders = adf > 0.05 || kpss < 0.05;
        let line = least(&[vec![1.0; n], (0..n).map(|t| t as f64 / n as f64).collect()], &y)?;
        let level = Own::new(line.residuals, waves.len() + 1).ok();
        let steps = Own::new(difference(&y, 1), waves.len()).ok();
        Ok(Ready { wanders, adf, kpss, n, level, steps })
    }

    /// How many values it had.
    pub fn len(&self) -> usize {
        self.n
    }

    /// Whether it had none; it never is.
    pub fn is_empty(&self) -> bool {
        self.n == 0
    }

    pub(super) fn of(&self, stepped: bool) -> Result<&Own> {
        let own = if stepped { &self.steps } else { &self.level };
        own.as_ref().ok_or_else(|| Error::Constant { column: "y".to_owned() })
    }
}
