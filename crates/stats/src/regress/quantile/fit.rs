//! The exact solution, from vertex to vertex along the edge that falls most steeply, as far as the loss falls (after Barrodale and
//! Roberts 1974 and Koenker and d'Orey 1987).
//!
//! Outcomes are moved by a ten-thousand-millionth of their spread while the vertex is sought, so that no two planes tie and the walk
//! cannot go in circles; the plane is then laid through the rows as they are. The vertex that is best for the moved outcomes has multipliers that
//! show it to be best for the true ones too.

use super::basis::Basis;
use crate::regress::Design;
use crate::regress::weighted::{solve, times};
use crate::{Chance, Error, Result};
use rayon::prelude::*;

/// A fitted quantile.
#[derive(Debug, Clone)]
pub struct Quantile {
    /// Which, between 0 and 1.
    pub tau: f64,
    /// The coefficients' names.
    pub names: Vec<String>,
    /// The coefficients; `NaN` where a column follows from others.
    pub coefficients: Vec<f64>,
    /// The columns that stand for themselves.
    pub kept: Vec<usize>,
    /// Each row's residual.
    pub residuals: Vec<f64>,
    /// The loss: Σ residual × (τ, or τ − 1 below the plane).
    pub loss: f64,
    /// 1 − the loss by that of the plain quantile (Koenker and Machado 1999).
    pub r1: f64,
    /// Rows.
    pub n: usize,
    /// Rows left out because a value was missing.
    pub dropped: usize,
    /// Vertices visited.
    pub steps: usize,
    /// Whether no other plane is as good; where τ · n is whole there often is one.
    pub unique: bool,
}

/// Fits the quantile `tau` exactly. Weights scale a row's loss.
///
/// # Errors
/// A `tau` that is not between 0 and 1; fewer rows than columns.
pub fn quantile(design: &Design, tau: f64) -> Result<Quantile> {
    design.check()?;
    if !(tau > 0.0 && tau < 1.0) {
        return Err(Error::Choice { name: "tau", value: tau.to_string(), allowed: "0 < tau < 1".to_owned() });
    }
    let all = design.slices();
    let ones = vec![1.0; design.n()];
    let first = solve(&all, &design.y, &ones);
    let (columns, y) = scaled(design, &first.kept);
    let slices: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let (basis, steps) = vertex(&slices, &y, tau, None)?;
    let beta = basis.plane(&y);
    let unique = alone(&slices, &y, tau, &basis);
    let mut residuals: Vec<f64> =
        times(&slices, &beta, y.len()).iter().zip(&y).map(|(fit, y)| y - fit).collect();
    basis.rows.iter().for_each(|&row| residuals[row] = 0.0);
    let loss = loss(&residuals, tau);
    let mut coefficients = vec![f64::NAN; all.len()];
    first.kept.iter().zip(&beta).for_each(|(&column, b)| coefficients[column] = *b);
    let plain = design.weights.clone().unwrap_or(ones);
    let (flat, _) = vertex(&[&plain], &y, tau, None)?;
    let level = flat.plane(&y);
    let around: Vec<f64> = y.iter().zip(&plain).map(|(y, w)| y - level[0] * w).collect();
    if let Some(w) = &design.weights {
        residuals.iter_mut().zip(w).filter(|(_, w)| **w > 0.0).for_each(|(r, w)| *r /= w);
    }
    Ok(Quantile {
        tau,
        names: design.names(),
        coefficients,
        kept: first.kept,
        residuals,
        loss,
        r1: 1.0 - loss / self::loss(&around, tau),
        n: design.n(),
        dropped: design.dropped,
        steps,
        unique,
    })
}

/// The kept columns and the outcome less its offset; a row of weight w is a row w times as long.
pub(super) fn scaled(design: &Design, kept: &[usize]) -> (Vec<Vec<f64>>, Vec<f64>) {
    let weight = |row: usize| design.weights.as_ref().map_or(1.0, |w| w[row]);
    let by = |column: &[f64]| column.iter().enumerate().map(|(row, x)| x * weight(row)).collect::<Vec<f64>>();
    let offset = |row: usize| design.offset.as_ref().map_or(0.0, |offset| offset[row]);
    let y: Vec<f64> = design.y.iter().enumerate().map(|(row, y)| y - offset(row)).collect();
    (kept.iter().map(|&column| by(&design.columns[column].values)).collect(), by(&y))
}

/// Σ of residuals by τ, below the plane by τ − 1.
pub fn loss(residuals: &[f64], tau: f64) -> f64 {
    residuals.iter().map(|r| if *r < 0.0 { (tau - 1.0) * r } else { tau * r }).sum()
}

/// The best vertex for columns of full rank, from a start where there is one; and how many were visited.
pub fn vertex(columns: &[&[f64]], y: &[f64], tau: f64, start: Option<Basis>) -> Result<(Basis, usize)> {
    let (n, p) = (y.len(), columns.len());
    if n < p || p == 0 {
        return Err(Error::TooFew { what: "rows", have: n, need: p.max(1) });
    }
    let moved = shaken(y);
    let mut basis = match start {
        Some(basis) => basis,
        None => near(columns, &moved, tau)?,
    };
    let most = 50 * (n + p) + 1_000;
    let mut rest = residuals(columns, &moved, &basis);
    for steps in 1..=most {
        // How each row pulls, all of them together, and what that is along each edge.
        let pull: Vec<f64> = rest.iter().map(|r| if *r < 0.0 { tau - 1.0 } else { tau }).collect();
        let mut free = pull.clone();
        basis.rows.iter().for_each(|&row| free[row] = 0.0);
        let gradient: Vec<f64> =
            columns.par_iter().map(|column| crate::regress::weighted::dot(column, &free)).collect();
        let along = |at: usize| basis.inverse.iter().zip(&gradient).map(|(row, g)| row[at] * g).sum::<f64>();
        // Going up along an edge the row falls below the plane, going down it comes above.
        let slopes = (0..p).flat_map(|at| {
            let c = along(at);
            [(at, 1.0, 1.0 - tau - c), (at, -1.0, tau + c)]
        });
        let Some((at, sign, slope)) = slopes.min_by(|a, b| a.2.total_cmp(&b.2)) else { break };
        if slope > -1e-10 {
            return Ok((basis, steps));
        }
        let edge: Vec<f64> = basis.edge(at).iter().map(|x| sign * x).collect();
        let rise = times(columns, &edge, n);
        let inside = &basis.rows;
        let mut stops: Vec<(f64, usize)> = (0..n)
            .filter(|row| (rest[*row] > 0.0) == (rise[*row] > 0.0) && rise[*row] != 0.0)
            .map(|row| (rest[row] / rise[row], row))
            .filter(|(_, row)| !inside.contains(row))
            .collect();
        // The loss falls until the rows that the plane has passed outweigh the slope.
        stops.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let mut sum = slope;
        let enters = stops.iter().find(|(_, row)| {
            sum += rise[*row].abs();
            sum >= 0.0
        });
        let Some(&(_, enters)) = enters else { break };
        let mut rows = basis.rows.clone();
        rows[at] = enters;
        let Some(next) = Basis::new(columns, rows) else { break };
        basis = next;
        rest = residuals(columns, &moved, &basis);
    }
    Err(Error::NoConvergence { what: "quantile", steps: most })
}

fn residuals(columns: &[&[f64]], y: &[f64], basis: &Basis) -> Vec<f64> {
    let beta = basis.plane(y);
    let mut rest: Vec<f64> = times(columns, &beta, y.len()).iter().zip(y).map(|(fit, y)| y - fit).collect();
    basis.rows.iter().for_each(|&row| rest[row] = 0.0);
    rest
}

/// Whether every edge away from a best vertex rises.
fn alone(columns: &[&[f64]], y: &[f64], tau: f64, basis: &Basis) -> bool {
    let rest = residuals(columns, &shaken(y), basis);
    let mut pull: Vec<f64> = rest.iter().map(|r| if *r < 0.0 { tau - 1.0 } else { tau }).collect();
    basis.rows.iter().for_each(|&row| pull[row] = 0.0);
    let gradient: Vec<f64> =
        columns.iter().map(|column| crate::regress::weighted::dot(column, &pull)).collect();
    (0..columns.len()).all(|at| {
        let c: f64 = basis.inverse.iter().zip(&gradient).map(|(row, g)| row[at] * g).sum();
        1.0 - tau - c > 1e-9 && tau + c > 1e-9
    })
}

/// Outcomes moved a little, each by its own share, the same each time.
pub fn shaken(y: &[f64]) -> Vec<f64> {
    let size = y.iter().fold(0.0f64, |most, y| most.max(y.abs()));
    let low = y.iter().copied().fold(f64::INFINITY, f64::min);
    let high = y.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let by = (1e-10 * (high - low)).max(1e-13 * size);
    let mut chance = Chance::new(0x5eed);
    y.iter().map(|y| y + by * (chance.uniform() - 0.5)).collect()
}

/// A vertex near the solution: through the rows nearest to a plane that least squares, re-weighted, bring near it.
fn near(columns: &[&[f64]], y: &[f64], tau: f64) -> Result<Basis> {
    let n = y.len();
    let mut beta = solve(columns, y, &vec![1.0; n]).beta;
    let rest = |beta: &[f64]| -> Vec<f64> {
        times(columns, beta, n).iter().zip(y).map(|(fit, y)| y - fit).collect()
    };
    let mut left = rest(&beta);
    for round in 0..12 {
        let spread = left.iter().map(|r| r.abs()).sum::<f64>() / n as f64;
        let floor = spread * 10f64.powi(-1 - round / 3);
        let weights: Vec<f64> = left
            .iter()
            .map(|r| (if *r < 0.0 { 1.0 - tau } else { tau }) / r.abs().max(floor).max(1e-300))
            .collect();
        let step = solve(columns, &left, &weights).beta;
        beta.iter_mut().zip(&step).for_each(|(b, d)| *b += d);
        left = rest(&beta);
    }
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&a, &b| left[a].abs().total_cmp(&left[b].abs()));
    Basis::of_order(columns, order.into_iter())
}
