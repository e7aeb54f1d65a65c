//! The local outlier factor: how much thinner it is about a row than about its neighbours.

use super::neighbours::Neighbours;
use super::points::Points;
use crate::{Error, Result};
use rayon::prelude::*;

/// For each row its factor (Breunig, Kriegel, Ng and Sander 2000): about 1 within a cluster, well above 1 outside. `least` rows
/// make a neighbourhood, the row's own counted; rows as far as the last of them belong to it, too.
///
/// # Errors
/// A neighbourhood of fewer than two rows, or of more than there are.
pub fn lof(points: &Points, least: usize) -> Result<Vec<f64>> {
    let n = points.len();
    if least < 2 || least > n {
        return Err(Error::Choice {
            name: "min_points",
            value: least.to_string(),
            allowed: format!("2 … {n}"),
        });
    }
    let tree = Neighbours::new(points);
    let far: Vec<f64> = (0..n)
        .into_par_iter()
        .map(|row| tree.nearest(points.row(row), least - 1, Some(row)).last().map_or(0.0, |near| near.1))
        .collect();
    let near: Vec<Vec<(usize, f64)>> = (0..n)
        .into_par_iter()
        .map(|row| {
            // A rounding more: rows as far as the last belong to it, though their figures differ in the last bit.
            let found = tree.within(points.row(row), far[row] * (1.0 + f64::EPSILON));
            found.into_iter().filter(|near| near.0 != row).collect()
        })
        .collect();
    let density: Vec<f64> = near
        .iter()
        .map(|near| {
            let reach = near.iter().map(|&(other, gap)| gap.max(far[other]).sqrt());
            near.len() as f64 / reach.sum::<f64>()
        })
        .collect();
    let factor = |(row, near): (usize, &Vec<(usize, f64)>)| {
        let others = near.iter().map(|&(other, _)| density[other]).sum::<f64>() / near.len() as f64;
        let factor = others / density[row];
        // Among rows that are all one, none is outside.
        if factor.is_nan() { 1.0 } else { factor }
    };
    Ok(near.iter().enumerate().map(factor).collect())
}
