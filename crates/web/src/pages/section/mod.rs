//! A section of the documents, with its findings in the margin beside what they speak of.

use super::teach::{Teach, adds, teach};
mod leaves;

use super::{control_report, map};
use crate::comments::{Said, said};
use crate::frame::{Frame, page};
use crate::notes::{self, Note, Spot};
use crate::places::{self, Pager};
use crate::problem::Problem;
use crate::visit::Visit;
use app::Comment;
use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::Html;
use department::{Department, Kind};
pub(super) use leaves::fragment;
use leaves::{Leaf, Ways, leaves};
use locale::t;
use report::{Block, Input, Part, Section, sections};
use serde::Deserialize;

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
    SectionPage { path: "/control", build: sections::control_glance, pictures_first: true },
    SectionPage { path: "/scorecard", build: sections::scorecard_tables, pictures_first: false },
    SectionPage { path: "/processes", build: sections::processes, pictures_first: false },
    SectionPage { path: "/handoffs", build: sections::handoffs, pictures_first: false },
    SectionPage { path: "/people", build: sections::people, pictures_first: false },
    SectionPage { path: "/listening", build: sections::listening, pictures_first: false },
];

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
    /// The files of the control report, where the page has them.
    reports: Vec<(String, String)>,
    /// Whether what it shows may be tried under “What if”.
    tries: bool,
    /// The strategy map, where the page has it.
    map: String,
    saved: Option<u64>,
    pager: Option<Pager>,
    adds: Vec<(String, String)>,
    teach: Vec<Teach>,
}

/// What the address says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    /// The revision that has just been saved.
    saved: Option<u64>,
    /// Which part of long listings is shown, counted from 1.
    part: Option<usize>,
    /// The element that the part is to show: `goal.trust`.
    at: Option<String>,
}

/// `GET /situation` and its sisters.
pub(super) async fn section(
    visit: Visit,
    asked: Result<Query<Asked>, QueryRejection>,
    own: &'static SectionPage,
) -> Result<Html<String>, Problem> {
    let Query(asked) = asked.map_err(|_| Problem::Wrong)?;
    let (view, lang) = (&*visit.view, visit.lang);
    let (part, parts) = part(view.department(), own.path, &asked).ok_or(Problem::NotFound)?;
    let most = places::most(own.path);
    let shown = (parts > 1).then(|| Part { from: (part - 1) * most, most });
    let input = Input { part: shown, ..view.input(lang) };
    let mut section = (own.build)(&input);
    let here = |spot: &Spot<'_>| spot.page == own.path;
    let counts = super::findings::counts(lang, notes::spots(view).filter(here).map(|spot| spot.weight()));
    let spots = notes::spots(view).filter(|spot| here(spot) && spot.part(view) == part);
    let mut notes: Vec<Note> = spots.map(|spot| spot.note(view, lang)).collect();
    let mut drawn = String::new();
    if own.path == map::PATH {
        let (links, rest) = notes.into_iter().partition(map::about_links);
        notes = rest;
        drawn = map::part(&visit, &input, links)?;
    } else if own.pictures_first {
        pictures_first(&mut section);
    }
    let margin = margin(&visit, notes, |kind, id| {
        places::page_of(kind) == own.path && places::part_of(view.department(), kind, id) == part
    });
    let comments = margin.iter().filter(|beside| matches!(beside, Beside::Said(_))).count();
    let frame = visit.frame(section.title.clone());
    let (edit, comment) = (frame.may("edit"), frame.may("comment"));
    let ways = Ways { lang, department: view.department(), edit, comment };
    page(&Page {
        frame,
        letter: section.letter.map(String::from).unwrap_or_default(),
        title: section.title.clone(),
        marginal: !margin.is_empty(),
        map: drawn,
        reports: if own.path == "/control" { control_report::downloads(lang) } else { Vec::new() },
        tries: matches!(own.path, "/control" | "/scorecard"),
        saved: asked.saved,
        pager: Pager::new(lang, own.path, part, parts),
        leaves: leaves(section, margin, &ways),
        counts,
        said: if comments > 0 { t!(visit.lang, "comments-count", n = comments) } else { String::new() },
        adds: adds(visit.lang, own.path),
        teach: teach(&visit, own.path),
    })
}

/// The part of a page's listings that an address asks for, and how many there are; none where there is no such part.
fn part(department: &Department, path: &str, asked: &Asked) -> Option<(usize, usize)> {
    let parts = places::parts(department, path);
    let named = asked.at.as_deref().and_then(places::named);
    let part = match named {
        Some((kind, id)) if places::page_of(kind) == path => places::part_of(department, kind, id),
        _ => asked.part.unwrap_or(1),
    };
    (1..=parts).contains(&part).then_some((part, parts))
}

/// What stands in the margin of a page: findings, and the open comments on the elements that it shows.
pub(super) fn margin(visit: &Visit, notes: Vec<Note>, shows: impl Fn(Kind, &str) -> bool) -> Vec<Beside> {
    let here = |comment: &Comment| {
        let shown = places::named(&comment.element).is_some_and(|(kind, id)| shows(kind, id));
        comment.settled.is_none() && shown
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
