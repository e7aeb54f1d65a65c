//! The parser's events, and what a key or a value says.

use super::build::{Build, Open};
use super::node::{Key, Node, NodeKind, TableNode};
use super::plain::bare;
use diag::Span;
use std::borrow::Cow;
use toml_parser::decoder::{Encoding, ScalarKind};
use toml_parser::parser::EventReceiver;
use toml_parser::{ErrorSink, ParseError};

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
