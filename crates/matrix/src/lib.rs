//! Matrices of `f64` for statistics.
//!
//! - The decompositions are faer's, compiled here once: what counts on them is rebuilt without them.
//! - [`Mat`] is faer's own matrix, columns first; rows are observations, columns are variables.
//! - [`Gram`] and [`PairGram`] are cross-products of tall tables, a block of rows at a time, for what passes over more rows than
//!   fit in memory; [`gram`] is the quick way for columns that do.
//! - [`Dd`] is a number of 31 digits; [`slices`] sums in it; [`Root`] is the triangular root of cross-products of that many.
//!
//! Whoever needs a decomposition calls it from here and not from faer, so that generic code is not compiled twice.

mod decompose;
mod double_double;
mod gram;
mod pair_gram;
mod panel;
mod root;
pub mod slices;

pub use decompose::{
    Eigen, Fault, Svd, cholesky_solve, eigen, inverse, least_squares, log_determinant, product, svd,
};
pub use double_double::{Dd, fast_two_sum, two_product, two_sum};
pub use faer::{Col, ColRef, Mat, MatMut, MatRef};
pub use gram::{Digits, Gram, Part, gram};
pub use pair_gram::{Pair, PairGram};
pub use root::Root;
