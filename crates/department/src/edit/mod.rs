//! Edits of the texts in place: only what is meant changes; comments and layout stay.

mod apply;
mod change;
mod conflict;
mod error;
mod merge;
mod subject;
mod value;
mod values;

pub use apply::apply;
pub use change::Change;
pub use conflict::{Conflict, Merge};
pub use error::EditError;
pub use merge::merge;
pub use subject::Subject;
pub use value::Value;
pub use values::{free_id, values};
