//! What a reader does with a correction.

use crate::desk::Desk;
use crate::problem::Problem;
use crate::visit::Visit;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, Path, State};
use axum::response::Redirect;
use control::correction::What;
use jiff::civil::Date;
use serde::Deserialize;

type Sent<T> = Result<Form<T>, FormRejection>;

/// The KPI whose correction is opened.
#[derive(Debug, Deserialize)]
pub(super) struct Opened {
    kpi: String,
}

/// Words of a form.
#[derive(Debug, Deserialize)]
pub(super) struct Words {
    text: String,
}

/// A task of a form.
#[derive(Debug, Deserialize)]
pub(super) struct NewTask {
    text: String,
    owner: String,
    due: String,
}

/// `POST /corrections`: the correction of a KPI's last missed target opens by hand.
pub(super) async fn open(
    State(desk): State<Desk>,
    visit: Visit,
    sent: Sent<Opened>,
) -> Result<Redirect, Problem> {
    let Form(opened) = sent.map_err(|_| Problem::Wrong)?;
    let id = visit.workspace.open_by_hand(&visit.act(&desk), &opened.kpi).await;
    let id = id.map_err(|error| Problem::of(error, visit.lang))?;
    Ok(Redirect::to(&format!("/corrections/{id}")))
}

/// `POST /corrections/{id}/begin`
pub(super) async fn begin(
    State(desk): State<Desk>,
    visit: Visit,
    Path(id): Path<u64>,
) -> Result<Redirect, Problem> {
    happen(&desk, &visit, id, What::Started).await
}

/// `POST /corrections/{id}/task`
pub(super) async fn task(
    State(desk): State<Desk>,
    visit: Visit,
    Path(id): Path<u64>,
    sent: Sent<NewTask>,
) -> Result<Redirect, Problem> {
    let Form(task) = sent.map_err(|_| Problem::Wrong)?;
    let due = match task.due.trim() {
        "" => None,
        day => Some(day.parse::<Date>().map_err(|_| Problem::Wrong)?),
    };
    happen(&desk, &visit, id, What::Task(task.text, task.owner, due)).await
}

/// `POST /corrections/{id}/task/{number}`
pub(super) async fn task_done(
    State(desk): State<Desk>,
    visit: Visit,
    Path((id, number)): Path<(u64, usize)>,
    sent: Sent<Words>,
) -> Result<Redirect, Problem> {
    happen(&desk, &visit, id, What::TaskDone(number, words(sent)?)).await
}

/// `POST /corrections/{id}/note`
pub(super) async fn note(
    State(desk): State<Desk>,
    visit: Visit,
    Path(id): Path<u64>,
    sent: Sent<Words>,
) -> Result<Redirect, Problem> {
    happen(&desk, &visit, id, What::Note(words(sent)?)).await
}

/// `POST /corrections/{id}/close`
pub(super) async fn close(
    State(desk): State<Desk>,
    visit: Visit,
    Path(id): Path<u64>,
    sent: Sent<Words>,
) -> Result<Redirect, Problem> {
    happen(&desk, &visit, id, What::Done(words(sent)?)).await
}

/// `POST /corrections/{id}/withdraw`
pub(super) async fn withdraw(
    State(desk): State<Desk>,
    visit: Visit,
    Path(id): Path<u64>,
    sent: Sent<Words>,
) -> Result<Redirect, Problem> {
    happen(&desk, &visit, id, What::Withdrawn(words(sent)?)).await
}

fn words(sent: Sent<Words>) -> Result<String, Problem> {
    sent.map(|Form(words)| words.text).map_err(|_| Problem::Wrong)
}

async fn happen(desk: &Desk, visit: &Visit, id: u64, what: What) -> Result<Redirect, Problem> {
    let done = visit.workspace.correct(&visit.act(desk), id, what).await;
    done.map_err(|error| Problem::of(error, visit.lang))?;
    Ok(Redirect::to(&format!("/corrections/{id}")))
}
