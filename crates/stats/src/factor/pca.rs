//! Principal components (Pearson 1901; Hotelling 1933).

use super::Correlations;
use super::dense::failed;
use crate::{Error, Result};
use matrix::{Mat, eigen};

/// Principal components of columns, standardised or as they are.
///
/// The sign of a component is free: here the greatest of its weights is positive. `prcomp` and `princomp` of R leave it to
/// the decomposition.
#[derive(Debug, Clone)]
pub struct Components {
    /// The columns.
    pub names: Vec<String>,
    /// Whether columns were divided by their standard deviations.
    pub standardised: bool,
    /// The number of rows.
    pub n: Option<usize>,
    /// Variances of the components, the greatest first.
    pub variances: Vec<f64>,
    /// Their standard deviations (`prcomp`'s `sdev`).
    pub sds: Vec<f64>,
    /// Columns × components: the weights, of length 1 (`prcomp`'s `rotation`).
    pub weights: Mat<f64>,
    /// Columns × components: correlations of columns and components.
    pub loadings: Mat<f64>,
    /// Shares of the whole variance.
    pub share: Vec<f64>,
    /// Shares that a stick broken at random would have (Jackson 1993): what is less than its own says nothing.
    pub broken_stick: Vec<f64>,
    /// Columns × components: squared correlations, how well a component shows a column.
    pub cos2: Mat<f64>,
    /// Columns × components: the share of a component that a column makes up.
    pub contributions: Mat<f64>,
    /// The columns' means.
    pub means: Vec<f64>,
    /// What the columns are divided by: standard deviations, or 1.
    pub scales: Vec<f64>,
}

/// Principal components out of correlations, or out of covariances where `standardised` is not asked for.
///
/// # Errors
/// Fewer than two columns; no convergence.
pub fn components(of: &Correlations, standardised: bool) -> Result<Components> {
    let p = of.width();
    if p < 2 {
        return Err(Error::TooFew { what: "columns", have: p, need: 2 });
    }
    let scales: Vec<f64> = if standardised { vec![1.0; p] } else { of.sds.clone() };
    let spread = Mat::from_fn(p, p, |row, col| of.matrix[(row, col)] * scales[row] * scales[col]);
    let found = eigen(spread.as_ref()).map_err(failed)?;
    let variances: Vec<f64> = found.values.iter().map(|x| x.max(0.0)).collect();
    let mut weights = found.vectors;
    for col in 0..p {
        // The first of those that are the greatest but for rounding, so that the sign does not hang on the last digit.
        let most = (0..p).map(|row| weights[(row, col)].abs()).fold(0.0, f64::max);
        let first = (0..p).find(|&row| weights[(row, col)].abs() >= most * (1.0 - 1e-9));
        if first.is_some_and(|row| weights[(row, col)] < 0.0) {
            (0..p).for_each(|row| weights[(row, col)] = -weights[(row, col)]);
        }
    }
    let sds: Vec<f64> = variances.iter().map(|x| x.sqrt()).collect();
    let loadings = Mat::from_fn(p, p, |row, col| weights[(row, col)] * sds[col] / scales[row]);
    let whole: f64 = variances.iter().sum();
    let stick = |at: usize| (at..p).map(|k| 1.0 / (k + 1) as f64).sum::<f64>() / p as f64;
    Ok(Components {
        names: of.names.clone(),
        standardised,
        n: of.n,
        share: variances.iter().map(|x| x / whole).collect(),
        broken_stick: (0..p).map(stick).collect(),
        cos2: Mat::from_fn(p, p, |row, col| loadings[(row, col)].powi(2)),
        contributions: Mat::from_fn(p, p, |row, col| weights[(row, col)].powi(2)),
        means: of.means.clone(),
        scales: if standardised { of.sds.clone() } else { vec![1.0; p] },
        loadings,
        weights,
        sds,
        variances,
    })
}

impl Components {
    /// The first `count` loadings.
    pub fn leading(&self, count: usize) -> Mat<f64> {
        Mat::from_fn(self.names.len(), count.min(self.sds.len()), |row, col| self.loadings[(row, col)])
    }

    /// How many components say more than chance by the broken stick: those before the first that does not.
    pub fn by_broken_stick(&self) -> usize {
        self.share.iter().zip(&self.broken_stick).take_while(|(share, stick)| share > stick).count()
    }
}
