//! Whether the model has the right shape: RESET, rainbow, Harvey and Collier; and whether residuals are normal.

use super::checks::{Check, auxiliary, ordered, part};
use super::{Design, Fit, Observed, ols};
use crate::dist::StudentT;
use crate::{Error, Result};
use matrix::{Dd, Root, slices};

/// Ramsey (1969): whether powers of the fitted values, usually 2 and 3, explain what the model leaves.
pub fn reset(fit: &Fit, design: &Design, observed: &Observed, powers: &[u32]) -> Result<Check> {
    if fit.df_residual <= powers.len() {
        return Err(Error::TooFew { what: "rows", have: fit.n, need: fit.rank() + powers.len() + 1 });
    }
    let more =
        powers.iter().map(|&power| observed.fitted.iter().map(|f| f.powi(power as i32)).collect()).collect();
    let other = auxiliary(design, design.y.clone(), more)?;
    let (df1, df2) = (powers.len() as f64, other.df_residual as f64);
    Ok(Check::f("reset", df2 / df1 * (fit.rss - other.rss) / other.rss, df1, df2))
}

/// Utts (1982): whether the middle half of the rows is fitted better than all: rows in the order of a column, or as they stand.
pub fn rainbow(fit: &Fit, design: &Design, by: Option<&[f64]>) -> Result<Check> {
    let rows = ordered(design.n(), by)?;
    let n = rows.len();
    // The first row of the middle is the lower quartile of the row numbers, rounded up.
    let start = ((n.max(1) - 1) as f64 * 0.25).ceil() as usize;
    let count = n / 2;
    let k = fit.rank();
    if count <= k || start + count > n {
        return Err(Error::TooFew { what: "rows", have: n, need: 2 * k + 2 });
    }
    let middle = ols(&part(design, &rows[start..start + count])?)?;
    let (df1, df2) = ((n - count) as f64, (count - k) as f64);
    Ok(Check::f("rainbow", ((fit.rss - middle.rss) / df1) / (middle.rss / df2), df1, df2))
}

/// Harvey and Collier (1977): whether recursive residuals, each of a row against the fit to those before it, have mean nought.
/// Rows in the order of a column, or as they stand.
pub fn harvey_collier(fit: &Fit, design: &Design, by: Option<&[f64]>) -> Result<Check> {
    let rows = ordered(design.n(), by)?;
    let residuals = recursive_residuals(fit, design, &rows)?;
    let m = residuals.len() as f64;
    if residuals.len() < 2 {
        return Err(Error::TooFew { what: "rows", have: fit.n, need: fit.rank() + 2 });
    }
    let mean = (slices::sum(&residuals) / Dd::from(m)).value();
    let squares: f64 = residuals.iter().map(|w| (w - mean).powi(2)).sum();
    let statistic = (mean * m.sqrt()).abs() / (squares / (m - 1.0)).sqrt();
    let df = m - 1.0;
    Ok(Check { method: "harvey-collier", statistic, df: vec![df], p: StudentT(df).two_sided(statistic) })
}

/// Brown, Durbin and Evans's (1975) recursive residuals, from the first row after as many as there are columns.
pub fn recursive_residuals(fit: &Fit, design: &Design, rows: &[usize]) -> Result<Vec<f64>> {
    let k = fit.rank();
    if rows.len() <= k {
        return Err(Error::TooFew { what: "rows", have: rows.len(), need: k + 1 });
    }
    let row = |at: usize| -> Vec<Dd> {
        let figure = |&column: &usize| {
            let column = &design.columns[column];
            Dd::sum(column.values[at], column.low.as_ref().map_or(0.0, |low| low[at]))
        };
        fit.kept.iter().map(figure).collect()
    };
    let response =
        |at: usize| Dd::from(design.y[at]) - design.offset.as_ref().map_or(Dd::ZERO, |o| Dd::from(o[at]));
    let first: Vec<(Vec<Dd>, Dd)> = rows[..k].iter().map(|&at| (row(at), response(at))).collect();
    let product = |i: usize, j: usize| first.iter().map(|(x, _)| x[i] * x[j]).sum::<Dd>();
    let lengths: Vec<f64> = (0..k).map(|at| product(at, at).hi).collect();
    let root = Root::new(k, product, &lengths, 1e-11);
    if root.rank() < k {
        return Err(Error::Collinear {
            columns: root.aliased().iter().map(|&at| fit.kept_names()[at].clone()).collect(),
        });
    }
    let right: Vec<Dd> = (0..k).map(|at| first.iter().map(|(x, y)| x[at] * *y).sum()).collect();
    let mut b = root.coefficients(&root.effects(&right));
    let t = root.inverse();
    let mut inverse: Vec<Dd> =
        (0..k * k).map(|at| (0..k).map(|l| t[at / k * k + l] * t[at % k * k + l]).sum()).collect();
    let mut found = Vec::with_capacity(rows.len() - k);
    for &at in &rows[k..] {
        let x = row(at);
        let px: Vec<Dd> = (0..k).map(|i| (0..k).map(|j| inverse[i * k + j] * x[j]).sum()).collect();
        let spread: Dd = Dd::ONE + x.iter().zip(&px).map(|(&x, &p)| x * p).sum::<Dd>();
        let error = response(at) - x.iter().zip(&b).map(|(&x, &b)| x * b).sum::<Dd>();
        found.push((error / spread.sqrt()).value());
        for i in 0..k {
            b[i] += px[i] * error / spread;
            for j in 0..k {
                inverse[i * k + j] -= px[i] * px[j] / spread;
            }
        }
    }
    Ok(found)
}

/// Jarque and Bera (1980): whether skewness and kurtosis are a normal distribution's.
pub fn jarque_bera(observed: &Observed) -> Result<Check> {
    let e = &observed.weighted;
    let n = e.len() as f64;
    let mean = (slices::sum(e) / Dd::from(n)).value();
    let moment = |power: i32| e.iter().map(|e| (e - mean).powi(power)).sum::<f64>() / n;
    let variance = moment(2);
    if variance.is_nan() || variance <= 0.0 {
        return Err(Error::Constant { column: "residuals".to_owned() });
    }
    let (skewness, kurtosis) = (moment(3) / variance.powf(1.5), moment(4) / variance.powi(2));
    let statistic = n / 6.0 * (skewness * skewness + (kurtosis - 3.0).powi(2) / 4.0);
    Ok(Check::chi_squared("jarque-bera", statistic, 2.0))
}
