//! A section of the documents, with its findings in the margin beside what they speak of.

use super::{edit, map};
use crate::frame::{Frame, page};
use crate::notes::{self, Note};
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::Html;
use department::Kind;
use department::edit::Subject;
use department::labels::{field_example, kind_help, kind_name, kind_new, kind_plural};
use locale::{Lang, t};
use report::{Block, Input, Section, sections};
use serde::Deserialize;
use std::collections::BTreeSet;

/// A page that shows a section of the documents.
pub(super) struct SectionPage {
    /// Its address.
    pub path: &'static str,
    build: fn(&Input<'_>) -> Section,
    /// Whether its wide pictures come first: on a page there is no sheet to turn.
    pictures_first: bool,
}

/// The sections, in the order of the method.
pub(super) static ALL: &[SectionPage] = &[
    SectionPage { path: "/situation", build: sections::situation, pictures_first: false },
    SectionPage { path: "/objectives", build: sections::objectives, pictures_first: false },
    SectionPage { path: "/strategy", build: sections::strategy, pictures_first: false },
    SectionPage { path: "/tactics", build: sections::tactics, pictures_first: false },
    SectionPage { path: "/control", build: sections::control, pictures_first: true },
    SectionPage { path: "/scorecard", build: sections::scorecard, pictures_first: true },
    SectionPage { path: "/processes", build: sections::processes, pictures_first: false },
    SectionPage { path: "/handoffs", build: sections::handoffs, pictures_first: false },
    SectionPage { path: "/people", build: sections::people, pictures_first: false },
    SectionPage { path: "/listening", build: sections::listening, pictures_first: false },
];

/// A kind of which there is nothing yet: what it is for, an example, and where one is added.
struct Teach {
    name: String,
    help: String,
    example: String,
    href: String,
    add: String,
}

/// A part of the section, and the findings about what it shows.
struct Leaf {
    html: String,
    notes: Vec<Note>,
}

#[derive(Template)]
#[template(path = "pages/section.html")]
struct Page {
    frame: Frame,
    letter: String,
    title: String,
    leaves: Vec<Leaf>,
    counts: Vec<(&'static str, String)>,
    marginal: bool,
    /// The strategy map, where the page has it.
    map: String,
    saved: Option<u64>,
    adds: Vec<(String, String)>,
    teach: Vec<Teach>,
}

/// What the address says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Said {
    /// The revision that has just been saved.
    saved: Option<u64>,
}

/// `GET /situation` and its sisters.
pub(super) async fn section(
    visit: Visit,
    said: Result<Query<Said>, QueryRejection>,
    own: &'static SectionPage,
) -> Result<Html<String>, Problem> {
    let Query(said) = said.map_err(|_| Problem::Wrong)?;
    let mut section = (own.build)(&visit.view.input(visit.lang));
    let mut notes: Vec<Note> =
        notes::notes(&visit.view, visit.lang).into_iter().filter(|note| note.page == own.path).collect();
    let counts = super::findings::counts(visit.lang, notes.iter().map(|note| note.weight));
    let mut drawn = String::new();
    if own.path == map::PATH {
        take_pictures(&mut section, &mut Vec::new());
        let (links, rest) = notes.into_iter().partition(map::about_links);
        notes = rest;
        drawn = map::part(&visit, links)?;
    } else if own.pictures_first {
        pictures_first(&mut section);
    }
    page(&Page {
        frame: visit.frame(section.title.clone()),
        letter: section.letter.map(String::from).unwrap_or_default(),
        title: section.title.clone(),
        marginal: !notes.is_empty(),
        map: drawn,
        saved: said.saved,
        leaves: leaves(section, notes, visit.frame("").may("edit").then_some(visit.lang)),
        counts,
        adds: adds(visit.lang, own.path),
        teach: teach(&visit, own.path),
    })
}

/// Puts the wide pictures behind the words that the section begins with.
fn pictures_first(section: &mut Section) {
    let mut pictures = Vec::new();
    take_pictures(section, &mut pictures);
    let words = |block: &Block| matches!(block, Block::Paragraph(_) | Block::Note(_));
    let at = section.blocks.iter().take_while(|block| words(block)).count();
    section.blocks.splice(at..at, pictures);
}

fn take_pictures(section: &mut Section, pictures: &mut Vec<Block>) {
    let wide = |block: &Block| matches!(block, Block::Figure(figure) if figure.landscape);
    let (taken, rest): (Vec<_>, Vec<_>) = std::mem::take(&mut section.blocks).into_iter().partition(wide);
    section.blocks = rest;
    pictures.extend(taken);
    section.sections.iter_mut().for_each(|inner| take_pictures(inner, pictures));
}

/// The section's own blocks, then each of its subsections; a finding stands with the first that shows its
/// element, or with the first of all.
fn leaves(mut section: Section, notes: Vec<Note>, edits: Option<Lang>) -> Vec<Leaf> {
    let mut parts = std::mem::take(&mut section.sections);
    let first_is_head = !section.blocks.is_empty() || parts.is_empty();
    if first_is_head {
        parts.insert(0, section);
    }
    let shown: Vec<BTreeSet<String>> = parts.iter().map(anchors).collect();
    let here: BTreeSet<&String> = shown.iter().flatten().collect();
    let href = |anchor: &str| {
        let page = if here.contains(&anchor.to_owned()) { "" } else { notes::page_of_anchor(anchor)? };
        Some(format!("{page}#{anchor}"))
    };
    let mut leaves: Vec<Leaf> = parts
        .iter()
        .enumerate()
        .map(|(at, part)| Leaf { html: fragment(part, at == 0 && first_is_head, &href), notes: Vec::new() })
        .collect();
    if let Some(lang) = edits {
        for (leaf, shown) in leaves.iter_mut().zip(&shown) {
            shown.iter().for_each(|anchor| pencil(&mut leaf.html, anchor, lang));
        }
    }
    for note in notes {
        let subject = note.subject.as_ref();
        let at = subject.and_then(|subject| shown.iter().position(|shown| shown.contains(&subject.anchor)));
        let Some(leaf) = leaves.get_mut(at.unwrap_or(0)) else { continue };
        if let Some(subject) = subject {
            mark(&mut leaf.html, &subject.anchor, note.weight);
        }
        leaf.notes.push(note);
    }
    leaves
}

/// A part as HTML; the head's own title is the page's.
pub(super) fn fragment(part: &Section, head: bool, href: &dyn Fn(&str) -> Option<String>) -> String {
    let html = report::html::section_with(part, href);
    // The policy of the page forbids style attributes.
    let html = html.replace("<col style=\"width:", "<col width=\"");
    match html.split_once("</h2>") {
        Some((_, rest)) if head => format!("<section class=\"rp-section\">{rest}"),
        _ => html,
    }
}

/// Marks the row of an element that findings speak of; the weightiest comes first.
fn mark(html: &mut String, anchor: &str, weight: &str) {
    let row = format!("<tr id=\"{anchor}\">");
    if let Some(at) = html.find(&row) {
        html.replace_range(at..at + row.len(), &format!("<tr id=\"{anchor}\" class=\"found {weight}\">"));
    }
}

/// Puts a way to the form of an element into its row.
fn pencil(html: &mut String, anchor: &str, lang: Lang) {
    let Some((_, id)) = anchor.split_once('.') else { return };
    let row = format!("<tr id=\"{anchor}\">");
    let Some(at) = html.find(&row).map(|at| at + row.len()) else { return };
    let Some(cell) = html[at..].find('>').map(|cell| at + cell + 1) else { return };
    let href = edit::href(&Subject::parse(anchor));
    let name = t!(lang, "forms-edit", name = id);
    let name = name.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    html.insert_str(cell, &format!("<a class=\"pencil\" href=\"{href}\" aria-label=\"{name}\">✎</a>"));
}

/// What a page has nothing of yet.
fn teach(visit: &Visit, path: &str) -> Vec<Teach> {
    let (lang, mut there) = (visit.lang, BTreeSet::new());
    visit.view.department().each(|kind, _, _| drop(there.insert(kind)));
    let missing = Kind::ALL.iter().filter(|kind| notes::page_of(**kind) == path && !there.contains(*kind));
    let one = |kind: &Kind| Teach {
        name: kind_plural(lang, kind.key()),
        help: kind_help(lang, kind.key()),
        example: field_example(lang, kind.key(), "name"),
        href: format!("/new/{}", kind.key()),
        add: kind_new(lang, kind.key()),
    };
    missing.map(one).collect()
}

/// What can be added to what a page shows.
fn adds(lang: Lang, path: &str) -> Vec<(String, String)> {
    let alone = edit::ALONE.iter().filter(|(_, page)| *page == path);
    let alone = alone.map(|(table, _)| (format!("/edit/{table}"), kind_name(lang, table)));
    let kinds = Kind::ALL.iter().copied().filter(|kind| notes::page_of(*kind) == path);
    alone.chain(kinds.map(|kind| (format!("/edit/{}", kind.key()), kind_plural(lang, kind.key())))).collect()
}

/// The elements that a part shows.
fn anchors(part: &Section) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    part.walk(&mut |section| {
        all.insert(section.id.clone());
        for block in &section.blocks {
            if let Block::Table(table) = block {
                all.extend(table.rows.iter().filter_map(|row| row.element.clone()));
            }
        }
    });
    all
}
