//! Links that an administrator makes: invitations, new passwords; and taking them back.

use super::users::users;
use super::{Said, address, written};
use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::problem::Problem;
use crate::ticket::leading;
use crate::visit::Visit;
use app::Role;
use askama::Template;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, Path, State};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use locale::t;
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Written {
    login: String,
    email: String,
    role: String,
}

#[derive(Template)]
#[template(path = "pages/people/link.html")]
struct Page {
    frame: Frame,
    lead: String,
    link: String,
}

/// `POST /users/invite`
pub(super) async fn invite(
    State(desk): State<Desk>,
    headers: HeaderMap,
    visit: Visit,
    form: Result<Form<Written>, FormRejection>,
) -> Result<Response, Problem> {
    let written = written(form)?;
    let role = Role::of(&written.role).ok_or(Problem::Wrong)?;
    match desk.door().invite(&visit.act(&desk), &written.login, &written.email, role).await {
        Ok(secret) => shown(&visit, &address(&desk, &headers, &format!("/join/{secret}")), "invite"),
        Err(error) => users(&desk, &visit, &Said::of(error, visit.lang)?, String::new()).await,
    }
}

/// `POST /users/{login}/password`: a link by which the user sets a new one.
pub(super) async fn reset(
    State(desk): State<Desk>,
    headers: HeaderMap,
    visit: Visit,
    Path(login): Path<String>,
) -> Result<Response, Problem> {
    match desk.door().reset_link(&visit.act(&desk), &login).await {
        Ok(secret) => shown(&visit, &address(&desk, &headers, &format!("/join/{secret}")), "reset"),
        Err(error) => users(&desk, &visit, &Said::of(error, visit.lang)?, String::new()).await,
    }
}

/// `POST /users/links/{hash}/end`
pub(super) async fn revoke(
    State(desk): State<Desk>,
    visit: Visit,
    Path(hash): Path<String>,
) -> Result<Response, Problem> {
    match desk.door().revoke(&visit.act(&desk), &hash).await {
        Ok(()) => Ok(leading(HeaderValue::from_static("/users?done=link-ended"))),
        Err(error) => users(&desk, &visit, &Said::of(error, visit.lang)?, String::new()).await,
    }
}

/// The secret is kept nowhere but on this page, so the answer to the form is the page itself and no redirect.
fn shown(visit: &Visit, link: &str, kind: &str) -> Result<Response, Problem> {
    let html = page(&Page {
        frame: visit.frame(t!(visit.lang, &format!("people-link-{kind}"))),
        lead: t!(visit.lang, &format!("people-link-{kind}-lead")),
        link: link.to_owned(),
    })?;
    Ok(Said::nothing().answer(html))
}
