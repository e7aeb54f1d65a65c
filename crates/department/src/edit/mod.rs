//! Edits of the texts in place: only what is meant changes; comments and layout stay.

mod add;
mod apply;
mod change;
mod conflict;
mod error;
mod field;
mod id;
mod lines;
mod list;
mod literal;
mod local;
mod matching;
mod merge;
mod merge_text;
mod merge_value;
mod move_to;
mod place;
mod remove;
mod rename;
mod set;
mod shape;
mod subject;
#[cfg(test)]
mod tests;
mod texts;
mod value;
mod values;

pub use apply::apply;
pub use change::Change;
pub use conflict::{Conflict, Merge};
pub use error::EditError;
pub use id::free_id;
pub use merge::merge;
pub use subject::Subject;
pub use value::Value;
pub use values::values;
