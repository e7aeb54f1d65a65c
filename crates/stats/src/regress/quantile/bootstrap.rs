//! Errors of a quantile's coefficients by drawing rows again (xy-pairs; Efron 1979).

use super::fit::{Quantile, scaled, vertex};
use crate::regress::Design;
use crate::{Chance, Error, Result};
use rayon::prelude::*;

/// What the draws say, a figure a kept coefficient.
#[derive(Debug, Clone, PartialEq)]
pub struct Bootstrap {
    /// The standard deviation over the draws.
    pub std_errors: Vec<f64>,
    /// The lower ends of the percentile intervals.
    pub conf_low: Vec<f64>,
    /// The upper ends.
    pub conf_high: Vec<f64>,
    /// How many draws could be fitted.
    pub draws: usize,
}

/// Draws as many rows as there are so many times (200), by a seed.
///
/// # Errors
/// Fewer than ten draws that could be fitted.
pub fn bootstrap(design: &Design, fit: &Quantile, draws: usize, seed: u64, level: f64) -> Result<Bootstrap> {
    let (columns, y) = scaled(design, &fit.kept);
    let n = design.n();
    let chance = Chance::new(seed);
    let one = |number: usize| {
        let mut chance = chance.branch(number as u64);
        let rows: Vec<usize> = (0..n).map(|_| chance.below(n)).collect();
        let pick = |column: &[f64]| rows.iter().map(|&row| column[row]).collect::<Vec<f64>>();
        let own: Vec<Vec<f64>> = columns.iter().map(|column| pick(column)).collect();
        let slices: Vec<&[f64]> = own.iter().map(Vec::as_slice).collect();
        let y = pick(&y);
        vertex(&slices, &y, fit.tau, None).ok().map(|(basis, _)| basis.plane(&y))
    };
    let found: Vec<Vec<f64>> = (0..draws).into_par_iter().filter_map(one).collect();
    if found.len() < 10 {
        return Err(Error::TooFew { what: "rows", have: n, need: 2 * columns.len() });
    }
    let of = |column: usize| {
        let mut values: Vec<f64> = found.iter().map(|beta| beta[column]).collect();
        values.sort_by(f64::total_cmp);
        values
    };
    let all: Vec<Vec<f64>> = (0..columns.len()).map(of).collect();
    let count = found.len() as f64;
    let deviation = |values: &Vec<f64>| {
        let mean = values.iter().sum::<f64>() / count;
        (values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / (count - 1.0)).sqrt()
    };
    let at = |values: &Vec<f64>, share: f64| {
        let place = share * (count - 1.0);
        let low = values[place.floor() as usize];
        low + place.fract() * (values[place.ceil() as usize] - low)
    };
    let tail = 0.5 * (1.0 - level);
    Ok(Bootstrap {
        std_errors: all.iter().map(deviation).collect(),
        conf_low: all.iter().map(|v| at(v, tail)).collect(),
        conf_high: all.iter().map(|v| at(v, 1.0 - tail)).collect(),
        draws: found.len(),
    })
}
