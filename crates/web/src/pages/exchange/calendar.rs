//! The address of a calendar to subscribe to.

use crate::desk::{Access, Desk};
use crate::frame::{Frame, page as render};
use crate::notes::when;
use crate::pages::encoded;
use crate::problem::Problem;
use crate::visit::{self, Visit};
use app::AppError;
use app::exchange::{Export, close_feed, export, feed as kept, feed_of, open_feed};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HOST};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{Html, IntoResponse, Redirect, Response};
use department::Element;
use locale::{Lang, t};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "pages/exchange/calendar.html")]
struct Page {
    frame: Frame,
    /// The addresses that were just made: what each holds, and the address. They are shown once.
    made: Vec<(String, String)>,
    /// When the address was made, where there is one.
    since: Option<String>,
}

/// `GET /calendar`
pub(super) async fn page(State(desk): State<Desk>, visit: Visit) -> Result<Html<String>, Problem> {
    shown(&desk, &visit, Vec::new()).await
}

/// `POST /calendar`: a new address; the one before no longer works. It is answered with the page itself: the address is
/// nowhere to be had a second time.
pub(super) async fn open(
    State(desk): State<Desk>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Html<String>, Problem> {
    let wrong = |error: AppError| Problem::of(error, visit.lang);
    let act = visit.act(&desk);
    let token = open_feed(desk.people(), &act).await.map_err(wrong)?;
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let local = ["localhost", "127.", "[::1]"].iter().any(|local| host.starts_with(local));
    let scheme = if local { "http" } else { "https" };
    let base = format!("{scheme}://{host}/calendar/{}/{token}.{}.ics", encoded(&act.by), visit.lang);
    let mut made = vec![(t!(visit.lang, "calendar-all"), base.clone())];
    let people = &visit.view.department().people;
    let own = visit.signed.user.person.as_deref();
    let own = own.and_then(|id| people.get(id)).into_iter();
    let others = people.iter().filter(|person| Some(person.id()) != visit.signed.user.person.as_deref());
    for person in own.chain(others).take(30) {
        made.push((person.title().to_owned(), format!("{base}?person={}", encoded(person.id()))));
    }
    shown(&desk, &visit, made).await
}

/// `POST /calendar/close`
pub(super) async fn close(State(desk): State<Desk>, visit: Visit) -> Result<Redirect, Problem> {
    let closed = close_feed(desk.people(), &visit.act(&desk)).await;
    closed.map_err(|error| Problem::of(error, visit.lang))?;
    Ok(Redirect::to("/calendar"))
}

async fn shown(desk: &Desk, visit: &Visit, made: Vec<(String, String)>) -> Result<Html<String>, Problem> {
    let feed = kept(desk.people(), &visit.signed.user.login).await;
    let feed = feed.map_err(|error| Problem::of(error, visit.lang))?;
    render(&Page {
        frame: visit.frame(t!(visit.lang, "calendar-title")),
        made,
        since: feed.map(|feed| when(&feed.made)),
    })
}

/// Whose days.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    person: Option<String>,
}

/// `GET /calendar/anna/SECRET.ru.ics?person=anna`: for calendar programs. Whoever has no right to it, for whatever reason,
/// is told no more than that there is nothing.
pub(super) async fn feed(
    State(desk): State<Desk>,
    Path((login, name)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let (token, lang) = wanted(&name).ok_or(Problem::NotFound)?;
    let known = feed_of(desk.people(), &login, token).await.map_err(Problem::fault)?;
    if !known || !may_read(&desk, &login).await? {
        return Err(Problem::NotFound);
    }
    let view = visit::view(&desk, Some(lang)).await?;
    let work = move || export(&view, &BTreeMap::new(), Export::Ics, lang, asked.person.as_deref());
    let made = tokio::task::spawn_blocking(work).await.map_err(Problem::fault)?.map_err(Problem::fault)?;
    let media_type = HeaderValue::from_static(Export::Ics.media_type());
    let private = HeaderValue::from_static("private, max-age=300");
    Ok(([(CONTENT_TYPE, media_type), (CACHE_CONTROL, private)], made.content).into_response())
}

/// Whether a user is still one who may read.
async fn may_read(desk: &Desk, login: &str) -> Result<bool, Problem> {
    if matches!(desk.access(), Access::Open(user, _) if user.login == login) {
        return Ok(true);
    }
    let user = desk.people().user(login).await.map_err(Problem::fault)?;
    Ok(user.is_some_and(|user| user.active && app::may(user.role, app::Right::Read)))
}

fn wanted(name: &str) -> Option<(&str, Lang)> {
    let (token, rest) = name.split_once('.')?;
    let lang = rest.strip_suffix(".ics")?.parse().ok()?;
    (!token.is_empty()).then_some((token, lang))
}
