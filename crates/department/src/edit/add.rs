//! An element that comes.

use super::apply::{check, shape_of};
use super::lines::{content_end, newline, with_comment_above, with_comment_below};
use super::literal::{block, key};
use super::place::held;
use super::shape::{inner, rank};
use super::texts::Texts;
use super::{EditError, Subject, Value};
use crate::element::Shape;
use crate::model::tables_of;
use crate::text::{cuts, long_strings, words};
use std::ops::Range;

/// An id is at most so long.
const ID: usize = 64;

/// That an id is a plain word.
pub(super) fn check_id(id: &str) -> Result<(), EditError> {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-');
    match !id.is_empty() && id.len() <= ID && id.bytes().all(plain) {
        true => Ok(()),
        false => Err(EditError::Id(id.to_owned())),
    }
}

/// Adds a table with its fields.
pub(super) fn add(
    texts: &mut Texts<'_>,
    subject: &Subject,
    fields: &[(String, Value)],
    after: Option<&str>,
) -> Result<(), EditError> {
    let shape = shape_of(subject)?;
    fields.iter().try_for_each(|(field, value)| check(&subject.table, shape, field, Some(value)))?;
    let file = subject.file().ok_or_else(|| EditError::Kind(subject.table.clone()))?;
    let text = texts.get(file).unwrap_or_default();
    if held(text, subject).is_some() {
        return Err(EditError::Exists(subject.to_string()));
    }
    let nl = newline(text);
    let new = written(subject, shape, fields, nl);
    let (at, before) = match after {
        Some(after) => {
            let after = Subject::of(&*subject.table, after);
            let place = held(text, &after).ok_or_else(|| EditError::NoElement(after.to_string()))?;
            (end_of_piece(text, place), false)
        }
        None => slot(text, subject, file),
    };
    let new = if before { format!("{new}{nl}") } else { behind(text, at, &new, nl) };
    texts.splice(file, at..at, &new);
    Ok(())
}

/// A block of lines that is put behind others, with a blank line between.
pub(super) fn behind(text: &[u8], at: usize, block: &str, nl: &str) -> String {
    let head = &text[..at];
    let open = if head.is_empty() || head.ends_with(b"\n") { "" } else { nl };
    let gap = if head.trim_ascii().is_empty() || head.ends_with(b"\n\n") || head.ends_with(b"\n\r\n") {
        ""
    } else {
        nl
    };
    format!("{open}{gap}{block}")
}

/// Where the lines of a piece end, with the comments that belong to them.
pub(super) fn end_of_piece(text: &[u8], piece: Range<usize>) -> usize {
    let end = content_end(text, &long_strings(text), piece);
    with_comment_below(text, end.saturating_sub(1), true)
}

/// Where a new table goes: behind the last of its kind, else behind the kind that comes before it in the file, else
/// before what comes after it. The second is true where it stands before something.
fn slot(text: &[u8], subject: &Subject, file: &str) -> (usize, bool) {
    let order = tables_of(file);
    let place = |table: &[u8]| order.iter().position(|known| known.as_bytes() == table);
    let own = place(subject.table.as_bytes());
    let (mut best, mut next) = (None::<(usize, Range<usize>)>, None::<usize>);
    for cut in cuts(text).filter(|cut| text[cut.clone()].first() == Some(&b'[')) {
        let words = words(text, cut.start);
        let Some(found) = words.first().and_then(|word| place(word.text)) else { continue };
        if Some(found) > own {
            next = next.or(Some(cut.start));
        } else if best.as_ref().is_none_or(|(known, _)| *known <= found) {
            best = Some((found, cut));
        }
    }
    match (best, next) {
        (Some((_, piece)), _) => (end_of_piece(text, piece), false),
        (None, Some(next)) => (with_comment_above(text, &long_strings(text), next), true),
        (None, None) => (text.len(), false),
    }
}

/// A table with its fields in the order of their declaration, sub-tables last.
fn written(subject: &Subject, shape: Shape, fields: &[(String, Value)], nl: &str) -> String {
    let mut fields: Vec<&(String, Value)> = fields.iter().collect();
    fields.sort_by_key(|(name, _)| rank(shape, name));
    let words: Vec<String> =
        [Some(&subject.table), subject.id.as_ref()].into_iter().flatten().map(|word| key(word)).collect();
    let head = words.join(".");
    let (mut lines, mut tables) = (format!("[{head}]{nl}"), String::new());
    for (name, value) in fields {
        match (inner(shape, name), value) {
            (Some(Shape::Record(_)), Value::Record(inner)) => {
                tables.push_str(&format!("{nl}[{head}.{}]{nl}", key(name)));
                inner.iter().for_each(|(name, value)| {
                    tables.push_str(&format!("{} = {}{nl}", key(name), block(value, nl)))
                });
            }
            _ => lines.push_str(&format!("{} = {}{nl}", key(name), block(value, nl))),
        }
    }
    lines + &tables
}
