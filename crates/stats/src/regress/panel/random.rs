//! The components of variance of random effects.

use super::fit::{Model, Panels, transform};
use super::transform::{means, members};
use crate::regress::Design;
use crate::regress::weighted::{dot, solve, times};
use crate::{Error, Result};

/// How much rows and how much units scatter.
#[derive(Debug, Clone, PartialEq)]
pub struct Components {
    /// The variance of rows about their unit's level.
    pub idiosyncratic: f64,
    /// The variance of the units' levels; 0 where the estimate is below it.
    pub individual: f64,
    /// For each unit the share of its mean that is taken off.
    pub theta: Vec<f64>,
}

/// Swamy and Arora's components (1972), for panels of unequal length as by Baltagi and Chang (1994): the squares of the residuals within units
/// and of those between are set equal to what they are expected to be.
pub fn components(design: &Design, panels: Panels<'_>) -> Result<Components> {
    let units = members(panels.units);
    let n = design.n();
    let inside = transform(design, panels, Model::Within);
    let (square, rank) = residual(&inside.columns, &inside.y);
    let few = |need: usize| Error::TooFew { what: "rows", have: n, need };
    if n <= units.len() + rank {
        return Err(few(units.len() + rank + 1));
    }
    let idiosyncratic = square / (n - units.len() - rank) as f64;
    // Between: each row has its unit's mean.
    let spread = |column: &[f64]| {
        let mut own = vec![0.0; n];
        for (rows, mean) in units.iter().zip(means(column, &units)) {
            rows.iter().for_each(|&row| own[row] = mean);
        }
        own
    };
    let columns: Vec<Vec<f64>> = design.columns.iter().map(|column| spread(&column.values)).collect();
    let (square, rank) = residual(&columns, &spread(&design.y));
    if units.len() <= rank {
        return Err(Error::TooFew { what: "groups", have: units.len(), need: rank + 1 });
    }
    // tr((ZᵀPZ)⁻¹ Zᵀ·D·Dᵀ·Z), D being the units' indicators.
    let slices: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let solved = solve(&slices, &design.y, &vec![1.0; n]);
    let trace: f64 = units
        .iter()
        .map(|rows| {
            let Some(&row) = rows.first() else { return 0.0 };
            let z: Vec<f64> = solved.kept.iter().map(|&c| columns[c][row] * rows.len() as f64).collect();
            let half = solved.forward(&z);
            dot(&half, &half)
        })
        .sum();
    let individual = (square - (units.len() - rank) as f64 * idiosyncratic) / (n as f64 - trace);
    let individual = individual.max(0.0);
    let theta = units
        .iter()
        .map(|rows| 1.0 - (idiosyncratic / (idiosyncratic + rows.len() as f64 * individual)).sqrt())
        .collect();
    Ok(Components { idiosyncratic, individual, theta })
}

/// The sum of squared residuals and the rank.
fn residual(columns: &[Vec<f64>], y: &[f64]) -> (f64, usize) {
    let slices: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let solved = solve(&slices, y, &vec![1.0; y.len()]);
    let fit = times(&slices, &solved.beta, y.len());
    (y.iter().zip(&fit).map(|(y, f)| (y - f).powi(2)).sum(), solved.rank())
}
