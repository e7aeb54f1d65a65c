//! The parts of a section as HTML, each with what stands in its margin.

use super::Beside;
use crate::notes::escaped;
use crate::pages::{edit, encoded};
use crate::places;
use department::edit::Subject;
use department::{Department, Kind};
use locale::{Lang, t};
use report::{Block, Section};
use std::collections::{BTreeSet, HashMap};

/// A part of the section, and what stands in its margin.
pub(super) struct Leaf {
    pub html: String,
    pub margin: Vec<Beside>,
}

/// What the reader may do with an element.
pub(super) struct Ways<'a> {
    pub lang: Lang,
    pub department: &'a Department,
    pub edit: bool,
    pub comment: bool,
}

/// The section's own blocks, then each of its subsections; what stands in the margin stands with the first that shows
/// its element, or with the first of all.
pub(super) fn leaves(mut section: Section, margin: Vec<Beside>, ways: &Ways<'_>) -> Vec<Leaf> {
    let mut parts = std::mem::take(&mut section.sections);
    let first_is_head = !section.blocks.is_empty() || parts.is_empty();
    if first_is_head {
        parts.insert(0, section);
    }
    let shown: Vec<BTreeSet<&str>> = parts.iter().map(anchors).collect();
    let mut margins: Vec<Vec<Beside>> = Vec::new();
    margins.resize_with(parts.len(), Vec::new);
    let mut found: HashMap<String, &'static str> = HashMap::new();
    for beside in margin {
        let subject = beside.subject();
        if let (Some(subject), Beside::Found(note)) = (subject, &beside) {
            // The weightiest comes first.
            found.entry(subject.to_owned()).or_insert(note.weight);
        }
        let at = subject.and_then(|subject| shown.iter().position(|shown| shown.contains(subject)));
        if let Some(margin) = margins.get_mut(at.unwrap_or(0)) {
            margin.push(beside);
        }
    }
    let here = |anchor: &str| shown.iter().any(|shown| shown.contains(anchor));
    let href = |anchor: &str| match places::named(anchor) {
        // A KPI has a page of its own, with all that is known of it.
        Some((Kind::Kpi, id)) => Some(format!("/kpis/{}", encoded(id))),
        _ if here(anchor) => Some(format!("#{anchor}")),
        named => named.map(|(kind, id)| places::href(ways.department, kind, id)),
    };
    let parts = parts.iter().zip(&shown).zip(margins).enumerate();
    parts
        .map(|(at, ((part, shown), mut margin))| {
            let html = fragment(part, at == 0 && first_is_head, &href);
            let html = rows(&html, shown, &found, ways);
            // Down the margin as down the text: a comment stands with the findings of its element.
            margin.sort_by_cached_key(|beside| {
                beside.subject().and_then(|subject| html.find(&format!("id=\"{}\"", escaped(subject))))
            });
            Leaf { html, margin }
        })
        .collect()
}

/// A part as HTML; the head's own title is the page's.
pub(in crate::pages) fn fragment(
    part: &Section,
    head: bool,
    href: &dyn Fn(&str) -> Option<String>,
) -> String {
    let html = report::html::section_with(part, href);
    // The policy of the page forbids style attributes.
    let html = html.replace("<col style=\"width:", "<col width=\"");
    match html.split_once("</h2>") {
        Some((_, rest)) if head => format!("<section class=\"rp-section\">{rest}"),
        _ => html,
    }
}

/// The rows of elements, each with the ways to its form and its comments, and marked where findings speak of it.
fn rows(
    html: &str,
    shown: &BTreeSet<&str>,
    found: &HashMap<String, &'static str>,
    ways: &Ways<'_>,
) -> String {
    const ROW: &str = "<tr id=\"";
    let anchors: HashMap<String, &str> = shown.iter().map(|anchor| (escaped(anchor), *anchor)).collect();
    let mut out = String::with_capacity(html.len() + html.len() / 2);
    let mut rest = html;
    while let Some((before, row)) = rest.split_once(ROW) {
        out.push_str(before);
        out.push_str(ROW);
        let cell = row.split_once("\">").and_then(|(name, row)| {
            let end = row.find('>')? + 1;
            Some((name, *anchors.get(name)?, &row[..end], &row[end..]))
        });
        rest = row;
        if let Some((name, anchor, cell, after)) = cell {
            let class =
                found.get(anchor).map_or_else(String::new, |weight| format!(" class=\"found {weight}\""));
            out.push_str(&format!("{name}\"{class}>{cell}{}", links(anchor, ways)));
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// The ways to the form and to the comments of an element.
fn links(anchor: &str, ways: &Ways<'_>) -> String {
    let Some((table, id)) = anchor.split_once('.') else { return String::new() };
    let link = |href: &str, key: &str, sign: char| {
        let name = escaped(&t!(ways.lang, key, name = id));
        format!("<a class=\"pencil\" href=\"{href}\" aria-label=\"{name}\">{sign}</a>")
    };
    let mut links = String::new();
    if ways.edit {
        links.push_str(&link(&edit::href(&Subject::parse(anchor)), "forms-edit", '✎'));
    }
    if ways.comment {
        let part = |text: &str| encoded(text).replace('/', "%2F");
        links.push_str(&link(&format!("/comments/{}/{}", part(table), part(id)), "comments-here", '❝'));
    }
    links
}

/// The elements that a part shows.
fn anchors(part: &Section) -> BTreeSet<&str> {
    let mut all = BTreeSet::new();
    part.walk(&mut |section| {
        all.insert(&*section.id);
        for block in &section.blocks {
            if let Block::Table(table) = block {
                all.extend(table.rows.iter().filter_map(|row| row.element.as_deref()));
            }
        }
    });
    all
}
