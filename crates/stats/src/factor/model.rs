//! A factor model whole: extraction, rotation, fit, scores.

use super::dense::diagonal;
use super::fit::within;
use super::rotate::{Rotate, Rotated, rotate};
use super::{Correlations, Extraction, Fit, Method, Scores, Scoring, extract, fit, multiple, scoring};
use crate::{Error, Result};

/// What is asked of a factor model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// How many factors.
    pub factors: usize,
    /// How they are extracted.
    pub method: Method,
    /// How they are rotated.
    pub rotate: Rotate,
    /// How scores are estimated.
    pub scoring: Scoring,
}

/// A factor model.
#[derive(Debug, Clone)]
pub struct FactorModel {
    /// Before rotation.
    pub extraction: Extraction,
    /// After it.
    pub rotated: Rotated,
    /// The fit.
    pub fit: Fit,
    /// The scores' weights.
    pub scores: Scores,
    /// What of each column's variance is common.
    pub communalities: Vec<f64>,
    /// Hofmann's complexity (1978): on how many factors a column loads, as it were.
    pub complexity: Vec<f64>,
    /// Sums of squared loadings for each factor: diag(ΦΛᵀΛ).
    pub variance: Vec<f64>,
    /// The same as a share of all variance.
    pub share: Vec<f64>,
    /// Column and factor pairs that load on a second factor no less than half as much as on the first.
    pub crossed: Vec<usize>,
}

/// Fits a factor model.
///
/// # Errors
/// More factors than the columns can tell apart; no convergence; a matrix that is not positive definite.
pub fn factors(of: &Correlations, options: Options) -> Result<FactorModel> {
    within(of.width(), options.factors)?;
    let extraction =
        extract(&of.matrix, options.factors, options.method).map_err(|error| explained(of, error))?;
    let rotated = rotate(&extraction.loadings, options.rotate)?;
    let (pattern, phi) = (&rotated.loadings, &rotated.phi);
    let fit = fit(of, pattern, phi)?;
    let scores = scoring(of, pattern, phi, options.scoring)?;
    let common = super::dense::outer(&rotated.structure, pattern);
    let shared = super::dense::crossed(pattern, &rotated.structure);
    let variance = diagonal(&shared);
    let p = of.width();
    let row = |row: usize| (0..pattern.ncols()).map(move |col| pattern[(row, col)]);
    Ok(FactorModel {
        communalities: diagonal(&common),
        complexity: (0..p).map(|at| complexity(row(at))).collect(),
        share: variance.iter().map(|x| x / p as f64).collect(),
        crossed: (0..p).filter(|&at| crosses(row(at))).collect(),
        variance,
        fit,
        scores,
        extraction,
        rotated,
    })
}

/// Where columns follow from others there is no solution, and they are named.
fn explained(of: &Correlations, error: Error) -> Error {
    let (Error::NoConvergence { .. } | Error::Collinear { .. }, Some(_)) = (&error, of.smoothed) else {
        return error;
    };
    let Ok(shared) = multiple(&of.matrix) else { return error };
    let follows = of.names.iter().zip(shared).filter(|(_, share)| *share > 1.0 - 1e-9);
    let columns: Vec<String> = follows.map(|(name, _)| name.clone()).collect();
    if columns.is_empty() { error } else { Error::Collinear { columns } }
}

/// (Σ a²)² / Σ a⁴.
pub(super) fn complexity(row: impl Iterator<Item = f64>) -> f64 {
    let (two, four) = row.fold((0.0, 0.0), |(two, four), x| (two + x * x, four + x.powi(4)));
    two * two / four
}

fn crosses(row: impl Iterator<Item = f64>) -> bool {
    let mut sizes: Vec<f64> = row.map(f64::abs).collect();
    sizes.sort_by(|a, b| b.total_cmp(a));
    matches!(sizes[..], [first, second, ..] if first >= 0.3 && second >= 0.3 && second >= 0.5 * first)
}
