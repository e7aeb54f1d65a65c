//! An element that goes.

use super::apply::{shape_of, way};
use super::field::{self, blocks};
use super::lines::{is_blank, line_end, with_comment_above, with_comment_below, with_gap};
use super::local::{Form, at};
use super::texts::Texts;
use super::{EditError, Subject};
use crate::text::long_strings;
use std::ops::Range;

/// Removes a table with its sub-tables and the comment directly above it.
pub(super) fn remove(texts: &mut Texts<'_>, subject: &Subject) -> Result<(), EditError> {
    shape_of(subject)?;
    let no_element = || EditError::NoElement(subject.to_string());
    let place = texts.find(subject).ok_or_else(no_element)?;
    let mut local = texts.local(&place)?;
    let way = way(subject);
    let root = local.root();
    let node = at(&root, &way).ok_or_else(no_element)?;
    if local.form(node) != Form::Header {
        let (last, table) = (subject.id.as_ref().unwrap_or(&subject.table), &way[..way.len() - 1]);
        drop(root);
        field::remove(&mut local, table, last);
        texts.splice(place.file, place.range, &local.text);
        return Ok(());
    }
    let blocks = blocks(local.bytes(), node);
    drop(root);
    let whole = texts.get(place.file).unwrap_or_default();
    let mut cuts: Vec<Range<usize>> = extents(whole, place.range.start, blocks);
    cuts.reverse();
    for cut in cuts {
        let whole = texts.get(place.file).unwrap_or_default();
        let cut = with_gap(whole, cut, true);
        texts.splice(place.file, cut, "");
    }
    Ok(())
}

/// Blocks of a part of a text as ranges of the whole text, with their comments; neighbours with nothing between them are
/// one.
pub(super) fn extents(whole: &[u8], start: usize, mut blocks: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let strings = long_strings(whole);
    blocks.sort_by_key(|block| block.start);
    let mut all: Vec<Range<usize>> = Vec::new();
    for block in blocks {
        let block = with_comment_above(whole, &strings, block.start + start)..block.end + start;
        match all.last_mut() {
            Some(last) if only_comments(&whole[last.end.min(block.start)..block.start]) => {
                last.end = block.end
            }
            _ => all.push(block),
        }
    }
    all.into_iter()
        .map(|block| block.start..with_comment_below(whole, block.end.saturating_sub(1), true))
        .collect()
}

fn only_comments(text: &[u8]) -> bool {
    let mut at = 0;
    while at < text.len() {
        let end = line_end(text, at);
        if !is_blank(&text[at..end]) && !text[at..end].trim_ascii_start().starts_with(b"#") {
            return false;
        }
        at = end;
    }
    true
}
