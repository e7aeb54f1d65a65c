//! `cargo xtask bench …`: figures that are stated are measured here.

mod browser;
mod check;
mod control;
mod desk;
mod server;
mod stats;

pub use check::check;
pub use control::control;
pub use desk::desk;
pub use stats::{long, stats};
