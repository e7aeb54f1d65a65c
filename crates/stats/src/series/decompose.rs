//! A series as level, season and rest, the classical way.

use super::least::{mean, whole};
use crate::{Error, Result};

/// A series taken apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Decomposition {
    /// `classical`, `stl` or `mstl`.
    pub method: &'static str,
    /// Whether the parts are multiplied.
    pub multiplied: bool,
    /// The periods of the seasons.
    pub periods: Vec<usize>,
    /// The level; not a number where a moving average does not reach.
    pub trend: Vec<f64>,
    /// The season of each period.
    pub seasonal: Vec<Vec<f64>>,
    /// What is left.
    pub remainder: Vec<f64>,
    /// The weights of robust fitting; empty where there are none.
    pub weights: Vec<f64>,
    /// Values.
    pub n: usize,
}

impl Decomposition {
    /// The series without its seasons.
    pub fn adjusted(&self, y: &[f64]) -> Vec<f64> {
        let season = |t: usize| self.seasonal.iter().map(move |season| season[t]);
        let without = |(t, y): (usize, &f64)| match self.multiplied {
            true => y / season(t).product::<f64>(),
            false => y - season(t).sum::<f64>(),
        };
        y.iter().enumerate().map(without).collect()
    }

    /// How strong the trend is and each season (Wang, Smith and Hyndman 2006): 1 − var(rest) / var(rest with it), from 0 to 1.
    /// Of parts that are multiplied, their logarithms.
    pub fn strength(&self) -> (f64, Vec<f64>) {
        let scale = |x: &f64| if self.multiplied { x.ln() } else { *x };
        let strength = |part: &[f64]| {
            let pairs = part.iter().zip(&self.remainder).map(|(p, r)| (scale(p), scale(r)));
            let there: Vec<(f64, f64)> = pairs.filter(|(p, r)| p.is_finite() && r.is_finite()).collect();
            let rest: Vec<f64> = there.iter().map(|(_, r)| *r).collect();
            let both: Vec<f64> = there.iter().map(|(p, r)| p + r).collect();
            let (rest, both) = (super::least::variance(&rest), super::least::variance(&both));
            if both > 0.0 { (1.0 - rest / both).max(0.0) } else { 0.0 }
        };
        (strength(&self.trend), self.seasonal.iter().map(|season| strength(season)).collect())
    }
}

/// The classical decomposition: the trend is a centred moving average over a period, the season the mean of each phase, about
/// nought (or about one where the parts are multiplied). Needs two whole periods.
pub fn classical(y: &[f64], period: usize, multiplied: bool) -> Result<Decomposition> {
    if period < 2 {
        return Err(Error::Choice { name: "period", value: period.to_string(), allowed: "≥ 2".to_owned() });
    }
    whole(y, 2 * period)?;
    if multiplied && y.iter().any(|x| *x <= 0.0) {
        return Err(Error::Kind { column: super::least::NAME.to_owned(), need: "positive" });
    }
    let n = y.len();
    let trend = moving_average(y, period);
    let apart = |t: usize| if multiplied { y[t] / trend[t] } else { y[t] - trend[t] };
    let figure: Vec<f64> = (0..period)
        .map(|phase| {
            let there: Vec<f64> = (phase..n).step_by(period).map(apart).filter(|x| !x.is_nan()).collect();
            mean(&there)
        })
        .collect();
    let middle = mean(&figure);
    let level = |x: &f64| if multiplied { x / middle } else { x - middle };
    let figure: Vec<f64> = figure.iter().map(level).collect();
    let seasonal: Vec<f64> = (0..n).map(|t| figure[t % period]).collect();
    let rest = |t: usize| match multiplied {
        true => y[t] / (trend[t] * seasonal[t]),
        false => y[t] - trend[t] - seasonal[t],
    };
    let remainder = (0..n).map(rest).collect();
    let (periods, seasonal, weights) = (vec![period], vec![seasonal], Vec::new());
    Ok(Decomposition { method: "classical", multiplied, periods, trend, seasonal, remainder, weights, n })
}

/// A centred moving average over a period; of an even period its two ends count half.
fn moving_average(y: &[f64], period: usize) -> Vec<f64> {
    let (n, half) = (y.len(), period / 2);
    let even = period.is_multiple_of(2);
    (0..n)
        .map(|t| {
            if t < half || t + half >= n {
                return f64::NAN;
            }
            let window = &y[t - half..=t + half];
            let ends = if even { (window[0] + window[2 * half]) / 2.0 } else { 0.0 };
            let sum: f64 = if even { window[1..2 * half].iter().sum() } else { window.iter().sum() };
            (sum + ends) / period as f64
        })
        .collect()
}
