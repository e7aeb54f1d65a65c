//! What if: targets, weights, rhythms and corrections are changed to see what comes of it; nothing is kept until somebody says so.
//!
//! The address holds what is tried (`trial`), so that it can be passed on. `table` and `lines` show what may be tried,
//! `outcome` what comes of it.

mod lines;
mod outcome;
mod table;
mod trial;

use super::edit::{Form, Sent, refused};
use crate::back;
use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::problem::Problem;
use crate::routes::Routes;
use crate::visit::Visit;
use app::{Right, Saved};
use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use locale::t;
use outcome::Outcome;
use table::Block;
use trial::Trial;

/// Where it stands.
const PATH: &str = "/what-if";

/// The addresses of what-if.
pub(super) fn routes(routes: Routes) -> Routes {
    routes.get(Right::Read, PATH, show).post(Right::Edit, PATH, save)
}

/// Where a KPI is tried.
pub(super) fn href(kpi: &str) -> String {
    format!("{PATH}?kpi={}", super::encoded(kpi))
}

#[derive(Template)]
#[template(path = "pages/what_if/page.html")]
struct Page {
    frame: Frame,
    blocks: Vec<Block>,
    /// KPIs that may be tried, too: id and name.
    more: Vec<(String, String)>,
    outcome: Outcome,
    /// What is tried, as a form sends it.
    tried: Vec<(String, String)>,
    changes: usize,
    base: u64,
    problem: String,
}

/// `GET /what-if?kpi=reply&kpi.reply.tolerance=5%25`
async fn show(
    visit: Visit,
    said: Result<Query<Vec<(String, String)>>, QueryRejection>,
) -> Result<Response, Problem> {
    let Query(said) = said.map_err(|_| Problem::Wrong)?;
    let form = Form::new(said);
    let trial = Trial::of(&visit.view, &form, visit.lang);
    // The address says what differs and nothing else, so that it means the same when others have saved.
    if trial.plain.pairs() != form.pairs() {
        return Ok(Redirect::to(&trial.address()).into_response());
    }
    shown(&visit, &trial, String::new()).await
}

async fn shown(visit: &Visit, trial: &Trial, problem: String) -> Result<Response, Problem> {
    let lang = visit.lang;
    let what_if = visit.workspace.what_if(&trial.changes).await.map_err(|error| refused(error, lang))?;
    page(&Page {
        frame: visit.frame(t!(lang, "what-if-title")),
        blocks: table::blocks(&what_if.now, trial, lang),
        more: table::more(&what_if.now, trial),
        outcome: Outcome::of(&what_if, trial, lang),
        tried: trial.plain.pairs().to_vec(),
        changes: trial.changes.len(),
        base: what_if.now.revision,
        problem,
    })
    .map(IntoResponse::into_response)
}

/// `POST /what-if`: what was tried becomes a revision.
async fn save(State(desk): State<Desk>, visit: Visit, sent: Sent) -> Result<Response, Problem> {
    let form = Form::of(sent)?;
    let trial = Trial::of(&visit.view, &form, visit.lang);
    if !trial.wrong.is_empty() {
        return Ok(Redirect::to(&trial.address()).into_response());
    }
    let note = match form.one("note") {
        "" => t!(visit.lang, "what-if-note-given"),
        note => note.to_owned(),
    };
    let saved = visit.workspace.change(&visit.act(&desk), form.number("base")?, &trial.changes, &note).await;
    match saved.map_err(|error| refused(error, visit.lang))? {
        Saved::Kept(view) => Ok(Redirect::to(&back::saved("/control", view.revision)).into_response()),
        Saved::Unchanged(_) => Ok(Redirect::to(PATH).into_response()),
        Saved::Conflicts(..) => {
            let page = shown(&visit, &trial, t!(visit.lang, "what-if-conflict")).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
    }
}
