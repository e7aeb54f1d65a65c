//! Lists: only the items that differ are written anew.

use super::Value;
use super::field::{blocks, end_of, range};
use super::lines::{is_blank, line_end, line_start, with_comment_above, with_gap};
use super::literal::{self, block, inline};
use super::local::{Form, Local, Step, at};
use super::set::{record_like, set_record};
use super::shape::{same, value};
use crate::element::Shape;
use crate::text::{Node, NodeKind, long_strings};

/// Makes the items of a list what they are to be.
pub(super) fn set_list(local: &mut Local, way: &[Step], shape: Shape, new: &[Value]) {
    let root = local.root();
    let Some(NodeKind::Array(items)) = at(&root, way).map(|node| &node.kind) else { return };
    // An item of a wrong type, that no form shows, stays.
    let old: Vec<(usize, Value)> =
        items.iter().enumerate().filter_map(|(at, node)| Some((at, value(node, shape)?))).collect();
    drop(root);
    let alike = |(old, new): &((usize, Value), &Value)| same(&old.1, new);
    let both = || old.iter().cloned().zip(new);
    let head = both().take_while(alike).count();
    let most = old.len().min(new.len()) - head;
    let tail = old.iter().cloned().rev().zip(new.iter().rev()).take(most).take_while(alike).count();
    let (gone, come) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    for ((at, _), new) in gone.iter().zip(come) {
        set_item(local, way, *at, shape, new);
    }
    let pairs = gone.len().min(come.len());
    for (at, _) in gone[pairs..].iter().rev() {
        remove_item(local, way, *at);
    }
    let mut after = (head + pairs).checked_sub(1).map(|at| old[at].0);
    for new in &come[pairs..] {
        insert_item(local, way, after, new);
        after = Some(after.map_or(0, |at| at + 1));
    }
}

fn set_item(local: &mut Local, way: &[Step], index: usize, shape: Shape, new: &Value) {
    let here: Vec<Step> = way.iter().cloned().chain([Step::At(index)]).collect();
    let root = local.root();
    let Some(node) = at(&root, &here) else { return };
    match (&node.kind, new) {
        (NodeKind::Table(_), Value::Record(fields)) if record_like(shape) => {
            drop(root);
            set_record(local, &here, shape, fields);
        }
        _ => {
            let span = range(node.span);
            drop(root);
            local.splice(span, &inline(new));
        }
    }
}

fn remove_item(local: &mut Local, way: &[Step], index: usize) {
    let root = local.root();
    let Some(list) = at(&root, way) else { return };
    let NodeKind::Array(items) = &list.kind else { return };
    let Some(item) = items.get(index) else { return };
    let text = local.bytes();
    let (start, end) = (item.span.start as usize, item.span.end as usize);
    let range = if local.form(list) == Form::Headers {
        let all = blocks(text, item);
        let end = all.iter().map(|block| block.end).max().unwrap_or(end);
        let start = with_comment_above(text, &long_strings(text), start);
        with_gap(text, start..end, local.last)
    } else if alone(text, list, items, index) {
        line_start(text, start)..line_end(text, end)
    } else {
        match (items.get(index + 1), index.checked_sub(1).and_then(|before| items.get(before))) {
            (Some(next), _) if !text[end..next.span.start as usize].contains(&b'#') => {
                start..next.span.start as usize
            }
            (None, Some(before)) if !text[before.span.end as usize..start].contains(&b'#') => {
                before.span.end as usize..end
            }
            _ => start..comma(text, end).unwrap_or(end),
        }
    };
    drop(root);
    local.splice(range, "");
}

/// Whether an item has its lines for itself, so that they come and go with it.
fn alone(text: &[u8], list: &Node<'_>, items: &[Node<'_>], index: usize) -> bool {
    let span = |at: usize| items.get(at).map(|item| range(item.span));
    let Some(own) = span(index) else { return false };
    let lines = line_start(text, own.start)..line_end(text, own.end);
    let outer = range(list.span);
    let apart = |other: Option<std::ops::Range<usize>>| {
        other.is_none_or(|other| other.end <= lines.start || lines.end <= other.start)
    };
    let before = index.checked_sub(1).and_then(span);
    lines.start > outer.start && lines.end < outer.end && apart(before) && apart(span(index + 1))
}

/// Behind the comma that follows, where one does.
fn comma(text: &[u8], at: usize) -> Option<usize> {
    let found = at + text[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    (text.get(found) == Some(&b',')).then_some(found + 1)
}

fn insert_item(local: &mut Local, way: &[Step], after: Option<usize>, new: &Value) {
    let root = local.root();
    let Some(list) = at(&root, way) else { return };
    let NodeKind::Array(items) = &list.kind else { return };
    let text = local.bytes();
    let nl = local.newline;
    let neighbour = after.or((!items.is_empty()).then_some(0));
    let item = inline(new);
    let mut splices = Vec::new();
    if local.form(list) == Form::Headers {
        splices.push(under_header(local, list, items, after, new));
    } else if let Some((known, node)) = neighbour.and_then(|at| Some((at, items.get(at)?))) {
        let (start, end) = (node.span.start as usize, node.span.end as usize);
        let lines = line_start(text, start)..line_end(text, end);
        let indent = String::from_utf8_lossy(&text[lines.start..start]).into_owned();
        match (alone(text, list, items, known), after.is_some()) {
            (true, true) => {
                let followed = comma(text, end).is_some();
                if !followed {
                    splices.push((end, ",".to_owned()));
                }
                splices.push((lines.end, format!("{indent}{item}{}{nl}", if followed { "," } else { "" })));
            }
            (true, false) => splices.push((lines.start, format!("{indent}{item},{nl}"))),
            (false, true) => splices.push((end, format!(", {item}"))),
            (false, false) => splices.push((start, format!("{item}, "))),
        }
    } else {
        let start = list.span.start as usize + 1;
        let line = text[start..list.span.end as usize].contains(&b'\n');
        // A comment between the brackets stays below the first item.
        splices.push((start, if line { format!("{nl}{item},") } else { item }));
    }
    drop(root);
    for (at, with) in splices.into_iter().rev() {
        local.splice(at..at, &with);
    }
}

/// A table of a list behind another, or before the first.
fn under_header(
    local: &Local,
    list: &Node<'_>,
    items: &[Node<'_>],
    after: Option<usize>,
    new: &Value,
) -> (usize, String) {
    let text = local.bytes();
    let nl = local.newline;
    let header = range(list.span);
    let start = line_start(text, header.start);
    let head = &local.text[header];
    let lines: String = match new {
        Value::Record(fields) => fields
            .iter()
            .map(|(key, value)| format!("{} = {}{nl}", literal::key(key), block(value, nl)))
            .collect(),
        _ => String::new(),
    };
    let gap = start > 0 && is_blank(&text[line_start(text, start - 1)..start]);
    let gap = if gap { nl } else { "" };
    match after.and_then(|at| items.get(at)) {
        Some(before) => {
            let end = line_end(text, end_of(before));
            let open = if end > 0 && text[end - 1] == b'\n' { "" } else { nl };
            (end, format!("{open}{gap}{head}{nl}{lines}"))
        }
        None => {
            let start = with_comment_above(text, &long_strings(text), start);
            (start, format!("{head}{nl}{lines}{gap}"))
        }
    }
}
