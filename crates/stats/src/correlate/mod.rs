//! How columns go together.

mod adjust;
mod bootstrap;
mod contingency;
mod cross;
mod difference;
mod distance;
mod icc;
mod kendall;
mod likelihood;
mod matrix;
mod order;
mod pair;
mod partial;
mod pearson;
mod polychoric;
mod polyserial;
pub(crate) mod rank;
mod spearman;
mod steps;
pub(crate) mod sweep;

pub use adjust::{Adjust, adjust};
pub use bootstrap::{Bootstrap, bca};
pub use contingency::{Contingency, contingency};
pub use cross::{Cross, Missing, cross_products};
pub use difference::{Difference, Four, apart, independent, shared};
pub use distance::{Distance, distance};
pub use icc::{Icc, Iccs, icc};
pub use kendall::{Concordance, concordance};
pub use matrix::{Matrix, Pair, Whole, matrix, matrix_of_products};
pub use order::{Square, order};
pub use pair::{Alternative, Ask, Coefficient, Correlation, correlate};
pub use partial::{Given, partial, semi_partial};
pub use polychoric::{Latent, Steps, polychoric, tetrachoric};
pub use polyserial::{Polyserial, biserial, point_biserial, polyserial};
pub use rank::{Ranks, ranks};
pub use steps::{crossed, steps};
