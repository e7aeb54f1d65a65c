//! The elements of a kind, and where each is written.

use super::element::{Said, open};
use super::reference::note;
use crate::frame::{Frame, page};
use crate::pages::encoded;
use crate::places::{self, page_of};
use crate::problem::Problem;
use crate::visit::Visit;
use app::search::Query;
use askama::Template;
use axum::extract::{Path, Query as Asked};
use axum::response::{IntoResponse, Response};
use department::edit::Subject;
use department::labels::{kind_help, kind_new, kind_plural};
use department::{Department, Kind};
use locale::{number, t};
use serde::Deserialize;

/// So many elements stand on a page.
const MOST: usize = 200;
/// So few are found at a glance.
const FEW: usize = 12;

#[derive(Debug, Default, Deserialize)]
pub(super) struct Part {
    saved: Option<u64>,
    /// The number of the first on the page.
    #[serde(default)]
    from: usize,
    /// The page that one has come from: saving goes back to it.
    #[serde(default)]
    back: String,
    /// Words that must occur.
    #[serde(default)]
    q: String,
}

/// A line of the list.
struct Row {
    href: String,
    name: String,
    note: String,
    id: String,
}

#[derive(Template)]
#[template(path = "pages/edit/list.html")]
struct Page {
    frame: Frame,
    title: String,
    help: String,
    add: String,
    add_name: String,
    saved: Option<u64>,
    rows: Vec<Row>,
    count: String,
    /// Whether there are enough to look for one.
    many: bool,
    words: String,
    /// The page that saving goes back to.
    back: String,
    path: String,
    previous: String,
    next: String,
    up: &'static str,
}

/// The tables that stand alone, with the page that shows each.
pub(crate) const ALONE: &[(&str, &str)] = &[
    ("about", "/people"),
    ("business", "/objectives"),
    ("situation", "/situation"),
    ("horizons", "/objectives"),
    ("strategy", "/strategy"),
    ("scorecard", "/scorecard"),
    ("listening", "/listening"),
];

/// Where an element is written: `/edit/goal/trust`.
pub(crate) fn href(subject: &Subject) -> String {
    let part = |text: &str| encoded(text).replace('/', "%2F");
    match &subject.id {
        Some(id) => format!("/edit/{}/{}", part(&subject.table), part(id)),
        None => format!("/edit/{}", part(&subject.table)),
    }
}

/// Where an element of a kind is added.
pub(crate) fn add_href(kind: Kind) -> String {
    format!("/new/{}", kind.key())
}

/// Where an element stands in the documents.
pub(super) fn up(department: &Department, subject: &Subject) -> String {
    let kind = Kind::ALL.iter().copied().find(|kind| kind.key() == subject.table);
    let alone = ALONE.iter().find(|(table, _)| *table == subject.table);
    let table = alone.map_or("/", |(_, page)| *page);
    match (kind, &subject.id) {
        (Some(kind), Some(id)) if !id.is_empty() => places::href(department, kind, id),
        _ => kind.map_or(table, page_of).to_owned(),
    }
}

/// `GET /edit/goal`: all goals; `GET /edit/about`: the form.
pub(super) async fn list(
    visit: Visit,
    Path(table): Path<String>,
    Asked(part): Asked<Part>,
) -> Result<Response, Problem> {
    let Some(kind) = Kind::ALL.iter().copied().find(|kind| kind.key() == table) else {
        let said = Said { saved: part.saved, back: part.back };
        return open(&visit, &Subject::one(table), said);
    };
    let back = match &*part.back {
        "" => String::new(),
        back => format!("?back={}", encoded(back)),
    };
    let (lang, department, query) = (visit.lang, visit.view.department(), Query::new(&part.q));
    let (mut rows, mut all) = (Vec::new(), 0);
    department.each(|known, meta, title| {
        if known != kind {
            return;
        }
        all += 1;
        let note = note(department, lang, kind, &meta.id);
        if query.score(title, &format!("{} {note}", meta.id)).is_some() {
            let href = href(&Subject::of(kind.key(), &*meta.id)) + &back;
            let name = title.to_owned();
            rows.push(Row { href, name, note, id: meta.id.to_string() });
        }
    });
    let shown = rows.len();
    let rest = part.from.saturating_add(MOST);
    let path = format!("/edit/{table}");
    let at = |from: usize| match &*part.q {
        "" => format!("{path}?from={from}{}", back.replace('?', "&")),
        words => format!("{path}?from={from}&q={}{}", encoded(words), back.replace('?', "&")),
    };
    let title = kind_plural(lang, kind.key());
    let html = page(&Page {
        frame: visit.frame(title.clone()),
        title,
        help: kind_help(lang, kind.key()),
        add: add_href(kind) + &back,
        add_name: kind_new(lang, kind.key()),
        saved: part.saved,
        rows: rows.into_iter().skip(part.from).take(MOST).collect(),
        count: match shown == all {
            true => number(lang, all as f64, 0),
            false => t!(lang, "forms-of", shown = shown, all = all),
        },
        many: all > FEW,
        previous: if part.from > 0 { at(part.from.saturating_sub(MOST)) } else { String::new() },
        next: if rest < shown { at(rest) } else { String::new() },
        words: part.q.clone(),
        back: part.back.clone(),
        path,
        up: page_of(kind),
    })?;
    Ok(html.into_response())
}
