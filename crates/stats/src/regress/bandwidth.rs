//! How far back the errors are taken to depend on each other, from the data.

use super::hac::whitened;
use super::{Fit, Observed};
use crate::{Error, Result};
use matrix::{Dd, slices};

/// Newey and West's (1994) bandwidth for Bartlett's weights, from the sum of the scores of all columns but the intercept.
pub fn newey_west_bandwidth(fit: &Fit, observed: &Observed, prewhite: bool) -> Result<f64> {
    let (white, _) = whitened(&observed.scores(), prewhite)?;
    let rows = white.first().map_or(0, Vec::len);
    let before = usize::from(prewhite);
    let n = (rows + before) as f64;
    let lags = ((if prewhite { 3.0 } else { 4.0 }) * (n / 100.0).powf(2.0 / 9.0)).floor() as usize;
    if rows <= lags {
        return Err(Error::TooFew { what: "rows", have: rows, need: lags + 1 });
    }
    // Scores on Q told of the columns: a row of X is a row of Q times R.
    let directions = columns_on_basis(fit);
    let mut sum = vec![0.0; rows];
    for (at, scores) in white.iter().enumerate() {
        let by: f64 = weighted_columns(fit).map(|column| directions[column][at]).sum();
        slices::axpy_plain(by, scores, &mut sum);
    }
    let covariance = |lag: usize| slices::dot(&sum, &sum[lag..]).value() / rows as f64;
    let all: Vec<f64> = (0..=lags).map(covariance).collect();
    let s0 = all[0] + 2.0 * all[1..].iter().sum::<f64>();
    let s1: f64 = 2.0 * all.iter().enumerate().map(|(lag, c)| lag as f64 * c).sum::<f64>();
    Ok(1.1447 * ((s1 / s0).powi(2)).cbrt() * n.cbrt())
}

/// The weights of the quadratic spectral kernel under Andrews' (1991) bandwidth, as far as they are more than 10⁻⁷.
pub(crate) fn andrews_weights(fit: &Fit, observed: &Observed) -> Result<Vec<f64>> {
    let scores = observed.scores();
    let rows = observed.weighted.len();
    if rows < 5 {
        return Err(Error::TooFew { what: "rows", have: rows, need: 5 });
    }
    let directions = columns_on_basis(fit);
    let (mut above, mut below) = (0.0, 0.0);
    for column in weighted_columns(fit) {
        let mut score = vec![0.0; rows];
        for (at, q) in scores.iter().enumerate() {
            slices::axpy_plain(directions[column][at], q, &mut score);
        }
        let (rho, variance) = autoregression(&score);
        above += 4.0 * rho.powi(2) * variance.powi(2) / (1.0 - rho).powi(8);
        below += (variance / (1.0 - rho).powi(2)).powi(2);
    }
    let bandwidth = 1.3221 * (rows as f64 * above / below).powf(0.2);
    let all: Vec<f64> = (0..rows).map(|lag| quadratic_spectral(lag as f64 / bandwidth)).collect();
    let end = all.iter().rposition(|weight| weight.abs() > 1e-7).unwrap_or(0);
    Ok(all[..=end].to_vec())
}

fn quadratic_spectral(x: f64) -> f64 {
    let y = 1.2 * std::f64::consts::PI * x;
    // Near nought by its series, where the two terms cancel.
    if y < 1e-2 { 1.0 - y * y / 10.0 } else { 3.0 / (y * y) * (y.sin() / y - y.cos()) }
}

/// The coefficient and the residual variance of a regression on the figure before, with a constant.
fn autoregression(series: &[f64]) -> (f64, f64) {
    let (before, after) = (&series[..series.len() - 1], &series[1..]);
    let n = before.len() as f64;
    let mean = |x: &[f64]| (slices::sum(x) / Dd::from(n)).value();
    let (mean_before, mean_after) = (mean(before), mean(after));
    let (mut square, mut product, mut whole) = (0.0, 0.0, 0.0);
    for (x, y) in before.iter().zip(after) {
        let (x, y) = (x - mean_before, y - mean_after);
        (square, product, whole) = (square + x * x, product + x * y, whole + y * y);
    }
    let rho = product / square;
    (rho, (whole - rho * product).max(0.0) / n)
}

/// The kept columns that count: all but the intercept, or all where there is no other.
fn weighted_columns(fit: &Fit) -> impl Iterator<Item = usize> {
    let first = usize::from(fit.intercept && fit.rank() > 1);
    first..fit.rank()
}

/// R by columns: each column of X on those of Q.
fn columns_on_basis(fit: &Fit) -> Vec<Vec<f64>> {
    let (root, shift) = (&fit.solution.root, &fit.solution.shift);
    let column = |j: usize| {
        let mut column: Vec<f64> = (0..fit.rank()).map(|i| root.at(i, j).value()).collect();
        if j > 0 && shift[j] != 0.0 {
            column[0] = (root.at(0, j) + root.at(0, 0) * shift[j]).value();
        }
        column
    };
    (0..fit.rank()).map(column).collect()
}
