//! Changes that people make.

use super::{Subject, Value};

/// A change of the texts.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Sets a field, or removes it. A value that is equal to what is written changes nothing; a table that stands alone
    /// (`[about]`) is made where it is absent.
    Set {
        /// The table.
        subject: Subject,
        /// Its field.
        field: String,
        /// The new value; nothing removes the field.
        value: Option<Value>,
    },
    /// Adds an element with its fields, behind `after` or behind the last of its kind.
    Add {
        /// The element.
        subject: Subject,
        /// Its fields.
        fields: Vec<(String, Value)>,
        /// The id of the element of its kind that it follows.
        after: Option<String>,
    },
    /// Removes an element with its sub-tables and the comment directly above it. What refers to it stays and is
    /// found by the rules.
    Remove {
        /// The element.
        subject: Subject,
    },
    /// Gives an element another id; what refers to it follows.
    Rename {
        /// The element.
        subject: Subject,
        /// Its new id.
        to: String,
    },
    /// Moves an element with its comments before another of its kind, or behind the last.
    Move {
        /// The element.
        subject: Subject,
        /// The id of the element of its kind that it comes before.
        before: Option<String>,
    },
    /// Replaces a file's text.
    Text {
        /// The file.
        file: String,
        /// Its text.
        text: String,
    },
}
