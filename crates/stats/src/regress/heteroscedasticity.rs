//! Whether the errors' spread depends on something: Breusch and Pagan, White, Goldfeld and Quandt.

use super::checks::{Check, auxiliary, ordered, part};
use super::{Design, Fit, Observed, ols};
use crate::{Error, Result};
use matrix::slices;

/// Breusch and Pagan (1979): whether squared residuals depend on the columns. `studentized` is Koenker's (1981) form, which does
/// not need normal errors.
pub fn breusch_pagan(fit: &Fit, design: &Design, observed: &Observed, studentized: bool) -> Result<Check> {
    fit.spare()?;
    let (squares, variance) = squares(observed)?;
    let df = (fit.rank() - usize::from(fit.intercept)) as f64;
    let statistic = if studentized {
        explained(design, squares.iter().map(|e| e - variance).collect(), Vec::new())?
    } else {
        let y: Vec<f64> = squares.iter().map(|e| e / variance - 1.0).collect();
        let whole = slices::dot(&y, &y).value();
        0.5 * (whole - auxiliary(design, y, Vec::new())?.rss)
    };
    Ok(Check::chi_squared("breusch-pagan", statistic, df))
}

/// White (1980): whether squared residuals depend on the columns, their squares and products.
pub fn white(fit: &Fit, design: &Design, observed: &Observed) -> Result<Check> {
    fit.spare()?;
    let (squares, variance) = squares(observed)?;
    let columns: Vec<&[f64]> = fit
        .kept
        .iter()
        .filter(|&&at| !(fit.intercept && at == 0))
        .map(|&at| &design.columns[at].values[..])
        .collect();
    let mut more = Vec::new();
    for (i, a) in columns.iter().enumerate() {
        for b in &columns[i..] {
            more.push(a.iter().zip(*b).map(|(a, b)| a * b).collect::<Vec<f64>>());
        }
    }
    if more.len() + fit.rank() >= fit.n {
        return Err(Error::TooFew { what: "rows", have: fit.n, need: more.len() + fit.rank() + 1 });
    }
    let y: Vec<f64> = squares.iter().map(|e| e - variance).collect();
    let whole = slices::dot(&y, &y).value();
    let other = auxiliary(design, y, more)?;
    let df = (other.rank() - usize::from(fit.intercept)) as f64;
    Ok(Check::chi_squared("white", fit.n as f64 * (whole - other.rss) / whole, df))
}

/// Goldfeld and Quandt (1965): whether the residual variance of the last rows is greater than that of the first, `left_out` of
/// them (a share) in the middle left out; rows in the order of a column, or as they stand.
pub fn goldfeld_quandt(fit: &Fit, design: &Design, by: Option<&[f64]>, left_out: f64) -> Result<Check> {
    let rows = ordered(design.n(), by)?;
    let (n, k) = (rows.len(), fit.rank());
    if !(0.0..1.0).contains(&left_out) {
        let value = left_out.to_string();
        return Err(Error::Choice { name: "fraction", value, allowed: "0 … 1".to_owned() });
    }
    let end = ((0.5 - left_out / 2.0) * n as f64).floor() as usize;
    let start = (((0.5 + left_out / 2.0) * n as f64 + 0.01).ceil() as usize).max(1) - 1;
    if end <= k || n.saturating_sub(start) <= k {
        return Err(Error::TooFew { what: "rows", have: n, need: 2 * k + 2 });
    }
    let (first, last) = (ols(&part(design, &rows[..end])?)?, ols(&part(design, &rows[start..])?)?);
    // As many coefficients are counted in both halves, as lmtest does.
    let (df1, df2) = ((n - start - k) as f64, (end - k) as f64);
    Ok(Check::f("goldfeld-quandt", (last.rss / df1) / (first.rss / df2), df1, df2))
}

fn squares(observed: &Observed) -> Result<(Vec<f64>, f64)> {
    let squares: Vec<f64> = observed.weighted.iter().map(|e| e * e).collect();
    let variance = slices::sum(&squares).value() / squares.len() as f64;
    if variance > 0.0 {
        Ok((squares, variance))
    } else {
        Err(Error::Constant { column: "residuals".to_owned() })
    }
}

/// n R² of a regression of `y`, R² uncentred.
fn explained(design: &Design, y: Vec<f64>, more: Vec<Vec<f64>>) -> Result<f64> {
    let (n, whole) = (y.len() as f64, slices::dot(&y, &y).value());
    Ok(n * (whole - auxiliary(design, y, more)?.rss) / whole)
}
