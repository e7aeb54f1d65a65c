//! What two revisions say differently, element by element and field by field.

use crate::{Department, Files};
use locale::Lang;

/// A difference.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {}

/// Differences of one section of the documents, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The section.
    pub title: String,
    /// Its differences.
    pub lines: Vec<Line>,
}

/// A difference in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// `added`, `removed` or `changed`.
    pub kind: &'static str,
    /// In words.
    pub text: String,
}

/// What differs between two texts.
pub fn diff(_before: &Files, _after: &Files) -> Vec<Difference> {
    Vec::new()
}

/// Differences in words, by section.
pub fn groups(_before: &Department, _after: &Department, _all: &[Difference], _lang: Lang) -> Vec<Group> {
    Vec::new()
}
