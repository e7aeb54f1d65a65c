//! Edits of the texts in place: only what is meant changes; comments and layout stay.

mod change;
mod conflict;
mod error;
mod subject;
mod value;

pub use change::Change;
pub use conflict::{Conflict, Merge};
pub use error::EditError;
pub use subject::Subject;
pub use value::Value;
