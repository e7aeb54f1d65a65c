//! Least squares for the small regressions inside the methods of this folder.

use crate::{Error, Result};

/// A regression without names: what the tests of this folder need of it.
#[derive(Debug, Clone)]
pub(crate) struct Least {
    /// The coefficients.
    pub coefficients: Vec<f64>,
    /// (XᵀX)⁻¹ as its triangular root R⁻¹, row by row.
    root: Vec<f64>,
    /// What is left of each row.
    pub residuals: Vec<f64>,
    /// The sum of squared residuals.
    pub rss: f64,
    /// Rows less coefficients.
    pub df: usize,
}

impl Least {
    /// The standard error of a coefficient.
    pub fn std_error(&self, at: usize) -> f64 {
        let k = self.coefficients.len();
        let squares: f64 = (at..k).map(|col| self.root[at * k + col].powi(2)).sum();
        (self.rss / self.df as f64 * squares).sqrt()
    }

    /// A sum of coefficients times numbers, and its variance.
    pub fn combine(&self, times: &[f64]) -> (f64, f64) {
        let k = self.coefficients.len();
        let estimate = self.coefficients.iter().zip(times).map(|(b, times)| b * times).sum();
        let along = |col: usize| -> f64 { (0..=col).map(|row| times[row] * self.root[row * k + col]).sum() };
        let squares: f64 = (0..k).map(|col| along(col).powi(2)).sum();
        (estimate, self.rss / self.df as f64 * squares)
    }

    /// The logarithm of the determinant of XᵀX.
    pub fn log_determinant(&self) -> f64 {
        let k = self.coefficients.len();
        -2.0 * (0..k).map(|at| self.root[at * k + at].abs().ln()).sum::<f64>()
    }
}

/// The regression of `y` on columns, by Householder's reflections, the coefficients refined once.
pub(crate) fn least(columns: &[Vec<f64>], y: &[f64]) -> Result<Least> {
    let (n, k) = (y.len(), columns.len());
    if n <= k {
        return Err(Error::TooFew { what: "rows", have: n, need: k + 1 });
    }
    let mut a: Vec<Vec<f64>> = columns.to_vec();
    let mut vectors: Vec<(Vec<f64>, f64)> = Vec::with_capacity(k);
    let mut r = vec![0.0; k * k];
    for col in 0..k {
        let whole = columns[col].iter().map(|x| x * x).sum::<f64>().sqrt();
        let norm = a[col][col..].iter().map(|x| x * x).sum::<f64>().sqrt();
        if norm.is_nan() || norm <= 1e-10 * whole {
            return Err(Error::Collinear { columns: vec![format!("{}", col + 1)] });
        }
        let mut v = a[col][col..].to_vec();
        let sign = if v[0] < 0.0 { -norm } else { norm };
        v[0] += sign;
        let scale = v.iter().map(|x| x * x).sum::<f64>() / 2.0;
        for column in a[col..].iter_mut() {
            reflect(&v, scale, &mut column[col..]);
        }
        for (later, column) in a.iter().enumerate().skip(col) {
            r[col * k + later] = column[col];
        }
        vectors.push((v, scale));
    }
    let solve = |rhs: &[f64]| {
        let mut z = rhs.to_vec();
        for (col, (v, scale)) in vectors.iter().enumerate() {
            reflect(v, *scale, &mut z[col..]);
        }
        let mut b = vec![0.0; k];
        for row in (0..k).rev() {
            let known: f64 = (row + 1..k).map(|col| r[row * k + col] * b[col]).sum();
            b[row] = (z[row] - known) / r[row * k + row];
        }
        b
    };
    let rest = |b: &[f64]| -> Vec<f64> {
        (0..n)
            .map(|row| {
                let fitted: f64 = columns.iter().zip(b).map(|(column, b)| column[row] * b).sum();
                y[row] - fitted
            })
            .collect()
    };
    let mut coefficients = solve(y);
    let correction = solve(&rest(&coefficients));
    coefficients.iter_mut().zip(correction).for_each(|(b, more)| *b += more);
    let residuals = rest(&coefficients);
    let mut root = vec![0.0; k * k];
    for col in 0..k {
        for row in (0..=col).rev() {
            let unit = if row == col { 1.0 } else { 0.0 };
            let known: f64 = (row + 1..=col).map(|at| r[row * k + at] * root[at * k + col]).sum();
            root[row * k + col] = (unit - known) / r[row * k + row];
        }
    }
    let rss = residuals.iter().map(|e| e * e).sum();
    Ok(Least { coefficients, root, residuals, rss, df: n - k })
}

fn reflect(v: &[f64], scale: f64, x: &mut [f64]) {
    let along = v.iter().zip(x.iter()).map(|(v, x)| v * x).sum::<f64>() / scale;
    x.iter_mut().zip(v).for_each(|(x, v)| *x -= along * v);
}

/// Refuses what is missing, infinite or too short.
pub(crate) fn whole(y: &[f64], need: usize) -> Result<()> {
    if let Some(row) = y.iter().position(|x| x.is_infinite()) {
        return Err(Error::Infinite { column: NAME.to_owned(), row });
    }
    if y.iter().any(|x| x.is_nan()) {
        return Err(Error::Kind { column: NAME.to_owned(), need: "without gaps" });
    }
    if y.len() < need {
        return Err(Error::TooFew { what: "rows", have: y.len(), need });
    }
    Ok(())
}

/// Refuses a series of one value.
pub(crate) fn varied(y: &[f64]) -> Result<()> {
    if y.windows(2).all(|pair| pair[0] == pair[1]) {
        return Err(Error::Constant { column: NAME.to_owned() });
    }
    Ok(())
}

/// How errors name a series, of which no more is known here.
pub(crate) const NAME: &str = "y";

pub(crate) fn mean(y: &[f64]) -> f64 {
    let first = y.iter().sum::<f64>() / y.len() as f64;
    first + y.iter().map(|x| x - first).sum::<f64>() / y.len() as f64
}

/// The variance with n − 1.
pub(crate) fn variance(y: &[f64]) -> f64 {
    let mean = mean(y);
    y.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / (y.len() as f64 - 1.0)
}

/// Straight lines between points (`x` in ascending order), level beyond the first and the last.
pub(crate) fn between(x: &[f64], y: &[f64], at: f64) -> f64 {
    let after = x.partition_point(|x| *x < at);
    match (after, x.len()) {
        (_, 0) => f64::NAN,
        (0, _) => y[0],
        (after, n) if after == n => y[n - 1],
        (after, _) => {
            let (x0, x1, y0, y1) = (x[after - 1], x[after], y[after - 1], y[after]);
            y0 + (y1 - y0) * (at - x0) / (x1 - x0)
        }
    }
}
