//! Small matrix steps that the methods here share.

use crate::{Error, Result};
use matrix::{Fault, Mat, MatRef, product};

/// An error of a decomposition, as this family says it.
pub(super) fn failed(fault: Fault) -> Error {
    match fault {
        Fault::Singular => Error::Collinear { columns: Vec::new() },
        Fault::NoConvergence => Error::NoConvergence { what: "eigenvalues", steps: 0 },
    }
}

/// a·b.
pub(super) fn times(a: &Mat<f64>, b: &Mat<f64>) -> Mat<f64> {
    product(a.as_ref(), b.as_ref())
}

/// aᵀ·b.
pub(super) fn crossed(a: &Mat<f64>, b: &Mat<f64>) -> Mat<f64> {
    product(a.transpose(), b.as_ref())
}

/// a·bᵀ.
pub(super) fn outer(a: &Mat<f64>, b: &Mat<f64>) -> Mat<f64> {
    product(a.as_ref(), b.transpose())
}

/// The diagonal.
pub(super) fn diagonal(a: &Mat<f64>) -> Vec<f64> {
    (0..a.nrows().min(a.ncols())).map(|at| a[(at, at)]).collect()
}

/// diag(left)·a·diag(right).
pub(super) fn scaled(a: MatRef<'_, f64>, left: &[f64], right: &[f64]) -> Mat<f64> {
    Mat::from_fn(a.nrows(), a.ncols(), |row, col| left[row] * a[(row, col)] * right[col])
}

/// The first `count` columns.
pub(super) fn leading(a: &Mat<f64>, count: usize) -> Mat<f64> {
    Mat::from_fn(a.nrows(), count.min(a.ncols()), |row, col| a[(row, col)])
}

/// The inverse of a small square matrix, by Gauss and Jordan with the greatest pivot; none where it is singular.
pub(super) fn inverse(a: &Mat<f64>) -> Option<Mat<f64>> {
    let size = a.nrows();
    let mut left = a.clone();
    let mut right = Mat::<f64>::identity(size, size);
    for at in 0..size {
        let best = (at..size).max_by(|&x, &y| left[(x, at)].abs().total_cmp(&left[(y, at)].abs()))?;
        let pivot = left[(best, at)];
        if pivot == 0.0 || !pivot.is_finite() {
            return None;
        }
        for col in 0..size {
            let (x, y) = (left[(at, col)], right[(at, col)]);
            left[(at, col)] = left[(best, col)] / pivot;
            right[(at, col)] = right[(best, col)] / pivot;
            if best != at {
                left[(best, col)] = x;
                right[(best, col)] = y;
            }
        }
        for row in (0..size).filter(|&row| row != at) {
            let factor = left[(row, at)];
            if factor != 0.0 {
                for col in 0..size {
                    let (x, y) = (left[(at, col)], right[(at, col)]);
                    left[(row, col)] -= factor * x;
                    right[(row, col)] -= factor * y;
                }
            }
        }
    }
    Some(right)
}

/// A function of a symmetric matrix: its eigenvalues replaced.
pub(super) fn spectral(a: &Mat<f64>, f: impl Fn(f64) -> f64) -> Result<Mat<f64>> {
    let found = matrix::eigen(a.as_ref()).map_err(failed)?;
    let bent =
        Mat::from_fn(a.nrows(), a.ncols(), |row, col| found.vectors[(row, col)] * f(found.values[col]));
    Ok(outer(&bent, &found.vectors))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inverse_undoes_and_a_singular_matrix_has_none() {
        let a = Mat::from_fn(3, 3, |row, col| [[0.0, 2.0, 1.0], [1.0, 0.5, 0.0], [3.0, 1.0, 4.0]][row][col]);
        let unit = times(&a, &inverse(&a).expect("it has one"));
        assert!((unit - Mat::<f64>::identity(3, 3)).norm_max() < 1e-15);
        assert!(inverse(&Mat::<f64>::zeros(2, 2)).is_none());
    }

    #[test]
    fn a_square_root_squared_is_the_matrix() {
        let a = Mat::from_fn(2, 2, |row, col| if row == col { 2.0 } else { 0.5 });
        let root = spectral(&a, f64::sqrt).expect("it is symmetric");
        assert!((times(&root, &root) - &a).norm_max() < 1e-15);
    }
}
