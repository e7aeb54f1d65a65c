//! `cargo xtask bench …`: figures that are stated are measured here.

mod browser;
mod check;
mod desk;
mod stats;

pub use check::check;
pub use desk::desk;
pub use stats::{long, stats};
