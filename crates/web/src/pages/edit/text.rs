//! A text as it stands, to be written by hand.

use super::form::{Form, Sent};
use super::save::refused;
use crate::assets;
use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::notes::{Note, of_file};
use crate::pages::encoded;
use crate::problem::Problem;
use crate::visit::Visit;
use app::Saved;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use department::edit::{Change, Conflict, Value};
use locale::t;
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
pub(super) struct Said {
    saved: Option<u64>,
}

/// So many findings stand in the margin of a text.
const NOTES: usize = 100;

#[derive(Template)]
#[template(path = "pages/edit/text.html")]
struct Page {
    frame: Frame,
    file: String,
    action: String,
    check: String,
    /// Whether the editor has been brought; the plain control does without it.
    editor: bool,
    text: String,
    base: u64,
    saved: Option<u64>,
    problem: String,
    theirs: Vec<(String, String, String)>,
    notes: Vec<Note>,
}

/// `GET /text/sostac.toml`
pub(super) async fn show(
    visit: Visit,
    Path(file): Path<String>,
    Query(said): Query<Said>,
) -> Result<Response, Problem> {
    let text = match visit.view.files.get(&file) {
        Some(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        None if department::FILES.contains(&&*file) => String::new(),
        None => return Err(Problem::NotFound),
    };
    let base = visit.view.revision;
    Ok(text_page(&visit, &file, text, base, said.saved, String::new(), &[])?.into_response())
}

/// `POST /text/sostac.toml`
pub(super) async fn save(
    State(desk): State<Desk>,
    visit: Visit,
    Path(file): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let form = Form::of(sent)?;
    if !department::FILES.contains(&&*file) && visit.view.files.get(&file).is_none() {
        return Err(Problem::NotFound);
    }
    let base = form.number("base")?;
    let mut text = form.whole("text").replace("\r\n", "\n");
    let before = visit.workspace.texts(base).await.map_err(|error| refused(error, visit.lang))?;
    // A browser sends every line end as CRLF; the text keeps its own.
    if before.get(&file).is_some_and(|old| old.windows(2).any(|pair| pair == b"\r\n")) {
        text = text.replace('\n', "\r\n");
    }
    let change = Change::Text { file: file.clone(), text: text.clone() };
    let saved = visit.workspace.change(&visit.act(&desk), base, &[change], form.one("note")).await;
    let path = format!("/text/{}", encoded(&file));
    match saved.map_err(|error| refused(error, visit.lang))? {
        Saved::Kept(view) => Ok(Redirect::to(&format!("{path}?saved={}", view.revision)).into_response()),
        Saved::Unchanged(_) => Ok(Redirect::to(&path).into_response()),
        Saved::Conflicts(conflicts, view) => {
            let problem = t!(visit.lang, "forms-conflict-text");
            let page = text_page(&visit, &file, text, view.revision, None, problem, &conflicts)?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
    }
}

fn text_page(
    visit: &Visit,
    file: &str,
    text: String,
    base: u64,
    saved: Option<u64>,
    problem: String,
    conflicts: &[Conflict],
) -> Result<Html<String>, Problem> {
    let words = |value: &Option<Value>| {
        value.as_ref().and_then(Value::as_text).map(str::to_owned).unwrap_or_default()
    };
    let theirs = conflicts.iter().map(|one| (one.field.clone(), words(&one.theirs), words(&one.mine)));
    let known = visit.view.department().sources.find(file);
    page(&Page {
        frame: visit.frame(file),
        file: file.to_owned(),
        action: format!("/text/{}", encoded(file)),
        check: format!("/check-text/{}", encoded(file)),
        editor: assets::has_editor(),
        text,
        base,
        saved,
        problem,
        theirs: theirs.collect(),
        notes: known.map_or_else(Vec::new, |known| of_file(&visit.view, visit.lang, known, NOTES)),
    })
}
