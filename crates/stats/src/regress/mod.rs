//! What a column depends on.

mod design;

pub use design::{Design, Regressor};
