//! From the rows of a file to measurements.
//!
//! [`preview`] reads a whole sheet by a [`Mapping`] and changes nothing: it says what would be imported, which cells could
//! not be read, and what was left out or filled in. [`guess`] proposes the mapping; what a person says of faulty cells is
//! laid over the sheet ([`Mends`]). Whether a file with faulty cells is imported in part or not at all is the caller's
//! choice to offer and a person's to make; nothing is taken in silence.

mod across;
mod aggregate;
mod column;
mod error;
mod figures;
mod guess;
mod headed;
mod lanes;
mod long;
mod mapping;
mod mends;
mod names;
mod notes;
mod preview;
mod rows;
mod seen;
mod units;
mod words;

pub use aggregate::Aggregate;
pub use error::{ImportError, Problem, RowError};
pub use guess::{guess, guess_form};
pub use mapping::{Form, Mapping};
pub use mends::Mends;
pub use notes::Note;
pub use preview::{Preview, preview};
pub use seen::{SeenColumn, columns};
pub use units::typed;

use headed::Headed;
