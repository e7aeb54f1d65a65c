//! The correlations that a model starts from.

use super::Basis;
use super::moments::Sums;
use super::smooth::smooth;
use crate::correlate::Missing;
use crate::{Blocks, Error, Result, fold};
use matrix::Mat;

/// Correlations of columns, with the means and deviations that they were taken with.
#[derive(Debug, Clone)]
pub struct Correlations {
    /// The columns.
    pub names: Vec<String>,
    /// Their correlations, square.
    pub matrix: Mat<f64>,
    /// Their means; nought where only a matrix was given.
    pub means: Vec<f64>,
    /// Their standard deviations, n − 1 in the denominator; 1 where only correlations were given.
    pub sds: Vec<f64>,
    /// The number of rows; none where only a matrix was given without it.
    pub n: Option<usize>,
    /// Rows that were left out (listwise), or that lack some value (pairwise).
    pub dropped: usize,
    /// What was done with rows that lack a value.
    pub missing: Missing,
    /// Where the matrix was not positive definite and was smoothed: the least eigenvalue before.
    pub smoothed: Option<f64>,
    /// What they are correlations of.
    pub basis: Basis,
    /// Polychoric: pairs whose empty cells were filled, as there was no correlation otherwise.
    pub filled: Vec<String>,
    /// Polychoric: pairs that two normal quantities are unlikely to lie behind (p below 0.05 by Holm over all pairs).
    pub unlikely: Vec<String>,
}

impl Correlations {
    /// Correlations of columns in one pass over their rows.
    ///
    /// # Errors
    /// Fewer than two columns or three rows; a column that is constant, has no value or holds an infinite figure.
    pub fn of_blocks(source: &dyn Blocks, columns: &[usize], missing: Missing) -> Result<Self> {
        let p = columns.len();
        if p < 2 {
            return Err(Error::TooFew { what: "columns", have: p, need: 2 });
        }
        let names: Vec<String> =
            columns.iter().map(|&at| source.names().get(at).cloned().unwrap_or_default()).collect();
        let sums = fold(source, columns, || Sums::new(p, missing), Sums::add, Sums::join)?;
        if let Some((row, col)) = sums.infinite {
            return Err(Error::Infinite { column: names[col].clone(), row });
        }
        if let Some(col) = (0..p).find(|&col| sums.present[col] == 0) {
            return Err(Error::Missing { column: names[col].clone() });
        }
        let n = sums.fewest();
        if n < 3 {
            return Err(Error::TooFew { what: "rows", have: n, need: 3 });
        }
        let (means, sds) = (sums.means(), sums.deviations());
        // A deviation that is rounding of the mean is none.
        let constant = |col: usize| sds[col].is_nan() || sds[col] <= means[col].abs() * 1e-14;
        if let Some(col) = (0..p).find(|&col| constant(col)) {
            return Err(Error::Constant { column: names[col].clone() });
        }
        let matrix = sums.correlations();
        let lost = |at: (usize, usize)| !matrix[at].is_finite();
        if let Some(col) = (0..p).find(|&col| (0..p).any(|row| lost((row, col)))) {
            return Err(Error::Constant { column: names[col].clone() });
        }
        let dropped = sums.seen - sums.whole;
        Correlations::plain(names, matrix, (means, sds), Some(n), dropped, missing).checked()
    }

    /// Correlations out of a covariance or correlation matrix; `n` is the number of rows that it was taken from.
    ///
    /// # Errors
    /// The matrix is not square or not symmetric, a variance is not positive, a correlation lies outside −1 … 1.
    pub fn of_matrix(names: Vec<String>, given: &Mat<f64>, n: Option<usize>) -> Result<Self> {
        let p = names.len();
        if p < 2 {
            return Err(Error::TooFew { what: "columns", have: p, need: 2 });
        }
        if given.nrows() != p || given.ncols() != p {
            return Err(Error::Lengths { left: given.nrows().max(given.ncols()), right: p });
        }
        for (col, name) in names.iter().enumerate() {
            let variance = given[(col, col)];
            if !variance.is_finite() || variance <= 0.0 {
                return Err(Error::Constant { column: name.clone() });
            }
            for row in 0..p {
                let (x, y) = (given[(row, col)], given[(col, row)]);
                let size = (variance * given[(row, row)]).abs().sqrt();
                if x.is_nan() || y.is_nan() || (x - y).abs() > 1e-8 * size || x.abs() > size * (1.0 + 1e-10) {
                    return Err(Error::Kind { column: name.clone(), need: "correlation" });
                }
            }
        }
        let sds: Vec<f64> = (0..p).map(|at| given[(at, at)].sqrt()).collect();
        let matrix = Mat::from_fn(p, p, |row, col| match row == col {
            true => 1.0,
            false => 0.5 * (given[(row, col)] + given[(col, row)]) / (sds[row] * sds[col]),
        });
        let means = vec![0.0; p];
        Correlations::plain(names, matrix, (means, sds), n, 0, Missing::Listwise).checked()
    }

    /// The same with the matrix told cell by cell.
    ///
    /// # Errors
    /// As [`Correlations::of_matrix`].
    pub fn of_cells(
        names: Vec<String>,
        cell: impl Fn(usize, usize) -> f64,
        n: Option<usize>,
    ) -> Result<Self> {
        let given = Mat::from_fn(names.len(), names.len(), cell);
        Correlations::of_matrix(names, &given, n)
    }

    /// How many columns.
    pub fn width(&self) -> usize {
        self.names.len()
    }

    /// The covariance of two columns.
    pub fn covariance(&self, row: usize, col: usize) -> f64 {
        self.matrix[(row, col)] * self.sds[row] * self.sds[col]
    }

    /// Some of the columns.
    pub fn subset(&self, columns: &[usize]) -> Self {
        let pick = |list: &[f64]| columns.iter().map(|&at| list[at]).collect();
        Correlations {
            names: columns.iter().map(|&at| self.names[at].clone()).collect(),
            matrix: Mat::from_fn(columns.len(), columns.len(), |row, col| {
                self.matrix[(columns[row], columns[col])]
            }),
            means: pick(&self.means),
            sds: pick(&self.sds),
            ..self.clone()
        }
    }

    fn plain(
        names: Vec<String>,
        matrix: Mat<f64>,
        (means, sds): (Vec<f64>, Vec<f64>),
        n: Option<usize>,
        dropped: usize,
        missing: Missing,
    ) -> Self {
        let (basis, filled, unlikely) = (Basis::Pearson, Vec::new(), Vec::new());
        let smoothed = None;
        Correlations { names, matrix, means, sds, n, dropped, missing, smoothed, basis, filled, unlikely }
    }

    /// Smooths a matrix that is not positive definite, and keeps its least eigenvalue.
    pub(super) fn checked(mut self) -> Result<Self> {
        if let Some((matrix, least)) = smooth(&self.matrix)? {
            (self.matrix, self.smoothed) = (matrix, Some(least));
        }
        Ok(self)
    }
}
