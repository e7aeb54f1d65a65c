//! Coming in by a link: an invitation, the first administrator, a new password.

use super::sign_in::inside;
use super::{Said, written};
use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::problem::Problem;
use crate::ticket::{SESSION, leading};
use crate::visit::Guest;
use app::{AppError, Joining, Link, PeopleError, SHORTEST};
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
    name: String,
    password: String,
    again: String,
}

#[derive(Template)]
#[template(path = "pages/people/join.html")]
struct Page {
    frame: Frame,
    problem: String,
    lead: String,
    action: String,
    /// Whether the link sets a new password of a user who is there already.
    reset: bool,
    /// Whether the link holds at all.
    open: bool,
    login: String,
    name: String,
    password_help: String,
}

/// `GET /join/{secret}`: looking at a link does not use it up.
pub(super) async fn show(
    State(desk): State<Desk>,
    guest: Guest,
    Path(secret): Path<String>,
) -> Result<Response, Problem> {
    match desk.door().link(&secret).await {
        Ok(link) => form(&guest, Some(&link), &secret, Written::default(), &Said::nothing()),
        Err(error) => form(&guest, None, &secret, Written::default(), &Said::of(error, guest.lang)?),
    }
}

/// `POST /join/{secret}`
pub(super) async fn join(
    State(desk): State<Desk>,
    headers: HeaderMap,
    guest: Guest,
    Path(secret): Path<String>,
    form: Result<Form<Written>, FormRejection>,
) -> Result<Response, Problem> {
    let Written { login, name, password, again } = written(form)?;
    let joining = Joining { login: login.clone(), name: name.clone(), password, again };
    let old = SESSION.of(desk.door(), &headers);
    match desk.door().join(&secret, joining, &guest.from, old).await {
        Ok(Some(opened)) => Ok(inside(&desk, &opened, "/")),
        Ok(None) => {
            let mut response = leading(HeaderValue::from_static("/sign-in?done=password"));
            SESSION.forget(desk.door(), &mut response);
            Ok(response)
        }
        Err(error) => {
            let link = match &error {
                AppError::People(PeopleError::NoLink) => None,
                _ => desk.door().link(&secret).await.ok(),
            };
            let said = Said::of(error, guest.lang)?;
            self::form(&guest, link.as_ref(), &secret, Written { login, name, ..Written::default() }, &said)
        }
    }
}

fn form(
    guest: &Guest,
    link: Option<&Link>,
    secret: &str,
    written: Written,
    said: &Said,
) -> Result<Response, Problem> {
    let lang = guest.lang;
    let kind = link.map_or("invite", |link| link.kind.as_str());
    let role = link.map(|link| t!(lang, &format!("role-{}", link.role.word()))).unwrap_or_default();
    let login = match link {
        Some(link) if written.login.is_empty() || kind == "reset" => link.login.clone(),
        _ => written.login,
    };
    let (title, lead) = match kind {
        "reset" => {
            (t!(lang, "people-join-reset"), t!(lang, "people-join-reset-lead", login = login.as_str()))
        }
        "first" => (t!(lang, "people-join-first"), t!(lang, "people-join-first-lead")),
        _ => (t!(lang, "people-join"), t!(lang, "people-join-lead", role = role)),
    };
    let html = page(&Page {
        frame: guest.frame(title),
        problem: said.text.clone(),
        lead,
        action: format!("/join/{}", crate::pages::encoded(secret)),
        reset: kind == "reset",
        open: link.is_some(),
        login,
        name: written.name,
        password_help: t!(lang, "people-password-help", n = SHORTEST),
    })?;
    Ok(said.answer(html))
}
