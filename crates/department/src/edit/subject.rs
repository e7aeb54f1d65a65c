//! What a change is about: a table of the text.

use crate::element::FieldSpec;
use crate::model::{file_of, schema};
use std::fmt;

/// A table of the text: `[about]` has no id, `[goal.trust]` has one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Subject {
    /// The first word of the header.
    pub table: String,
    /// The second, where there is one.
    pub id: Option<String>,
}

impl Subject {
    /// A table that stands alone.
    pub fn one(table: impl Into<String>) -> Self {
        Subject { table: table.into(), id: None }
    }

    /// An element of a kind.
    pub fn of(kind: impl Into<String>, id: impl Into<String>) -> Self {
        Subject { table: kind.into(), id: Some(id.into()) }
    }

    /// Out of `about` or `goal.trust`.
    pub fn parse(text: &str) -> Self {
        match text.split_once('.') {
            Some((table, id)) => Self::of(table, id),
            None => Self::one(text),
        }
    }

    /// The standard file in which it belongs.
    pub fn file(&self) -> Option<&'static str> {
        file_of(&self.table)
    }

    /// The fields that it may have.
    pub fn fields(&self) -> Option<&'static [FieldSpec]> {
        schema().into_iter().find(|(_, table, _)| *table == self.table).map(|(_, _, fields)| fields)
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.id {
            Some(id) => write!(out, "{}.{id}", self.table),
            None => out.write_str(&self.table),
        }
    }
}
