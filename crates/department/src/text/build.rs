//! A tree in the making: where each table and value of a piece goes.

use super::node::{Key, Node, NodeKind, TableNode};
use super::parse::{DEPTH, SyntaxFault};
use diag::Span;
use toml_parser::{ParseError, Source};

/// A container whose closing bracket has not come yet.
pub(super) enum Open<'a> {
    Array(u32, Vec<Node<'a>>),
    Inline(u32, TableNode<'a>, Vec<Key<'a>>),
}

/// The table under a header, gathered until the next header comes.
#[derive(Default)]
pub(super) struct Under<'a> {
    header: Span,
    pub(super) path: Vec<Key<'a>>,
    array: bool,
    table: TableNode<'a>,
}

/// A tree in the making.
pub(super) struct Build<'a> {
    pub(super) source: Source<'a>,
    pub(super) start: usize,
    pub(super) root: TableNode<'a>,
    pub(super) under: Under<'a>,
    pub(super) in_header: bool,
    pub(super) keys: Vec<Key<'a>>,
    pub(super) open: Vec<Open<'a>>,
    pub(super) faults: Vec<SyntaxFault>,
}

impl<'a> Build<'a> {
    pub(super) fn new(source: Source<'a>, start: usize) -> Self {
        Build {
            source,
            start,
            root: TableNode::default(),
            under: Under::default(),
            in_header: false,
            keys: Vec::new(),
            open: Vec::new(),
            faults: Vec::new(),
        }
    }

    /// A span of the piece as one of the whole text.
    pub(super) fn span(&self, span: toml_parser::Span) -> Span {
        Span::new(self.start + span.start(), self.start + span.end())
    }

    pub(super) fn syntax(&self, error: &ParseError, end: usize) -> SyntaxFault {
        let span = error.unexpected().or(error.context());
        let span = span.map_or(Span::new(self.start + end, self.start + end), |span| self.span(span));
        if error.description().contains("recurs") {
            return SyntaxFault::TooDeep(span);
        }
        SyntaxFault::Syntax(span, error.description().to_owned())
    }

    pub(super) fn header(&mut self, span: toml_parser::Span, array: bool) {
        self.finish_table();
        let header = self.span(span);
        let table = TableNode::with_room();
        self.under = Under { header, array, table, ..Under::default() };
        self.in_header = true;
    }

    /// A header whose words are known already.
    pub(super) fn begin(&mut self, header: Span, path: Vec<Key<'a>>) {
        self.finish_table();
        self.under = Under { header, path, array: false, table: TableNode::with_room() };
    }

    pub(super) fn header_end(&mut self, span: toml_parser::Span) {
        self.in_header = false;
        self.under.header.end = self.span(span).end;
    }

    /// Puts the lines gathered under the last header into the tree.
    pub(super) fn finish_table(&mut self) {
        let Under { header, path, array, mut table } = std::mem::take(&mut self.under);
        let Some((last, way)) = path.split_last() else {
            if !table.entries.is_empty() {
                self.root = table;
            }
            return;
        };
        if path.len() > DEPTH {
            self.faults.push(SyntaxFault::TooDeep(header));
            return;
        }
        let Some(parent) = descend(&mut self.root, way, header) else {
            self.faults.push(SyntaxFault::Duplicate(last.span, last.text.to_string(), header));
            return;
        };
        table.defined = !array;
        let found = parent.position(&last.text);
        match found.map(|at| &mut parent.entries[at]) {
            None => {
                let table = Node { span: header, kind: NodeKind::Table(table) };
                let kind = if array { NodeKind::Array(vec![table]) } else { table.kind };
                parent.push(last.clone(), Node { span: header, kind });
            }
            Some((_, Node { kind: NodeKind::Array(items), .. })) if array => {
                items.push(Node { span: header, kind: NodeKind::Table(table) });
            }
            Some((_, Node { span, kind: NodeKind::Table(known) })) if !array && !known.defined => {
                *span = header;
                known.defined = true;
                for (key, node) in table.entries {
                    add(known, &mut self.faults, key, node);
                }
            }
            Some((key, _)) => {
                let first = key.span;
                self.faults.push(SyntaxFault::Duplicate(last.span, last.text.to_string(), first));
            }
        }
    }

    /// A value has come: it goes into the open array, or under the keys before it.
    pub(super) fn value(&mut self, node: Node<'a>) {
        let (table, keys) = match self.open.last_mut() {
            Some(Open::Array(_, items)) => return items.push(node),
            Some(Open::Inline(_, table, keys)) => (table, keys),
            None => (&mut self.under.table, &mut self.keys),
        };
        let Some(last) = keys.pop() else { return };
        if keys.is_empty() {
            return add(table, &mut self.faults, last, node);
        }
        // The dots of `correction.what`; the list of keys itself is used again, most keys having no dots.
        let keys = std::mem::take(keys);
        if keys.len() > DEPTH {
            return self.faults.push(SyntaxFault::TooDeep(last.span));
        }
        match descend(table, &keys, last.span) {
            Some(parent) => add(parent, &mut self.faults, last, node),
            None => {
                let first = keys.first().map_or(last.span, |key| key.span);
                self.faults.push(SyntaxFault::Duplicate(last.span, last.text.to_string(), first));
            }
        }
    }
}

/// The table at the end of a way, made where it is not there; nothing where something else stands on the way.
fn descend<'t, 'a>(
    mut table: &'t mut TableNode<'a>,
    way: &[Key<'a>],
    span: Span,
) -> Option<&'t mut TableNode<'a>> {
    for key in way {
        let at = match table.position(&key.text) {
            Some(at) => at,
            None => table.push(key.clone(), Node { span, kind: NodeKind::Table(TableNode::default()) }),
        };
        table = match &mut table.entries[at].1.kind {
            NodeKind::Table(inner) => inner,
            NodeKind::Array(items) => match items.last_mut() {
                Some(Node { kind: NodeKind::Table(inner), .. }) => inner,
                _ => return None,
            },
            _ => return None,
        };
    }
    Some(table)
}

fn add<'a>(table: &mut TableNode<'a>, faults: &mut Vec<SyntaxFault>, key: Key<'a>, node: Node<'a>) {
    match table.position(&key.text) {
        Some(at) => {
            let first = table.entries[at].0.span;
            faults.push(SyntaxFault::Duplicate(key.span, key.text.into_owned(), first));
        }
        None => {
            table.push(key, node);
        }
    }
}
