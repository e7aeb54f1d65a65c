//! What people say of an element, and that it has been settled.

use super::{Sent, of};
use crate::comments::{Said, said, title};
use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::places;
use crate::preferences::same_site;
use crate::problem::Problem;
use crate::visit::Visit;
use app::Comment;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{Html, IntoResponse, Response};
use locale::t;
use serde::Deserialize;

/// The comments of an element, open and settled, with the form that adds one.
pub(crate) struct Thread {
    /// What stands above it.
    pub title: String,
    pub element: String,
    pub revision: u64,
    pub open: Vec<Said>,
    pub settled: Vec<Said>,
    pub count: usize,
}

impl Thread {
    /// The comments that a test lets through; a new one is about `element`.
    pub fn of(visit: &Visit, element: &str, which: impl Fn(&Comment) -> bool) -> Self {
        let all = said(&visit.view, &visit.approvals, visit.lang, which);
        let (open, settled): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.settled.is_empty());
        let revision = visit.view.revision;
        let title = t!(visit.lang, if element.is_empty() { "comments-whole" } else { "comments-title" });
        Thread { title, element: element.to_owned(), revision, count: settled.len(), open, settled }
    }
}

#[derive(Template)]
#[template(path = "pages/approval/comments.html")]
struct Page {
    frame: Frame,
    up: String,
    thread: Thread,
}

/// `GET /comments/goal/trust`
pub(super) async fn show(
    visit: Visit,
    Path((table, id)): Path<(String, String)>,
) -> Result<Html<String>, Problem> {
    let element = format!("{table}.{id}");
    let title = title(&visit.view, &element, visit.lang).ok_or(Problem::NotFound)?;
    let (kind, id) = places::named(&element).ok_or(Problem::NotFound)?;
    page(&Page {
        frame: visit.frame(t!(visit.lang, "comments-of", name = title)),
        up: places::href(visit.view.department(), kind, id),
        thread: Thread::of(&visit, &element, |one| one.element == element),
    })
}

/// A comment as it is sent.
#[derive(Debug, Deserialize)]
pub(super) struct New {
    #[serde(default)]
    element: String,
    revision: u64,
    text: String,
    #[serde(default)]
    back: String,
}

/// `POST /comments`
pub(super) async fn add(
    State(desk): State<Desk>,
    visit: Visit,
    sent: Sent<New>,
) -> Result<Response, Problem> {
    let new = of(sent)?;
    let kept = visit.workspace.comment(&visit.act(&desk), new.revision, &new.element, &new.text).await;
    kept.map_err(|error| Problem::of(error, visit.lang))?;
    Ok(back(&new.back))
}

/// The page to come back to.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Back {
    #[serde(default)]
    back: String,
}

/// `POST /comments/7/settle`
pub(super) async fn settle(
    State(desk): State<Desk>,
    visit: Visit,
    Path(id): Path<u64>,
    sent: Sent<Back>,
) -> Result<Response, Problem> {
    let done = visit.workspace.settle(&visit.act(&desk), id).await;
    done.map_err(|error| Problem::of(error, visit.lang))?;
    Ok(back(&of(sent)?.back))
}

fn back(to: &str) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, same_site(to))]).into_response()
}
