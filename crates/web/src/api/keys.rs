//! Keys of programs.

use crate::api::problem::Refusal;
use crate::api::request::{At, Sent};
use crate::desk::Desk;
use crate::problem::Problem;
use crate::visit::Visit;
use app::keys::{NewKey, drop, make};
use app::{Key, Right};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A key, without its secret.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct KeyInfo {
    /// Its first letters.
    id: String,
    /// What it is for.
    name: String,
    /// What it may do.
    scopes: Vec<String>,
    /// Whose it is.
    login: String,
    /// When it was made.
    created: String,
    /// When it ends.
    expires: Option<String>,
    /// When it was last used, to the hour.
    used: Option<String>,
}

/// A key to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeyOrder {
    /// What it is for.
    name: String,
    /// What it may do: rights that whoever makes it has.
    scopes: Vec<String>,
    /// In how many days it ends; nothing for never.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 3660)]
    days: Option<u32>,
}

/// A new key.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct KeySecret {
    /// The key itself; it is told this once.
    key: String,
    /// What is kept of it.
    info: KeyInfo,
}

impl From<Key> for KeyInfo {
    fn from(key: Key) -> Self {
        let Key { id, name, scopes, login, created, expires, used, .. } = key;
        KeyInfo { id, name, scopes, login, created, expires, used }
    }
}

/// The keys that a reader may see: their own, or all.
pub(crate) async fn seen(desk: &Desk, visit: &Visit) -> Result<Vec<Key>, Refusal> {
    let all = desk.people().keys().await.map_err(Refusal::store(visit.lang))?;
    let every = visit.signed.may(Right::Administer);
    Ok(all.into_iter().filter(|key| every || key.login == visit.signed.user.login).collect())
}

/// `GET /api/v1/keys`: one's own; for an administrator all.
#[utoipa::path(
    get, path = "/api/v1/keys", tag = "account",
    responses((status = 200, body = Vec<KeyInfo>), super::Refusals)
)]
pub(crate) async fn keys(State(desk): State<Desk>, visit: Visit) -> Result<Json<Vec<KeyInfo>>, Refusal> {
    Ok(Json(seen(&desk, &visit).await?.into_iter().map(KeyInfo::from).collect()))
}

/// `POST /api/v1/keys`
#[utoipa::path(
    post, path = "/api/v1/keys", tag = "account", request_body = KeyOrder,
    responses((status = 201, body = KeySecret), super::Refusals)
)]
pub(crate) async fn add_key(
    State(desk): State<Desk>,
    visit: Visit,
    Sent(order): Sent<KeyOrder>,
) -> Result<Response, Refusal> {
    let new = NewKey { name: order.name, scopes: order.scopes, days: order.days };
    let may = |right| visit.signed.may(right);
    let made = make(desk.people(), desk.clock(), &visit.act(&desk), &visit.signed.user.login, may, new).await;
    let (secret, key) = made.map_err(|error| Refusal::of(error, visit.lang))?;
    Ok((StatusCode::CREATED, Json(KeySecret { key: secret, info: key.into() })).into_response())
}

/// `DELETE /api/v1/keys/rp_1234567890`
#[utoipa::path(
    delete, path = "/api/v1/keys/{id}", tag = "account", params(("id" = String, Path)),
    responses((status = 204), super::Refusals)
)]
pub(crate) async fn remove_key(
    State(desk): State<Desk>,
    visit: Visit,
    At(id): At<String>,
) -> Result<StatusCode, Refusal> {
    let mine = seen(&desk, &visit).await?.into_iter().any(|key| key.id == id);
    let done = mine
        && drop(desk.people(), &visit.act(&desk), &id)
            .await
            .map_err(|error| Refusal::of(error, visit.lang))?;
    match done {
        true => Ok(StatusCode::NO_CONTENT),
        false => Err(Problem::NotFound.into()),
    }
}
