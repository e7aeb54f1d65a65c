//! What a column depends on.

mod design;
pub mod formula;
pub mod glm;
mod weighted;

pub use design::{Design, Regressor};
