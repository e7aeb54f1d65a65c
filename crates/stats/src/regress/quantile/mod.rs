//! Quantile regression (Koenker and Bassett 1978): what the outcome's quantile, not its mean, depends on.
//!
//! [`quantile`] finds the exact solution; [`Quantile::errors`], [`rank_intervals`] and [`bootstrap`] say how sure it is.

mod basis;
mod bootstrap;
mod fit;
mod interval;
mod rank;

pub use bootstrap::{Bootstrap, bootstrap};
pub use fit::{Quantile, quantile};
pub use interval::Spread;
pub use rank::rank_intervals;
