//! Where each row stands on each factor.

use super::Correlations;
use super::dense::{crossed, diagonal, failed, inverse, leading, outer, scaled, spectral, times};
use crate::{Blocks, Error, Result};
use matrix::Mat;

/// How scores are estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scoring {
    /// Thurstone's regression (1935): R⁻¹ΛΦ.
    Regression,
    /// Bartlett's (1937): Ψ⁻¹Λ(ΛᵀΨ⁻¹Λ)⁻¹, unbiased.
    Bartlett,
    /// Ten Berge's and others' (1999): correlated as the factors are.
    TenBerge,
}

/// Weights of standardised columns that give scores.
#[derive(Debug, Clone)]
pub struct Scores {
    /// How.
    pub method: Scoring,
    /// Columns × factors.
    pub weights: Mat<f64>,
    /// For each factor, the squared correlation of regression scores with it: how far the columns determine it (psych's
    /// `R2`).
    pub determinacy: Vec<f64>,
    /// 2R² − 1: the least correlation of two sets of scores that fit equally well.
    pub least_agreement: Vec<f64>,
    /// Correlations of the estimated scores with each other.
    pub correlations: Mat<f64>,
}

/// Weights for scores of a pattern with correlated factors.
///
/// # Errors
/// The correlations have no inverse; for Bartlett's, a uniqueness is nought.
pub fn scoring(of: &Correlations, pattern: &Mat<f64>, phi: &Mat<f64>, method: Scoring) -> Result<Scores> {
    let structure = times(pattern, phi);
    let regression = matrix::cholesky_solve(of.matrix.as_ref(), structure.as_ref()).map_err(failed)?;
    let determinacy = diagonal(&crossed(&regression, &structure));
    let weights = match method {
        Scoring::Regression => regression,
        Scoring::Bartlett => {
            let common = diagonal(&outer(&structure, pattern));
            let over: Vec<f64> = common.iter().map(|x| 1.0 / (1.0 - x)).collect();
            if over.iter().any(|x| !x.is_finite() || *x <= 0.0) {
                return Err(Error::Collinear { columns: heywood(of, &common) });
            }
            let ones = vec![1.0; pattern.ncols()];
            let weighted = scaled(pattern.as_ref(), &over, &ones);
            let inner =
                inverse(&crossed(&weighted, pattern)).ok_or(Error::Collinear { columns: Vec::new() })?;
            times(&weighted, &inner)
        }
        Scoring::TenBerge => {
            let root = spectral(phi, |x| x.max(0.0).sqrt())?;
            let l = times(pattern, &root);
            let half = spectral(&of.matrix, |x| 1.0 / x.sqrt())?;
            let inner = matrix::cholesky_solve(of.matrix.as_ref(), l.as_ref()).map_err(failed)?;
            let middle = spectral(&crossed(&l, &inner), |x| 1.0 / x.sqrt())?;
            times(&times(&times(&half, &times(&half, &l)), &middle), &root)
        }
    };
    let spread = crossed(&weights, &times(&of.matrix, &weights));
    let lengths: Vec<f64> = diagonal(&spread).into_iter().map(|x| 1.0 / x.sqrt()).collect();
    Ok(Scores {
        method,
        least_agreement: determinacy.iter().map(|x| 2.0 * x - 1.0).collect(),
        correlations: scaled(spread.as_ref(), &lengths, &lengths),
        weights,
        determinacy,
    })
}

fn heywood(of: &Correlations, common: &[f64]) -> Vec<String> {
    let at_bound = of.names.iter().zip(common).filter(|(_, x)| **x >= 1.0);
    at_bound.map(|(name, _)| name.clone()).collect()
}

/// Scores of rows: standardised columns times weights, a column for each factor; a row that lacks a column has none (`NaN`).
/// At most `limit` rows.
pub fn project(
    of: &Correlations,
    weights: &Mat<f64>,
    source: &dyn Blocks,
    columns: &[usize],
    limit: usize,
) -> Result<Vec<Vec<f64>>> {
    let weights = leading(weights, weights.ncols());
    let mut scores = vec![Vec::new(); weights.ncols()];
    for part in 0..source.parts() {
        source.read(part, columns, &mut |rows| {
            let height = rows.first().map_or(0, |column| column.len());
            let room = limit.saturating_sub(scores.first().map_or(0, Vec::len)).min(height);
            for (factor, scores) in scores.iter_mut().enumerate() {
                let start = scores.len();
                scores.resize(start + room, 0.0);
                for (col, column) in rows.iter().enumerate() {
                    let weight = weights[(col, factor)] / of.sds[col];
                    let mean = of.means[col];
                    let sums = scores[start..].iter_mut().zip(&column[..room]);
                    sums.for_each(|(sum, x)| *sum += weight * (x - mean));
                }
            }
            Ok(())
        })?;
    }
    Ok(scores)
}
