//! Exponential smoothing by least squares, as Holt and Winters did it.

use super::least::{NAME, least, whole};
use super::minimum::{bounded, minimum, unbounded};
use super::{Forecast, classical};
use crate::{Error, Result};

/// The season of a model of Holt and Winters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Season {
    /// None: Holt's two constants.
    None,
    /// Added.
    Additive,
    /// Multiplied.
    Multiplicative,
}

/// A fitted model; states start as in R's `HoltWinters`.
#[derive(Debug, Clone, PartialEq)]
pub struct HoltWinters {
    /// The season.
    pub season: Season,
    /// The period.
    pub period: usize,
    /// How fast the level learns.
    pub alpha: f64,
    /// How fast the trend does.
    pub beta: f64,
    /// How fast the season does.
    pub gamma: f64,
    /// The sum of squared errors a step ahead.
    pub sse: f64,
    /// The last level, trend, and the season of the coming steps.
    pub level: f64,
    /// The trend.
    pub trend: f64,
    /// The season of the next steps in their order.
    pub coming: Vec<f64>,
    /// What was foreseen from the first step after the start.
    pub fitted: Vec<f64>,
    /// Values.
    pub n: usize,
}

/// Winters (1960): the constants, between 0 and 1, of the least sum of squared errors a step ahead. The first states come from
/// the classical decomposition of the first two periods, so the search, and not the start, is better than R's.
pub fn holt_winters(y: &[f64], period: usize, season: Season) -> Result<HoltWinters> {
    let m = if season == Season::None { 1 } else { period };
    whole(y, if season == Season::None { 4 } else { 2 * m + 1 })?;
    if season == Season::Multiplicative && y.contains(&0.0) {
        return Err(Error::Kind { column: NAME.to_owned(), need: "positive" });
    }
    let (level, trend, figure, from) = if season == Season::None {
        (y[1], y[1] - y[0], Vec::new(), 2)
    } else {
        let parts = classical(&y[..2 * m], m, season == Season::Multiplicative)?;
        let level: Vec<f64> = parts.trend.iter().copied().filter(|x| !x.is_nan()).collect();
        let columns = vec![vec![1.0; level.len()], (1..=level.len()).map(|t| t as f64).collect()];
        let line = if level.len() > 2 {
            least(&columns, &level)?.coefficients
        } else {
            vec![2.0 * level[0] - level[level.len() - 1], level[level.len() - 1] - level[0]]
        };
        (line[0], line[1], parts.seasonal[0][..m].to_vec(), m)
    };
    let run = |alpha: f64, beta: f64, gamma: f64| {
        let (mut a, mut b, mut s) = (level, trend, figure.clone());
        let (mut sse, mut fitted) = (0.0, Vec::with_capacity(y.len()));
        for (t, &y) in y.iter().enumerate().skip(from) {
            let phase = t % m;
            let ahead = a + b;
            let (foreseen, freed) = match season {
                Season::None => (ahead, y),
                Season::Additive => (ahead + s[phase], y - s[phase]),
                Season::Multiplicative => (ahead * s[phase], y / s[phase]),
            };
            sse += (y - foreseen).powi(2);
            fitted.push(foreseen);
            let before = a;
            a = alpha * freed + (1.0 - alpha) * ahead;
            b = beta * (a - before) + (1.0 - beta) * b;
            match season {
                Season::None => {}
                Season::Additive => s[phase] = gamma * (y - a) + (1.0 - gamma) * s[phase],
                Season::Multiplicative => s[phase] = gamma * (y / a) + (1.0 - gamma) * s[phase],
            }
        }
        (sse, a, b, s, fitted)
    };
    let constants = |u: &[f64]| {
        let at = |at: usize| bounded(u.get(at).copied().unwrap_or(f64::NEG_INFINITY), 0.0, 1.0);
        (at(0), at(1), at(2))
    };
    let value = |u: &[f64]| {
        let (alpha, beta, gamma) = constants(u);
        run(alpha, beta, gamma).0.ln()
    };
    let mut best = (Vec::new(), f64::INFINITY);
    for start in [[0.3, 0.1, 0.1], [0.7, 0.05, 0.5], [0.1, 0.01, 0.8]] {
        let k = if season == Season::None { 2 } else { 3 };
        let u: Vec<f64> = start[..k].iter().map(|x| unbounded(*x, 0.0, 1.0)).collect();
        let found = minimum(&value, &u, 200);
        if found.1 < best.1 {
            best = found;
        }
    }
    let (alpha, beta, gamma) = constants(&best.0);
    let (sse, level, trend, s, fitted) = run(alpha, beta, gamma);
    let coming = (0..s.len()).map(|h| s[(y.len() + h) % m]).collect();
    Ok(HoltWinters { season, period: m, alpha, beta, gamma, sse, level, trend, coming, fitted, n: y.len() })
}

impl HoltWinters {
    /// Forecasts; the bounds are those of the additive model also where the season is multiplied, scaled by it.
    pub fn forecast(&self, steps: usize, confidence: f64) -> Forecast {
        let count = self.fitted.len().max(1) as f64;
        let s2 = self.sse / count;
        let part = |h: usize| self.coming.get(h % self.period.max(1)).copied();
        let ahead = |h: usize| self.level + self.trend * (h + 1) as f64;
        let mean: Vec<f64> = (0..steps)
            .map(|h| match (self.season, part(h)) {
                (Season::Additive, Some(part)) => ahead(h) + part,
                (Season::Multiplicative, Some(part)) => ahead(h) * part,
                _ => ahead(h),
            })
            .collect();
        let mut sum = 1.0;
        let variance: Vec<f64> = (1..=steps)
            .map(|j| {
                let now = s2 * sum;
                let own = if j.is_multiple_of(self.period) && self.season != Season::None {
                    self.gamma * (1.0 - self.alpha)
                } else {
                    0.0
                };
                sum += (self.alpha * (1.0 + j as f64 * self.beta) + own).powi(2);
                now
            })
            .collect();
        Forecast::normal("Holt-Winters".to_owned(), mean, &variance, confidence)
    }
}
