//! How columns go together.

mod adjust;
mod cross;
mod difference;
mod gram;
mod kendall;
mod matrix;
mod pair;
mod partial;
mod pearson;
pub(crate) mod rank;
mod spearman;
pub(crate) mod sweep;

pub use adjust::{Adjust, adjust};
pub use cross::{Cross, Missing, cross_products};
pub use difference::{Difference, Four, apart, independent, shared};
pub use kendall::{Concordance, concordance};
pub use matrix::{Matrix, Pair, Whole, matrix, matrix_of_products};
pub use pair::{Alternative, Ask, Coefficient, Correlation, correlate};
pub use partial::{Given, partial, semi_partial};
pub use rank::{Ranks, ranks};
