//! Values that stand out of their series, and values that are missing from it.

use super::least::{NAME, between, least, variance, whole};
use super::mstl::mstl;
use super::supersmoother::super_smoother;
use crate::describe::{QuantileType, quantile};
use crate::{Error, Result};

/// What stands out.
#[derive(Debug, Clone, PartialEq)]
pub struct Outliers {
    /// The rows, in order, from 0.
    pub at: Vec<usize>,
    /// What the series would have there.
    pub replacements: Vec<f64>,
    /// Values there.
    pub n: usize,
}

/// A series without gaps.
#[derive(Debug, Clone, PartialEq)]
pub struct Filled {
    /// The series.
    pub values: Vec<f64>,
    /// The rows that were filled.
    pub at: Vec<usize>,
    /// `linear` or `seasonal`.
    pub method: &'static str,
}

/// Values more than three times the quartiles' distance beyond them, once the trend and a strong season are taken away; looked
/// for twice, the second time with the first ones replaced (`tsoutliers` of R's forecast).
pub fn outliers(y: &[f64], period: usize) -> Result<Outliers> {
    there(y)?;
    let n = y.iter().filter(|x| !x.is_nan()).count();
    let mut y = y.to_vec();
    let mut at: Vec<usize> = Vec::new();
    for _ in 0..2 {
        let found = once(&y, period)?;
        if found.is_empty() {
            break;
        }
        at.extend(found);
        at.sort_unstable();
        at.dedup();
        at.iter().for_each(|&t| y[t] = f64::NAN);
        y = fill(&y, period)?.values;
    }
    let replacements = at.iter().map(|&t| y[t]).collect();
    Ok(Outliers { at, replacements, n })
}

fn once(y: &[f64], period: usize) -> Result<Vec<usize>> {
    let n = y.len();
    let mut x = fill(y, period)?.values;
    if x.windows(2).all(|pair| pair[0] == pair[1]) {
        return Ok(Vec::new());
    }
    if period > 1 && n > 2 * period {
        let found = mstl(&x, &[period], true)?;
        let apart: Vec<f64> = x.iter().zip(&found.trend).map(|(y, t)| y - t).collect();
        if 1.0 - variance(&found.remainder) / variance(&apart) >= 0.6 {
            x = found.adjusted(&x);
        }
    }
    let level = super_smoother(&x);
    let rest: Vec<f64> = (0..n).map(|t| if y[t].is_nan() { f64::NAN } else { x[t] - level[t] }).collect();
    let mut sorted: Vec<f64> = rest.iter().copied().filter(|r| !r.is_nan()).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let at = |p| quantile(&sorted, p, QuantileType::Type7);
    let (low, high) = (at(0.25), at(0.75));
    let (low, high) = (low - 3.0 * (high - low), high + 3.0 * (high - low));
    if high - low <= 1e-14 {
        return Ok(Vec::new());
    }
    Ok((0..n).filter(|&t| rest[t] < low || rest[t] > high).collect())
}

/// Fills gaps: without a season, or with less than two periods of values, by straight lines; else the season of a robust STL is
/// kept and straight lines go through what is left (`na.interp` of R's forecast). Ends are held level.
pub fn fill(y: &[f64], period: usize) -> Result<Filled> {
    there(y)?;
    let n = y.len();
    let at: Vec<usize> = (0..n).filter(|&t| y[t].is_nan()).collect();
    let known: Vec<usize> = (0..n).filter(|&t| !y[t].is_nan()).collect();
    let places: Vec<f64> = known.iter().map(|&t| t as f64).collect();
    let lines = |values: &[f64]| -> Vec<f64> {
        let values: Vec<f64> = known.iter().map(|&t| values[t]).collect();
        (0..n).map(|t| between(&places, &values, t as f64)).collect()
    };
    if at.is_empty() {
        return Ok(Filled { values: y.to_vec(), at, method: "linear" });
    }
    if period > 1 && known.len() > 2 * period {
        let mut values = y.to_vec();
        let first = waves(y, &known, period)?;
        at.iter().for_each(|&t| values[t] = first[t]);
        let found = mstl(&values, &[period], true)?;
        let straight = lines(&found.adjusted(&values));
        let season = found.seasonal.first();
        at.iter().for_each(|&t| values[t] = straight[t] + season.map_or(0.0, |season| season[t]));
        let range = |v: &[f64]| {
            v.iter()
                .filter(|x| !x.is_nan())
                .fold((f64::INFINITY, f64::NEG_INFINITY), |r, x| (r.0.min(*x), r.1.max(*x)))
        };
        let ((low, high), (least, greatest)) = (range(y), range(&values));
        let half = 0.5 * (high - low);
        // A season that throws a value far beyond all that was seen is no help.
        if greatest <= high + half && least >= low - half {
            return Ok(Filled { values, at, method: "seasonal" });
        }
    }
    Ok(Filled { values: lines(y), at, method: "linear" })
}

/// A first guess of what is missing: waves of the period and a polynomial of time.
fn waves(y: &[f64], known: &[usize], period: usize) -> Result<Vec<f64>> {
    let n = y.len();
    let mut columns: Vec<Vec<f64>> = vec![vec![1.0; n]];
    for k in 1..=(period / 2).min(5) {
        let angle = |t: usize| std::f64::consts::TAU * ((k * (t + 1)) % period) as f64 / period as f64;
        columns.push((0..n).map(|t| angle(t).cos()).collect());
        if 2 * k != period {
            columns.push((0..n).map(|t| angle(t).sin()).collect());
        }
    }
    let scaled = |t: usize| 2.0 * t as f64 / (n as f64 - 1.0) - 1.0;
    // Legendre's polynomials: what they span is the same as R's `poly`, and they keep their digits.
    let (mut before, mut now): (Vec<f64>, Vec<f64>) = (vec![1.0; n], (0..n).map(scaled).collect());
    for degree in 1..=(n / 10).clamp(1, 6) {
        columns.push(now.clone());
        let d = degree as f64;
        let next =
            (0..n).map(|t| ((2.0 * d + 1.0) * scaled(t) * now[t] - d * before[t]) / (d + 1.0)).collect();
        before = std::mem::replace(&mut now, next);
    }
    let part: Vec<Vec<f64>> = columns.iter().map(|c| known.iter().map(|&t| c[t]).collect()).collect();
    let found = least(&part, &known.iter().map(|&t| y[t]).collect::<Vec<f64>>())?;
    Ok((0..n).map(|t| columns.iter().zip(&found.coefficients).map(|(c, b)| c[t] * b).sum()).collect())
}

fn there(y: &[f64]) -> Result<()> {
    let known: Vec<f64> = y.iter().copied().filter(|x| !x.is_nan()).collect();
    if known.is_empty() {
        return Err(Error::Missing { column: NAME.to_owned() });
    }
    whole(&known, 2)
}
