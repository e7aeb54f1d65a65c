//! Rotations: the same factors seen from a simpler side.
//!
//! Orthogonal and oblique rotations minimise a [`Criterion`] over all turns ([`surface`]): by gradient projection (Jennrich
//! 2001, 2002) into the neighbourhood of a minimum, and by Newton's steps to its bottom, where the slope is below 1e-10.
//! Criteria may have several minima: besides the unrotated axes, from which GPArotation starts, random starts are tried, and
//! [`Rotated::minima`] says what was found. Promax ([`promax`]) is no criterion but a recipe.

mod criterion;
mod descend;
mod promax;
mod surface;

use super::dense::{crossed, inverse, times};
use crate::{Chance, Error, Result};
use matrix::Mat;
use rayon::prelude::*;

pub use criterion::Criterion;
use descend::descend;
use surface::Surface;

/// Which rotation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Rotation {
    /// None.
    None,
    /// Orthogonal, by a criterion.
    Orthogonal(Criterion),
    /// Oblique, by a criterion.
    Oblique(Criterion),
    /// Promax as `stats::promax` and `factanal` have it: varimax with Kaiser's normalisation, whose loadings, normalised no
    /// more, are raised to a power.
    Promax(f64),
    /// Promax as psych's `fa(rotate = "promax")` has it: rows are normalised before the power is taken and given their
    /// length back at the end.
    KaiserPromax(f64),
}

/// How to rotate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rotate {
    /// Which rotation.
    pub rotation: Rotation,
    /// Kaiser's normalisation: each row has length 1 while it is turned. `varimax` of R has it, `Varimax` of GPArotation and
    /// oblique rotations of psych have it not.
    pub kaiser: bool,
    /// How many starts, the first from the unrotated axes; 1 is what R does.
    pub starts: usize,
    /// The seed of the other starts.
    pub seed: u64,
}

/// A minimum that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// The value of the criterion.
    pub value: f64,
    /// How many starts ended there.
    pub starts: usize,
}

/// Rotated loadings.
#[derive(Debug, Clone)]
pub struct Rotated {
    /// Columns × factors: the pattern.
    pub loadings: Mat<f64>,
    /// Correlations of the factors.
    pub phi: Mat<f64>,
    /// The turn: loadings = unrotated · turn.
    pub turn: Mat<f64>,
    /// Columns × factors: correlations of columns and factors, loadings · Φ.
    pub structure: Mat<f64>,
    /// The criterion at the end; not a number where there is none.
    pub value: f64,
    /// The greatest slope at the end.
    pub slope: f64,
    /// Minima by value, the least first; one where only one start was made.
    pub minima: Vec<Found>,
    /// Whether the start that R makes ended at the least of them.
    pub first_is_best: bool,
}

/// Rotates loadings, and puts the factors in order: the greatest variance first, each with a positive sum.
///
/// # Errors
/// No convergence; a promax whose factors fall together.
pub fn rotate(unrotated: &Mat<f64>, how: Rotate) -> Result<Rotated> {
    let size = unrotated.ncols();
    let whole = |turn: Mat<f64>, value: f64, slope: f64, minima: Vec<Found>, first_is_best: bool| {
        ordered(unrotated, turn, value, slope, minima, first_is_best)
    };
    if size < 2 {
        return whole(Mat::identity(size, size), f64::NAN, 0.0, Vec::new(), true);
    }
    match how.rotation {
        Rotation::None => whole(Mat::identity(size, size), f64::NAN, 0.0, Vec::new(), true),
        Rotation::Orthogonal(criterion) => {
            let rows = normalised(unrotated, how.kaiser);
            let best = best(&Surface::orthogonal(&rows, criterion), how)?;
            whole(best.turn, best.value, best.slope, best.minima, best.first_is_best)
        }
        Rotation::Oblique(criterion) => {
            let rows = normalised(unrotated, how.kaiser);
            let best = best(&Surface::oblique(&rows, criterion), how)?;
            // The surface is turned by T, the loadings by its inverse transposed.
            let turn = inverse(&best.turn).ok_or(Error::Collinear { columns: Vec::new() })?;
            whole(turn.transpose().to_owned(), best.value, best.slope, best.minima, best.first_is_best)
        }
        Rotation::Promax(power) | Rotation::KaiserPromax(power) => {
            let rows = normalised(unrotated, true);
            let varimax = best(&Surface::orthogonal(&rows, Criterion::Varimax), how)?;
            let used = if matches!(how.rotation, Rotation::Promax(_)) { unrotated } else { &rows };
            let turn = promax::turn(&times(used, &varimax.turn), power)?;
            let turn = times(&varimax.turn, &turn);
            whole(turn, varimax.value, varimax.slope, varimax.minima, varimax.first_is_best)
        }
    }
}

struct Best {
    turn: Mat<f64>,
    value: f64,
    slope: f64,
    minima: Vec<Found>,
    first_is_best: bool,
}

/// The lowest of the minima that several starts lead to.
fn best(surface: &Surface<'_>, how: Rotate) -> Result<Best> {
    let chance = Chance::new(how.seed);
    let ends: Vec<_> = (0..how.starts.max(1))
        .into_par_iter()
        .map(|number| {
            let start = match number {
                0 => surface.plain(),
                number => surface.random(&mut chance.branch(number as u64)),
            };
            descend(surface, start)
        })
        .collect();
    let mut first = None;
    let mut good = Vec::new();
    for (number, end) in ends.into_iter().enumerate() {
        match end {
            Ok(end) => {
                if number == 0 {
                    first = Some(end.value);
                }
                good.push(end);
            }
            Err(error) if how.starts <= 1 => return Err(error),
            Err(_) => {}
        }
    }
    let near = |x: f64, y: f64| (x - y).abs() <= 1e-8 * (1.0 + y.abs());
    let mut minima: Vec<Found> = Vec::new();
    let mut values: Vec<f64> = good.iter().map(|end| end.value).collect();
    values.sort_by(f64::total_cmp);
    for value in values {
        match minima.last_mut() {
            Some(last) if near(value, last.value) => last.starts += 1,
            _ => minima.push(Found { value, starts: 1 }),
        }
    }
    // Of starts that end at the same depth the first one tells: it is where R is.
    let least = minima.first().map_or(f64::NAN, |found| found.value);
    let chosen = good.into_iter().find(|end| near(end.value, least));
    let chosen = chosen.ok_or(Error::NoConvergence { what: "rotation", steps: descend::STEPS })?;
    let first_is_best = first.is_some_and(|first| near(first, least));
    Ok(Best { turn: chosen.turn, value: chosen.value, slope: chosen.slope, minima, first_is_best })
}

/// Rows of length 1, where that is asked for; a row of nothing stays.
fn normalised(loadings: &Mat<f64>, kaiser: bool) -> Mat<f64> {
    if !kaiser {
        return loadings.clone();
    }
    Mat::from_fn(loadings.nrows(), loadings.ncols(), |row, col| {
        let length = (0..loadings.ncols()).map(|at| loadings[(row, at)].powi(2)).sum::<f64>().sqrt();
        if length > 0.0 { loadings[(row, col)] / length } else { 0.0 }
    })
}

/// Puts factors in order and gives their signs.
fn ordered(
    unrotated: &Mat<f64>,
    turn: Mat<f64>,
    value: f64,
    slope: f64,
    minima: Vec<Found>,
    first_is_best: bool,
) -> Result<Rotated> {
    let size = turn.ncols();
    let loadings = times(unrotated, &turn);
    let back = inverse(&turn).ok_or(Error::Collinear { columns: Vec::new() })?;
    let phi = times(&back, &back.transpose().to_owned());
    let shared = crossed(&loadings, &loadings);
    let variance: Vec<f64> =
        (0..size).map(|at| (0..size).map(|k| phi[(at, k)] * shared[(k, at)]).sum()).collect();
    let mut order: Vec<usize> = (0..size).collect();
    order.sort_by(|&a, &b| variance[b].total_cmp(&variance[a]));
    let sign: Vec<f64> = (0..size)
        .map(|col| {
            if (0..loadings.nrows()).map(|row| loadings[(row, col)]).sum::<f64>() < 0.0 { -1.0 } else { 1.0 }
        })
        .collect();
    let moved =
        |a: &Mat<f64>| Mat::from_fn(a.nrows(), size, |row, col| sign[order[col]] * a[(row, order[col])]);
    let phi = Mat::from_fn(size, size, |row, col| {
        let (row, col) = (order[row], order[col]);
        if row == col { 1.0 } else { sign[row] * sign[col] * phi[(row.max(col), row.min(col))] }
    });
    let (loadings, turn) = (moved(&loadings), moved(&turn));
    let structure = times(&loadings, &phi);
    Ok(Rotated { loadings, phi, turn, structure, value, slope, minima, first_is_best })
}

#[cfg(test)]
mod tests;
