//! Links by which people come in: invitations, new passwords.

use crate::api::problem::Refusal;
use crate::api::request::{At, Sent};
use crate::api::users::role;
use crate::desk::Desk;
use crate::pages::address;
use crate::visit::Visit;
use axum::Json;
use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A link that holds. Its secret is told once, to who has made it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LinkInfo {
    /// By this it is taken back.
    id: String,
    /// `invite`, `reset` (a new password) or `first` (the first administrator).
    kind: String,
    /// The login that is proposed, or whose password it sets.
    login: String,
    /// Whom it was made for.
    email: String,
    /// The role of who comes in by it.
    role: &'static str,
    /// Who made it.
    by: String,
    /// When it ends.
    expires: String,
}

/// Somebody to be invited.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Invitation {
    /// The login that is proposed; who is invited may choose another where there is none.
    #[serde(default)]
    login: String,
    /// Whom the invitation is for.
    #[serde(default)]
    email: String,
    /// The role that they will have.
    role: String,
}

/// A link that has just been made.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NewLink {
    /// The address to pass on. It is kept nowhere else.
    link: String,
}

/// `GET /api/v1/invitations`
#[utoipa::path(
    get, path = "/api/v1/invitations", tag = "administration",
    responses((status = 200, body = Vec<LinkInfo>), super::Refusals)
)]
pub(crate) async fn invitations(
    State(desk): State<Desk>,
    visit: Visit,
) -> Result<Json<Vec<LinkInfo>>, Refusal> {
    let links = desk.door().links().await.map_err(|error| Refusal::of(error, visit.lang))?;
    let info = |link: app::Link| LinkInfo {
        id: link.hash,
        kind: link.kind,
        login: link.login,
        email: link.email,
        role: link.role.word(),
        by: link.act.by,
        expires: link.expires,
    };
    Ok(Json(links.into_iter().map(info).collect()))
}

/// `POST /api/v1/invitations`
#[utoipa::path(
    post, path = "/api/v1/invitations", tag = "administration", request_body = Invitation,
    responses((status = 201, body = NewLink), super::Refusals)
)]
pub(crate) async fn invite(
    State(desk): State<Desk>,
    headers: HeaderMap,
    visit: Visit,
    Sent(new): Sent<Invitation>,
) -> Result<Response, Refusal> {
    let role = role(&new.role, &visit)?;
    let made = desk.door().invite(&visit.act(&desk), &new.login, &new.email, role).await;
    Ok(told(&desk, &headers, &made.map_err(|error| Refusal::of(error, visit.lang))?))
}

/// `DELETE /api/v1/invitations/{id}`
#[utoipa::path(
    delete, path = "/api/v1/invitations/{id}", tag = "administration", params(("id" = String, Path)),
    responses((status = 204), super::Refusals)
)]
pub(crate) async fn revoke_invitation(
    State(desk): State<Desk>,
    visit: Visit,
    At(id): At<String>,
) -> Result<StatusCode, Refusal> {
    let ended = desk.door().revoke(&visit.act(&desk), &id).await;
    ended.map_err(|error| Refusal::of(error, visit.lang))?;
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /api/v1/users/anna/password-link`
#[utoipa::path(
    post, path = "/api/v1/users/{login}/password-link", tag = "administration", params(("login" = String, Path)),
    responses((status = 201, body = NewLink), super::Refusals)
)]
pub(crate) async fn password_link(
    State(desk): State<Desk>,
    headers: HeaderMap,
    visit: Visit,
    At(login): At<String>,
) -> Result<Response, Refusal> {
    let made = desk.door().reset_link(&visit.act(&desk), &login).await;
    Ok(told(&desk, &headers, &made.map_err(|error| Refusal::of(error, visit.lang))?))
}

fn told(desk: &Desk, headers: &HeaderMap, secret: &str) -> Response {
    let link = address(desk, headers, &format!("/join/{secret}"));
    (StatusCode::CREATED, [(CACHE_CONTROL, "no-store")], Json(NewLink { link })).into_response()
}
