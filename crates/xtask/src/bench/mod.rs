//! `cargo xtask bench …`: figures that are stated are measured here.

mod browser;
mod check;
mod desk;

pub use check::check;
pub use desk::desk;
