//! Matrices of `f64` for statistics.
//!
//! - The decompositions are faer's, compiled here once: what counts on them is rebuilt without them.
//! - [`Mat`] is faer's own matrix, columns first; rows are observations, columns are variables.
//!
//! Whoever needs a decomposition calls it from here and not from faer, so that generic code is not compiled twice.

mod decompose;

pub use decompose::{
    Eigen, Fault, Svd, cholesky_solve, eigen, inverse, least_squares, log_determinant, product, svd,
};
pub use faer::{Col, ColRef, Mat, MatMut, MatRef};
