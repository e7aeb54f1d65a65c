//! Factors out of correlations: uniquenesses and loadings before any rotation.

use super::dense::{diagonal, failed, leading, scaled};
use super::newton::{Minimum, minimise};
use super::smooth::multiple;
use crate::{Error, Result};
use matrix::{Eigen, Mat, eigen, inverse};

mod curve;

/// The least uniqueness that is allowed, as in `factanal` and psych: a column that reaches it is a Heywood case.
pub const HEYWOOD: f64 = 0.005;

/// How factors are extracted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Maximum likelihood under normality (Lawley; Jöreskog 1967).
    MaximumLikelihood,
    /// The least sum of squared residual correlations (Harman and Jones 1966): minres, which is the same as unweighted
    /// least squares.
    MinimumResidual,
    /// Principal axes: the eigenvectors of the correlations with communalities on the diagonal, from squared multiple
    /// correlations on until they stay. Its end is a stationary point of minres; no bound is put on the uniquenesses.
    PrincipalAxis,
    /// Generalized least squares, ½ tr(I − R⁻¹Σ)² (Jöreskog and Goldberger 1972). psych's `gls` stops where its gradient,
    /// which is that of maximum likelihood, tells it to, and gives other figures.
    GeneralizedLeastSquares,
}

/// Factors before rotation.
#[derive(Debug, Clone)]
pub struct Extraction {
    /// How.
    pub method: Method,
    /// Columns × factors, orthogonal, the factor of the greatest variance first, each with a positive sum.
    pub loadings: Mat<f64>,
    /// What of each column's variance is its own.
    pub uniquenesses: Vec<f64>,
    /// The minimum of the method's own function.
    pub objective: f64,
    /// The greatest slope of that function at the end.
    pub gradient: f64,
    /// Steps taken.
    pub steps: usize,
    /// Columns whose uniqueness reached [`HEYWOOD`] (or, for principal axes, nought).
    pub heywood: Vec<usize>,
}

/// Extracts `factors` factors from a correlation matrix.
///
/// # Errors
/// No factor, as many as columns or more; a matrix that is not positive definite; no convergence.
pub fn extract(correlations: &Mat<f64>, factors: usize, method: Method) -> Result<Extraction> {
    let p = correlations.nrows();
    if factors == 0 || factors >= p {
        let allowed = format!("1 … {}", p.saturating_sub(1));
        return Err(Error::Choice { name: "factors", value: factors.to_string(), allowed });
    }
    let own: Vec<f64> = match inverse(correlations.as_ref()) {
        Ok(inverse) => diagonal(&inverse).into_iter().map(|x| 1.0 / x).collect(),
        Err(fault) => return Err(failed(fault)),
    };
    match method {
        Method::MaximumLikelihood | Method::GeneralizedLeastSquares => {
            // Jöreskog's start.
            let shrink = 1.0 - 0.5 * factors as f64 / p as f64;
            let start = own.iter().map(|x| (shrink * x).ln()).collect();
            let bounds = (HEYWOOD.ln(), 0.0);
            let found = minimise(start, bounds, "factors", |logs| {
                let (_, scaled) = standardised(correlations, logs)?;
                Ok(match method {
                    Method::MaximumLikelihood => curve::likelihood(&scaled, factors),
                    _ => curve::generalized(&scaled, factors),
                })
            })?;
            let (own, scaled) = standardised(correlations, &found.at)?;
            let roots: Vec<f64> = own.iter().map(|x| x.sqrt()).collect();
            let loadings = axes(&scaled, factors, 1.0, &roots);
            Ok(finished(method, loadings, own, found))
        }
        Method::MinimumResidual => {
            let found = residual(correlations, own, factors, (HEYWOOD, 1.0))?;
            let loadings = axes(&reduced(correlations, &found.at)?, factors, 0.0, &vec![1.0; p]);
            Ok(finished(method, loadings, found.at.clone(), found))
        }
        Method::PrincipalAxis => principal_axis(correlations, factors),
    }
}

fn finished(method: Method, loadings: Mat<f64>, uniquenesses: Vec<f64>, found: Minimum) -> Extraction {
    let bound = if method == Method::PrincipalAxis { 0.0 } else { HEYWOOD * (1.0 + 1e-9) };
    let heywood = (0..uniquenesses.len()).filter(|&at| uniquenesses[at] <= bound).collect();
    let (objective, gradient, steps) = (found.value, found.slope, found.steps);
    Extraction { method, loadings, uniquenesses, objective, gradient, steps, heywood }
}

/// The eigenvalues of the correlations, both sides divided by the roots of the uniquenesses.
fn standardised(correlations: &Mat<f64>, logs: &[f64]) -> Result<(Vec<f64>, Eigen)> {
    let own: Vec<f64> = logs.iter().map(|x| x.exp()).collect();
    let roots: Vec<f64> = own.iter().map(|x| 1.0 / x.sqrt()).collect();
    let found = eigen(scaled(correlations.as_ref(), &roots, &roots).as_ref()).map_err(failed)?;
    Ok((own, found))
}

/// The eigenvalues of the correlations with the uniquenesses off their diagonal.
fn reduced(correlations: &Mat<f64>, own: &[f64]) -> Result<Eigen> {
    let p = own.len();
    let off = |row: usize, col: usize| if row == col { own[row] } else { 0.0 };
    eigen(Mat::from_fn(p, p, |row, col| correlations[(row, col)] - off(row, col)).as_ref()).map_err(failed)
}

/// Loadings along the first eigenvectors: of length √(value − `less`), each row times `rows`, each column's sum positive.
fn axes(found: &Eigen, factors: usize, less: f64, rows: &[f64]) -> Mat<f64> {
    let mut loadings = leading(&found.vectors, factors);
    for col in 0..loadings.ncols() {
        let length = (found.values[col] - less).max(0.0).sqrt();
        let sum: f64 = (0..rows.len()).map(|row| loadings[(row, col)] * rows[row]).sum();
        let length = if sum < 0.0 { -length } else { length };
        (0..rows.len()).for_each(|row| loadings[(row, col)] *= length * rows[row]);
    }
    loadings
}

fn residual(correlations: &Mat<f64>, start: Vec<f64>, factors: usize, bounds: (f64, f64)) -> Result<Minimum> {
    minimise(start, bounds, "factors", |own| Ok(curve::residual(&reduced(correlations, own)?, factors)))
}

/// Communalities put on the diagonal again and again; the last digits, to which that crawls, by Newton's steps on the same
/// equations.
fn principal_axis(correlations: &Mat<f64>, factors: usize) -> Result<Extraction> {
    let p = correlations.nrows();
    let mut own: Vec<f64> = multiple(correlations)?.into_iter().map(|x| 1.0 - x).collect();
    let mut steps = 0;
    for step in 1..=200 {
        steps = step;
        let loadings = axes(&reduced(correlations, &own)?, factors, 0.0, &vec![1.0; p]);
        let next: Vec<f64> = (0..p)
            .map(|row| 1.0 - (0..loadings.ncols()).map(|col| loadings[(row, col)].powi(2)).sum::<f64>())
            .collect();
        let moved = next.iter().zip(&own).map(|(x, y)| (x - y).abs()).fold(0.0, f64::max);
        own = next;
        if moved < 1e-12 {
            break;
        }
    }
    let mut found = residual(correlations, own, factors, (-10.0, 1.0))?;
    found.steps += steps;
    let loadings = axes(&reduced(correlations, &found.at)?, factors, 0.0, &vec![1.0; p]);
    Ok(finished(Method::PrincipalAxis, loadings, found.at.clone(), found))
}
