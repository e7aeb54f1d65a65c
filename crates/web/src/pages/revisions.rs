//! The revisions: who saved what when, what changed in words, and how an old one is brought back.

use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::notes::when;
use crate::problem::Problem;
use crate::visit::Visit;
use app::{AppError, Revision, Saved};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use department::diff::{Group, diff, groups};
use locale::t;
use serde::Deserialize;

/// So many stand on a page.
const MOST: u32 = 50;

#[derive(Debug, Default, Deserialize)]
pub(super) struct Part {
    before: Option<u64>,
    since: Option<u64>,
    from: Option<u64>,
    to: Option<u64>,
}

/// A revision in a line.
struct Line {
    number: u64,
    when: String,
    by: String,
    note: String,
}

#[derive(Template)]
#[template(path = "pages/revisions.html")]
struct Page {
    frame: Frame,
    lines: Vec<Line>,
    next: Option<u64>,
}

#[derive(Template)]
#[template(path = "pages/revision.html")]
struct One {
    frame: Frame,
    line: Line,
    since: u64,
    since_words: String,
    last: bool,
    groups: Vec<Group>,
}

/// `GET /revisions`
pub(super) async fn revisions(visit: Visit, Query(part): Query<Part>) -> Result<Response, Problem> {
    // Any two revisions: the form names them, their page compares them.
    if let (Some(from), Some(to)) = (part.from, part.to) {
        let (from, to) = (from.min(to), from.max(to));
        return Ok(Redirect::to(&format!("/revisions/{to}?since={from}")).into_response());
    }
    let before = part.before.unwrap_or(i64::MAX as u64);
    let found = visit.workspace.store().revisions(before, MOST).await;
    let found = found.map_err(|error| Problem::of(AppError::from(error), visit.lang))?;
    let next =
        found.last().map(|last| last.number).filter(|number| *number > 1 && found.len() == MOST as usize);
    page(&Page {
        frame: visit.frame(t!(visit.lang, "web-revisions")),
        lines: found.iter().map(line).collect(),
        next,
    })
    .map(IntoResponse::into_response)
}

/// `GET /revisions/14?since=12`: what the revision changed.
pub(super) async fn revision(
    visit: Visit,
    Path(number): Path<u64>,
    Query(part): Query<Part>,
) -> Result<Html<String>, Problem> {
    let lang = visit.lang;
    let wrong = |error: AppError| Problem::of(error, lang);
    let found = visit.workspace.store().revision(number).await;
    let found = found.map_err(|error| wrong(error.into()))?.ok_or(Problem::NotFound)?;
    let since = part.since.unwrap_or(number - 1).min(visit.view.revision);
    let (before, after) = (visit.workspace.view_of(since).await, visit.workspace.view_of(number).await);
    let (before, after) = (before.map_err(wrong)?, after.map_err(wrong)?);
    let compare = move || {
        let all = diff(&before.files, &after.files);
        groups(before.department(), after.department(), &all, lang)
    };
    let groups = tokio::task::spawn_blocking(compare).await.map_err(Problem::fault)?;
    page(&One {
        frame: visit.frame(t!(lang, "revisions-one", number = number)),
        line: line(&found),
        since,
        since_words: t!(lang, "revisions-since", number = since),
        last: number == visit.view.revision,
        groups,
    })
}

/// `POST /revisions/14/restore`: its texts become the newest revision.
pub(super) async fn restore(
    State(desk): State<Desk>,
    visit: Visit,
    Path(number): Path<u64>,
) -> Result<Response, Problem> {
    let lang = visit.lang;
    let texts = match visit.workspace.texts(number).await {
        Ok(texts) if number > 0 => texts,
        Ok(_) | Err(AppError::NoRevision(_)) => return Err(Problem::NotFound),
        Err(error) => return Err(Problem::of(error, lang)),
    };
    let note = t!(lang, "revisions-restored", number = number);
    let saved = visit.workspace.replace(&visit.act(&desk), &texts, &note).await;
    match saved.map_err(|error| Problem::of(error, lang))? {
        Saved::Kept(view) => Ok(Redirect::to(&format!("/revisions/{}", view.revision)).into_response()),
        _ => Ok(Redirect::to("/revisions").into_response()),
    }
}

fn line(revision: &Revision) -> Line {
    Line {
        number: revision.number,
        when: when(&revision.act.at),
        by: revision.act.by.clone(),
        note: revision.note.clone(),
    }
}
