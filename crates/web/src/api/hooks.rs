//! Hooks: addresses that are told of events.

use crate::api::problem::Refusal;
use crate::api::request::{At, Sent};
use crate::desk::Desk;
use crate::problem::Problem;
use crate::visit::Visit;
use app::hooks::{self, NewHook};
use app::{Delivery, Hook};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A hook, without its secret.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HookInfo {
    /// Its number.
    id: u64,
    /// The address.
    url: String,
    /// The events that it is told of.
    events: Vec<String>,
    /// Whether it is told.
    active: bool,
}

/// A hook to be added.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct HookOrder {
    /// The address, `https://…`.
    url: String,
    /// The events that it is told of: `approval`, `findings`.
    events: Vec<String>,
}

/// What is to change of a hook.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct HookChanges {
    /// Whether it is told.
    active: bool,
}

/// A new hook.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HookSecret {
    /// What its messages are signed with; it is told this once.
    secret: String,
    /// The hook.
    info: HookInfo,
}

/// A message to a hook.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DeliveryInfo {
    /// Its number, which the receiver is told.
    id: u64,
    /// The event.
    event: String,
    /// How often it was tried.
    tries: u32,
    /// When it is tried next; nothing when it was delivered or given up.
    next: Option<String>,
    /// What came back last: a status, or why nothing did.
    outcome: String,
}

impl From<Hook> for HookInfo {
    fn from(hook: Hook) -> Self {
        HookInfo { id: hook.id, url: hook.url, events: hook.events, active: hook.active }
    }
}

impl From<Delivery> for DeliveryInfo {
    fn from(one: Delivery) -> Self {
        DeliveryInfo { id: one.id, event: one.event, tries: one.tries, next: one.next, outcome: one.outcome }
    }
}

/// `GET /api/v1/hooks`
#[utoipa::path(
    get, path = "/api/v1/hooks", tag = "administration",
    responses((status = 200, body = Vec<HookInfo>), super::Refusals)
)]
pub(crate) async fn hooks(State(desk): State<Desk>, visit: Visit) -> Result<Json<Vec<HookInfo>>, Refusal> {
    let all = desk.people().hooks().await.map_err(Refusal::store(visit.lang))?;
    Ok(Json(all.into_iter().map(HookInfo::from).collect()))
}

/// `POST /api/v1/hooks`
#[utoipa::path(
    post, path = "/api/v1/hooks", tag = "administration", request_body = HookOrder,
    responses((status = 201, body = HookSecret), super::Refusals)
)]
pub(crate) async fn add_hook(
    State(desk): State<Desk>,
    visit: Visit,
    Sent(order): Sent<HookOrder>,
) -> Result<Response, Refusal> {
    let new = NewHook { url: order.url, events: order.events };
    let hook = hooks::add(desk.people(), &visit.act(&desk), new).await;
    let hook = hook.map_err(|error| Refusal::of(error, visit.lang))?;
    let secret = hook.secret.clone();
    Ok((StatusCode::CREATED, Json(HookSecret { secret, info: hook.into() })).into_response())
}

/// `PATCH /api/v1/hooks/1`
#[utoipa::path(
    patch, path = "/api/v1/hooks/{id}", tag = "administration", params(("id" = u64, Path)),
    request_body = HookChanges, responses((status = 200, body = HookInfo), super::Refusals)
)]
pub(crate) async fn change_hook(
    State(desk): State<Desk>,
    visit: Visit,
    At(id): At<u64>,
    Sent(changes): Sent<HookChanges>,
) -> Result<Json<HookInfo>, Refusal> {
    let done = hooks::pause(desk.people(), &visit.act(&desk), id, changes.active).await;
    let hook = done.map_err(|error| Refusal::of(error, visit.lang))?.ok_or(Problem::NotFound)?;
    Ok(Json(hook.into()))
}

/// `DELETE /api/v1/hooks/1`
#[utoipa::path(
    delete, path = "/api/v1/hooks/{id}", tag = "administration", params(("id" = u64, Path)),
    responses((status = 204), super::Refusals)
)]
pub(crate) async fn remove_hook(
    State(desk): State<Desk>,
    visit: Visit,
    At(id): At<u64>,
) -> Result<StatusCode, Refusal> {
    let done = hooks::remove(desk.people(), &visit.act(&desk), id).await;
    match done.map_err(|error| Refusal::of(error, visit.lang))? {
        true => Ok(StatusCode::NO_CONTENT),
        false => Err(Problem::NotFound.into()),
    }
}

/// `POST /api/v1/hooks/1/test`
#[utoipa::path(
    post, path = "/api/v1/hooks/{id}/test", tag = "administration", params(("id" = u64, Path)),
    responses((status = 202), super::Refusals)
)]
pub(crate) async fn test_hook(
    State(desk): State<Desk>,
    visit: Visit,
    At(id): At<u64>,
) -> Result<StatusCode, Refusal> {
    let done = hooks::test(desk.people(), &visit.act(&desk), id).await;
    match done.map_err(|error| Refusal::of(error, visit.lang))? {
        true => Ok(StatusCode::ACCEPTED),
        false => Err(Problem::NotFound.into()),
    }
}

/// `GET /api/v1/hooks/1/deliveries`
#[utoipa::path(
    get, path = "/api/v1/hooks/{id}/deliveries", tag = "administration", params(("id" = u64, Path)),
    responses((status = 200, body = Vec<DeliveryInfo>), super::Refusals)
)]
pub(crate) async fn deliveries(
    State(desk): State<Desk>,
    visit: Visit,
    At(id): At<u64>,
) -> Result<Json<Vec<DeliveryInfo>>, Refusal> {
    let store = Refusal::store(visit.lang);
    let there = desk.people().hooks().await.map_err(&store)?.iter().any(|hook| hook.id == id);
    if !there {
        return Err(Problem::NotFound.into());
    }
    let last = desk.people().deliveries(id, 100).await.map_err(&store)?;
    Ok(Json(last.into_iter().map(DeliveryInfo::from).collect()))
}
