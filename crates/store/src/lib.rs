//! What is kept: a trait for each aggregate, and one suite of stories for every implementation.
//!
//! The use-cases know [`Store`] and nothing of what is behind it; an implementation shows by running
//! [`suite::stories`] that it is one. [`Memory`] is the simplest, for tests and for a look that keeps nothing.

mod error;
mod measurements;
mod memory;
pub mod suite;

pub use error::StoreError;
pub use measurements::{ImportRecord, Imported, Measurements, check};
pub use memory::Memory;

/// Everything that is kept.
pub trait Store: Measurements {}

impl<T: Measurements + ?Sized> Store for T {}
