//! Whether columns have enough in common for factors.

use super::Correlations;
use super::dense::failed;
use crate::Result;
use crate::dist::ChiSquared;

/// Measures of sampling adequacy (Kaiser 1970; Kaiser and Rice 1974): squared correlations against squared partial ones.
#[derive(Debug, Clone, PartialEq)]
pub struct Adequacy {
    /// Of all columns together, 0 … 1.
    pub overall: f64,
    /// Of each column.
    pub columns: Vec<f64>,
}

/// Bartlett's test (1951) that no two columns are related.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sphericity {
    /// χ².
    pub statistic: f64,
    /// Degrees of freedom.
    pub df: f64,
    /// The probability of as much by chance.
    pub p_value: f64,
    /// The number of rows.
    pub n: usize,
}

/// Kaiser, Meyer and Olkin's measure.
///
/// # Errors
/// The matrix has no inverse.
pub fn adequacy(of: &Correlations) -> Result<Adequacy> {
    let inverse = matrix::inverse(of.matrix.as_ref()).map_err(failed)?;
    let p = of.width();
    let partial =
        |row: usize, col: usize| inverse[(row, col)] / (inverse[(row, row)] * inverse[(col, col)]).sqrt();
    let sums: Vec<(f64, f64)> = (0..p)
        .map(|col| {
            let others = (0..p).filter(|row| *row != col);
            others.fold((0.0, 0.0), |(whole, part), row| {
                (whole + of.matrix[(row, col)].powi(2), part + partial(row, col).powi(2))
            })
        })
        .collect();
    let share = |(whole, part): (f64, f64)| if whole > 0.0 { whole / (whole + part) } else { 0.0 };
    let all = sums.iter().fold((0.0, 0.0), |all, one| (all.0 + one.0, all.1 + one.1));
    Ok(Adequacy { overall: share(all), columns: sums.into_iter().map(share).collect() })
}

/// Bartlett's test of sphericity; none where the number of rows is not known.
///
/// # Errors
/// The determinant is not positive.
pub fn sphericity(of: &Correlations) -> Result<Option<Sphericity>> {
    let Some(n) = of.n else { return Ok(None) };
    let log = matrix::log_determinant(of.matrix.as_ref()).map_err(failed)?;
    let p = of.width() as f64;
    let statistic = -log * (n as f64 - 1.0 - (2.0 * p + 5.0) / 6.0);
    let df = p * (p - 1.0) / 2.0;
    let p_value = ChiSquared(df).sf(statistic.max(0.0));
    Ok(Some(Sphericity { statistic, df, p_value, n }))
}
