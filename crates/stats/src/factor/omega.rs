//! McDonald's ω: how much of a scale is one thing.

use super::alpha::total;
use super::rotate::{Criterion, Rotate, Rotation, rotate};
use super::{Correlations, Method, extract};
use crate::{Error, Result};
use matrix::Mat;

/// Reliability from a model of one general and several group factors, by the transformation of Schmid and Leiman (1957):
/// minres, oblimin (quartimin), and one factor behind the factors, as psych's `omega`.
#[derive(Debug, Clone)]
pub struct Omega {
    /// ω hierarchical: the share of the sum's variance that the general factor makes.
    pub hierarchical: f64,
    /// ω total: the share of all common factors.
    pub total: f64,
    /// What ω hierarchical would be of an infinitely long scale of the same make.
    pub asymptotic: f64,
    /// The general factor's share of all common variance.
    pub explained_common: f64,
    /// Loadings on the general factor, items turned so that they are positive.
    pub general: Vec<f64>,
    /// Items × group factors.
    pub groups: Mat<f64>,
    /// Uniquenesses.
    pub uniquenesses: Vec<f64>,
    /// Items that were turned round.
    pub reversed: Vec<usize>,
    /// Whether the general loadings of two factors had to be taken as equal: two do not determine them.
    pub assumed: bool,
}

/// ω with so many group factors.
///
/// # Errors
/// Fewer than two group factors or more than the items can tell apart; no convergence.
pub fn omega(of: &Correlations, factors: usize, starts: usize, seed: u64) -> Result<Omega> {
    if factors < 2 {
        return Err(Error::TooFew { what: "factors", have: factors, need: 2 });
    }
    let p = of.width();
    let extraction = extract(&of.matrix, factors, Method::MinimumResidual)?;
    // psych turns to varimax before oblimin: it is the start that matters here.
    let turn = |rotation| Rotate { rotation, kaiser: true, starts: 1, seed };
    let varimax = rotate(&extraction.loadings, turn(Rotation::Orthogonal(Criterion::Varimax)))?;
    let oblique = Rotate { kaiser: false, starts, ..turn(Rotation::Oblique(Criterion::Oblimin(0.0))) };
    let rotated = rotate(&varimax.loadings, oblique)?;
    let above: Vec<f64> = match factors {
        2 => {
            let shared = rotated.phi[(0, 1)];
            vec![shared.abs().sqrt(), shared.signum() * shared.abs().sqrt()]
        }
        _ => {
            let above = extract(&rotated.phi, 1, Method::MinimumResidual)?;
            (0..factors).map(|row| above.loadings[(row, 0)]).collect()
        }
    };
    let load = |row: usize| (0..factors).map(|col| rotated.loadings[(row, col)] * above[col]).sum::<f64>();
    let signs: Vec<f64> = (0..p).map(|row| if load(row) < 0.0 { -1.0 } else { 1.0 }).collect();
    let general: Vec<f64> = (0..p).map(|row| signs[row] * load(row)).collect();
    let own = |col: usize| (1.0 - above[col] * above[col]).max(0.0).sqrt();
    let groups = Mat::from_fn(p, factors, |row, col| signs[row] * rotated.loadings[(row, col)] * own(col));
    let r = Mat::from_fn(p, p, |row, col| signs[row] * signs[col] * of.matrix[(row, col)]);
    let whole = total(&r, None);
    let uniquenesses: Vec<f64> = (0..p)
        .map(|row| 1.0 - (0..factors).map(|col| extraction.loadings[(row, col)].powi(2)).sum::<f64>())
        .collect();
    let unique: f64 = uniquenesses.iter().sum();
    let sum = general.iter().sum::<f64>().powi(2);
    let squared: f64 = general.iter().map(|x| x * x).sum();
    let grouped: f64 =
        (0..factors).map(|col| (0..p).map(|row| groups[(row, col)].powi(2)).sum::<f64>()).sum();
    Ok(Omega {
        hierarchical: sum / whole,
        total: (whole - unique) / whole,
        asymptotic: sum / (whole - unique),
        explained_common: squared / (squared + grouped),
        reversed: (0..p).filter(|&row| signs[row] < 0.0).collect(),
        assumed: factors == 2,
        general,
        groups,
        uniquenesses,
    })
}
