//! Imports that have a name: where each fetches its file from, and what came of the last time.

use crate::desk::Desk;
use crate::frame::{Frame, page as render};
use crate::pages::edit::{Form, Sent};
use crate::problem::Problem;
use crate::visit::Visit;
use app::figures::{
    Every, NamedImport, Pulled, drop_import, keep_import, last_pull, named_import, named_imports,
};
use app::{AppError, Right};
use askama::Template;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use locale::{Lang, t};

/// An import as it is shown.
struct Line {
    name: String,
    about: String,
    url: String,
    every: Vec<(String, String, bool)>,
    partial: bool,
    /// What came of the last time, and whether that was nothing good.
    last: String,
    failed: bool,
    /// Why what was typed is not kept.
    problem: String,
}

#[derive(Template)]
#[template(path = "pages/measure/named.html")]
struct Page {
    frame: Frame,
    lines: Vec<Line>,
    may: bool,
}

/// `GET /measurements/imports`
pub(super) async fn page(visit: Visit) -> Result<Html<String>, Problem> {
    shown(&visit, None).await
}

/// `POST /measurements/imports`: from where, and how often.
pub(super) async fn keep(State(desk): State<Desk>, visit: Visit, sent: Sent) -> Result<Response, Problem> {
    let (form, lang) = (Form::of(sent)?, visit.lang);
    let (store, name) = (visit.workspace.store(), form.one("name"));
    let wrong = |error: AppError| Problem::of(error, lang);
    let known = named_import(store, name).await.map_err(wrong)?.ok_or(Problem::NotFound)?;
    let import = NamedImport {
        url: form.one("url").to_owned(),
        every: Every::parse(form.one("every")),
        partial: !form.one("partial").is_empty(),
        ..known
    };
    match keep_import(store, desk.people(), &visit.act(&desk), name, &import).await {
        Ok(_) => Ok(Redirect::to("/measurements/imports").into_response()),
        Err(AppError::Hook(error)) => {
            Ok(shown(&visit, Some((name, import, error.message(lang)))).await?.into_response())
        }
        Err(error) => Err(wrong(error)),
    }
}

/// `POST /measurements/imports/pull`: now.
pub(super) async fn pull(State(desk): State<Desk>, visit: Visit, sent: Sent) -> Result<Redirect, Problem> {
    let (form, act) = (Form::of(sent)?, visit.act(&desk));
    let done = app::figures::pull(&visit.workspace, desk.people(), &act, form.one("name")).await;
    done.map_err(|error| Problem::of(error, visit.lang))?.ok_or(Problem::NotFound)?;
    Ok(Redirect::to("/measurements/imports"))
}

/// `POST /measurements/imports/drop`
pub(super) async fn drop(State(desk): State<Desk>, visit: Visit, sent: Sent) -> Result<Redirect, Problem> {
    let (form, act) = (Form::of(sent)?, visit.act(&desk));
    let done = drop_import(visit.workspace.store(), &act, form.one("name")).await;
    if !done.map_err(|error| Problem::of(error, visit.lang))? {
        return Err(Problem::NotFound);
    }
    Ok(Redirect::to("/measurements/imports"))
}

async fn shown(visit: &Visit, typed: Option<(&str, NamedImport, String)>) -> Result<Html<String>, Problem> {
    let (lang, store) = (visit.lang, visit.workspace.store());
    let wrong = |error: AppError| Problem::of(error, lang);
    let mut lines = Vec::new();
    for (name, import) in named_imports(store).await.map_err(wrong)? {
        let last = last_pull(store, &name).await.map_err(wrong)?;
        let (import, problem) = match &typed {
            Some((known, typed, problem)) if *known == name => (typed.clone(), problem.clone()),
            _ => (import, String::new()),
        };
        let every = Every::ALL.map(|one| {
            let words = t!(lang, &format!("measurements-every-{}", one.word()));
            (one.word().to_owned(), words, import.every == Some(one))
        });
        lines.push(Line {
            about: t!(lang, &format!("measurements-form-{}", import.mapping.form.word())),
            url: import.url,
            every: every.into(),
            partial: import.partial,
            failed: last.as_ref().is_some_and(|last| !last.problem.is_empty()),
            last: last.map_or_else(String::new, |last| outcome(lang, &last)),
            name,
            problem,
        });
    }
    let may = visit.signed.may(Right::Analyse);
    render(&Page { frame: visit.frame(t!(lang, "measurements-imports")), lines, may })
}

fn outcome(lang: Lang, last: &Pulled) -> String {
    let at = last.at.replace('T', " ").trim_end_matches('Z').to_owned();
    if !last.problem.is_empty() {
        return format!("{at} UTC: {}", last.problem);
    }
    let (added, revised, unchanged) = (last.added, last.revised, last.unchanged);
    let done = t!(lang, "kpi-imported", added = added, revised = revised, unchanged = unchanged);
    match last.left {
        0 => format!("{at} UTC: {done}"),
        left => format!("{at} UTC: {done} {}", t!(lang, "measurements-left", n = left)),
    }
}
