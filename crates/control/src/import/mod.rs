//! From the rows of a file to measurements.
//!
//! [`preview`] reads a whole sheet and changes nothing: it says what would be imported and which rows could not
//! be read. Whether a file with such rows is imported in part or not at all is the caller's choice to offer and a
//! person's to make; nothing is taken in silence.

mod aggregate;
mod column;
mod error;
mod mapping;
mod preview;
mod rows;

pub use aggregate::Aggregate;
pub use error::{ImportError, Problem, RowError};
pub use mapping::Mapping;
pub use preview::{Preview, preview};
