//! Corrections that missed checkpoints have opened.

use crate::api::problem::Refusal;
use crate::api::request::{At, Sent};
use crate::desk::Desk;
use crate::problem::Problem;
use crate::visit::Visit;
use app::corrections::{text, word};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use control::Point;
use control::correction::{Happened, Run, Task, What};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A correction.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CorrectionInfo {
    /// Its number.
    id: u64,
    /// The checkpoint's id.
    kpi: String,
    /// `open`, `started`, `done` or `withdrawn`.
    state: &'static str,
    /// What is done.
    what: String,
    /// The id of the person who answers for it; empty where nobody does.
    owner: String,
    /// Until when, RFC 3339; empty where nothing is said.
    due: String,
    /// The target that was missed.
    target: Day,
    /// What was read for it.
    reading: Day,
    /// When it opened, RFC 3339.
    at: String,
    /// Who opened it; empty where it opened by itself.
    by: String,
    /// Its tasks, the prepared one first.
    tasks: Vec<TaskInfo>,
    /// What has happened to it.
    events: Vec<EventInfo>,
}

/// A value of a day.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Day {
    /// The day.
    date: String,
    /// The value in the KPI's unit.
    value: f64,
}

/// A task of a correction.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TaskInfo {
    /// What is to be done.
    what: String,
    /// The id of the person who does it.
    owner: String,
    /// Until when.
    due: Option<String>,
    /// Whether it is done.
    done: bool,
}

/// Something that has happened to a correction.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EventInfo {
    /// When, RFC 3339.
    at: String,
    /// Who did it; empty where it happened by itself.
    by: String,
    /// `again`, `recovered`, `started`, `task`, `task-done`, `note`, `done` or `withdrawn`.
    what: &'static str,
    /// What was written with it.
    text: String,
}

/// The checkpoint whose correction is opened by hand.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CorrectionOrder {
    /// The KPI's id.
    kpi: String,
}

/// A step of a correction.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "step", rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) enum Step {
    /// Somebody begins.
    Started {},
    /// A task is added.
    Task {
        /// What is to be done.
        text: String,
        /// The id of the person who does it.
        #[serde(default)]
        owner: String,
        /// Until when, as `2026-12-31`.
        #[serde(default)]
        #[schema(value_type = Option<String>)]
        due: Option<Date>,
    },
    /// A task is done.
    TaskDone {
        /// Its number, from 0.
        task: usize,
        /// What came of it.
        #[serde(default)]
        text: String,
    },
    /// Something is said.
    Note {
        /// What.
        text: String,
    },
    /// It is closed with a result.
    Done {
        /// The result.
        text: String,
    },
}

/// Why a correction is given up.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct GivenUp {
    /// The reason.
    text: String,
}

impl From<&Run> for CorrectionInfo {
    fn from(run: &Run) -> Self {
        let day = |point: Point| Day { date: point.date.to_string(), value: point.value };
        let task = |task: Task| TaskInfo {
            what: task.what,
            owner: task.owner,
            due: task.due.map(|due| due.to_string()),
            done: task.done.is_some(),
        };
        let event = |event: &Happened| EventInfo {
            at: event.at.clone(),
            by: event.by.clone(),
            what: word(&event.what),
            text: text(&event.what).to_owned(),
        };
        CorrectionInfo {
            id: run.id,
            kpi: run.kpi.clone(),
            state: run.state().word(),
            what: run.what.clone(),
            owner: run.owner.clone(),
            due: run.due.clone(),
            target: day(run.target),
            reading: day(run.reading),
            at: run.at.clone(),
            by: run.by.clone(),
            tasks: run.tasks().into_iter().map(task).collect(),
            events: run.events.iter().map(event).collect(),
        }
    }
}

/// `GET /api/v1/corrections`
#[utoipa::path(
    get, path = "/api/v1/corrections", tag = "figures",
    responses((status = 200, body = Vec<CorrectionInfo>), super::Refusals)
)]
pub(crate) async fn corrections(visit: Visit) -> Json<Vec<CorrectionInfo>> {
    Json(visit.view.figures.corrections.iter().map(CorrectionInfo::from).collect())
}

/// `GET /api/v1/corrections/7`
#[utoipa::path(
    get, path = "/api/v1/corrections/{id}", tag = "figures", params(("id" = u64, Path)),
    responses((status = 200, body = CorrectionInfo), super::Refusals)
)]
pub(crate) async fn correction(visit: Visit, At(id): At<u64>) -> Result<Json<CorrectionInfo>, Refusal> {
    Ok(Json(found(&visit, id).await?))
}

/// `POST /api/v1/corrections`
#[utoipa::path(
    post, path = "/api/v1/corrections", tag = "figures", request_body = CorrectionOrder,
    responses((status = 201, body = CorrectionInfo), super::Refusals)
)]
pub(crate) async fn open_correction(
    State(desk): State<Desk>,
    visit: Visit,
    Sent(order): Sent<CorrectionOrder>,
) -> Result<Response, Refusal> {
    let id = visit.workspace.open_by_hand(&visit.act(&desk), &order.kpi).await;
    let id = id.map_err(|error| Refusal::of(error, visit.lang))?;
    Ok((StatusCode::CREATED, Json(found(&visit, id).await?)).into_response())
}

/// `POST /api/v1/corrections/7/steps`
#[utoipa::path(
    post, path = "/api/v1/corrections/{id}/steps", tag = "figures", params(("id" = u64, Path)), request_body = Step,
    responses((status = 200, body = CorrectionInfo), super::Refusals)
)]
pub(crate) async fn correction_step(
    State(desk): State<Desk>,
    visit: Visit,
    At(id): At<u64>,
    Sent(step): Sent<Step>,
) -> Result<Json<CorrectionInfo>, Refusal> {
    let what = match step {
        Step::Started {} => What::Started,
        Step::Task { text, owner, due } => What::Task(text, owner, due),
        Step::TaskDone { task, text } => What::TaskDone(task, text),
        Step::Note { text } => What::Note(text),
        Step::Done { text } => What::Done(text),
    };
    take(&desk, &visit, id, what).await
}

/// `POST /api/v1/corrections/7/withdraw`
#[utoipa::path(
    post, path = "/api/v1/corrections/{id}/withdraw", tag = "figures", params(("id" = u64, Path)),
    request_body = GivenUp, responses((status = 200, body = CorrectionInfo), super::Refusals)
)]
pub(crate) async fn withdraw_correction(
    State(desk): State<Desk>,
    visit: Visit,
    At(id): At<u64>,
    Sent(given): Sent<GivenUp>,
) -> Result<Json<CorrectionInfo>, Refusal> {
    take(&desk, &visit, id, What::Withdrawn(given.text)).await
}

async fn take(desk: &Desk, visit: &Visit, id: u64, what: What) -> Result<Json<CorrectionInfo>, Refusal> {
    let done = visit.workspace.correct(&visit.act(desk), id, what).await;
    done.map_err(|error| Refusal::of(error, visit.lang))?;
    Ok(Json(found(visit, id).await?))
}

/// As the store has it now.
async fn found(visit: &Visit, id: u64) -> Result<CorrectionInfo, Refusal> {
    let runs = visit.workspace.store().runs().await.map_err(Problem::fault)?;
    runs.iter().find(|run| run.id == id).map(CorrectionInfo::from).ok_or(Refusal::Page(Problem::NotFound))
}
