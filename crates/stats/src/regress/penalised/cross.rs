//! Choosing λ by cross-validation.

use super::net::{Options, net};
use crate::regress::glm::Family;
use crate::regress::{Design, Regressor};
use crate::{Chance, Error, Result};
use rayon::prelude::*;

/// What each λ is worth on rows that were not used to fit it.
#[derive(Debug, Clone, PartialEq)]
pub struct Cross {
    /// The λ, falling.
    pub lambdas: Vec<f64>,
    /// The mean deviance of rows that were held out.
    pub mean: Vec<f64>,
    /// Its standard error over the folds.
    pub std_error: Vec<f64>,
    /// The λ of the least deviance.
    pub best: f64,
    /// The greatest λ within one standard error of it: the plainer model that does as well.
    pub plain: f64,
    /// Which fold each row was in.
    pub folds: Vec<u32>,
}

/// `folds`-fold cross-validation (10) of a path; rows are dealt by a seed.
///
/// # Errors
/// Fewer than 3 folds or more than rows; as [`net`].
pub fn cross_validate(
    design: &Design,
    lambdas: &[f64],
    options: Options,
    folds: usize,
    seed: u64,
) -> Result<Cross> {
    let n = design.n();
    if folds < 3 || folds > n {
        return Err(Error::Choice { name: "folds", value: folds.to_string(), allowed: format!("3 – {n}") });
    }
    let mut dealt: Vec<u32> = (0..n).map(|row| (row % folds) as u32).collect();
    Chance::new(seed).shuffle(&mut dealt);
    let mut lambdas = lambdas.to_vec();
    lambdas.sort_by(|a, b| b.total_cmp(a));
    let weight = |row: usize| design.weights.as_ref().map_or(1.0, |w| w[row]);
    let one = |fold: usize| -> Result<(f64, Vec<f64>)> {
        let (out, stay): (Vec<usize>, Vec<usize>) = (0..n).partition(|&row| dealt[row] as usize == fold);
        let fitted = net(&rows(design, &stay), &lambdas, options)?;
        let sum: f64 = out.iter().map(|&row| weight(row)).sum();
        let loss = |coefficients: &[f64]| {
            let each = out.iter().map(|&row| {
                let own: f64 = design.columns.iter().zip(coefficients).map(|(c, b)| c.values[row] * b).sum();
                let eta = own + design.offset.as_ref().map_or(0.0, |o| o[row]);
                let (mu, rest) = match options.family {
                    Family::Binomial => crate::regress::glm::Link::Logit.mean(eta),
                    Family::Poisson => (eta.exp(), 0.0),
                    _ => (eta, 0.0),
                };
                weight(row) * options.family.deviance(design.y[row], mu, rest)
            });
            each.sum::<f64>() / sum
        };
        Ok((sum, fitted.path.iter().map(|point| loss(&point.coefficients)).collect()))
    };
    let found: Vec<(f64, Vec<f64>)> = (0..folds).into_par_iter().map(one).collect::<Result<_>>()?;
    let whole: f64 = found.iter().map(|(w, _)| w).sum();
    let over =
        |value: &dyn Fn(&[f64]) -> f64| found.iter().map(|(w, loss)| w * value(loss)).sum::<f64>() / whole;
    let mean: Vec<f64> = (0..lambdas.len()).map(|at| over(&|loss| loss[at])).collect();
    let error = |at: usize| (over(&|loss| (loss[at] - mean[at]).powi(2)) / (folds as f64 - 1.0)).sqrt();
    let std_error: Vec<f64> = (0..lambdas.len()).map(error).collect();
    let best = (0..lambdas.len()).min_by(|&a, &b| mean[a].total_cmp(&mean[b])).unwrap_or(0);
    let Some(&lambda) = lambdas.get(best) else {
        return Err(Error::Choice {
            name: "lambda",
            value: String::new(),
            allowed: "lambda >= 0".to_owned(),
        });
    };
    let within = (0..lambdas.len()).find(|&at| mean[at] <= mean[best] + std_error[best]).unwrap_or(best);
    Ok(Cross { plain: lambdas[within], best: lambda, mean, std_error, lambdas, folds: dealt })
}

/// Some rows of a design.
fn rows(design: &Design, rows: &[usize]) -> Design {
    let pick = |list: &[f64]| rows.iter().map(|&row| list[row]).collect::<Vec<f64>>();
    Design {
        response: design.response.clone(),
        y: pick(&design.y),
        columns: design
            .columns
            .iter()
            .map(|c| Regressor { name: c.name.clone(), values: pick(&c.values), low: None, term: c.term })
            .collect(),
        terms: design.terms.clone(),
        intercept: design.intercept,
        weights: design.weights.as_deref().map(pick),
        offset: design.offset.as_deref().map(pick),
        rows: rows.to_vec(),
        dropped: design.dropped,
    }
}
