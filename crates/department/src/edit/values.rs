//! What stands in the text.

use super::apply::shape_of;
use super::place::{element, find};
use super::shape::{raw, value};
use super::{Subject, Value};
use crate::Files;
use crate::text::{Node, parse_piece};

/// The fields of a table as they stand in the text, in its order; nothing where there is no such table. A field of a
/// wrong type is not among them: it stays in the text until somebody sets it.
pub fn values(files: &Files, subject: &Subject) -> Option<Vec<(String, Value)>> {
    let shape = shape_of(subject).ok()?;
    with(files, subject, |node| match value(node, shape) {
        Some(Value::Record(fields)) => fields,
        _ => Vec::new(),
    })
}

/// All of a table, whatever its fields may have; a value in the table's place where there is no table.
pub(super) fn raw_values(files: &Files, subject: &Subject) -> Option<Vec<(String, Value)>> {
    with(files, subject, |node| match raw(node) {
        Value::Record(fields) => fields,
        other => vec![(String::new(), other)],
    })
}

fn with<T>(files: &Files, subject: &Subject, read: impl FnOnce(&Node<'_>) -> T) -> Option<T> {
    let place = find(|file| files.get(file), subject)?;
    let text = String::from_utf8_lossy(&files.get(place.file)?[place.range]);
    let (root, _) = parse_piece(&text);
    Some(read(element(&root, subject)?))
}
