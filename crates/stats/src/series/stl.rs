//! Seasonal and trend decomposition by loess.

use super::decompose::Decomposition;
use super::least::{mean, whole};
use super::loess::{Loess, smooth};
use crate::{Error, Result};

/// How the season and the trend are smoothed; as R's `stl` where nothing else is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stl {
    /// The loess window of each phase's values, odd and at least 7; none is a season that repeats without change.
    pub season: Option<usize>,
    /// The degree of the season's loess, 0 or 1.
    pub season_degree: usize,
    /// The loess window of the trend; none takes the least odd number that leaves no season in it.
    pub trend: Option<usize>,
    /// Whether values far from the fit count less.
    pub robust: bool,
}

/// STL of Cleveland, Cleveland, McRae and Terpenning (1990), "STL: a seasonal-trend decomposition procedure based on loess",
/// Journal of Official Statistics 6, 3–73. Needs more than two periods, and no gaps.
pub fn stl(y: &[f64], period: usize, how: Stl) -> Result<Decomposition> {
    if period < 2 {
        return Err(Error::Choice { name: "period", value: period.to_string(), allowed: "≥ 2".to_owned() });
    }
    whole(y, 2 * period + 1)?;
    let n = y.len();
    let season_window = how.season.unwrap_or(10 * n + 1);
    let season = Loess::of(season_window, if how.season.is_some() { how.season_degree.min(1) } else { 0 });
    let usual = next_odd((1.5 * period as f64 / (1.0 - 1.5 / season_window as f64)).ceil());
    let trend_smoother = Loess::of(how.trend.unwrap_or(usual), 1);
    let low = Loess::of(next_odd(period as f64), 1);
    let (inner, outer) = if how.robust { (1, 15) } else { (2, 0) };
    let (mut trend, mut seasonal) = (vec![0.0; n], vec![0.0; n]);
    let mut weights: Option<Vec<f64>> = None;
    for round in 0..=outer {
        for _ in 0..inner {
            let apart: Vec<f64> = y.iter().zip(&trend).map(|(y, t)| y - t).collect();
            let phases = phase_by_phase(&apart, period, season, weights.as_deref());
            let level = averaged(&averaged(&averaged(&phases, period), period), 3);
            let level = smooth(&level, low, None);
            for t in 0..n {
                seasonal[t] = phases[period + t] - level[t];
            }
            let adjusted: Vec<f64> = y.iter().zip(&seasonal).map(|(y, s)| y - s).collect();
            trend = smooth(&adjusted, trend_smoother, weights.as_deref());
        }
        if round < outer {
            let rest = |t: usize| (y[t] - trend[t] - seasonal[t]).abs();
            weights = Some(bisquare(&(0..n).map(rest).collect::<Vec<f64>>()));
        }
    }
    if how.season.is_none() {
        let figure: Vec<f64> = (0..period)
            .map(|phase| mean(&seasonal.iter().skip(phase).step_by(period).copied().collect::<Vec<f64>>()))
            .collect();
        seasonal = (0..n).map(|t| figure[t % period]).collect();
    }
    let remainder = (0..n).map(|t| y[t] - seasonal[t] - trend[t]).collect();
    let (periods, seasonal, weights) = (vec![period], vec![seasonal], weights.unwrap_or_default());
    Ok(Decomposition { method: "stl", multiplied: false, periods, trend, seasonal, remainder, weights, n })
}

/// The next odd whole number.
fn next_odd(x: f64) -> usize {
    let x = x.round_ties_even().max(1.0) as usize;
    if x.is_multiple_of(2) { x + 1 } else { x }
}

/// Each phase's values smoothed over the years, with one year more at either end: n + 2 periods of values.
fn phase_by_phase(y: &[f64], period: usize, how: Loess, weights: Option<&[f64]>) -> Vec<f64> {
    let mut phases = vec![0.0; y.len() + 2 * period];
    for phase in 0..period {
        let own: Vec<f64> = y.iter().skip(phase).step_by(period).copied().collect();
        let own_weights: Option<Vec<f64>> =
            weights.map(|w| w.iter().skip(phase).step_by(period).copied().collect());
        let w = own_weights.as_deref();
        let k = own.len();
        let within = smooth(&own, how, w);
        let before = how.at(&own, 0.0, (1, how.window.min(k)), w).unwrap_or(within[0]);
        let left = (k + 1).saturating_sub(how.window).max(1);
        let after = how.at(&own, k as f64 + 1.0, (left, k), w).unwrap_or(within[k - 1]);
        let all = std::iter::once(before).chain(within).chain(std::iter::once(after));
        all.enumerate().for_each(|(year, value)| phases[year * period + phase] = value);
    }
    phases
}

/// A running mean over `length` values; that many less one fewer come out.
fn averaged(x: &[f64], length: usize) -> Vec<f64> {
    let mut sum: f64 = x.iter().take(length).sum();
    let mut means = vec![sum / length as f64];
    for (new, old) in x.iter().skip(length).zip(x) {
        sum += new - old;
        means.push(sum / length as f64);
    }
    means
}

/// Tukey's bisquare of residuals over six times their median.
fn bisquare(rest: &[f64]) -> Vec<f64> {
    let (upper, lower) = super::partly_sorted::middle_two(rest);
    let far = 3.0 * (upper + lower);
    let weight = |r: &f64| match *r {
        r if r <= 0.001 * far => 1.0,
        r if r <= 0.999 * far => (1.0 - (r / far).powi(2)).powi(2),
        _ => 0.0,
    };
    rest.iter().map(weight).collect()
}
