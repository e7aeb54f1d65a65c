//! All users, the open links, and the form that invites.

use super::{Said, done, instant};
use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::problem::Problem;
use crate::visit::Visit;
use app::{Link, Role, User};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use locale::{Lang, t};
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    done: Option<String>,
}

/// A user in a line.
struct Line {
    user: User,
    role: String,
}

/// A link in a line.
struct Open {
    hash: String,
    kind: String,
    whom: String,
    role: String,
    by: String,
    expires: String,
}

/// A role to choose.
pub(super) struct Choice {
    pub value: &'static str,
    pub name: String,
    pub rights: String,
    pub on: bool,
}

#[derive(Template)]
#[template(path = "pages/people/users.html")]
struct Page {
    frame: Frame,
    problem: String,
    done: String,
    count: usize,
    lines: Vec<Line>,
    links: Vec<Open>,
    roles: Vec<Choice>,
}

/// `GET /users`
pub(super) async fn show(
    State(desk): State<Desk>,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let done = done(visit.lang, asked.done.as_deref());
    users(&desk, &visit, &Said::nothing(), done).await
}

/// The page, with what went wrong or was done.
pub(super) async fn users(
    desk: &Desk,
    visit: &Visit,
    said: &Said,
    done: String,
) -> Result<Response, Problem> {
    let lang = visit.lang;
    let wrong = |error| Problem::of(error, lang);
    let users = desk.door().users().await.map_err(wrong)?;
    let links = desk.door().links().await.map_err(wrong)?;
    let line = |user: User| Line { role: t!(lang, &format!("role-{}", user.role.word())), user };
    let html = page(&Page {
        frame: visit.frame(t!(lang, "people-users")),
        problem: said.text.clone(),
        done,
        count: users.len(),
        lines: users.into_iter().map(line).collect(),
        links: links.into_iter().map(|link| open(lang, link)).collect(),
        roles: roles(lang, Role::Viewer),
    })?;
    Ok(said.answer(html))
}

fn open(lang: Lang, link: Link) -> Open {
    let whom = [link.login, link.email].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
    Open {
        hash: link.hash,
        kind: t!(lang, &format!("people-link-{}", link.kind)),
        whom: if whom.is_empty() { "—".to_owned() } else { whom.join(" · ") },
        role: t!(lang, &format!("role-{}", link.role.word())),
        by: link.act.by,
        expires: instant(&link.expires),
    }
}

/// The roles, each with what it may, so that nobody has to guess.
pub(super) fn roles(lang: Lang, chosen: Role) -> Vec<Choice> {
    let choice = |role: Role| {
        let rights = app::rights(role).iter().filter(|right| **right != app::Right::Own);
        let rights: Vec<String> = rights.map(|right| t!(lang, &format!("right-{}", right.word()))).collect();
        Choice {
            value: role.word(),
            name: t!(lang, &format!("role-{}", role.word())),
            rights: rights.join(", "),
            on: role == chosen,
        }
    };
    Role::ALL.into_iter().map(choice).collect()
}
