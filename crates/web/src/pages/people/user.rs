//! One user, as an administrator sees and changes them.

use super::users::{Choice, roles};
use super::{Said, done, instant, written};
use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::preferences::same_site;
use crate::problem::Problem;
use crate::ticket::leading;
use crate::visit::Visit;
use app::{AppError, PeopleError, Role, User, UserChange};
use askama::Template;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, Path, Query, State};
use axum::response::Response;
use department::Element;
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Written {
    name: String,
    email: String,
    role: String,
    active: String,
    person: String,
    done: Option<String>,
}

/// A person of the department's texts.
struct Person {
    id: String,
    name: String,
    on: bool,
}

#[derive(Template)]
#[template(path = "pages/people/user.html")]
struct Page {
    frame: Frame,
    problem: String,
    done: String,
    action: String,
    user: User,
    created: String,
    sessions: usize,
    roles: Vec<Choice>,
    persons: Vec<Person>,
}

/// `GET /users/{login}`
pub(super) async fn show(
    State(desk): State<Desk>,
    visit: Visit,
    Path(login): Path<String>,
    Query(asked): Query<Written>,
) -> Result<Response, Problem> {
    let user = found(&desk, &visit, &login).await?;
    one(&desk, &visit, user, &Said::nothing(), done(visit.lang, asked.done.as_deref())).await
}

async fn found(desk: &Desk, visit: &Visit, login: &str) -> Result<User, Problem> {
    desk.door().user(login).await.map_err(|error| match error {
        AppError::People(PeopleError::NoUser) => Problem::NotFound,
        error => Problem::of(error, visit.lang),
    })
}

async fn one(desk: &Desk, visit: &Visit, user: User, said: &Said, done: String) -> Result<Response, Problem> {
    let sessions = desk.door().sessions(&user.login).await;
    let persons = visit.view.department().people.iter().map(|person| Person {
        id: person.id().to_owned(),
        name: person.name.clone(),
        on: user.person.as_deref() == Some(person.id()),
    });
    let html = page(&Page {
        frame: visit.frame(user.name.clone()),
        problem: said.text.clone(),
        done,
        action: format!("/users/{}", crate::pages::encoded(&user.login)),
        created: instant(&user.created),
        sessions: sessions.map_err(|error| Problem::of(error, visit.lang))?.len(),
        roles: roles(visit.lang, user.role),
        persons: persons.collect(),
        user,
    })?;
    Ok(said.answer(html))
}

/// `POST /users/{login}`
pub(super) async fn change(
    State(desk): State<Desk>,
    visit: Visit,
    Path(login): Path<String>,
    form: Result<Form<Written>, FormRejection>,
) -> Result<Response, Problem> {
    let written = written(form)?;
    let user = found(&desk, &visit, &login).await?;
    let change = UserChange {
        name: Some(written.name),
        email: Some(written.email),
        role: Some(Role::of(&written.role).ok_or(Problem::Wrong)?),
        active: Some(!written.active.is_empty()),
        person: Some(written.person),
    };
    let known = |id: &str| visit.view.department().people.get(id).is_some();
    match desk.door().change(&visit.act(&desk), &login, change, known).await {
        Ok(_) => Ok(back(&login, "user")),
        Err(error) => one(&desk, &visit, user, &Said::of(error, visit.lang)?, String::new()).await,
    }
}

/// `POST /users/{login}/second-factor`: turns it off, for who has lost it.
pub(super) async fn reset_factor(
    State(desk): State<Desk>,
    visit: Visit,
    Path(login): Path<String>,
) -> Result<Response, Problem> {
    found(&desk, &visit, &login).await?;
    let reset = desk.door().reset_factor(&visit.act(&desk), &login).await;
    reset.map_err(|error| Problem::of(error, visit.lang))?;
    Ok(back(&login, "factor-off"))
}

/// `POST /users/{login}/sessions`: signs the user out everywhere.
pub(super) async fn end_sessions(
    State(desk): State<Desk>,
    visit: Visit,
    Path(login): Path<String>,
) -> Result<Response, Problem> {
    found(&desk, &visit, &login).await?;
    let ended = desk.door().end_sessions(&visit.act(&desk), &login, "").await;
    ended.map_err(|error| Problem::of(error, visit.lang))?;
    Ok(back(&login, "sessions"))
}

fn back(login: &str, done: &str) -> Response {
    leading(same_site(&format!("/users/{}?done={done}", crate::pages::encoded(login))))
}
