//! The part of a text that is being edited, and how a value stands in it.

use super::EditError;
use super::lines::{line_end, line_start};
use crate::text::{Node, NodeKind, SyntaxFault, TableNode, parse_piece, words};
use std::ops::Range;

/// A step from a table to what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    Key(String),
    At(usize),
}

/// A part of a text that is TOML by itself.
#[derive(Debug)]
pub(super) struct Local {
    pub text: String,
    /// How its lines end.
    pub newline: &'static str,
    /// Whether nothing comes behind it in the file.
    pub last: bool,
}

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A scalar or a list in brackets.
    Plain,
    /// `{ … }`
    Braces,
    /// The lines under a header.
    Header,
    /// Tables of a list, each under a header of its own: `[[kpi.a.targets]]`.
    Headers,
    /// Fields of the table around it, with a dot: `correction.what`.
    Dots,
}

impl Local {
    /// Its tree; what is wrong with it is told first, because then nothing can be edited.
    pub fn parse(&self) -> Result<TableNode<'_>, (usize, String)> {
        let (root, faults) = parse_piece(&self.text);
        match faults.into_iter().next() {
            None => Ok(root),
            Some(SyntaxFault::Syntax(at, what)) => Err((at.start as usize, what)),
            Some(SyntaxFault::Duplicate(at, ..)) => Err((at.start as usize, "duplicate key".to_owned())),
            Some(SyntaxFault::TooDeep(at)) => Err((at.start as usize, "nested too deep".to_owned())),
        }
    }

    /// The tree of a text that has been parsed before.
    pub fn root(&self) -> TableNode<'_> {
        parse_piece(&self.text).0
    }

    pub fn bytes(&self) -> &[u8] {
        self.text.as_bytes()
    }

    pub fn splice(&mut self, range: Range<usize>, with: &str) {
        self.text.replace_range(range, with);
    }

    pub fn form(&self, node: &Node<'_>) -> Form {
        form(self.bytes(), node)
    }

    /// Where the lines are that a field takes, or nothing where it stands under headers of its own.
    pub fn lines(&self, key: Range<usize>, node: &Node<'_>) -> Option<Range<usize>> {
        let text = self.bytes();
        match self.form(node) {
            Form::Plain | Form::Braces => {
                Some(line_start(text, key.start)..line_end(text, (node.span.end as usize).max(key.end)))
            }
            Form::Header | Form::Headers => None,
            Form::Dots => leaves(node)
                .filter_map(|(key, node)| self.lines(key, node))
                .reduce(|all, one| all.start.min(one.start)..all.end.max(one.end)),
        }
    }

    /// What stands before a field's own word in its line: `correction.` or nothing.
    pub fn prefix(&self, key: usize) -> &str {
        let start = line_start(self.bytes(), key);
        let own = words(self.bytes(), start);
        let begin = own.first().map_or(key, |word| word.range.start).min(key);
        &self.text[begin..key]
    }
}

/// How a value is written in a text.
pub(super) fn form(text: &[u8], node: &Node<'_>) -> Form {
    let start = node.span.start as usize;
    match &node.kind {
        NodeKind::Table(_) => match text.get(start) {
            Some(b'{') => Form::Braces,
            Some(b'[') => Form::Header,
            _ => Form::Dots,
        },
        NodeKind::Array(items) => match items.first() {
            Some(Node { span, kind: NodeKind::Table(_) }) if *span == node.span => Form::Headers,
            _ => Form::Plain,
        },
        _ => Form::Plain,
    }
}

/// The fields of a table with the ranges of their keys.
pub(super) fn leaves<'t, 'a>(node: &'t Node<'a>) -> impl Iterator<Item = (Range<usize>, &'t Node<'a>)> {
    let entries = match &node.kind {
        NodeKind::Table(table) => table.entries.as_slice(),
        _ => &[],
    };
    entries.iter().map(|(key, node)| (key.span.start as usize..key.span.end as usize, node))
}

/// What is at the end of a way.
pub(super) fn at<'t, 'a>(root: &'t TableNode<'a>, way: &[Step]) -> Option<&'t Node<'a>> {
    let (Step::Key(first), rest) = way.split_first()? else { return None };
    rest.iter().try_fold(root.get(first)?, |node, step| match (step, &node.kind) {
        (Step::Key(key), NodeKind::Table(table)) => table.get(key),
        (Step::At(at), NodeKind::Array(items)) => items.get(*at),
        _ => None,
    })
}

/// The error of a text that cannot be read, at an offset of it.
pub(super) fn unreadable(file: &str, text: &[u8], at: usize, what: String) -> EditError {
    let before = text.get(..at).unwrap_or(text);
    EditError::Text { file: file.to_owned(), line: memchr::memchr_iter(b'\n', before).count() + 1, what }
}
