//! Decompositions, each a call into faer.

use faer::linalg::solvers::{DenseSolveCore, Solve, SolveLstsq};
use faer::{Accum, Mat, MatRef, Par, Side};
use std::sync::Once;

/// Cores are shared by rows and by questions, not within a matrix of some dozen columns, where handing the work over costs
/// more than doing it.
fn alone() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| faer::set_global_parallelism(Par::Seq));
}

/// Products of more multiplications than these are worth several cores.
const MANY: usize = 50_000_000;

/// Why a matrix cannot be decomposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is not positive definite, or singular.
    Singular,
    /// The iteration came to no end: the matrix holds something that is not finite.
    NoConvergence,
}

/// Eigenvalues, the greatest first, and the eigenvectors in the same order, a column each.
#[derive(Debug, Clone)]
pub struct Eigen {
    /// The eigenvalues.
    pub values: Vec<f64>,
    /// The eigenvectors, of length one.
    pub vectors: Mat<f64>,
}

/// `u` · diag(`values`) · `v`ᵀ, the greatest value first; thin.
#[derive(Debug, Clone)]
pub struct Svd {
    /// Left vectors.
    pub u: Mat<f64>,
    /// Singular values.
    pub values: Vec<f64>,
    /// Right vectors.
    pub v: Mat<f64>,
}

/// The eigenvalues and vectors of a symmetric matrix, of which the lower half is read.
pub fn eigen(a: MatRef<'_, f64>) -> Result<Eigen, Fault> {
    alone();
    let found = a.self_adjoint_eigen(Side::Lower).map_err(|_| Fault::NoConvergence)?;
    let (values, vectors) = (found.S(), found.U());
    let n = vectors.ncols();
    let values = (0..n).rev().map(|at| values[at]).collect();
    let vectors = Mat::from_fn(n, n, |row, col| vectors[(row, n - 1 - col)]);
    Ok(Eigen { values, vectors })
}

/// The thin singular value decomposition.
pub fn svd(a: MatRef<'_, f64>) -> Result<Svd, Fault> {
    alone();
    let found = a.thin_svd().map_err(|_| Fault::NoConvergence)?;
    let values = found.S();
    let values = (0..a.nrows().min(a.ncols())).map(|at| values[at]).collect();
    Ok(Svd { u: found.U().to_owned(), values, v: found.V().to_owned() })
}

/// The `x` of a·x = b, for a symmetric positive definite `a`, of which the lower half is read.
pub fn cholesky_solve(a: MatRef<'_, f64>, b: MatRef<'_, f64>) -> Result<Mat<f64>, Fault> {
    alone();
    Ok(a.llt(Side::Lower).map_err(|_| Fault::Singular)?.solve(b))
}

/// The logarithm of the determinant of a symmetric positive definite matrix.
pub fn log_determinant(a: MatRef<'_, f64>) -> Result<f64, Fault> {
    alone();
    let found = a.llt(Side::Lower).map_err(|_| Fault::Singular)?;
    let l = found.L();
    Ok((0..l.nrows()).map(|at| 2.0 * l[(at, at)].ln()).sum())
}

/// The inverse of a symmetric positive definite matrix.
pub fn inverse(a: MatRef<'_, f64>) -> Result<Mat<f64>, Fault> {
    alone();
    Ok(a.llt(Side::Lower).map_err(|_| Fault::Singular)?.inverse())
}

/// The `x` that makes a·x as near to b as can be, by a QR decomposition; `a` has full rank and no fewer rows than columns.
pub fn least_squares(a: MatRef<'_, f64>, b: MatRef<'_, f64>) -> Mat<f64> {
    alone();
    a.col_piv_qr().solve_lstsq(b)
}

/// The product of two matrices.
pub fn product(a: MatRef<'_, f64>, b: MatRef<'_, f64>) -> Mat<f64> {
    let many = a.nrows().saturating_mul(a.ncols()).saturating_mul(b.ncols()) > MANY;
    let mut out = Mat::zeros(a.nrows(), b.ncols());
    faer::linalg::matmul::matmul(
        &mut out,
        Accum::Replace,
        a,
        b,
        1.0,
        if many { Par::rayon(0) } else { Par::Seq },
    );
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Mat<f64> {
        Mat::from_fn(3, 3, |row, col| [[4.0, 1.0, 0.5], [1.0, 3.0, 0.2], [0.5, 0.2, 2.0]][row][col])
    }

    #[test]
    fn eigenvalues_come_greatest_first_and_give_the_matrix_back() {
        let a = sample();
        let found = eigen(a.as_ref()).expect("it is symmetric");
        assert!(found.values.windows(2).all(|pair| pair[0] >= pair[1]));
        let back = Mat::from_fn(3, 3, |row, col| {
            (0..3)
                .map(|at| found.vectors[(row, at)] * found.values[at] * found.vectors[(col, at)])
                .sum::<f64>()
        });
        assert!((&back - &a).norm_max() < 1e-14);
    }

    #[test]
    fn a_solution_solves() {
        let a = sample();
        let b = Mat::from_fn(3, 1, |row, _| row as f64 + 1.0);
        let x = cholesky_solve(a.as_ref(), b.as_ref()).expect("it is positive definite");
        assert!((product(a.as_ref(), x.as_ref()) - &b).norm_max() < 1e-14);
        assert!(
            (product(a.as_ref(), inverse(a.as_ref()).expect("it has one").as_ref())
                - Mat::<f64>::identity(3, 3))
            .norm_max()
                < 1e-14
        );
        assert!((least_squares(a.as_ref(), b.as_ref()) - &x).norm_max() < 1e-14);
        let all: f64 = eigen(a.as_ref()).expect("it is symmetric").values.iter().map(|v| v.ln()).sum();
        assert!((log_determinant(a.as_ref()).expect("it has one") - all).abs() < 1e-14);
    }

    #[test]
    fn what_has_no_inverse_says_so() {
        assert_eq!(inverse(Mat::<f64>::zeros(2, 2).as_ref()).err(), Some(Fault::Singular));
    }

    #[test]
    fn singular_values_give_the_matrix_back() {
        let a = Mat::from_fn(5, 2, |row, col| (row * 2 + col) as f64 + (row as f64).sin());
        let found = svd(a.as_ref()).expect("it is finite");
        let back = Mat::from_fn(5, 2, |row, col| {
            (0..2).map(|at| found.u[(row, at)] * found.values[at] * found.v[(col, at)]).sum::<f64>()
        });
        assert!((&back - &a).norm_max() < 1e-13);
    }
}
