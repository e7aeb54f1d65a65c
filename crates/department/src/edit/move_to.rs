//! An element that goes to another place of its kind.

use super::add::{behind, end_of_piece};
use super::apply::{shape_of, way};
use super::field::blocks;
use super::lines::{is_blank, newline, with_gap};
use super::local::{Form, at};
use super::place::Place;
use super::remove::extents;
use super::texts::Texts;
use super::{EditError, Subject};
use crate::text::{cuts, words};
use std::ops::Range;

/// Moves an element with its comments before another of its kind, or behind the last.
pub(super) fn move_to(
    texts: &mut Texts<'_>,
    subject: &Subject,
    before: Option<&str>,
) -> Result<(), EditError> {
    shape_of(subject)?;
    let (place, own) = extent(texts, subject)?;
    let whole = texts.get(place.file).unwrap_or_default();
    let nl = newline(whole);
    let mut block = String::from_utf8_lossy(&whole[own.clone()]).into_owned();
    if !block.ends_with('\n') {
        block.push_str(nl);
    }
    let cut = with_gap(whole, own.clone(), true);
    let (at, new) = match before {
        Some(before) => {
            let before = Subject::of(&*subject.table, before);
            let (other, target) = extent(texts, &before)?;
            if other.file != place.file {
                return Err(EditError::NoElement(before.to_string()));
            }
            (target.start, format!("{block}{nl}"))
        }
        None => {
            let last = cuts(whole).filter(|cut| {
                words(whole, cut.start).first().is_some_and(|word| word.text == subject.table.as_bytes())
            });
            let last = last.last().ok_or_else(|| EditError::NoElement(subject.to_string()))?;
            let end = end_of_piece(whole, last);
            (end, behind(whole, end, &block, nl))
        }
    };
    if at < own.start {
        texts.splice(place.file, cut, "");
        texts.splice(place.file, at..at, &new);
    } else if at > own.end && !(before.is_some() && is_blank(&whole[own.end..at])) {
        texts.splice(place.file, at..at, &new);
        texts.splice(place.file, cut, "");
    }
    Ok(())
}

/// Where an element under a header of its own stands in its file, with its comments.
fn extent(texts: &Texts<'_>, subject: &Subject) -> Result<(Place, Range<usize>), EditError> {
    let no_element = || EditError::NoElement(subject.to_string());
    let place = texts.find(subject).ok_or_else(no_element)?;
    let local = texts.local(&place)?;
    let root = local.root();
    let node = at(&root, &way(subject)).ok_or_else(no_element)?;
    if local.form(node) != Form::Header {
        return Err(EditError::Within(subject.to_string()));
    }
    let blocks = blocks(local.bytes(), node);
    let whole = texts.get(place.file).unwrap_or_default();
    let first = extents(whole, place.range.start, blocks).into_iter().next().ok_or_else(no_element)?;
    Ok((place, first))
}
