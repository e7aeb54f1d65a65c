//! A field's line, coming and going.

use super::Value;
use super::lines::{line_end, line_start, with_comment_above, with_comment_below, with_gap};
use super::literal::{self, block, inline};
use super::local::{Form, Local, Step, at, form, leaves};
use super::shape::{inner, rank};
use crate::element::Shape;
use crate::text::{Node, NodeKind, long_strings};
use std::ops::Range;

/// Puts a new field where the declaration of its table puts it.
pub(super) fn insert(local: &mut Local, way: &[Step], table: Shape, key: &str, new: &Value) {
    let root = local.root();
    let Some(node) = at(&root, way) else { return };
    let NodeKind::Table(entries) = &node.kind else { return };
    let text = local.bytes();
    // The last of those that stand before it by their declaration; of equals the last in the text.
    let own = rank(table, key);
    let before = entries
        .entries
        .iter()
        .filter(|(key, node)| {
            rank(table, &key.text) <= own && !matches!(form(text, node), Form::Header | Form::Headers)
        })
        .max_by_key(|(key, _)| rank(table, &key.text));
    let name = literal::key(key);
    let (at, with) = match local.form(node) {
        Form::Braces => {
            let start = node.span.start as usize + 1;
            let field = format!("{name} = {}", inline(new));
            match (before, entries.entries.first()) {
                (Some((_, before)), _) => (end_of(before), format!(", {field}")),
                (None, Some((first, _))) => (first.span.start as usize, format!("{field}, ")),
                (None, None) => (start, format!(" {field} ")),
            }
        }
        Form::Dots => {
            let plain = before.filter(|(_, node)| form(text, node) != Form::Dots);
            let before = plain.map(|(key, node)| (range(key.span), end_of(node))).or_else(|| last_leaf(node));
            let Some((like, end)) = before else { return };
            let field = |value: String| format!("{}{name} = {value}", local.prefix(like.start));
            if in_braces(local, &root, way) {
                (end, format!(", {}", field(inline(new))))
            } else {
                let behind = line_end(text, end);
                let start = line_start(text, like.start);
                (behind, line(local, start, behind, &field(block(new, local.newline))))
            }
        }
        _ => {
            let is_item = matches!(way.last(), Some(Step::At(_)));
            let header = line_end(text, node.span.end as usize);
            let after = before
                .and_then(|(key, node)| local.lines(range(key.span), node))
                .map(|lines| (lines.start, lines.end));
            if !entries.defined && !is_item {
                let start = with_comment_above(text, &long_strings(text), node.span.start as usize);
                let head = header_of(way);
                let nl = local.newline;
                (start, format!("{head}{nl}{name} = {}{nl}{nl}", block(new, nl)))
            } else if let (Value::Record(fields), Some(Shape::Record(_))) = (new, inner(table, key)) {
                let (from, to) = (node.span.start as usize, node.span.end as usize);
                let words = local.text[from..to].trim_matches(['[', ']']).trim();
                sub_table(local, node, table, own, &format!("{words}.{name}"), fields)
            } else {
                let (start, end) = after.unwrap_or((line_start(text, node.span.start as usize), header));
                (end, line(local, start, end, &format!("{name} = {}", block(new, local.newline))))
            }
        }
    };
    drop(root);
    local.splice(at..at, &with);
}

/// A line that is put behind another, indented as that is.
fn line(local: &Local, like: usize, end: usize, what: &str) -> String {
    let text = local.bytes();
    let indent: String = local.text[like..].chars().take_while(|sign| matches!(sign, ' ' | '\t')).collect();
    let nl = local.newline;
    match end > 0 && text[end - 1] == b'\n' {
        true => format!("{indent}{what}{nl}"),
        false => format!("{nl}{indent}{what}"),
    }
}

/// A sub-table behind the fields that stand before it.
fn sub_table(
    local: &Local,
    node: &Node<'_>,
    table: Shape,
    own: usize,
    head: &str,
    fields: &[(String, Value)],
) -> (usize, String) {
    let text = local.bytes();
    let mut end = line_end(text, node.span.end as usize);
    let NodeKind::Table(entries) = &node.kind else { return (end, String::new()) };
    for (key, node) in &entries.entries {
        let under_header = matches!(local.form(node), Form::Header | Form::Headers);
        if !under_header || rank(table, &key.text) < own {
            end = end.max(line_end(text, end_of(node)));
            end = local.lines(range(key.span), node).map_or(end, |lines| end.max(lines.end));
        }
    }
    let end = with_comment_below(text, end.saturating_sub(1), local.last);
    let nl = local.newline;
    let lines: String = fields
        .iter()
        .map(|(key, value)| format!("{} = {}{nl}", literal::key(key), block(value, nl)))
        .collect();
    let open = if end > 0 && text[end - 1] == b'\n' { "" } else { nl };
    (end, format!("{open}{nl}[{head}]{nl}{lines}"))
}

/// Removes a field with all that is in it.
pub(super) fn remove(local: &mut Local, way: &[Step], key: &str) {
    loop {
        let root = local.root();
        let Some(NodeKind::Table(table)) = at(&root, way).map(|node| &node.kind) else { return };
        let Some((key, node)) = table.entries.iter().find(|(known, _)| known.text == key) else { return };
        let (mut key, mut node) = (range(key.span), node);
        while form(local.bytes(), node) == Form::Dots
            && let Some((first, inner)) = leaves(node).next()
        {
            (key, node) = (first, inner);
        }
        let range = match local.form(node) {
            Form::Header | Form::Headers => last_block(local, node),
            _ if in_braces(local, &root, way) => {
                between_commas(local.bytes(), key.start, node.span.end as usize)
            }
            _ => line_start(local.bytes(), key.start)..line_end(local.bytes(), node.span.end as usize),
        };
        if range.is_empty() {
            return;
        }
        drop(root);
        local.splice(range, "");
    }
}

/// The last header of a table or list with its lines, its comment and a gap.
fn last_block(local: &Local, node: &Node<'_>) -> Range<usize> {
    let text = local.bytes();
    let Some(block) = blocks(text, node).into_iter().max_by_key(|block| block.start) else { return 0..0 };
    let start = with_comment_above(text, &long_strings(text), block.start);
    with_gap(text, start..block.end, local.last)
}

/// Each header that makes up a table, with its lines.
pub(super) fn blocks(text: &[u8], node: &Node<'_>) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    match (&node.kind, form(text, node)) {
        (NodeKind::Array(items), Form::Headers) => {
            items.iter().for_each(|item| all.extend(blocks(text, item)))
        }
        (NodeKind::Table(_), Form::Header) => {
            let mut end = line_end(text, node.span.end as usize);
            let mut inner = Vec::new();
            for (_, entry) in leaves(node) {
                match form(text, entry) {
                    Form::Header | Form::Headers => inner.extend(blocks(text, entry)),
                    _ => end = end.max(line_end(text, end_of(entry))),
                }
            }
            let start = line_start(text, node.span.start as usize);
            // A table that is there only because of its sub-tables has their header.
            if !inner.iter().any(|block: &Range<usize>| block.start == start) {
                all.push(start..end);
            }
            all.append(&mut inner);
        }
        _ => {}
    }
    all
}

/// A field between braces with one of the commas beside it.
fn between_commas(text: &[u8], key: usize, end: usize) -> Range<usize> {
    let spaces = |at: usize| at + text[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let start = text[..key].iter().rposition(|byte| matches!(byte, b'{' | b',')).map_or(key, |at| at + 1);
    let behind = spaces(end);
    if text.get(behind) == Some(&b',') {
        return spaces(start)..spaces(behind + 1);
    }
    match start.checked_sub(1).filter(|at| text[*at] == b',') {
        Some(comma) => comma..end,
        None => start..behind,
    }
}

/// Whether the fields of a table stand between braces, be it with dots.
fn in_braces(local: &Local, root: &crate::text::TableNode<'_>, way: &[Step]) -> bool {
    (1..=way.len())
        .rev()
        .filter_map(|length| at(root, &way[..length]))
        .map(|node| local.form(node))
        .find(|form| matches!(form, Form::Braces | Form::Header))
        == Some(Form::Braces)
}

/// The end of a value, however deep its last part.
pub(super) fn end_of(node: &Node<'_>) -> usize {
    leaves(node).map(|(_, node)| end_of(node)).max().unwrap_or_default().max(node.span.end as usize)
}

fn last_leaf(node: &Node<'_>) -> Option<(Range<usize>, usize)> {
    leaves(node).last().map(|(key, node)| (key, end_of(node)))
}

fn header_of(way: &[Step]) -> String {
    let words: Vec<String> = way
        .iter()
        .filter_map(|step| match step {
            Step::Key(key) => Some(literal::key(key)),
            Step::At(_) => None,
        })
        .collect();
    format!("[{}]", words.join("."))
}

pub(super) fn range(span: diag::Span) -> Range<usize> {
    span.start as usize..span.end as usize
}
