//! Which model a panel needs.

use super::fit::{Model, Panel, Panels, panel, wald};
use super::transform::members;
use crate::dist::{ChiSquared, F};
use crate::regress::Design;
use crate::regress::weighted::dot;
use crate::{Error, Result};

/// A test: its statistic, degrees of freedom and p.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Test {
    /// χ² or F.
    pub statistic: f64,
    /// Degrees of freedom; the second is that of F's denominator.
    pub df: (f64, Option<f64>),
    /// The upper tail.
    pub p_value: f64,
}

/// Hausman's test (1978): whether units' levels go with the columns, so that random effects mislead and fixed ones are needed.
///
/// # Errors
/// Models without a coefficient in common; a difference whose covariance is no covariance ([`Error::NoConvergence`] of `hausman`).
pub fn hausman(fixed: &Panel, random: &Panel) -> Result<Test> {
    let both: Vec<(usize, usize)> = fixed
        .names
        .iter()
        .enumerate()
        .filter_map(|(at, name)| random.names.iter().position(|other| other == name).map(|other| (at, other)))
        .collect();
    if both.is_empty() {
        return Err(Error::TooFew { what: "columns", have: 0, need: 1 });
    }
    let gap: Vec<f64> = both.iter().map(|&(a, b)| fixed.coefficients[a] - random.coefficients[b]).collect();
    let spread: Vec<Vec<f64>> = both
        .iter()
        .map(|&(a, b)| both.iter().map(|&(c, d)| fixed.covariance[a][c] - random.covariance[b][d]).collect())
        .collect();
    let size = gap.len();
    // The difference need not be positive definite in a small sample; R takes the absolute value then.
    let own = matrix::Mat::from_fn(size, size, |i, j| spread[i][j]);
    let statistic = match matrix::eigen(own.as_ref()) {
        Ok(found) if found.values.iter().all(|v| v.abs() > 0.0) => {
            let along = |at: usize| (0..size).map(|i| found.vectors[(i, at)] * gap[i]).sum::<f64>();
            match found.values.iter().all(|v| *v > 0.0) {
                true => wald(&gap, &spread, 0),
                false => (0..size).map(|at| along(at).powi(2) / found.values[at]).sum::<f64>().abs(),
            }
        }
        _ => return Err(Error::NoConvergence { what: "hausman", steps: 1 }),
    };
    let df = size as f64;
    Ok(Test { statistic, df: (df, None), p_value: ChiSquared(df).sf(statistic) })
}

/// F of fixed effects against none (`plm::pFtest`).
pub fn effects_test(design: &Design, panels: Panels<'_>, fixed: &Panel) -> Result<Test> {
    let pooled = panel(design, panels, Model::Pooling)?;
    let square = |p: &Panel| dot(&p.residuals, &p.residuals);
    let df = (pooled.df.saturating_sub(fixed.df) as f64, fixed.df as f64);
    if df.0 < 1.0 {
        return Err(Error::TooFew { what: "groups", have: 1, need: 2 });
    }
    let statistic = (square(&pooled) - square(fixed)) / df.0 / fixed.sigma2;
    Ok(Test { statistic, df: (df.0, Some(df.1)), p_value: F(df.0, df.1).sf(statistic) })
}

/// Breusch and Pagan's multiplier test (1980) of units' levels, for panels of unequal length too (Baltagi and Li 1990).
pub fn lagrange(design: &Design, panels: Panels<'_>) -> Result<Test> {
    let pooled = panel(design, panels, Model::Pooling)?;
    let (u, n) = (&pooled.residuals, design.n() as f64);
    let units = members(panels.units);
    let sums: f64 = units.iter().map(|rows| rows.iter().map(|&row| u[row]).sum::<f64>().powi(2)).sum();
    let lengths: f64 = units.iter().map(|rows| (rows.len() as f64).powi(2)).sum();
    let a = sums / dot(u, u) - 1.0;
    let statistic = n * n * a * a / (2.0 * (lengths - n));
    Ok(Test { statistic, df: (1.0, None), p_value: ChiSquared(1.0).sf(statistic) })
}
