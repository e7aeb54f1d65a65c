//! Matrices that are not quite correlations, and what columns have in common with each other.

use super::dense::{diagonal, failed, spectral};
use crate::{Error, Result};
use matrix::Mat;

/// Below this share of the trace an eigenvalue is none.
const NONE: f64 = f64::EPSILON;

/// Eigenvalues below this are raised to a hundred times it.
const LEAST: f64 = 1e-12;

/// Makes a correlation matrix positive definite where it is not: eigenvalues below 1e-12 are raised to 1e-10, all are brought to
/// their sum again and the diagonal to 1 (Wothke 1993; psych's `cor.smooth`). Gives the matrix and the least eigenvalue that it
/// had, or none where it is good as it is.
pub fn smooth(a: &Mat<f64>) -> Result<Option<(Mat<f64>, f64)>> {
    let p = a.nrows();
    let values = matrix::eigen(a.as_ref()).map_err(failed)?.values;
    let Some(&least) = values.last() else { return Ok(None) };
    if !least.is_finite() {
        return Err(Error::NoConvergence { what: "eigenvalues", steps: 0 });
    }
    if least >= NONE * p as f64 {
        return Ok(None);
    }
    let raised = |value: f64| if value < LEAST { 100.0 * LEAST } else { value };
    let sum: f64 = values.iter().map(|&value| raised(value)).sum();
    let raised = spectral(a, |value| raised(value) * p as f64 / sum)?;
    let sds: Vec<f64> = diagonal(&raised).into_iter().map(f64::sqrt).collect();
    let smoothed = Mat::from_fn(p, p, |row, col| match row == col {
        true => 1.0,
        false => raised[(row.max(col), row.min(col))] / (sds[row] * sds[col]),
    });
    Ok(Some((smoothed, least)))
}

/// The squared multiple correlation of each column with all others: 1 − 1 / diag(R⁻¹) (Guttman 1956).
pub fn multiple(correlations: &Mat<f64>) -> Result<Vec<f64>> {
    let inverse = matrix::inverse(correlations.as_ref()).map_err(failed)?;
    Ok(diagonal(&inverse).into_iter().map(|x| (1.0 - 1.0 / x).clamp(0.0, 1.0)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_correlations_is_smoothed_and_what_can_is_left() {
        let impossible =
            Mat::from_fn(3, 3, |row, col| [[1.0, 0.9, -0.9], [0.9, 1.0, 0.9], [-0.9, 0.9, 1.0]][row][col]);
        let (smoothed, least) = smooth(&impossible).expect("it is finite").expect("it needs it");
        assert!(least < 0.0);
        let values = matrix::eigen(smoothed.as_ref()).expect("it is symmetric").values;
        assert!(values[2] > 0.0 && smoothed[(1, 1)] == 1.0);
        assert!(smooth(&Mat::identity(3, 3)).expect("it is finite").is_none());
    }

    #[test]
    fn two_columns_have_their_correlation_squared_in_common() {
        let a = Mat::from_fn(2, 2, |row, col| if row == col { 1.0 } else { 0.6 });
        assert!(multiple(&a).expect("it has an inverse").iter().all(|x| (x - 0.36).abs() < 1e-15));
    }
}
