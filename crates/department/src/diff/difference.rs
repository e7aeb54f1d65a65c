//! A difference as data.

use crate::edit::{Subject, Value};

/// What kind of difference it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// An element has come.
    Added,
    /// An element is gone.
    Removed,
    /// An element has another id and mostly the same content.
    Renamed,
    /// A field says something else.
    Changed,
    /// A file has come.
    FileAdded,
    /// A file is gone.
    FileRemoved,
    /// A file holds something else, and is no text that can be compared by its elements.
    FileChanged,
}

impl What {
    /// `added`, `removed`, `renamed` or `changed`.
    pub const fn word(self) -> &'static str {
        match self {
            What::Added | What::FileAdded => "added",
            What::Removed | What::FileRemoved => "removed",
            What::Renamed => "renamed",
            What::Changed | What::FileChanged => "changed",
        }
    }

    /// Whether it is about a file as a whole.
    pub const fn of_file(self) -> bool {
        matches!(self, What::FileAdded | What::FileRemoved | What::FileChanged)
    }
}

/// A difference.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// What kind of difference it is.
    pub what: What,
    /// The table, under its id as it is now; for a file its path.
    pub subject: Subject,
    /// The field, or a part of one: `owner`, `correction.what`, `targets.2026-12-31`, `needs.regression`. Empty where the
    /// whole element is meant.
    pub field: String,
    /// What stood there: of a removed element its fields, of a renamed one its old id.
    pub before: Option<Value>,
    /// What stands there: of an added element its fields, of a renamed one its new id.
    pub after: Option<Value>,
}
