//! From a TOML text to its tree, with all faults of the text at once.

use super::node::{Key, Node, NodeKind, TableNode};
use super::pieces::pieces;
use diag::Span;
use std::borrow::Cow;
use toml_parser::decoder::{Encoding, ScalarKind};
use toml_parser::parser::{EventReceiver, RecursionGuard, parse_document};
use toml_parser::{ErrorSink, ParseError, Source};

/// Arrays and inline tables nest no deeper than this, and neither do the words of a header.
pub const DEPTH: usize = 16;

/// A fault of the text itself.
#[derive(Debug, Clone)]
pub enum SyntaxFault {
    /// Not TOML here; what is wrong in the parser's words.
    Syntax(Span, String),
    /// A key or table that stands already, and where.
    Duplicate(Span, String, Span),
    /// Nested deeper than [`DEPTH`].
    TooDeep(Span),
}

/// Reads a text piece by piece (see [`pieces`]); each piece's tree goes to `take` with the piece's faults, and
/// is gone before the next is read. Spans count from the beginning of the whole text.
pub fn parse<'a>(text: &'a str, mut take: impl FnMut(TableNode<'a>, Vec<SyntaxFault>)) {
    let mut tokens = Vec::new();
    for (start, piece) in pieces(text) {
        let source = Source::new(piece);
        tokens.clear();
        tokens.extend(source.lex());
        let mut build = Build::new(source, start);
        let mut errors: Vec<ParseError> = Vec::new();
        parse_document(&tokens, &mut RecursionGuard::new(&mut build, DEPTH as u32), &mut errors);
        build.finish_table();
        let mut faults = std::mem::take(&mut build.faults);
        faults.extend(errors.iter().map(|error| build.syntax(error, piece.len())));
        faults.sort_by_key(|fault| match fault {
            SyntaxFault::Syntax(at, _) | SyntaxFault::Duplicate(at, ..) | SyntaxFault::TooDeep(at) => *at,
        });
        take(build.root, faults);
    }
}

/// A container whose closing bracket has not come yet.
enum Open<'a> {
    Array(u32, Vec<Node<'a>>),
    Inline(u32, TableNode<'a>, Vec<Key<'a>>),
}

/// The table under a header, gathered until the next header comes.
#[derive(Default)]
struct Under<'a> {
    header: Span,
    path: Vec<Key<'a>>,
    array: bool,
    table: TableNode<'a>,
}

struct Build<'a> {
    source: Source<'a>,
    start: usize,
    root: TableNode<'a>,
    under: Under<'a>,
    in_header: bool,
    keys: Vec<Key<'a>>,
    open: Vec<Open<'a>>,
    faults: Vec<SyntaxFault>,
}

impl<'a> Build<'a> {
    fn new(source: Source<'a>, start: usize) -> Self {
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
    fn span(&self, span: toml_parser::Span) -> Span {
        Span::new(self.start + span.start(), self.start + span.end())
    }

    fn syntax(&self, error: &ParseError, end: usize) -> SyntaxFault {
        let span = error.unexpected().or(error.context());
        let span = span.map_or(Span::new(self.start + end, self.start + end), |span| self.span(span));
        if error.description().contains("recurs") {
            return SyntaxFault::TooDeep(span);
        }
        SyntaxFault::Syntax(span, error.description().to_owned())
    }

    fn header(&mut self, span: toml_parser::Span, array: bool) {
        self.finish_table();
        let header = self.span(span);
        let table = TableNode::with_room();
        self.under = Under { header, array, table, ..Under::default() };
        self.in_header = true;
    }

    fn header_end(&mut self, span: toml_parser::Span) {
        self.in_header = false;
        self.under.header.end = self.span(span).end;
    }

    /// Puts the lines gathered under the last header into the tree.
    fn finish_table(&mut self) {
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
    fn value(&mut self, node: Node<'a>) {
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

impl EventReceiver for Build<'_> {
    fn std_table_open(&mut self, span: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.header(span, false);
    }
    fn std_table_close(&mut self, span: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.header_end(span);
    }
    fn array_table_open(&mut self, span: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.header(span, true);
    }
    fn array_table_close(&mut self, span: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.header_end(span);
    }
    fn newline(&mut self, _: toml_parser::Span, _: &mut dyn ErrorSink) {
        self.in_header = false;
        if self.open.is_empty() {
            self.keys.clear();
        }
    }
    fn inline_table_open(&mut self, span: toml_parser::Span, _: &mut dyn ErrorSink) -> bool {
        let start = self.span(span).start;
        self.open.push(Open::Inline(start, TableNode::default(), Vec::new()));
        true
    }
    fn inline_table_close(&mut self, span: toml_parser::Span, _: &mut dyn ErrorSink) {
        if let Some(Open::Inline(start, mut table, _)) = self.open.pop() {
            table.defined = true;
            let span = Span { start, end: self.span(span).end };
            self.value(Node { span, kind: NodeKind::Table(table) });
        }
    }
    fn array_open(&mut self, span: toml_parser::Span, _: &mut dyn ErrorSink) -> bool {
        let start = self.span(span).start;
        self.open.push(Open::Array(start, Vec::new()));
        true
    }
    fn array_close(&mut self, span: toml_parser::Span, _: &mut dyn ErrorSink) {
        if let Some(Open::Array(start, items)) = self.open.pop() {
            let span = Span { start, end: self.span(span).end };
            self.value(Node { span, kind: NodeKind::Array(items) });
        }
    }
    fn simple_key(&mut self, span: toml_parser::Span, kind: Option<Encoding>, errors: &mut dyn ErrorSink) {
        let Some(raw) = self.source.get(span) else { return };
        let mut text = Cow::Borrowed(raw.as_str());
        if kind.is_some() || !raw.as_str().bytes().all(bare) {
            text = Cow::Borrowed("");
            toml_parser::Raw::new_unchecked(raw.as_str(), kind, span).decode_key(&mut text, errors);
        }
        let key = Key { text, span: self.span(span) };
        if self.in_header {
            self.under.path.push(key);
        } else if let Some(Open::Inline(_, _, keys)) = self.open.last_mut() {
            keys.push(key);
        } else {
            self.keys.push(key);
        }
    }
    fn scalar(&mut self, span: toml_parser::Span, kind: Option<Encoding>, errors: &mut dyn ErrorSink) {
        let Some(raw) = self.source.get(span) else { return };
        if let (Some(Encoding::BasicString), Some(text)) = (kind, plain(raw.as_str())) {
            return self.value(Node { span: self.span(span), kind: NodeKind::Text(Cow::Borrowed(text)) });
        }
        let mut text = Cow::Borrowed("");
        let mut count = Counting { inner: errors, seen: false };
        let shape =
            toml_parser::Raw::new_unchecked(raw.as_str(), kind, span).decode_scalar(&mut text, &mut count);
        let kind = if count.seen { NodeKind::Broken } else { scalar(shape, text) };
        if matches!(kind, NodeKind::Broken) && !count.seen {
            errors.report_error(ParseError::new("invalid value").with_unexpected(span));
        }
        self.value(Node { span: self.span(span), kind });
    }
    fn value_sep(&mut self, _: toml_parser::Span, _: &mut dyn ErrorSink) {
        if let Some(Open::Inline(_, _, keys)) = self.open.last_mut() {
            keys.clear();
        }
    }
}

/// Whether a byte may stand in a key without quotes.
fn bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-'
}

/// What stands between the quotes of a string that needs no decoding, as nearly all do.
fn plain(raw: &str) -> Option<&str> {
    let inner = raw.strip_prefix('"')?.strip_suffix('"')?;
    inner.bytes().all(|byte| byte >= b' ' && !matches!(byte, b'\\' | b'"' | 0x7f)).then_some(inner)
}

fn scalar(shape: ScalarKind, text: Cow<'_, str>) -> NodeKind<'_> {
    match shape {
        ScalarKind::String => NodeKind::Text(text),
        ScalarKind::Boolean(truth) => NodeKind::Bool(truth),
        ScalarKind::DateTime => text.parse().map_or(NodeKind::Broken, NodeKind::Date),
        ScalarKind::Float | ScalarKind::Integer(toml_parser::decoder::IntegerRadix::Dec) => {
            text.parse().map_or(NodeKind::Broken, NodeKind::Number)
        }
        ScalarKind::Integer(radix) => {
            i64::from_str_radix(&text, radix.value()).map_or(NodeKind::Broken, |n| NodeKind::Number(n as f64))
        }
    }
}

/// Passes errors on and remembers that there were some.
struct Counting<'e> {
    inner: &'e mut dyn ErrorSink,
    seen: bool,
}

impl ErrorSink for Counting<'_> {
    fn report_error(&mut self, error: ParseError) {
        self.seen = true;
        self.inner.report_error(error);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> (Vec<TableNode<'_>>, Vec<SyntaxFault>) {
        let (mut roots, mut all) = (Vec::new(), Vec::new());
        parse(text, |root, faults| {
            roots.push(root);
            all.extend(faults);
        });
        (roots, all)
    }

    #[test]
    fn tables_nest_by_headers_dots_and_braces() {
        let (roots, faults) = whole(
            "[kpi.a]\nunit = \"h\"\nbaseline = { date = 2026-01-01, value = 6_2 }\n[kpi.a.correction]\nwhat = 'x'\n\
             [[kpi.a.targets]]\nvalue = 1.5\n[[kpi.a.targets]]\n[kpi.b]\ncorrection.what = \"y\"\n",
        );
        assert!(faults.is_empty(), "{faults:?}");
        fn table<'a>(node: &Node<'a>) -> TableNode<'a> {
            match &node.kind {
                NodeKind::Table(table) => table.clone(),
                other => panic!("{other:?}"),
            }
        }
        let kpis = table(roots[0].get("kpi").expect("kpi"));
        let a = table(kpis.get("a").expect("a"));
        assert_eq!(
            a.entries.iter().map(|(key, _)| &*key.text).collect::<Vec<_>>(),
            ["unit", "baseline", "correction", "targets"]
        );
        assert!(
            matches!(&a.get("targets").expect("targets").kind, NodeKind::Array(items) if items.len() == 2)
        );
        let b = table(table(roots[1].get("kpi").expect("kpi")).get("b").expect("b"));
        assert!(b.get("correction").is_some());
    }

    #[test]
    fn all_faults_come_at_once() {
        let text = "[goal.a]\nname = \"x\nhorizon = long\nname = 1\nname = 2\nwhy =\n[goal.b]\n[goal\nx = 1";
        let (roots, faults) = whole(text);
        assert!(faults.len() >= 4, "{faults:?}");
        assert!(faults.iter().any(|fault| matches!(fault, SyntaxFault::Duplicate(..))), "{faults:?}");
        assert!(roots[0].get("goal").is_some());
    }

    #[test]
    fn nesting_is_bounded() {
        let deep = format!("x = {}{}", "[".repeat(10_000), "]".repeat(10_000));
        let (_, faults) = whole(&deep);
        assert!(faults.iter().any(|fault| matches!(fault, SyntaxFault::TooDeep(_))), "{:?}", faults.first());
    }
}
