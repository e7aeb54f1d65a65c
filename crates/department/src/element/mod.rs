//! What every element of the model is: a keyed table of typed fields with positions.

mod field;
mod macros;
mod reference;
mod table;
mod values;

pub use field::{Field, FieldSpec, FieldValue, Shape};
pub(crate) use macros::{choice, element};
use reference::Ids;
pub use reference::{Names, Ref};
pub use table::{Group, Iter, Table};
pub use values::{Correction, Duration, Levels, Mark, Tolerance, Weights};

use crate::model::{Department, Kind};
use crate::read::Faults;
use crate::text::{Key, Node, NodeKind};
use diag::{FileId, Place, Span};
use std::sync::Arc;

/// An element's name and where it and its fields stand.
#[derive(Debug, Clone, Default)]
pub struct Meta {
    /// The id: `trust` in `[goal.trust]`.
    pub id: Arc<str>,
    /// The piece of the file that it is in: its places count from there.
    pub file: FileId,
    /// The id in the header.
    pub head: Span,
    /// Where another line can be put: behind the header or the last field.
    pub end: u32,
    /// Whether its own header has been read, and not only one of its sub-tables.
    pub(crate) defined: bool,
    fields: Vec<(&'static str, Span)>,
}

impl Meta {
    /// Where it stands: its id in the header.
    pub fn place(&self) -> Place {
        Place { file: self.file, span: self.head }
    }

    /// The field in whose value an offset of the piece is.
    pub fn field_at(&self, offset: u32) -> Option<&'static str> {
        let inside = |span: &Span| span.start <= offset && offset < span.end.max(span.start + 1);
        self.fields.iter().find(|(_, span)| inside(span)).map(|(name, _)| *name)
    }
}

/// A table of the model.
pub trait Element: Default {
    /// The word of its header.
    const KEY: &'static str;
    /// Its fields, in the order of the declaration.
    const FIELDS: &'static [FieldSpec];

    /// Its name and places.
    fn meta(&self) -> &Meta;
    /// As [`Element::meta`], to fill.
    fn meta_mut(&mut self) -> &mut Meta;
    /// Reads one field; nothing where there is no such field.
    fn field(&mut self, key: &str, node: &Node<'_>, faults: &mut Faults<'_>) -> Option<&'static str>;
    /// Binds its references.
    fn resolve(&mut self, names: &Names, faults: &mut Faults<'_>);
    /// Its name as people say it, or its id where it has none.
    fn title(&self) -> &str;

    /// The id.
    fn id(&self) -> &str {
        &self.meta().id
    }

    /// Where it stands: its id in the header.
    fn head(&self) -> Place {
        self.meta().place()
    }

    /// Where a field's value stands, or the header where the field is absent.
    fn at(&self, field: &str) -> Place {
        let meta = self.meta();
        let found = meta.fields.iter().find(|(name, _)| *name == field);
        Place { file: meta.file, span: found.map_or(meta.head, |&(_, span)| span) }
    }

    /// Whether the text has the field.
    fn has(&self, field: &str) -> bool {
        self.meta().fields.iter().any(|(name, _)| *name == field)
    }

    /// The place of a new line at the element's end.
    fn end(&self) -> Place {
        let end = self.meta().end;
        Place { file: self.meta().file, span: Span { start: end, end } }
    }

    /// Reads the table, or another part of it: a sub-table may stand apart from its element.
    fn read(&mut self, key: &Key<'_>, node: &Node<'_>, faults: &mut Faults<'_>) {
        let NodeKind::Table(table) = &node.kind else {
            return faults.wrong_type(node, Shape::Record(Self::FIELDS));
        };
        let meta = self.meta_mut();
        if meta.defined && table.defined {
            return faults.duplicate(key.span, &key.text, meta.head);
        }
        if !meta.defined {
            if *meta.id != *key.text {
                meta.id = Arc::from(&*key.text);
            }
            meta.file = faults.file();
            meta.head = key.span;
            meta.end = node.span.end.max(key.span.end);
            meta.defined = table.defined;
        }
        meta.fields.reserve_exact(table.entries.len());
        let header = meta.end;
        let known = meta.fields.clone();
        for (key, node) in &table.entries {
            if let Some(&(_, first)) = known.iter().find(|(field, _)| *field == key.text) {
                faults.duplicate(key.span, &key.text, first);
                continue;
            }
            match self.field(&key.text, node, faults) {
                Some(name) => {
                    let meta = self.meta_mut();
                    meta.fields.push((name, node.span));
                    // A sub-table has a header of its own; a line put behind it would belong to it.
                    if !matches!(node.kind, NodeKind::Table(_)) || node.span.start > header {
                        meta.end = meta.end.max(end_of_line(node));
                    }
                }
                None => faults.unknown_field(key, Self::KEY, Self::FIELDS),
            }
        }
    }
}

fn end_of_line(node: &Node<'_>) -> u32 {
    match &node.kind {
        NodeKind::Table(_) => 0,
        _ => node.span.end,
    }
}

/// An element that has a kind and an id.
pub trait Kinded: Element + 'static {
    /// Its kind.
    const KIND: Kind;
    /// All elements of the kind.
    fn table(department: &Department) -> &Table<Self>;
}
