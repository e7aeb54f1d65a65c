//! Parallel analysis (Horn 1965): eigenvalues beside those of columns that have nothing in common.

use super::dense::failed;
use super::{Correlations, Method, extract, wishart};
use crate::{Chance, Error, Result};
use matrix::{Mat, eigen};
use rayon::prelude::*;

/// Eigenvalues of random columns, the first, the second, …
#[derive(Debug, Clone, PartialEq)]
pub struct Simulated {
    /// Their means.
    pub mean: Vec<f64>,
    /// Their quantiles (as R's `quantile`, type 7).
    pub quantile: Vec<f64>,
}

/// Eigenvalues, and what chance makes of such columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Parallel {
    /// Of the correlations.
    pub components: Vec<f64>,
    /// Of the correlations with the communalities of one minres factor on the diagonal, as psych's `fa.parallel` has it.
    pub factors: Vec<f64>,
    /// Random columns' eigenvalues for components.
    pub by_chance: Simulated,
    /// The same for factors.
    pub factors_by_chance: Simulated,
    /// The level of the quantile: 0.95 (Glorfeld 1995).
    pub level: f64,
    /// How many random tables.
    pub simulations: usize,
    /// Components before the first that is no greater than the quantile.
    pub number_of_components: usize,
    /// Factors before the first that is no greater than the quantile.
    pub number_of_factors: usize,
}

/// Parallel analysis with so many random tables of as many rows and columns.
///
/// # Errors
/// The number of rows is not known or no greater than that of columns.
pub fn parallel(of: &Correlations, simulations: usize, level: f64, seed: u64) -> Result<Parallel> {
    let (p, n) = (of.width(), of.n.unwrap_or(0));
    if n <= p {
        return Err(Error::TooFew { what: "rows", have: n, need: p + 1 });
    }
    let (components, factors) = eigenvalues(&of.matrix)?;
    let chance = Chance::new(seed);
    let drawn: Vec<(Vec<f64>, Vec<f64>)> = (0..simulations.max(1))
        .into_par_iter()
        .filter_map(|number| {
            let r = wishart::correlations(&mut chance.branch(number as u64), p, n)?;
            eigenvalues(&r).ok()
        })
        .collect();
    let by_chance = Simulated::of(drawn.iter().map(|(values, _)| values), p, level);
    let factors_by_chance = Simulated::of(drawn.iter().map(|(_, values)| values), p, level);
    let before = |values: &[f64], chance: &Simulated| {
        values.iter().zip(&chance.quantile).take_while(|(value, chance)| value > chance).count()
    };
    Ok(Parallel {
        number_of_components: before(&components, &by_chance),
        number_of_factors: before(&factors, &factors_by_chance),
        components,
        factors,
        by_chance,
        factors_by_chance,
        level,
        simulations: drawn.len(),
    })
}

/// Eigenvalues for components and for factors.
fn eigenvalues(r: &Mat<f64>) -> Result<(Vec<f64>, Vec<f64>)> {
    let p = r.nrows();
    let components = eigen(r.as_ref()).map_err(failed)?.values;
    let one = extract(r, 1, Method::MinimumResidual)?;
    let reduced = Mat::from_fn(p, p, |row, col| match row == col {
        true => one.loadings[(row, 0)].powi(2),
        false => r[(row, col)],
    });
    Ok((components, eigen(reduced.as_ref()).map_err(failed)?.values))
}

impl Simulated {
    fn of<'a>(drawn: impl Iterator<Item = &'a Vec<f64>>, p: usize, level: f64) -> Self {
        let mut columns = vec![Vec::new(); p];
        for values in drawn {
            columns.iter_mut().zip(values).for_each(|(column, value)| column.push(*value));
        }
        let mean = columns.iter().map(|column| column.iter().sum::<f64>() / column.len() as f64).collect();
        let quantile = columns
            .iter_mut()
            .map(|column| {
                column.sort_by(f64::total_cmp);
                let at = level * (column.len().saturating_sub(1)) as f64;
                let (low, part) = (at.floor() as usize, at.fract());
                let (Some(a), Some(b)) = (column.get(low), column.get(low + 1).or(column.last())) else {
                    return f64::NAN;
                };
                a + part * (b - a)
            })
            .collect();
        Simulated { mean, quantile }
    }
}
