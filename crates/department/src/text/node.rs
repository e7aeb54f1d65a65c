//! TOML as a tree with positions.

use diag::Span;
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::HashMap;

/// A key and where it stands.
#[derive(Debug, Clone)]
pub struct Key<'a> {
    /// The key, unquoted.
    pub text: Cow<'a, str>,
    /// Where it stands, quotes included.
    pub span: Span,
}

/// A value and where it stands.
#[derive(Debug, Clone)]
pub struct Node<'a> {
    /// Where it stands; of a table, its header.
    pub span: Span,
    /// The value.
    pub kind: NodeKind<'a>,
}

/// A value.
#[derive(Debug, Clone)]
pub enum NodeKind<'a> {
    /// A string.
    Text(Cow<'a, str>),
    /// A whole or decimal number.
    Number(f64),
    /// True or false.
    Bool(bool),
    /// A day.
    Date(Date),
    /// `[…]`
    Array(Vec<Node<'a>>),
    /// `{…}` or the lines under a header.
    Table(TableNode<'a>),
    /// Something that could not be read and has been reported.
    Broken,
}

/// Keys with values, in the order of the text.
#[derive(Debug, Clone, Default)]
pub struct TableNode<'a> {
    /// The entries.
    pub entries: Vec<(Key<'a>, Node<'a>)>,
    /// Whether a header or braces defined it, so that a second definition is a fault.
    pub(crate) defined: bool,
    /// Past this many entries look-ups go through `index`.
    index: Option<Box<Index<'a>>>,
}

/// Keys with their entries' numbers; behind a pointer, because few tables have one and all are moved about.
#[derive(Debug, Clone, Default)]
struct Index<'a>(HashMap<Cow<'a, str>, usize, foldhash::fast::RandomState>);

/// Below this many entries a linear look-up is quicker than hashing.
const FEW: usize = 16;

impl<'a> TableNode<'a> {
    /// A table with room for as many entries as an element usually has.
    pub(super) fn with_room() -> Self {
        TableNode { entries: Vec::with_capacity(8), ..TableNode::default() }
    }

    /// A table in braces, to be filled.
    pub(super) fn closed() -> Self {
        TableNode { defined: true, ..TableNode::default() }
    }

    /// The entry's number.
    pub fn position(&self, key: &str) -> Option<usize> {
        match &self.index {
            None => self.entries.iter().position(|(name, _)| name.text == key),
            Some(index) => index.0.get(key).copied(),
        }
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Node<'a>> {
        self.position(key).map(|at| &self.entries[at].1)
    }

    /// Adds an entry that is not there yet, and gives its number.
    pub(super) fn push(&mut self, key: Key<'a>, node: Node<'a>) -> usize {
        let at = self.entries.len();
        if at == FEW {
            let known = self.entries.iter().enumerate();
            self.index =
                Some(Box::new(Index(known.map(|(at, (name, _))| (name.text.clone(), at)).collect())));
        }
        if let Some(index) = &mut self.index {
            index.0.insert(key.text.clone(), at);
        }
        self.entries.push((key, node));
        at
    }
}
