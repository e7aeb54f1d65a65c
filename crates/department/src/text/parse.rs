//! From a TOML text to its trees, with all faults of the text at once.

use super::build::Build;
use super::node::TableNode;
use super::pieces::pieces;
use super::plain;
use diag::Span;
use toml_parser::lexer::Token;
use toml_parser::parser::{RecursionGuard, parse_document};
use toml_parser::{ParseError, Source};

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
        let (root, faults) = either_way(piece, start, &mut tokens);
        take(root, faults);
    }
}

/// As [`parse`], with spans that count from the beginning of each piece; `take` is told where that is.
pub(crate) fn parse_apart<'a>(text: &'a str, mut take: impl FnMut(usize, TableNode<'a>, Vec<SyntaxFault>)) {
    let mut tokens = Vec::new();
    for (start, piece) in pieces(text) {
        let (root, faults) = either_way(piece, 0, &mut tokens);
        take(start, root, faults);
    }
}

/// Reads a piece that stands alone; spans count from its beginning.
pub(crate) fn parse_piece(piece: &str) -> (TableNode<'_>, Vec<SyntaxFault>) {
    either_way(piece, 0, &mut Vec::new())
}

fn either_way<'a>(
    piece: &'a str,
    start: usize,
    tokens: &mut Vec<Token>,
) -> (TableNode<'a>, Vec<SyntaxFault>) {
    let mut build = Build::new(Source::new(piece), start);
    if plain::read(piece, &mut build) {
        build.finish_table();
        return (build.root, build.faults);
    }
    long_way(piece, start, tokens)
}

/// Reads a piece as TOML at large; `tokens` is room that is used again.
pub(super) fn long_way<'a>(
    piece: &'a str,
    start: usize,
    tokens: &mut Vec<Token>,
) -> (TableNode<'a>, Vec<SyntaxFault>) {
    let source = Source::new(piece);
    tokens.clear();
    tokens.extend(source.lex());
    let mut build = Build::new(source, start);
    let mut errors: Vec<ParseError> = Vec::new();
    parse_document(tokens, &mut RecursionGuard::new(&mut build, DEPTH as u32), &mut errors);
    build.finish_table();
    let mut faults = std::mem::take(&mut build.faults);
    faults.extend(errors.iter().map(|error| build.syntax(error, piece.len())));
    faults.sort_by_key(|fault| match fault {
        SyntaxFault::Syntax(at, _) | SyntaxFault::Duplicate(at, ..) | SyntaxFault::TooDeep(at) => *at,
    });
    (build.root, faults)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Node, NodeKind};

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
