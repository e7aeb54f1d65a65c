//! Errors that may also depend on those of the rows before: the covariances of Newey and West and of Andrews, and of Driscoll
//! and Kraay for panels.

use super::bandwidth::{andrews_weights, newey_west_bandwidth};
use super::{Covariance, Fit, Observed};
use crate::{Error, Result};
use matrix::{Mat, slices};

/// How the dependence on earlier rows is counted. Rows are in the order of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lags {
    /// So many lags; without a number as many as Newey and West's rule of 1994 says.
    pub lag: Option<usize>,
    /// Whether the scores are first made white by a regression on those of the row before.
    pub prewhite: bool,
    /// Whether to multiply by n/(n−k).
    pub adjust: bool,
}

/// Newey and West (1987): weights fall in a straight line with the lag (Bartlett's).
pub fn newey_west(fit: &Fit, observed: &Observed, lags: Lags) -> Result<Covariance> {
    fit.spare()?;
    let scores = observed.scores();
    let (white, whitening) = whitened(&scores, lags.prewhite)?;
    let lag = match lags.lag {
        Some(lag) => lag,
        None => newey_west_bandwidth(fit, observed, lags.prewhite)?.floor() as usize,
    };
    let rows = white.first().map_or(0, Vec::len);
    let weight = |at: usize| 1.0 - at as f64 / (lag as f64 + 1.0);
    let weights: Vec<f64> = (0..=lag.min(rows.saturating_sub(1))).map(weight).collect();
    let mut found = finish(fit, &white, &weights, whitening, lags.adjust);
    found.method = "Newey-West".to_owned();
    found.lag = Some(lag);
    Ok(found)
}

/// Andrews (1991): the quadratic spectral kernel with a bandwidth from first-order autoregressions of the scores.
pub fn andrews(fit: &Fit, observed: &Observed, adjust: bool) -> Result<Covariance> {
    fit.spare()?;
    let weights = andrews_weights(fit, observed)?;
    let mut found = finish(fit, &observed.scores(), &weights, None, adjust);
    found.method = "Andrews".to_owned();
    Ok(found)
}

/// Driscoll and Kraay (1998): rows of one time are summed, then Newey and West's weights go over the times. `time` gives each
/// row's number in the order of time.
pub fn driscoll_kraay(fit: &Fit, observed: &Observed, time: &[u32], lag: usize) -> Result<Covariance> {
    fit.spare()?;
    if time.len() != observed.residuals.len() {
        return Err(Error::Lengths { left: observed.residuals.len(), right: time.len() });
    }
    let mut order: Vec<u32> = time.to_vec();
    order.sort_unstable();
    order.dedup();
    let place = |at: &u32| order.binary_search(at).unwrap_or(0);
    let sum = |scores: Vec<f64>| {
        let mut sums = vec![0.0; order.len()];
        for (score, at) in scores.iter().zip(time) {
            sums[place(at)] += score;
        }
        sums
    };
    let scores: Vec<Vec<f64>> = observed.scores().into_iter().map(sum).collect();
    let weight = |at: usize| 1.0 - at as f64 / (lag as f64 + 1.0);
    let weights: Vec<f64> = (0..=lag.min(order.len().saturating_sub(1))).map(weight).collect();
    let mut found = finish(fit, &scores, &weights, None, false);
    found.method = "Driscoll-Kraay".to_owned();
    found.lag = Some(lag);
    found.clusters = vec![order.len()];
    Ok(found)
}

fn finish(
    fit: &Fit,
    scores: &[Vec<f64>],
    weights: &[f64],
    whitening: Option<Mat<f64>>,
    adjust: bool,
) -> Covariance {
    let rank = fit.rank();
    let mut meat = vec![0.0; rank * rank];
    for (lag, weight) in weights.iter().enumerate() {
        for i in 0..rank {
            for j in 0..rank {
                let (early, late) = (&scores[i], scores[j].get(lag..).unwrap_or(&[]));
                let product = weight * slices::dot(early, late).value();
                meat[i * rank + j] += product;
                if lag > 0 {
                    meat[j * rank + i] += product;
                }
            }
        }
    }
    if let Some(d) = whitening {
        let middle = Mat::from_fn(rank, rank, |i, j| meat[i * rank + j]);
        let left = matrix::product(d.as_ref(), middle.as_ref());
        let all = matrix::product(left.as_ref(), d.transpose());
        meat = (0..rank * rank).map(|at| all[(at / rank, at % rank)]).collect();
    }
    if adjust {
        let by = fit.n as f64 / fit.df_residual as f64;
        meat.iter_mut().for_each(|x| *x *= by);
    }
    Covariance { matrix: fit.sandwich(&meat), ..fit.nothing() }
}

/// Scores made white, and what colours them again.
type Whitened = (Vec<Vec<f64>>, Option<Mat<f64>>);

/// The residuals of a vector autoregression of order one without a constant, and (I − A)⁻¹ to colour them again.
pub(crate) fn whitened(scores: &[Vec<f64>], wanted: bool) -> Result<Whitened> {
    if !wanted {
        return Ok((scores.to_vec(), None));
    }
    let (rank, rows) = (scores.len(), scores.first().map_or(0, Vec::len));
    if rows < rank + 2 {
        return Err(Error::TooFew { what: "rows", have: rows, need: rank + 2 });
    }
    // Scaled to their own lengths, so that no column weighs more in the decomposition.
    let lengths: Vec<f64> = scores.iter().map(|score| slices::dot(score, score).value().sqrt()).collect();
    if lengths.iter().any(|&length| length.is_nan() || length <= 0.0) {
        return Err(Error::Constant { column: "residuals".to_owned() });
    }
    let before = Mat::from_fn(rows - 1, rank, |row, at| scores[at][row] / lengths[at]);
    let after = Mat::from_fn(rows - 1, rank, |row, at| scores[at][row + 1] / lengths[at]);
    let found = matrix::least_squares(before.as_ref(), after.as_ref());
    let expected = matrix::product(before.as_ref(), found.as_ref());
    let white = (0..rank)
        .map(|at| (0..rows - 1).map(|row| (after[(row, at)] - expected[(row, at)]) * lengths[at]).collect())
        .collect();
    let left = Mat::from_fn(rank, rank, |i, j| {
        f64::from(u8::from(i == j)) - found[(j, i)] * lengths[i] / lengths[j]
    });
    let inverse = matrix::least_squares(left.as_ref(), Mat::<f64>::identity(rank, rank).as_ref());
    Ok((white, Some(inverse)))
}
