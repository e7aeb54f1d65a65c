//! What is said of elements.

use crate::api::problem::Refusal;
use crate::api::request::{Asked, At, Sent};
use crate::desk::Desk;
use crate::problem::Problem;
use crate::visit::Visit;
use app::Comment;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// A comment.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CommentInfo {
    /// Its number.
    id: u64,
    /// The revision that it was said of.
    revision: u64,
    /// The element, as `goal.trust`; empty for the whole.
    element: String,
    /// Who said it.
    by: String,
    /// When, RFC 3339.
    at: String,
    /// What.
    text: String,
    /// Who settled it.
    settled_by: Option<String>,
    /// When it was settled, RFC 3339.
    settled_at: Option<String>,
}

/// What is to be said.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CommentOrder {
    /// The element, as `goal.trust`; empty for the whole.
    #[serde(default)]
    element: String,
    /// The revision; the newest where it is absent.
    #[serde(default)]
    revision: Option<u64>,
    /// What.
    text: String,
}

/// Which comments are asked for.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// Of this element, as `goal.trust`.
    element: Option<String>,
    /// Only those that nobody has settled, or only those that somebody has.
    settled: Option<bool>,
}

impl From<&Comment> for CommentInfo {
    fn from(one: &Comment) -> Self {
        CommentInfo {
            id: one.id,
            revision: one.revision,
            element: one.element.clone(),
            by: one.act.by.clone(),
            at: one.act.at.clone(),
            text: one.text.clone(),
            settled_by: one.settled.as_ref().map(|act| act.by.clone()),
            settled_at: one.settled.as_ref().map(|act| act.at.clone()),
        }
    }
}

/// `GET /api/v1/comments?element=goal.trust`
#[utoipa::path(
    get, path = "/api/v1/comments", tag = "approval", params(Which),
    responses((status = 200, body = Vec<CommentInfo>), super::Refusals)
)]
pub(crate) async fn comments(visit: Visit, Asked(which): Asked<Which>) -> Json<Vec<CommentInfo>> {
    let wanted = |one: &&Comment| {
        which.element.as_ref().is_none_or(|element| *element == one.element)
            && which.settled.is_none_or(|settled| settled == one.settled.is_some())
    };
    Json(visit.approvals.comments.iter().filter(wanted).map(CommentInfo::from).collect())
}

/// `POST /api/v1/comments`
#[utoipa::path(
    post, path = "/api/v1/comments", tag = "approval", request_body = CommentOrder,
    responses((status = 201, body = CommentInfo), super::Refusals)
)]
pub(crate) async fn add_comment(
    State(desk): State<Desk>,
    visit: Visit,
    Sent(order): Sent<CommentOrder>,
) -> Result<Response, Refusal> {
    let revision = order.revision.unwrap_or(visit.view.revision);
    if revision > visit.view.revision {
        return Err(Problem::NotFound.into());
    }
    let done = visit.workspace.comment(&visit.act(&desk), revision, &order.element, &order.text).await;
    let id = done.map_err(|error| Refusal::of(error, visit.lang))?;
    Ok((StatusCode::CREATED, Json(found(&visit, id).await?)).into_response())
}

/// `POST /api/v1/comments/7/settle`
#[utoipa::path(
    post, path = "/api/v1/comments/{id}/settle", tag = "approval", params(("id" = u64, Path)),
    responses((status = 200, body = CommentInfo), super::Refusals)
)]
pub(crate) async fn settle_comment(
    State(desk): State<Desk>,
    visit: Visit,
    At(id): At<u64>,
) -> Result<Json<CommentInfo>, Refusal> {
    found(&visit, id).await?;
    let done = visit.workspace.settle(&visit.act(&desk), id).await;
    done.map_err(|error| Refusal::of(error, visit.lang))?;
    Ok(Json(found(&visit, id).await?))
}

async fn found(visit: &Visit, id: u64) -> Result<CommentInfo, Refusal> {
    let standing = visit.workspace.approvals().await.map_err(|error| Refusal::of(error, visit.lang))?;
    let one = standing.comments.iter().find(|one| one.id == id).map(CommentInfo::from);
    one.ok_or(Refusal::Page(Problem::NotFound))
}
