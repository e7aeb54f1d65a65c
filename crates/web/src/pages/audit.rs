//! The audit trail: who did what, when.

use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::notes::when;
use crate::pages::encoded;
use crate::problem::Problem;
use crate::visit::Visit;
use app::{AppError, Entry, Sought, done, trail_csv, worded};
use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{Html, IntoResponse, Response};
use locale::t;
use serde::Deserialize;

/// So many entries stand on a page.
const MOST: u32 = 100;

/// What is done as a rule; other words can be typed into the address.
const WHAT: &[&str] = &[
    "save", "propose", "approve", "return", "withdraw", "comment", "settle", "export", "import", "sign-in",
    "sign-out", "backup",
];

/// What is asked for; days as a form sends them.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    by: String,
    what: String,
    subject: String,
    from: String,
    until: String,
    before: u64,
}

impl Asked {
    /// What is looked for; a day that is none is not asked about.
    fn sought(&self) -> Sought {
        let (by, what, subject) = (self.by.clone(), self.what.clone(), self.subject.clone());
        Sought { by, what, subject, from: self.from.parse().ok(), until: self.until.parse().ok() }
    }

    /// The same as a part of an address.
    fn query(&self) -> String {
        let pairs = [
            ("by", &self.by),
            ("what", &self.what),
            ("subject", &self.subject),
            ("from", &self.from),
            ("until", &self.until),
        ];
        let pairs = pairs.iter().filter(|(_, value)| !value.is_empty());
        pairs.map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&")
    }
}

/// An entry, ready to be read.
struct Line {
    id: u64,
    when: String,
    by: String,
    from: String,
    what: String,
    subject: String,
    before: String,
    after: String,
}

#[derive(Template)]
#[template(path = "pages/audit.html")]
struct Page {
    frame: Frame,
    asked: Asked,
    /// The words to choose from: word, name, whether it is chosen.
    whats: Vec<(String, String, bool)>,
    lines: Vec<Line>,
    csv: String,
    next: String,
}

/// `GET /audit?by=anna&what=save`
pub(super) async fn audit(
    visit: Visit,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Html<String>, Problem> {
    let Query(asked) = asked.map_err(|_| Problem::Wrong)?;
    let lang = visit.lang;
    let found = visit.workspace.store().entries(&asked.sought().filter(asked.before, MOST)).await;
    let found = found.map_err(|error| Problem::of(AppError::from(error), lang))?;
    let last = found.last().filter(|last| found.len() == MOST as usize && last.id > 1);
    let query = asked.query();
    let next = last.map_or_else(String::new, |last| format!("/audit?{query}&before={}", last.id));
    let stray = Some(asked.what.as_str()).filter(|what| !what.is_empty() && !WHAT.contains(what));
    let whats = WHAT.iter().copied().chain(stray);
    page(&Page {
        frame: visit.frame(t!(lang, "audit-title")),
        whats: whats.map(|what| (what.to_owned(), done(lang, what), what == asked.what)).collect(),
        lines: found.into_iter().map(|entry| line(entry, &visit)).collect(),
        csv: format!("/audit.csv?{query}"),
        next,
        asked,
    })
}

fn line(entry: Entry, visit: &Visit) -> Line {
    Line {
        id: entry.id,
        when: when(&entry.act.at),
        by: entry.act.by,
        from: entry.act.from,
        what: done(visit.lang, &entry.what),
        subject: worded(visit.lang, &entry.subject),
        before: worded(visit.lang, &entry.before),
        after: worded(visit.lang, &entry.after),
    }
}

/// `GET /audit.csv?by=anna`: all that is found, for a spreadsheet; that it was taken is in the trail, too.
pub(super) async fn csv(
    State(desk): State<Desk>,
    visit: Visit,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, Problem> {
    let Query(asked) = asked.map_err(|_| Problem::Wrong)?;
    visit.note(&desk, "export", "audit.csv").await?;
    let made = trail_csv(visit.workspace.store(), &asked.sought(), visit.lang).await;
    let made = made.map_err(|error| Problem::of(error, visit.lang))?;
    let heads = [
        (CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"audit.csv\"")),
    ];
    Ok((heads, made).into_response())
}
