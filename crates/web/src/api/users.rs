//! Users, for administrators.

use crate::api::problem::Refusal;
use crate::api::request::{At, Sent};
use crate::desk::Desk;
use crate::visit::Visit;
use app::{PeopleError, Role, User, UserChange};
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
    /// The id of the person that they are; empty for none.
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
    let refused = |error| Refusal::of(error, visit.lang);
    let role = role(&new.role, &visit)?;
    let person = new.person.filter(|person| !person.is_empty());
    if person.as_deref().is_some_and(|person| !known(&visit)(person)) {
        return Err(refused(PeopleError::Person.into()));
    }
    let door = desk.door();
    let new =
        app::NewUser { login: new.login, name: new.name, email: new.email, role, person, password: None };
    let user = door.add(&visit.act(&desk), new).await.map_err(refused)?;
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
    let role = new.role.map(|word| role(&word, &visit)).transpose()?;
    let change =
        UserChange { name: new.name, email: new.email, role, active: new.active, person: new.person };
    let changed = desk.door().change(&visit.act(&desk), &login, change, known(&visit)).await;
    Ok(Json(changed.map_err(|error| Refusal::of(error, visit.lang))?.into()))
}

/// Whether the department's texts have a person.
fn known(visit: &Visit) -> impl Fn(&str) -> bool {
    |id| visit.view.department().people.get(id).is_some()
}

pub(super) fn role(word: &str, visit: &Visit) -> Result<Role, Refusal> {
    Role::of(word).ok_or_else(|| {
        let known = Role::ALL.map(Role::word).join(", ");
        let detail = t!(visit.lang, "api-role", known = known);
        Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, "misfit", visit.lang, detail).at("/role")
    })
}
