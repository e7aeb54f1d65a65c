//! The tables of two texts that may differ, read from the pieces that do not stand on both sides.

use super::unlike::unlike;
use crate::edit::{Subject, Value};
use crate::read::FILE_BYTES;
use crate::text::{Node, NodeKind, SyntaxFault, TableNode, parse, pieces};
use std::collections::{HashMap, HashSet};

type Quick = foldhash::fast::RandomState;

/// A table with its fields as they stand in the text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Element {
    pub subject: Subject,
    pub fields: Vec<(String, Value)>,
}

impl Element {
    pub fn get(&self, field: &str) -> Option<&Value> {
        self.fields.iter().find(|(key, _)| key == field).map(|(_, value)| value)
    }
}

/// Tables of one side, in the order of the texts.
#[derive(Debug, Default)]
pub(super) struct Side {
    pub elements: Vec<Element>,
    by_subject: HashMap<Subject, usize, Quick>,
}

impl Side {
    pub fn get(&self, subject: &Subject) -> Option<&Element> {
        self.by_subject.get(subject).map(|&at| &self.elements[at])
    }

    fn add(&mut self, subject: Subject, table: &TableNode<'_>) {
        let at = *self.by_subject.entry(subject).or_insert_with_key(|subject| {
            self.elements.push(Element { subject: subject.clone(), fields: Vec::new() });
            self.elements.len() - 1
        });
        let fields = &mut self.elements[at].fields;
        for (key, node) in &table.entries {
            // Where a field stands twice the first holds, as for the reader.
            if let Some(value) = value(node)
                && fields.iter().all(|(known, _)| *known != key.text)
            {
                fields.push((key.text.to_string(), value));
            }
        }
    }

    fn drop(&mut self, subjects: &HashSet<Subject>) {
        if !subjects.is_empty() {
            self.elements.retain(|element| !subjects.contains(&element.subject));
            let now = self.elements.iter().enumerate();
            self.by_subject = now.map(|(at, element)| (element.subject.clone(), at)).collect();
        }
    }
}

/// Both sides, and the files of which more is different than tables can tell.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub before: Side,
    pub after: Side,
    pub changed: Vec<&'static str>,
}

/// Gathers a standard file's tables that may differ.
pub(super) fn gather(path: &'static str, before: Option<&[u8]>, after: Option<&[u8]>, into: &mut Gathered) {
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    if before == after {
        return;
    }
    let (Some(before), Some(after)) = (readable(before), readable(after)) else {
        return into.changed.push(path);
    };
    let (mut old, mut new) = (Broken::default(), Broken::default());
    let (before, after) = unlike(before, after);
    let (before, after): (Vec<&str>, Vec<&str>) =
        (pieces(before).map(|(_, piece)| piece).collect(), pieces(after).map(|(_, piece)| piece).collect());
    let known: HashSet<&str, Quick> = before.iter().copied().collect();
    let now: HashSet<&str, Quick> = after.iter().copied().collect();
    let (at, to) = (into.before.elements.len(), into.after.elements.len());
    read(before.iter().copied().filter(|piece| !now.contains(piece)), &mut into.before, &mut old);
    read(after.iter().copied().filter(|piece| !known.contains(piece)), &mut into.after, &mut new);
    if !old.any && !new.any {
        return;
    }
    // What stands in a piece that cannot be read is not called removed, and neither is its neighbour whose header is lost.
    into.changed.push(path);
    let lost = old.lost || new.lost;
    let mut unsure = old.subjects;
    unsure.extend(new.subjects);
    if lost {
        let here = into.before.elements[at..].iter().chain(&into.after.elements[to..]);
        unsure.extend(here.map(|element| element.subject.clone()));
    }
    into.before.drop(&unsure);
    into.after.drop(&unsure);
}

/// A text that can be compared by its elements.
fn readable(content: &[u8]) -> Option<&str> {
    std::str::from_utf8(content).ok().filter(|text| text.len() <= FILE_BYTES)
}

/// What cannot be read of a text.
#[derive(Default)]
struct Broken {
    any: bool,
    /// A piece whose table is not known.
    lost: bool,
    subjects: HashSet<Subject>,
}

fn read<'a>(pieces: impl Iterator<Item = &'a str>, side: &mut Side, broken: &mut Broken) {
    for piece in pieces {
        parse(piece, |root, faults| {
            let bad = faults.iter().any(|fault| !matches!(fault, SyntaxFault::Duplicate(..)));
            let mut subjects = Vec::new();
            for (key, node) in &root.entries {
                match &node.kind {
                    NodeKind::Table(table) => tables(&key.text, table, side, &mut subjects),
                    // A line before the first header belongs to no table.
                    _ => broken.any = true,
                }
            }
            if bad {
                broken.any = true;
                broken.lost |= subjects.is_empty();
                broken.subjects.extend(subjects);
            }
        });
    }
}

/// `[about]` is a table itself, `[goal]` holds elements by their ids.
fn tables(key: &str, table: &TableNode<'_>, side: &mut Side, subjects: &mut Vec<Subject>) {
    if !crate::Kind::ALL.iter().any(|kind| kind.key() == key) {
        let subject = Subject::one(key);
        subjects.push(subject.clone());
        return side.add(subject, table);
    }
    for (id, node) in &table.entries {
        if let NodeKind::Table(table) = &node.kind {
            let subject = Subject::of(key, &*id.text);
            subjects.push(subject.clone());
            side.add(subject, table);
        }
    }
}

/// A node as a value; nothing where it could not be read.
fn value(node: &Node<'_>) -> Option<Value> {
    Some(match &node.kind {
        NodeKind::Text(text) => Value::Text(text.to_string()),
        NodeKind::Number(figure) => Value::Number(*figure),
        NodeKind::Bool(truth) => Value::Bool(*truth),
        NodeKind::Date(day) => Value::Date(*day),
        NodeKind::Array(items) => Value::List(items.iter().filter_map(value).collect()),
        NodeKind::Table(table) => Value::Record(
            table
                .entries
                .iter()
                .filter_map(|(key, node)| Some((key.text.to_string(), value(node)?)))
                .collect(),
        ),
        NodeKind::Broken => return None,
    })
}
