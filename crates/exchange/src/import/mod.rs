//! Rows of a table as changes of the department.
//!
//! A [`Mapping`] says which column is what; [`guess`] proposes one from the heads. [`Plan::new`] reads the rows by it:
//! which elements would be added, which changed and in what, and what could not be read, cell by cell. Nothing is
//! changed by a plan; its changes are made all together or not at all.

mod guess;
mod lookup;
mod mapping;
mod plan;
mod problem;
mod value;

#[cfg(test)]
mod tests;

pub use guess::{guess, guessed_kind};
pub use mapping::{DateChoice, Mapping, MarkChoice, Matching, targets};
pub use plan::{Difference, Outcome, Plan, Planned, Wanted};
pub use problem::{CellError, Problem};

/// A file has no more rows than this.
pub const ROWS: usize = 10_000;
/// No cell has more bytes of text than this.
pub const TEXT: usize = 20_000;
