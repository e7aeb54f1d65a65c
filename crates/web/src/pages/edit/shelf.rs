//! What is done to an element as a whole: removed, moved, mended by a machine, taken back.

use super::form::{Form, Sent};
use super::save::refused;
use crate::back;
use crate::desk::Desk;
use crate::preferences::same_site;
use crate::problem::Problem;
use crate::visit::Visit;
use app::mend::Found;
use app::{Saved, View};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Redirect, Response};
use department::Kind;
use department::edit::{Change, Subject};
use locale::t;
use std::sync::Arc;

/// `POST /remove/goal/trust`
pub(super) async fn remove(
    State(desk): State<Desk>,
    visit: Visit,
    Path((table, id)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Problem> {
    let form = Form::of(sent)?;
    let change = Change::Remove { subject: Subject::of(&*table, id) };
    let view =
        keep(&desk, &visit, form.number("base")?, change, &t!(visit.lang, "forms-note-removed")).await?;
    Ok(Redirect::to(&format!("/edit/{table}?saved={}", view.revision)).into_response())
}

/// `POST /move/goal/trust` with `to=up` or `to=down`
pub(super) async fn shift(
    State(desk): State<Desk>,
    visit: Visit,
    Path((table, id)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Problem> {
    let form = Form::of(sent)?;
    let kind = Kind::ALL.iter().copied().find(|kind| kind.key() == table).ok_or(Problem::NotFound)?;
    let mut ids = Vec::new();
    visit.view.department().each(|known, meta, _| {
        if known == kind {
            ids.push(meta.id.to_string());
        }
    });
    let at = ids.iter().position(|known| *known == id).ok_or(Problem::NotFound)?;
    let target = match form.one("to") {
        "up" => at.checked_sub(1),
        "down" => (at + 1 < ids.len()).then_some(at + 2),
        _ => return Err(Problem::Wrong),
    };
    let back = super::href(&Subject::of(&*table, &*id));
    // The first cannot go up, nor the last down.
    let Some(target) = target else { return Ok(Redirect::to(&back).into_response()) };
    let change = Change::Move { subject: Subject::of(&*table, id), before: ids.get(target).cloned() };
    let view = keep(&desk, &visit, form.number("base")?, change, &t!(visit.lang, "forms-note-moved")).await?;
    Ok(Redirect::to(&format!("{back}?saved={}", view.revision)).into_response())
}

/// `POST /undo`: the texts as they were before a revision, as long as nobody has saved after it.
pub(super) async fn undo(State(desk): State<Desk>, visit: Visit, sent: Sent) -> Result<Response, Problem> {
    let form = Form::of(sent)?;
    let revision = form.number("revision")?;
    if visit.view.revision != revision || revision < 2 {
        return Err(Problem::Refused(t!(visit.lang, "forms-undo-late", revision = revision)));
    }
    let workspace = &visit.workspace;
    let before = workspace.texts(revision - 1).await.map_err(|error| refused(error, visit.lang))?;
    let changes: Vec<Change> = before
        .by_path
        .iter()
        .filter(|(path, text)| visit.view.files.get(path) != Some(text))
        .map(|(path, text)| Change::Text {
            file: path.clone(),
            text: String::from_utf8_lossy(text).into_owned(),
        })
        .collect();
    let new = visit.view.files.by_path.keys().filter(|path| before.get(path).is_none());
    let emptied = new.map(|path| Change::Text { file: path.clone(), text: String::new() });
    let changes: Vec<Change> = changes.into_iter().chain(emptied).collect();
    let note = t!(visit.lang, "forms-note-undone", revision = revision);
    let saved = workspace.change(&visit.act(&desk), revision, &changes, &note).await;
    match saved.map_err(|error| refused(error, visit.lang))? {
        Saved::Conflicts(..) => Err(Problem::Refused(t!(visit.lang, "forms-undo-late", revision = revision))),
        Saved::Kept(_) | Saved::Unchanged(_) => {
            Ok(Redirect::to(&back::unsaved(form.one("back"))).into_response())
        }
    }
}

/// `POST /mend`: what a rule offers to write, where its finding still stands.
pub(super) async fn mend(State(desk): State<Desk>, visit: Visit, sent: Sent) -> Result<Response, Problem> {
    let form = Form::of(sent)?;
    let gone = || Problem::Refused(t!(visit.lang, "forms-mend-gone"));
    let found = Found {
        revision: form.number("base")?,
        code: form.one("code").to_owned(),
        file: form.one("file").to_owned(),
        start: form.number("start")?,
    };
    let note = t!(visit.lang, "forms-note-mended", code = found.code.as_str());
    let mended = visit.workspace.mend(&visit.act(&desk), &found, &note).await;
    mended.map_err(|error| refused(error, visit.lang))?.ok_or_else(gone)?;
    Ok((StatusCode::SEE_OTHER, [(LOCATION, same_site(form.one("back")))]).into_response())
}

async fn keep(
    desk: &Desk,
    visit: &Visit,
    base: u64,
    change: Change,
    note: &str,
) -> Result<Arc<View>, Problem> {
    let saved = visit.workspace.change(&visit.act(desk), base, &[change], note).await;
    match saved.map_err(|error| refused(error, visit.lang))? {
        Saved::Kept(view) | Saved::Unchanged(view) => Ok(view),
        Saved::Conflicts(..) => Err(Problem::Refused(t!(visit.lang, "forms-changed-meanwhile"))),
    }
}
