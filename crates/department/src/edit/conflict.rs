//! What two who edit at once have both changed.

use super::{Subject, Value};
use crate::Files;

/// What became of changes that were made on an older text.
#[derive(Debug, Clone, PartialEq)]
pub enum Merge {
    /// Nobody touched the same: they stand in the text as it is now.
    Done(Files),
    /// Somebody has touched the same: nothing was changed.
    Conflicts(Vec<Conflict>),
}

/// A field that two have changed, or a part of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// The table; for a whole text its file.
    pub subject: Subject,
    /// The field; empty where the element itself is gone, has come or is called otherwise.
    pub field: String,
    /// What both began with.
    pub base: Option<Value>,
    /// What stands there now.
    pub theirs: Option<Value>,
    /// What was to be put there.
    pub mine: Option<Value>,
}
