//! Very simple structure (Revelle and Rocklin 1979).

use super::dense::outer;
use super::rotate::{Criterion, Rotate, Rotation, rotate};
use super::{Method, extract};
use crate::Result;
use matrix::Mat;

/// How well loadings reduced to the greatest one or two of each row give the correlations back, for 1, 2, … factors
/// (minres, varimax with Kaiser's normalisation, as psych's `vss`).
#[derive(Debug, Clone, PartialEq)]
pub struct SimpleStructure {
    /// With the greatest loading of each row.
    pub one: Vec<f64>,
    /// With the two greatest; not a number for one factor.
    pub two: Vec<f64>,
}

/// The criteria for up to `most` factors; it ends where factors can no longer be extracted.
pub fn very_simple_structure(correlations: &Mat<f64>, most: usize) -> Result<SimpleStructure> {
    let mut found = SimpleStructure { one: Vec::new(), two: Vec::new() };
    let how = Rotate { rotation: Rotation::Orthogonal(Criterion::Varimax), kaiser: true, starts: 1, seed: 0 };
    for factors in 1..=most.min(correlations.nrows().saturating_sub(1)) {
        let Ok(extraction) = extract(correlations, factors, Method::MinimumResidual) else { break };
        let Ok(rotated) = rotate(&extraction.loadings, how) else { break };
        found.one.push(share(correlations, &rotated.loadings, 1));
        found.two.push(if factors > 1 { share(correlations, &rotated.loadings, 2) } else { f64::NAN });
    }
    Ok(found)
}

/// 1 − Σ residual² / Σ r² over all cells, the diagonal too (as psych has it), with the `keep` greatest loadings of each row.
fn share(correlations: &Mat<f64>, loadings: &Mat<f64>, keep: usize) -> f64 {
    let (p, k) = (loadings.nrows(), loadings.ncols());
    let mut simple = Mat::<f64>::zeros(p, k);
    for row in 0..p {
        let mut order: Vec<usize> = (0..k).collect();
        order.sort_by(|&a, &b| loadings[(row, b)].abs().total_cmp(&loadings[(row, a)].abs()));
        order.into_iter().take(keep).for_each(|col| simple[(row, col)] = loadings[(row, col)]);
    }
    let model = outer(&simple, &simple);
    let all = (0..p).flat_map(|col| (0..p).map(move |row| (row, col)));
    let (left, whole) = all.fold((0.0, 0.0), |(left, whole), at| {
        (left + (correlations[at] - model[at]).powi(2), whole + correlations[at].powi(2))
    });
    1.0 - left / whole
}
