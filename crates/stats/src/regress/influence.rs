//! What single rows do to a fit.

use super::{Fit, Observed};
use crate::Result;

/// How a row stands to the fit (Belsley, Kuh and Welsch 1980).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Influence {
    /// Leverage: the diagonal of the hat matrix.
    pub leverage: Vec<f64>,
    /// Residuals over their standard deviations.
    pub standardized: Vec<f64>,
    /// The same, the deviation counted without the row: t with one degree less.
    pub studentized: Vec<f64>,
    /// Cook's distance: how far all coefficients move without the row.
    pub cooks: Vec<f64>,
    /// By how many errors the row's own fitted value moves without it.
    pub dffits: Vec<f64>,
    /// The residual deviation without the row.
    pub sigma: Vec<f64>,
    /// Of each kept column, by how many errors its coefficient moves without the row.
    pub dfbetas: Vec<Vec<f64>>,
}

/// The influence of each row. Where a row has a leverage of one, the fit must pass through it, and there is no number.
pub fn influence(fit: &Fit, observed: &Observed) -> Result<Influence> {
    fit.spare()?;
    let (rank, df) = (fit.rank(), fit.df_residual as f64);
    let k = rank as f64;
    let mut found = Influence { leverage: observed.leverage.clone(), ..Influence::default() };
    found.dfbetas = vec![Vec::with_capacity(fit.n); rank];
    for (row, (&e, &h)) in observed.weighted.iter().zip(&observed.leverage).enumerate() {
        let free = if h > 1.0 - 1e-13 { f64::NAN } else { 1.0 - h };
        let sigma = ((fit.rss - e * e / free).max(0.0) / (df - 1.0)).sqrt();
        let standardized = e / (fit.sigma * free.sqrt());
        let studentized = e / (sigma * free.sqrt());
        found.standardized.push(standardized);
        found.studentized.push(studentized);
        found.cooks.push(standardized * standardized * h / (free * k));
        found.dffits.push(studentized * (h / free).sqrt());
        found.sigma.push(sigma);
        for (at, to) in found.dfbetas.iter_mut().enumerate() {
            let along = |j: usize| fit.transform[at * rank + j] * observed.basis[j][row];
            let moved = (0..rank).map(along).sum::<f64>() * e / free;
            to.push(moved / (sigma * fit.unscaled[at * rank + at].sqrt()));
        }
    }
    Ok(found)
}
