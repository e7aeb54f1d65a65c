//! What the checks of a linear model share.

use super::{Design, Fit, Regressor, ols};
use crate::dist::{ChiSquared, F};
use crate::{Error, Result};

/// A test of an assumption of the model.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// Which: `durbin-watson`, `breusch-godfrey`, `breusch-pagan`, `white`, `goldfeld-quandt`, `reset`, `rainbow`,
    /// `harvey-collier`, `jarque-bera`.
    pub method: &'static str,
    /// The statistic.
    pub statistic: f64,
    /// Its degrees of freedom: none, one, or above and below.
    pub df: Vec<f64>,
    /// The chance of such a statistic or one further off where the assumption holds.
    pub p: f64,
}

impl Check {
    pub(crate) fn chi_squared(method: &'static str, statistic: f64, df: f64) -> Self {
        Check { method, statistic, df: vec![df], p: ChiSquared(df).sf(statistic) }
    }

    pub(crate) fn f(method: &'static str, statistic: f64, df1: f64, df2: f64) -> Self {
        Check { method, statistic, df: vec![df1, df2], p: F(df1, df2).sf(statistic) }
    }
}

/// A regression of `y` on a design's columns and some more: what most checks rest on.
pub(crate) fn auxiliary(design: &Design, y: Vec<f64>, more: Vec<Vec<f64>>) -> Result<Fit> {
    let mut other = Design {
        response: design.response.clone(),
        y,
        columns: design.columns.clone(),
        terms: design.terms.clone(),
        intercept: design.intercept,
        rows: design.rows.clone(),
        ..Design::default()
    };
    for (at, values) in more.into_iter().enumerate() {
        other.columns.push(Regressor::new(format!("added {}", at + 1), values, other.terms.len()));
        other.terms.push(format!("added {}", at + 1));
    }
    ols(&other)
}

/// Some of a design's rows.
pub(crate) fn part(design: &Design, rows: &[usize]) -> Result<Design> {
    let pick = |values: &Vec<f64>| rows.iter().map(|&row| values[row]).collect::<Vec<f64>>();
    let column = |column: &Regressor| Regressor {
        name: column.name.clone(),
        values: pick(&column.values),
        low: column.low.as_ref().map(pick),
        term: column.term,
    };
    if let Some(&row) = rows.iter().find(|&&row| row >= design.n()) {
        return Err(Error::TooFew { what: "rows", have: design.n(), need: row + 1 });
    }
    Ok(Design {
        response: design.response.clone(),
        y: pick(&design.y),
        columns: design.columns.iter().map(column).collect(),
        terms: design.terms.clone(),
        intercept: design.intercept,
        weights: design.weights.as_ref().map(pick),
        offset: design.offset.as_ref().map(pick),
        rows: rows.iter().map(|&row| design.rows.get(row).copied().unwrap_or(row)).collect(),
        dropped: 0,
    })
}

/// The rows of a design in the order of a column; as they stand without one.
pub(crate) fn ordered(n: usize, by: Option<&[f64]>) -> Result<Vec<usize>> {
    let mut rows: Vec<usize> = (0..n).collect();
    if let Some(by) = by {
        if by.len() != n {
            return Err(Error::Lengths { left: n, right: by.len() });
        }
        rows.sort_by(|&a, &b| by[a].total_cmp(&by[b]));
    }
    Ok(rows)
}
