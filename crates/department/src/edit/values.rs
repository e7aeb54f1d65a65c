//! What stands in the text.

use super::{Subject, Value};
use crate::Files;

/// The fields of a table as they stand in the text, in its order; nothing where there is no such table.
pub fn values(_files: &Files, _subject: &Subject) -> Option<Vec<(String, Value)>> {
    None
}

/// An id made of a name, that no element of the kind has.
pub fn free_id(_files: &Files, _table: &str, name: &str) -> String {
    name.to_owned()
}
