//! Questions to data: asked once on a file, or kept in the department and asked anew as data come.

mod answers;
mod ask;
mod desk;
mod opened;
mod source;

pub use answers::{Answered, Answers};
pub use ask::{Question, ask, export, write};
pub use desk::{DATA_BYTES, OWN};
pub(crate) use opened::OpenedData;
pub use source::{Shelf, belongs};
