//! What a column depends on.

mod design;
pub mod formula;
pub mod glm;
mod mm;
pub mod panel;
pub mod penalised;
pub mod quantile;
pub mod robust;
mod weighted;

pub use mm::mm;
pub use design::{Design, Regressor};
