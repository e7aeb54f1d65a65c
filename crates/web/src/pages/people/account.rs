//! One's own account: name, password, second factor, sessions.

use super::{Said, done, instant, own, written};
use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::problem::Problem;
use crate::ticket::leading;
use crate::visit::Visit;
use app::{Right, SHORTEST, User};
use askama::Template;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, Path, Query, State};
use axum::http::HeaderValue;
use axum::response::Response;
use locale::t;
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Written {
    name: String,
    present: String,
    password: String,
    again: String,
    done: Option<String>,
}

/// A session in a line.
struct Line {
    hash: String,
    opened: String,
    expires: String,
    here: bool,
}

#[derive(Template)]
#[template(path = "pages/people/account.html")]
struct Page {
    frame: Frame,
    problem: String,
    done: String,
    user: User,
    rights: String,
    password_help: String,
    left: usize,
    lines: Vec<Line>,
    /// Whether the reader has an account: the demo's reader has none.
    open: bool,
}

/// `GET /account`
pub(super) async fn show(
    State(desk): State<Desk>,
    visit: Visit,
    Query(asked): Query<Written>,
) -> Result<Response, Problem> {
    let done = done(visit.lang, asked.done.as_deref());
    account(&desk, &visit, &Said::nothing(), done).await
}

/// The page, with what went wrong or was done.
pub(super) async fn account(
    desk: &Desk,
    visit: &Visit,
    said: &Said,
    done: String,
) -> Result<Response, Problem> {
    let lang = visit.lang;
    let wrong = |error| Problem::of(error, lang);
    let user = visit.signed.user.clone();
    let lines = desk.door().sessions(&user.login).await.map_err(wrong)?.into_iter().map(|session| Line {
        here: session.hash == visit.signed.session,
        opened: instant(&session.opened),
        expires: instant(&session.expires),
        hash: session.hash,
    });
    let own = app::rights(user.role).iter().filter(|right| **right != Right::Own);
    let rights: Vec<String> = own.map(|right| t!(lang, &format!("right-{}", right.word()))).collect();
    let html = page(&Page {
        frame: visit.frame(t!(lang, "people-account")),
        problem: said.text.clone(),
        done,
        rights: rights.join(", "),
        password_help: t!(lang, "people-password-help", n = SHORTEST),
        left: desk.door().recovery_left(&user.login).await.map_err(wrong)?,
        lines: lines.collect(),
        open: visit.signed.session.is_empty(),
        user,
    })?;
    Ok(said.answer(html))
}

/// `POST /account`: another name.
pub(super) async fn rename(
    State(desk): State<Desk>,
    visit: Visit,
    form: Result<Form<Written>, FormRejection>,
) -> Result<Response, Problem> {
    let written = written(form)?;
    match desk.door().rename(&visit.act(&desk), own(&visit)?, &written.name).await {
        Ok(()) => Ok(leading(HeaderValue::from_static("/account?done=name"))),
        Err(error) => account(&desk, &visit, &Said::of(error, visit.lang)?, String::new()).await,
    }
}

/// `POST /account/password`: another password; all other sessions end.
pub(super) async fn password(
    State(desk): State<Desk>,
    visit: Visit,
    form: Result<Form<Written>, FormRejection>,
) -> Result<Response, Problem> {
    let Written { present, password, again, .. } = written(form)?;
    let (login, act, session) = (own(&visit)?, visit.act(&desk), &visit.signed.session);
    match desk.door().change_password(&act, login, present, password, &again, session).await {
        Ok(()) => Ok(leading(HeaderValue::from_static("/account?done=password"))),
        Err(error) => account(&desk, &visit, &Said::of(error, visit.lang)?, String::new()).await,
    }
}

/// `POST /account/sessions`: all sessions end but this one.
pub(super) async fn end_sessions(State(desk): State<Desk>, visit: Visit) -> Result<Response, Problem> {
    let (login, session) = (own(&visit)?, &visit.signed.session);
    let ended = desk.door().end_sessions(&visit.act(&desk), login, session).await;
    ended.map_err(|error| Problem::of(error, visit.lang))?;
    Ok(leading(HeaderValue::from_static("/account?done=sessions")))
}

/// `POST /account/sessions/{hash}`: one session ends.
pub(super) async fn end_session(
    State(desk): State<Desk>,
    visit: Visit,
    Path(hash): Path<String>,
) -> Result<Response, Problem> {
    let ended = desk.door().end_session(&visit.act(&desk), own(&visit)?, &hash).await;
    ended.map_err(|error| Problem::of(error, visit.lang))?;
    Ok(leading(HeaderValue::from_static("/account?done=sessions")))
}
