//! Control reports that are kept.

use crate::api::problem::Refusal;
use crate::api::request::{At, Sent};
use crate::desk::Desk;
use crate::pages::report_file;
use crate::problem::Problem;
use crate::visit::Visit;
use app::Report;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use locale::{Lang, t};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A control report.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportInfo {
    /// Its number.
    id: u64,
    /// The day that it tells of.
    on: String,
    /// Who asked for it; `(schedule)` where the schedule did.
    by: String,
    /// When it was asked for, RFC 3339.
    at: String,
    /// The revision that it was made of; 0 as long as it is not made.
    revision: u64,
    /// When it was done or given up, RFC 3339; nothing until then.
    done: Option<String>,
    /// Why it was given up; empty where it was not.
    problem: String,
    /// Its files.
    files: Vec<ReportFile>,
}

/// A file of a control report.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportFile {
    /// Its name.
    name: String,
    /// How many bytes it has.
    bytes: u64,
    /// Where it is.
    href: String,
}

/// The report that is asked for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReportOrder {
    /// The day that it tells of, as `2026-10-31`; today where it is absent.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    on: Option<Date>,
    /// The languages that it is made in: `ru`, `en`; the reader's where none is named.
    #[serde(default)]
    langs: Vec<String>,
}

impl From<&Report> for ReportInfo {
    fn from(one: &Report) -> Self {
        let file = |(name, bytes): &(String, u64)| ReportFile {
            href: format!("/api/v1/reports/{}/{name}", one.id),
            name: name.clone(),
            bytes: *bytes,
        };
        ReportInfo {
            id: one.id,
            on: one.on.to_string(),
            by: one.act.by.clone(),
            at: one.act.at.clone(),
            revision: one.revision,
            done: Some(one.done.clone()).filter(|done| !done.is_empty()),
            problem: one.problem.clone(),
            files: one.files.iter().map(file).collect(),
        }
    }
}

/// So many are listed.
const MOST: u32 = 500;

/// `GET /api/v1/reports`
#[utoipa::path(
    get, path = "/api/v1/reports", tag = "documents",
    responses((status = 200, body = Vec<ReportInfo>), super::Refusals)
)]
pub(crate) async fn reports(visit: Visit) -> Result<Json<Vec<ReportInfo>>, Refusal> {
    let all = visit.workspace.store().reports(MOST).await.map_err(Problem::fault)?;
    Ok(Json(all.iter().map(ReportInfo::from).collect()))
}

/// `GET /api/v1/reports/3`
#[utoipa::path(
    get, path = "/api/v1/reports/{id}", tag = "documents", params(("id" = u64, Path)),
    responses((status = 200, body = ReportInfo), super::Refusals)
)]
pub(crate) async fn report(visit: Visit, At(id): At<u64>) -> Result<Json<ReportInfo>, Refusal> {
    Ok(Json(found(&visit, id).await?))
}

/// `POST /api/v1/reports`
#[utoipa::path(
    post, path = "/api/v1/reports", tag = "documents", request_body = ReportOrder,
    responses((status = 202, body = ReportInfo), super::Refusals)
)]
pub(crate) async fn ask_report(
    State(desk): State<Desk>,
    visit: Visit,
    Sent(order): Sent<ReportOrder>,
) -> Result<Response, Refusal> {
    let mut langs = Vec::new();
    for (n, code) in order.langs.iter().enumerate() {
        langs.push(code.parse::<Lang>().map_err(|()| {
            let detail = t!(visit.lang, "api-misfit", wanted = locale::Value::word("api-shape-choice"));
            Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, "misfit", visit.lang, detail)
                .at(format!("/langs/{n}"))
        })?);
    }
    langs.dedup();
    if langs.is_empty() {
        langs.push(visit.lang);
    }
    let on = order.on.unwrap_or(visit.view.today);
    let id = visit.workspace.ask_report(&visit.act(&desk), on, &langs).await;
    let id = id.map_err(|error| Refusal::of(error, visit.lang))?;
    Ok((StatusCode::ACCEPTED, Json(found(&visit, id).await?)).into_response())
}

/// `GET /api/v1/reports/3/control.2026-10-31.ru.pdf`
#[utoipa::path(
    get, path = "/api/v1/reports/{id}/{name}", tag = "documents", params(("id" = u64, Path), ("name" = String, Path)),
    responses((status = 200, content((Vec<u8> = "application/octet-stream"))), super::Refusals)
)]
pub(crate) async fn report_content(
    desk: State<Desk>,
    visit: Visit,
    At((id, name)): At<(u64, String)>,
) -> Result<Response, Refusal> {
    // The audit trail is told there that it went out.
    Ok(report_file(desk, visit, Path((id, name))).await?)
}

async fn found(visit: &Visit, id: u64) -> Result<ReportInfo, Refusal> {
    let one = visit.workspace.store().report(id).await.map_err(Problem::fault)?;
    one.as_ref().map(ReportInfo::from).ok_or(Refusal::Page(Problem::NotFound))
}
