//! The elements of a kind, and where each is written.

use super::element::{Said, open};
use crate::frame::{Frame, page};
use crate::notes::page_of;
use crate::pages::encoded;
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use department::Kind;
use department::edit::Subject;
use department::labels::{kind_help, kind_new, kind_plural};
use serde::Deserialize;

/// So many elements stand on a page.
const MOST: usize = 200;

#[derive(Debug, Default, Deserialize)]
pub(super) struct Part {
    saved: Option<u64>,
    #[serde(default)]
    from: usize,
    #[serde(default)]
    back: String,
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
    rows: Vec<(String, String)>,
    count: usize,
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
pub(super) fn up(subject: &Subject) -> String {
    let kind = Kind::ALL.iter().find(|kind| kind.key() == subject.table);
    let page = kind.map(|kind| page_of(*kind));
    let alone = ALONE.iter().find(|(table, _)| *table == subject.table);
    let table = alone.map_or("/", |(_, page)| *page);
    match (page, &subject.id) {
        (Some(page), Some(id)) if !id.is_empty() => format!("{page}#{}.{}", subject.table, encoded(id)),
        _ => page.unwrap_or(table).to_owned(),
    }
}

/// `GET /edit/goal`: all goals; `GET /edit/about`: the form.
pub(super) async fn list(
    visit: Visit,
    Path(table): Path<String>,
    Query(part): Query<Part>,
) -> Result<Response, Problem> {
    let Some(kind) = Kind::ALL.iter().copied().find(|kind| kind.key() == table) else {
        let said = Said { saved: part.saved, back: part.back };
        return open(&visit, &Subject::one(table), said);
    };
    let mut rows = Vec::new();
    // The page that one has come from is that which saving goes back to.
    let back = match &*part.back {
        "" => String::new(),
        back => format!("?back={}", encoded(back)),
    };
    visit.view.department().each(|known, meta, title| {
        if known == kind {
            let href = href(&Subject::of(kind.key(), &*meta.id));
            rows.push((format!("{href}{back}"), title.to_owned()));
        }
    });
    let (count, lang) = (rows.len(), visit.lang);
    let rest = part.from.saturating_add(MOST);
    let title = kind_plural(lang, kind.key());
    let html = page(&Page {
        frame: visit.frame(title.clone()),
        title,
        help: kind_help(lang, kind.key()),
        add: add_href(kind) + &back,
        add_name: kind_new(lang, kind.key()),
        saved: part.saved,
        rows: rows.into_iter().skip(part.from).take(MOST).collect(),
        count,
        next: if rest < count {
            format!("/edit/{table}?from={rest}{}", back.replace('?', "&"))
        } else {
            String::new()
        },
        up: page_of(kind),
    })?;
    Ok(html.into_response())
}
