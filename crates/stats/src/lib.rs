//! Statistics: one method a file.
//!
//! - A [`Frame`] holds named columns in memory; missing is `NaN` in figures and [`MISSING`] in factors. [`Blocks`] are rows
//!   that come in pieces, for what passes over more of them than fit in memory.
//! - A method takes plain slices, a frame or blocks and gives a named struct: what was estimated, `n`, what was dropped,
//!   its interval, the method's name. It never prints and never panics on what it is given: what cannot be done is an
//!   [`Error`] that names the column and the row.
//! - Chance comes in as a seed ([`Chance`]); nothing here reads a clock, a file or an environment.
//! - Tails of distributions are right to 13 digits and more ([`dist`]); decompositions come from `matrix`.

mod blocks;
mod chance;
pub mod cluster;
pub mod correlate;
pub mod describe;
pub mod dist;
mod error;
pub mod factor;
pub mod foresee;
mod frame;
pub mod lead;
pub mod regress;
pub mod series;
pub mod test;
mod watch;

pub use blocks::{Blocks, fold};
pub use chance::Chance;
pub use error::Error;
pub use frame::{Column, Frame, MISSING, Values};
pub use watch::Watch;

/// What a method gives.
pub type Result<T> = std::result::Result<T, Error>;
