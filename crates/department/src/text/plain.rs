//! The short way for what nearly every text is made of: one field a line, nothing escaped.
//!
//! `toml_parser` reads all of TOML; a department's pieces use little of it. A piece in which every line is plain is read
//! here in one go and into the same [`Build`]; any other goes the long way. A test holds both ways against each other.

use super::build::Build;
use super::node::{Key, Node, NodeKind, TableNode};
use super::parse::DEPTH;
use diag::Span;
use std::borrow::Cow;

/// Reads a piece, or says that it is not plain; then the builder holds half of it and is thrown away.
pub(super) fn read<'a>(piece: &'a str, build: &mut Build<'a>) -> bool {
    let mut cursor = Cursor { text: piece, at: 0, start: build.start };
    while cursor.at < piece.len() {
        if cursor.line(build).is_none() {
            return false;
        }
    }
    true
}

struct Cursor<'a> {
    text: &'a str,
    at: usize,
    start: usize,
}

impl<'a> Cursor<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> Option<()> {
        (self.peek() == Some(byte)).then(|| self.at += 1)
    }

    fn spaces(&mut self) {
        while let Some(b' ' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// What may stand between the items of a list, comments aside.
    fn gaps(&mut self) {
        while let Some(b' ' | b'\t' | b'\n') = self.peek() {
            self.at += 1;
        }
    }

    fn span(&self, from: usize) -> Span {
        Span::new(self.start + from, self.start + self.at)
    }

    /// One line with its end: a header, a field, a comment or nothing.
    fn line(&mut self, build: &mut Build<'a>) -> Option<()> {
        self.spaces();
        match self.peek() {
            Some(b'[') => self.header(build)?,
            Some(byte) if bare(byte) => {
                let key = self.key()?;
                self.spaces();
                self.eat(b'=')?;
                self.spaces();
                let node = self.value(0)?;
                build.keys.push(key);
                build.value(node);
            }
            _ => {}
        }
        self.end_of_line()
    }

    fn header(&mut self, build: &mut Build<'a>) -> Option<()> {
        let from = self.at;
        self.eat(b'[')?;
        let mut path = vec![self.key()?];
        while self.eat(b'.').is_some() {
            path.push(self.key()?);
        }
        self.eat(b']')?;
        build.begin(self.span(from), path);
        Some(())
    }

    fn end_of_line(&mut self) -> Option<()> {
        self.spaces();
        if self.eat(b'#').is_some() {
            let rest = &self.text.as_bytes()[self.at..];
            let plain = |byte: &u8| *byte >= b' ' && *byte != 0x7f || *byte == b'\t';
            self.at += rest.iter().take_while(|byte| plain(byte)).count();
        }
        if self.at == self.text.len() { Some(()) } else { self.eat(b'\n') }
    }

    fn key(&mut self) -> Option<Key<'a>> {
        let from = self.at;
        self.at += self.text.as_bytes()[from..].iter().take_while(|byte| bare(**byte)).count();
        (self.at > from)
            .then(|| Key { text: Cow::Borrowed(&self.text[from..self.at]), span: self.span(from) })
    }

    fn value(&mut self, depth: usize) -> Option<Node<'a>> {
        let from = self.at;
        let kind = match self.peek()? {
            b'"' => NodeKind::Text(Cow::Borrowed(self.string()?)),
            b'[' if depth < DEPTH => self.array(depth)?,
            b'{' if depth < DEPTH => self.braces(depth)?,
            byte if byte.is_ascii_alphanumeric() => self.word()?,
            _ => return None,
        };
        Some(Node { span: self.span(from), kind })
    }

    fn string(&mut self) -> Option<&'a str> {
        self.eat(b'"')?;
        let from = self.at;
        let plain = |byte: &u8| *byte >= b' ' && !matches!(byte, b'\\' | b'"' | 0x7f);
        self.at += self.text.as_bytes()[from..].iter().take_while(|byte| plain(byte)).count();
        let text = &self.text[from..self.at];
        self.eat(b'"')?;
        // Two quotes and a third begin a string of several lines.
        (self.peek() != Some(b'"')).then_some(text)
    }

    /// A day, a number without frills, true or false.
    fn word(&mut self) -> Option<NodeKind<'a>> {
        let from = self.at;
        let part =
            |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b':' | b'_' | b'+');
        self.at += self.text.as_bytes()[from..].iter().take_while(|byte| part(byte)).count();
        let word = &self.text[from..self.at];
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        match word {
            "true" => Some(NodeKind::Bool(true)),
            "false" => Some(NodeKind::Bool(false)),
            // A day may be followed by a space and a time.
            _ if word.len() == 10 && word.as_bytes()[4] == b'-' && word.as_bytes()[7] == b'-' => {
                let time = self.text.as_bytes()[self.at..].starts_with(b" ")
                    && self.text.as_bytes().get(self.at + 1).is_some_and(u8::is_ascii_digit);
                if time { None } else { word.parse().ok().map(NodeKind::Date) }
            }
            _ => {
                let (whole, fraction) = word.split_once('.').unwrap_or((word, "0"));
                let plain = digits(whole) && digits(fraction) && (whole == "0" || !whole.starts_with('0'));
                // More digits than these may be too large for a whole number.
                if plain && whole.len() < 16 { word.parse().ok().map(NodeKind::Number) } else { None }
            }
        }
    }

    fn array(&mut self, depth: usize) -> Option<NodeKind<'a>> {
        self.eat(b'[')?;
        let mut items = Vec::new();
        loop {
            self.gaps();
            if self.eat(b']').is_some() {
                return Some(NodeKind::Array(items));
            }
            items.push(self.value(depth + 1)?);
            self.gaps();
            if self.peek()? != b']' {
                self.eat(b',')?;
            }
        }
    }

    fn braces(&mut self, depth: usize) -> Option<NodeKind<'a>> {
        self.eat(b'{')?;
        let mut table = TableNode::closed();
        self.spaces();
        if self.eat(b'}').is_some() {
            return Some(NodeKind::Table(table));
        }
        loop {
            self.spaces();
            let key = self.key()?;
            self.spaces();
            self.eat(b'=')?;
            self.spaces();
            let node = self.value(depth + 1)?;
            if table.position(&key.text).is_some() {
                return None;
            }
            table.push(key, node);
            self.spaces();
            if self.eat(b'}').is_some() {
                return Some(NodeKind::Table(table));
            }
            self.eat(b',')?;
        }
    }
}

/// Whether a byte may stand in a key without quotes.
pub(super) fn bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-'
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::parse::{SyntaxFault, long_way};
    use proptest::prelude::*;

    /// A tree as text, without what does not count.
    fn shown(table: &TableNode<'_>) -> String {
        let node = |(key, node): &(Key<'_>, Node<'_>)| format!("{key:?}: {}", value(node));
        format!("{} {{{}}}", table.defined, table.entries.iter().map(node).collect::<Vec<_>>().join(", "))
    }

    fn value(node: &Node<'_>) -> String {
        let kind = match &node.kind {
            NodeKind::Table(table) => shown(table),
            NodeKind::Array(items) => items.iter().map(value).collect::<Vec<_>>().join("; "),
            other => format!("{other:?}"),
        };
        format!("{:?} {kind}", node.span)
    }

    /// Where the short way goes, both ways lead to the same tree and the same faults.
    fn agree(piece: &str) -> Result<bool, TestCaseError> {
        let mut build = Build::new(toml_parser::Source::new(piece), 7);
        if !read(piece, &mut build) {
            return Ok(false);
        }
        build.finish_table();
        let (root, faults): (_, Vec<SyntaxFault>) = long_way(piece, 7, &mut Vec::new());
        prop_assert_eq!(shown(&build.root), shown(&root));
        prop_assert_eq!(format!("{:?}", build.faults), format!("{faults:?}"));
        Ok(true)
    }

    #[test]
    fn the_demo_goes_the_short_way_and_arrives() {
        let (mut all, mut short) = (0, 0);
        for (_, text) in demo::files("ru").iter().chain(demo::files("en")) {
            for (_, piece) in crate::text::pieces::pieces(text) {
                all += 1;
                short += usize::from(agree(piece).expect("both ways agree"));
            }
        }
        assert!(short * 10 > all * 9, "{short} of {all}");
    }

    proptest! {
        #[test]
        fn both_ways_lead_to_the_same(
            lines in proptest::collection::vec(
                prop_oneof![
                    Just("[kpi.a]"), Just("[kpi.a.correction]"), Just("[x]"), Just("[[kpi.a.t]]"), Just("# note\t\"x\""), Just(""),
                    Just("a = \"я # no comment\" # one"), Just("b=2026-02-30"), Just("b = 2026-02-28 10:00:00"),
                    Just("  c = [\"x\", \"y\",]"), Just("d = [ { e = 1, f = 2.50 }, {} ]"), Just("a = 007"), Just("g = {a=1,a=2}"),
                    Just("h = 1_000"), Just("i = -4"), Just("j = true "), Just("k = truely"), Just("l = \"\"\"x\"\"\""),
                    Just("m.n = 1"), Just("o = [1, 2"), Just("o = [\n  1,\n2\n,\n]"), Just("x = [ # one\n1 ]"), Just("p = \"open"), Just("q = 2026-03-01T10:00:00Z"), Just("r = { x = 1, }"),
                    Just("s = 12345678901234567890"), Just("t = 1."), Just("u = 0.10"), Just("v = \"a\\tb\""), Just("w = 1 2"),
                ],
                0..7,
            ),
            noise in "[a-z0-9=\\[\\]{}\".,# \\-я\n\r\t]{0,12}",
            at in 0usize..200,
        ) {
            let mut piece = lines.join("\n");
            agree(&piece)?;
            let mut at = at.min(piece.len());
            while !piece.is_char_boundary(at) {
                at -= 1;
            }
            piece.insert_str(at, &noise);
            agree(&piece)?;
        }
    }
}
