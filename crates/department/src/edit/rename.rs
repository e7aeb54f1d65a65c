//! An element that is called otherwise, and what refers to it.

use super::add::check_id;
use super::apply::{shape_of, way};
use super::field::range;
use super::literal::{inline, key};
use super::local::{Form, Local, at, form};
use super::shape::inner;
use super::texts::Texts;
use super::{EditError, Subject, Value};
use crate::element::Shape;
use crate::model::{FILES, schema};
use crate::text::{Node, NodeKind, brackets, cuts, inside, long_strings, parse_piece, words};
use memchr::memmem;
use std::ops::Range;

/// Gives an element another id; what refers to it follows in all files.
pub(super) fn rename(texts: &mut Texts<'_>, subject: &Subject, to: &str) -> Result<(), EditError> {
    shape_of(subject)?;
    check_id(to)?;
    let Some(id) = subject.id.as_deref().filter(|id| *id != to) else { return Ok(()) };
    let new = Subject::of(&*subject.table, to);
    if texts.find(&new).is_some() {
        return Err(EditError::Exists(new.to_string()));
    }
    let place = texts.find(subject).ok_or_else(|| EditError::NoElement(subject.to_string()))?;
    let local = texts.local(&place)?;
    let mut names = own_names(&local, subject);
    names.sort_by_key(|name| std::cmp::Reverse(name.start));
    for name in names {
        texts.splice(place.file, name.start + place.range.start..name.end + place.range.start, &key(to));
    }
    for file in FILES {
        refer(texts, file, &subject.table, id, to)?;
    }
    Ok(())
}

/// Where an element's id stands in its headers and keys.
fn own_names(local: &Local, subject: &Subject) -> Vec<Range<usize>> {
    let (text, id) = (local.bytes(), subject.id.as_deref().unwrap_or_default().as_bytes());
    let root = local.root();
    let way = way(subject);
    let strings = long_strings(text);
    let headers = brackets(text).filter(|at| !inside(&strings, *at)).filter_map(|at| {
        let words = words(text, at);
        let own = words.first().is_some_and(|word| word.text == subject.table.as_bytes());
        words.into_iter().nth(1).filter(|word| own && word.text == id).map(|word| word.range)
    });
    let mut names: Vec<Range<usize>> = headers.collect();
    let Some(NodeKind::Table(kind)) = at(&root, &way[..1]).map(|node| &node.kind) else { return names };
    for (name, node) in kind.entries.iter().filter(|(name, _)| name.text.as_bytes() == id) {
        match form(text, node) {
            Form::Header | Form::Headers => {}
            Form::Dots => names.extend(dotted(text, node, subject)),
            Form::Plain | Form::Braces => names.push(range(name.span)),
        }
    }
    names
}

/// The id in `trust.name = …` or `goal.trust.name = …`.
fn dotted(text: &[u8], node: &Node<'_>, subject: &Subject) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    for (key, inner) in super::local::leaves(node) {
        if form(text, inner) == Form::Dots {
            names.extend(dotted(text, inner, subject));
            continue;
        }
        let id = subject.id.as_deref().unwrap_or_default().as_bytes();
        let words = words(text, super::lines::line_start(text, key.start));
        let with_kind = words.first().is_some_and(|word| word.text == subject.table.as_bytes())
            && words.get(1).is_some_and(|word| word.text == id && word.range.end < key.start);
        names.extend(
            words
                .into_iter()
                .nth(usize::from(with_kind))
                .filter(|word| word.text == id)
                .map(|word| word.range),
        );
    }
    names
}

/// Writes the new id wherever a file refers to the element.
fn refer(texts: &mut Texts<'_>, file: &str, kind: &str, id: &str, to: &str) -> Result<(), EditError> {
    let Some(text) = texts.get(file) else { return Ok(()) };
    let finder = memmem::Finder::new(id.as_bytes());
    let schema = schema();
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    for cut in cuts(text).filter(|cut| finder.find(&text[cut.clone()]).is_some()) {
        let Ok(piece) = std::str::from_utf8(&text[cut.clone()]) else { continue };
        let (root, _) = parse_piece(piece);
        let mut see = |range: Range<usize>, new: String| {
            found.push((range.start + cut.start..range.end + cut.start, new));
        };
        for (table, node) in &root.entries {
            let Some((_, _, fields)) = schema.iter().find(|(_, known, _)| *known == table.text) else {
                continue;
            };
            let NodeKind::Table(inner) = &node.kind else { continue };
            let shape = Shape::Record(fields);
            let keyed = crate::model::Kind::ALL.iter().any(|kind| kind.key() == table.text);
            match keyed {
                true => {
                    inner.entries.iter().for_each(|(_, node)| each(node, shape, (kind, id, to), &mut see))
                }
                false => each(node, shape, (kind, id, to), &mut see),
            }
        }
    }
    for (range, new) in found.into_iter().rev() {
        texts.splice(file, range, &new);
    }
    Ok(())
}

/// Visits the references of a value: kind, id and new id are given.
fn each(node: &Node<'_>, shape: Shape, of: (&str, &str, &str), see: &mut impl FnMut(Range<usize>, String)) {
    let (kind, id, to) = of;
    match (shape, &node.kind) {
        (Shape::Ref(known), NodeKind::Text(text)) if known == kind && text.trim() == id => {
            see(range(node.span), inline(&Value::from(to)));
        }
        (Shape::List(item), NodeKind::Array(items)) => {
            items.iter().for_each(|node| each(node, *item, of, see))
        }
        (Shape::Levels, NodeKind::Table(table)) if kind == crate::model::Kind::Competence.key() => {
            let own = table.entries.iter().filter(|(name, _)| name.text == id);
            own.for_each(|(name, _)| see(range(name.span), key(to)));
        }
        (Shape::Record([]), _) => {}
        (Shape::Record(_), NodeKind::Table(table)) => {
            for (name, node) in &table.entries {
                if let Some(shape) = inner(shape, &name.text) {
                    each(node, shape, of, see);
                }
            }
        }
        _ => {}
    }
}
