//! Revisions: the list, what each says, what differs between two, and an old one brought back.

use crate::api::change::{Changed, changed, kept};
use crate::api::problem::Refusal;
use crate::api::request::{Asked, At, limit};
use crate::api::texts::{TextSet, set};
use crate::desk::Desk;
use crate::problem::Problem;
use crate::visit::Visit;
use app::Revision;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use department::diff::{diff, groups};
use locale::t;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// A revision.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RevisionInfo {
    /// Its number.
    number: u64,
    /// When it was saved, RFC 3339.
    at: String,
    /// Who saved it.
    by: String,
    /// Why.
    note: String,
}

/// A part of the revisions, the latest first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RevisionList {
    /// The revisions.
    items: Vec<RevisionInfo>,
    /// What to put into `before` for the next part; nothing at the end.
    next: Option<u64>,
}

/// What differs between two revisions.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DiffState {
    /// The earlier one.
    since: u64,
    /// The later one.
    revision: u64,
    /// By section of the documents.
    groups: Vec<DiffGroup>,
}

/// What differs in one section.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DiffGroup {
    /// The section.
    title: String,
    /// In words.
    lines: Vec<DiffLine>,
}

/// A difference.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DiffLine {
    /// `added`, `removed` or `changed`.
    kind: &'static str,
    /// In words.
    text: String,
}

/// Which revisions are asked for.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Part {
    /// With numbers below this one.
    before: Option<u64>,
    /// At most so many; 100 where nothing is said, 500 at the most.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u32>,
}

/// What a revision is compared with.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Since {
    /// The other revision; where it is absent, the one before.
    since: Option<u64>,
}

impl From<Revision> for RevisionInfo {
    fn from(revision: Revision) -> Self {
        let (at, by) = (revision.act.at, revision.act.by);
        RevisionInfo { number: revision.number, at, by, note: revision.note }
    }
}

/// `GET /api/v1/revisions`
#[utoipa::path(
    get, path = "/api/v1/revisions", tag = "revisions", params(Part),
    responses((status = 200, body = RevisionList), super::Refusals)
)]
pub(crate) async fn revisions(visit: Visit, Asked(part): Asked<Part>) -> Result<Json<RevisionList>, Refusal> {
    let before = part.before.unwrap_or(u64::MAX).min(i64::MAX as u64);
    let most = limit(part.limit);
    let found = visit.workspace.store().revisions(before, most).await.map_err(Refusal::store(visit.lang))?;
    let next = found.last().map(|last| last.number).filter(|last| *last > 1 && found.len() == most as usize);
    Ok(Json(RevisionList { items: found.into_iter().map(RevisionInfo::from).collect(), next }))
}

/// `GET /api/v1/revisions/14`
#[utoipa::path(
    get, path = "/api/v1/revisions/{number}", tag = "revisions", params(("number" = u64, Path)),
    responses((status = 200, body = RevisionInfo), super::Refusals)
)]
pub(crate) async fn revision(visit: Visit, At(number): At<u64>) -> Result<Json<RevisionInfo>, Refusal> {
    let number = known(&visit, number)?;
    let found = visit.workspace.store().revision(number).await.map_err(Refusal::store(visit.lang))?;
    Ok(Json(found.ok_or(Problem::NotFound)?.into()))
}

/// `GET /api/v1/revisions/14/texts`
#[utoipa::path(
    get, path = "/api/v1/revisions/{number}/texts", tag = "revisions", params(("number" = u64, Path)),
    responses((status = 200, body = TextSet), super::Refusals)
)]
pub(crate) async fn revision_texts(visit: Visit, At(number): At<u64>) -> Result<Json<TextSet>, Refusal> {
    let number = known(&visit, number)?;
    let files = visit.workspace.texts(number).await.map_err(|error| Refusal::of(error, visit.lang))?;
    Ok(Json(set(number, &files)))
}

/// `GET /api/v1/revisions/14/diff?since=12`
#[utoipa::path(
    get, path = "/api/v1/revisions/{number}/diff", tag = "revisions", params(("number" = u64, Path), Since),
    responses((status = 200, body = DiffState), super::Refusals)
)]
pub(crate) async fn revision_diff(
    visit: Visit,
    At(number): At<u64>,
    Asked(part): Asked<Since>,
) -> Result<Json<DiffState>, Refusal> {
    let (number, lang) = (known(&visit, number)?, visit.lang);
    let since = part.since.unwrap_or(number - 1);
    if since > visit.view.revision {
        return Err(Problem::NotFound.into());
    }
    let before = visit.workspace.view_of(since).await.map_err(|error| Refusal::of(error, lang))?;
    let after = visit.workspace.view_of(number).await.map_err(|error| Refusal::of(error, lang))?;
    let compare = move || {
        let all = diff(&before.files, &after.files);
        groups(before.department(), after.department(), &all, lang)
    };
    let groups = tokio::task::spawn_blocking(compare).await.map_err(Problem::fault)?;
    let group = |group: department::diff::Group| DiffGroup {
        title: group.title,
        lines: group.lines.into_iter().map(|line| DiffLine { kind: line.kind, text: line.text }).collect(),
    };
    Ok(Json(DiffState { since, revision: number, groups: groups.into_iter().map(group).collect() }))
}

/// `POST /api/v1/revisions/14/restore`
#[utoipa::path(
    post, path = "/api/v1/revisions/{number}/restore", tag = "revisions", params(("number" = u64, Path)),
    responses((status = 200, body = Changed), super::Refusals)
)]
pub(crate) async fn restore_revision(
    State(desk): State<Desk>,
    visit: Visit,
    At(number): At<u64>,
) -> Result<Response, Refusal> {
    let (number, lang) = (known(&visit, number)?, visit.lang);
    let texts = visit.workspace.texts(number).await.map_err(|error| Refusal::of(error, lang))?;
    let note = t!(lang, "revisions-restored", number = number);
    let saved = visit.workspace.replace(&visit.act(&desk), &texts, &note).await;
    let done = kept(saved.map_err(|error| Refusal::of(error, lang))?, &visit)?;
    Ok(changed(done, StatusCode::OK, String::new()))
}

/// The number of a revision that there may be.
fn known(visit: &Visit, number: u64) -> Result<u64, Refusal> {
    // The view may lag a save behind; no revision is far ahead of it.
    let may = (1..=visit.view.revision.saturating_add(1_000)).contains(&number);
    may.then_some(number).ok_or(Refusal::Page(Problem::NotFound))
}
