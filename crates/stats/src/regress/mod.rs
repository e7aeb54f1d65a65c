//! What a column depends on.

mod design;
pub mod formula;
mod weighted;

pub use design::{Design, Regressor};
