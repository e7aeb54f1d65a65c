//! Signing in: login and password, the code where there is a second factor; and signing out.

use super::{Said, done, written};
use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::preferences::same_site;
use crate::problem::Problem;
use crate::ticket::{HALFWAY, SESSION, leading};
use crate::visit::{Guest, Visit};
use app::{Entered, Opened, PeopleError};
use askama::Template;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, Query, State};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use locale::t;
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Written {
    login: String,
    password: String,
    code: String,
    back: String,
    done: Option<String>,
}

impl Written {
    /// Nothing yet, on the way to a page.
    pub(super) fn nothing(back: String) -> Self {
        Written { back, ..Written::default() }
    }
}

#[derive(Template)]
#[template(path = "pages/people/sign_in.html")]
struct Page {
    frame: Frame,
    problem: String,
    done: String,
    login: String,
    back: String,
    provider: bool,
}

#[derive(Template)]
#[template(path = "pages/people/code.html")]
struct CodePage {
    frame: Frame,
    problem: String,
    back: String,
}

/// `GET /sign-in`
pub(super) async fn show(
    State(desk): State<Desk>,
    guest: Guest,
    Query(asked): Query<Written>,
) -> Result<Response, Problem> {
    let done = done(guest.lang, asked.done.as_deref());
    form(&desk, &guest, &Written { login: String::new(), ..asked }, &Said::nothing(), done)
}

/// The page, with what went wrong.
pub(super) fn form(
    desk: &Desk,
    guest: &Guest,
    written: &Written,
    said: &Said,
    done: String,
) -> Result<Response, Problem> {
    let html = page(&Page {
        frame: guest.frame(t!(guest.lang, "people-sign-in")),
        problem: said.text.clone(),
        done,
        login: written.login.chars().take(64).collect(),
        back: back(&written.back),
        provider: desk.door().has_provider(),
    })?;
    Ok(said.answer(html))
}

/// `POST /sign-in`
pub(super) async fn enter(
    State(desk): State<Desk>,
    headers: HeaderMap,
    guest: Guest,
    form: Result<Form<Written>, FormRejection>,
) -> Result<Response, Problem> {
    let mut written = written(form)?;
    let password = std::mem::take(&mut written.password);
    let old = SESSION.of(desk.door(), &headers);
    match desk.door().sign_in(&written.login, password, &guest.from, old).await {
        Ok(Entered::In(opened)) => Ok(inside(&desk, &opened, &written.back)),
        Ok(Entered::Halfway(halfway)) => {
            let next = format!("/sign-in/code?back={}", crate::pages::encoded(&back(&written.back)));
            let mut response = leading(same_site(&next));
            HALFWAY.keep(desk.door(), &mut response, &halfway);
            Ok(response)
        }
        Err(error) => {
            let said = Said::of(error, guest.lang)?;
            self::form(&desk, &guest, &written, &said, String::new())
        }
    }
}

/// `GET /sign-in/code`
pub(super) async fn ask(
    State(desk): State<Desk>,
    headers: HeaderMap,
    guest: Guest,
    Query(asked): Query<Written>,
) -> Result<Response, Problem> {
    match HALFWAY.of(desk.door(), &headers) {
        Some(halfway) if desk.door().is_halfway(halfway) => code_form(&guest, &asked.back, &Said::nothing()),
        _ => Ok(leading(HeaderValue::from_static("/sign-in"))),
    }
}

/// `POST /sign-in/code`
pub(super) async fn answer(
    State(desk): State<Desk>,
    headers: HeaderMap,
    guest: Guest,
    form: Result<Form<Written>, FormRejection>,
) -> Result<Response, Problem> {
    let written = written(form)?;
    let halfway = HALFWAY.of(desk.door(), &headers).unwrap_or_default();
    let old = SESSION.of(desk.door(), &headers);
    match desk.door().sign_in_by_code(halfway, &written.code, &guest.from, old).await {
        Ok(opened) => Ok(inside(&desk, &opened, &written.back)),
        Err(app::AppError::People(PeopleError::Ended)) => {
            let said = Said::of(PeopleError::Ended.into(), guest.lang)?;
            self::form(&desk, &guest, &written, &said, String::new())
        }
        Err(error) => code_form(&guest, &written.back, &Said::of(error, guest.lang)?),
    }
}

fn code_form(guest: &Guest, back: &str, said: &Said) -> Result<Response, Problem> {
    let frame = guest.frame(t!(guest.lang, "people-code"));
    let html = page(&CodePage { frame, problem: said.text.clone(), back: self::back(back) })?;
    Ok(said.answer(html))
}

/// `POST /sign-out`
pub(super) async fn leave(State(desk): State<Desk>, visit: Visit) -> Result<Response, Problem> {
    if !visit.signed.session.is_empty() {
        let left = desk.door().sign_out(&visit.act(&desk), &visit.signed.session).await;
        left.map_err(|error| Problem::of(error, visit.lang))?;
    }
    let mut response = leading(HeaderValue::from_static("/sign-in?done=signed-out"));
    SESSION.forget(desk.door(), &mut response);
    Ok(response)
}

/// The way in, for who has shown who they are.
pub(super) fn inside(desk: &Desk, opened: &Opened, back: &str) -> Response {
    let mut response = leading(same_site(back));
    SESSION.keep(desk.door(), &mut response, &opened.cookie);
    HALFWAY.forget(desk.door(), &mut response);
    response
}

/// The page to go back to, as far as it is one of ours.
fn back(asked: &str) -> String {
    same_site(asked).to_str().unwrap_or("/").to_owned()
}
