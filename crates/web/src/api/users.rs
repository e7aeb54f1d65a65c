//! Users, for administrators.

use crate::api::problem::Refusal;
use crate::api::request::{At, Sent, within};
use crate::desk::Desk;
use crate::problem::Problem;
use crate::visit::Visit;
use app::{Entry, Role, User};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use locale::t;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A user.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UserInfo {
    /// What they sign in with.
    login: String,
    /// Their name.
    name: String,
    /// Where they are written to.
    email: String,
    /// Their role.
    role: &'static str,
    /// The id of the person in the department's texts that they are.
    person: Option<String>,
    /// Whether they may sign in at all.
    active: bool,
    /// Whether they have a second factor.
    second_factor: bool,
    /// When they were added.
    created: String,
}

/// A user to be added. They sign in with a link that an administrator makes for them, or through the identity provider.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewUser {
    /// Lower-case letters, digits, `.`, `_`, `-`, `@`.
    login: String,
    /// Their name.
    name: String,
    /// Where they are written to.
    #[serde(default)]
    email: String,
    /// Their role.
    role: String,
    /// The id of the person in the department's texts that they are.
    #[serde(default)]
    person: Option<String>,
}

/// What is to change of a user; what is absent stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UserChanges {
    /// Their name.
    name: Option<String>,
    /// Where they are written to.
    email: Option<String>,
    /// Their role.
    role: Option<String>,
    /// The id of the person that they are.
    person: Option<String>,
    /// Whether they may sign in at all; nobody who may not stays signed in.
    active: Option<bool>,
}

impl From<User> for UserInfo {
    fn from(user: User) -> Self {
        UserInfo {
            second_factor: user.totp.is_some(),
            role: user.role.word(),
            login: user.login,
            name: user.name,
            email: user.email,
            person: user.person,
            active: user.active,
            created: user.created,
        }
    }
}

/// `GET /api/v1/users`
#[utoipa::path(
    get, path = "/api/v1/users", tag = "administration",
    responses((status = 200, body = Vec<UserInfo>), super::Refusals)
)]
pub(crate) async fn users(State(desk): State<Desk>, visit: Visit) -> Result<Json<Vec<UserInfo>>, Refusal> {
    let users = desk.people().users().await.map_err(Refusal::store(visit.lang))?;
    Ok(Json(users.into_iter().map(UserInfo::from).collect()))
}

/// `POST /api/v1/users`
#[utoipa::path(
    post, path = "/api/v1/users", tag = "administration", request_body = NewUser,
    responses((status = 201, body = UserInfo), super::Refusals)
)]
pub(crate) async fn add_user(
    State(desk): State<Desk>,
    visit: Visit,
    Sent(new): Sent<NewUser>,
) -> Result<Response, Refusal> {
    let lang = visit.lang;
    let user = User {
        login: login(new.login, &visit)?,
        name: within(&new.name, 200, "/name", lang)?.to_owned(),
        email: within(&new.email, 200, "/email", lang)?.to_owned(),
        role: role(&new.role, &visit)?,
        person: new.person,
        password: None,
        totp: None,
        subject: None,
        active: true,
        created: desk.clock().instant(),
    };
    if !desk.people().add_user(&user).await.map_err(Refusal::store(lang))? {
        let detail = t!(lang, "api-login-taken", login = user.login);
        return Err(Refusal::new(StatusCode::CONFLICT, "exists", lang, detail).at("/login"));
    }
    note(&desk, &visit, "user-add", &user.login, String::new(), told(&user)).await?;
    Ok((StatusCode::CREATED, Json(UserInfo::from(user))).into_response())
}

/// `PATCH /api/v1/users/anna`
#[utoipa::path(
    patch, path = "/api/v1/users/{login}", tag = "administration", params(("login" = String, Path)),
    request_body = UserChanges, responses((status = 200, body = UserInfo), super::Refusals)
)]
pub(crate) async fn change_user(
    State(desk): State<Desk>,
    visit: Visit,
    At(login): At<String>,
    Sent(new): Sent<UserChanges>,
) -> Result<Json<UserInfo>, Refusal> {
    let (lang, people) = (visit.lang, desk.people());
    let store = Refusal::store(lang);
    let before = people.user(&login).await.map_err(&store)?.ok_or(Problem::NotFound)?;
    let mut user = before.clone();
    if let Some(name) = new.name {
        user.name = within(&name, 200, "/name", lang)?.to_owned();
    }
    if let Some(email) = new.email {
        user.email = within(&email, 200, "/email", lang)?.to_owned();
    }
    if let Some(word) = new.role {
        user.role = role(&word, &visit)?;
    }
    user.person = new.person.or(user.person).filter(|person| !person.is_empty());
    user.active = new.active.unwrap_or(user.active);
    if !people.change_user(&user).await.map_err(&store)? {
        let detail = t!(lang, "api-last-administrator");
        return Err(Refusal::new(StatusCode::CONFLICT, "last-administrator", lang, detail));
    }
    if !user.active {
        people.close_sessions(&login, "", &desk.clock().instant()).await.map_err(&store)?;
    }
    note(&desk, &visit, "user-change", &login, told(&before), told(&user)).await?;
    Ok(Json(user.into()))
}

async fn note(
    desk: &Desk,
    visit: &Visit,
    what: &str,
    login: &str,
    before: String,
    after: String,
) -> Result<(), Refusal> {
    let (act, what, subject) = (visit.act(desk), what.to_owned(), format!("user {login}"));
    let entry = Entry { act, what, subject, before, after, ..Entry::default() };
    desk.people().note(&entry).await.map_err(Refusal::store(visit.lang))
}

/// What the trail says of a user.
fn told(user: &User) -> String {
    let state = if user.active { "active" } else { "inactive" };
    format!("{} · {} · {} · {state}", user.name, user.email, user.role.word())
}

fn login(text: String, visit: &Visit) -> Result<String, Refusal> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "._-@".contains(c);
    if !text.is_empty() && text.len() <= 100 && text.chars().all(plain) {
        return Ok(text);
    }
    let detail = t!(visit.lang, "api-login");
    Err(Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, "misfit", visit.lang, detail).at("/login"))
}

fn role(word: &str, visit: &Visit) -> Result<Role, Refusal> {
    Role::of(word).ok_or_else(|| {
        let known = Role::ALL.map(Role::word).join(", ");
        let detail = t!(visit.lang, "api-role", known = known);
        Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, "misfit", visit.lang, detail).at("/role")
    })
}
