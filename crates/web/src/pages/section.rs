//! A section of the documents, with its findings in the margin beside what they speak of.

use super::teach::{Teach, adds, teach};
use super::{edit, map};
use crate::comments::{Said, said};
use crate::frame::{Frame, page};
use crate::notes::{self, Note, escaped};
use crate::problem::Problem;
use crate::visit::Visit;
use app::Comment;
use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::Html;
use department::edit::Subject;
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

/// A part of the section, and what stands in its margin.
struct Leaf {
    html: String,
    margin: Vec<Beside>,
}

/// What stands beside an element.
pub(super) enum Beside {
    /// A finding.
    Found(Box<Note>),
    /// An open comment.
    Said(Said),
}

impl Beside {
    /// The element that it speaks of.
    fn subject(&self) -> Option<&str> {
        match self {
            Beside::Found(note) => note.subject.as_ref().map(|subject| &*subject.anchor),
            Beside::Said(said) => Some(&said.element).filter(|element| !element.is_empty()).map(|x| &**x),
        }
    }
}

#[derive(Template)]
#[template(path = "pages/section.html")]
struct Page {
    frame: Frame,
    letter: String,
    title: String,
    leaves: Vec<Leaf>,
    counts: Vec<(&'static str, String)>,
    said: String,
    marginal: bool,
    /// The strategy map, where the page has it.
    map: String,
    saved: Option<u64>,
    adds: Vec<(String, String)>,
    teach: Vec<Teach>,
}

/// What the address says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    /// The revision that has just been saved.
    saved: Option<u64>,
}

/// `GET /situation` and its sisters.
pub(super) async fn section(
    visit: Visit,
    asked: Result<Query<Asked>, QueryRejection>,
    own: &'static SectionPage,
) -> Result<Html<String>, Problem> {
    let Query(asked) = asked.map_err(|_| Problem::Wrong)?;
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
    let margin = margin(&visit, own.path, notes);
    let comments = margin.iter().filter(|beside| matches!(beside, Beside::Said(_))).count();
    let frame = visit.frame(section.title.clone());
    let ways = Ways { lang: visit.lang, edit: frame.may("edit"), comment: frame.may("comment") };
    page(&Page {
        frame,
        letter: section.letter.map(String::from).unwrap_or_default(),
        title: section.title.clone(),
        marginal: !margin.is_empty(),
        map: drawn,
        saved: asked.saved,
        leaves: leaves(section, margin, ways),
        counts,
        said: if comments > 0 { t!(visit.lang, "comments-count", n = comments) } else { String::new() },
        adds: adds(visit.lang, own.path),
        teach: teach(&visit, own.path),
    })
}

/// What stands in the margin of a page: the findings, and the open comments on its elements.
pub(super) fn margin(visit: &Visit, path: &str, notes: Vec<Note>) -> Vec<Beside> {
    let here = |comment: &Comment| {
        comment.settled.is_none() && notes::page_of_anchor(&comment.element) == Some(path)
    };
    let said = said(&visit.view, &visit.approvals, visit.lang, here);
    let found = notes.into_iter().map(|note| Beside::Found(Box::new(note)));
    found.chain(said.into_iter().map(Beside::Said)).collect()
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

/// What the reader may do with an element.
struct Ways {
    lang: Lang,
    edit: bool,
    comment: bool,
}

/// The section's own blocks, then each of its subsections; what stands in the margin stands with the first that shows
/// its element, or with the first of all.
fn leaves(mut section: Section, margin: Vec<Beside>, ways: Ways) -> Vec<Leaf> {
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
        .map(|(at, part)| Leaf { html: fragment(part, at == 0 && first_is_head, &href), margin: Vec::new() })
        .collect();
    for (leaf, shown) in leaves.iter_mut().zip(&shown) {
        shown.iter().for_each(|anchor| way(&mut leaf.html, anchor, &ways));
    }
    for beside in margin {
        let subject = beside.subject();
        let at = subject.and_then(|subject| shown.iter().position(|shown| shown.contains(subject)));
        let Some(leaf) = leaves.get_mut(at.unwrap_or(0)) else { continue };
        if let (Some(subject), Beside::Found(note)) = (subject, &beside) {
            mark(&mut leaf.html, subject, note.weight);
        }
        leaf.margin.push(beside);
    }
    // Down the margin as down the text: a comment stands with the findings of its element.
    for leaf in &mut leaves {
        let html = &leaf.html;
        leaf.margin.sort_by_cached_key(|beside| {
            beside.subject().and_then(|subject| html.find(&format!("id=\"{}\"", escaped(subject))))
        });
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

/// Puts the ways to the form and to the comments of an element into its row.
fn way(html: &mut String, anchor: &str, ways: &Ways) {
    let Some((table, id)) = anchor.split_once('.') else { return };
    let row = format!("<tr id=\"{anchor}\">");
    let Some(at) = html.find(&row).map(|at| at + row.len()) else { return };
    let Some(cell) = html[at..].find('>').map(|cell| at + cell + 1) else { return };
    let link = |href: &str, key: &str, sign: char| {
        let name = escaped(&t!(ways.lang, key, name = id));
        format!("<a class=\"pencil\" href=\"{href}\" aria-label=\"{name}\">{sign}</a>")
    };
    let mut links = String::new();
    if ways.edit {
        links.push_str(&link(&edit::href(&Subject::parse(anchor)), "forms-edit", '✎'));
    }
    if ways.comment {
        let part = |text: &str| super::encoded(text).replace('/', "%2F");
        links.push_str(&link(&format!("/comments/{}/{}", part(table), part(id)), "comments-here", '❝'));
    }
    html.insert_str(cell, &links);
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
