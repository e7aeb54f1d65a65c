//! Keys of programs: one's own, and for an administrator all.

use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::problem::Problem;
use crate::routes::Routes;
use crate::visit::Visit;
use app::keys::{NewKey, drop, make};
use app::{AppError, Key, Right};
use askama::Template;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Redirect, Response};
use locale::t;

/// A key in a line.
struct Line {
    id: String,
    name: String,
    scopes: String,
    login: String,
    expires: String,
    used: String,
}

/// A right that may be given.
struct Scope {
    word: &'static str,
    name: String,
    on: bool,
}

#[derive(Template)]
#[template(path = "pages/keys.html")]
struct Page {
    frame: Frame,
    lines: Vec<Line>,
    all: bool,
    scopes: Vec<Scope>,
    name: String,
    days: String,
    problem: String,
    /// A key that has just been made; it is shown this once.
    fresh: String,
}

/// The addresses of keys.
pub(super) fn routes(routes: Routes) -> Routes {
    routes.get(Right::Own, "/keys", show).post(Right::Own, "/keys", add).post(
        Right::Own,
        "/keys/{id}/end",
        end,
    )
}

/// What was typed.
type Typed = Vec<(String, String)>;

async fn show(State(desk): State<Desk>, visit: Visit) -> Result<Response, Problem> {
    let typed =
        vec![("scope".to_owned(), Right::Read.word().to_owned()), ("days".to_owned(), "365".to_owned())];
    Ok(keys_page(&desk, &visit, &typed, String::new(), String::new()).await?.into_response())
}

async fn add(
    State(desk): State<Desk>,
    visit: Visit,
    form: Result<Form<Typed>, FormRejection>,
) -> Result<Response, Problem> {
    let Ok(Form(typed)) = form else { return Err(Problem::Wrong) };
    let scopes = typed.iter().filter(|(name, _)| name == "scope").map(|(_, word)| word.clone()).collect();
    let days = match one(&typed, "days").trim() {
        "" => None,
        // What is no number is refused as a number that is out of bounds.
        text => Some(text.parse().unwrap_or(0)),
    };
    let new = NewKey { name: one(&typed, "name").to_owned(), scopes, days };
    let may = |right| visit.signed.may(right);
    let login = &visit.signed.user.login;
    match make(desk.people(), desk.clock(), &visit.act(&desk), login, may, new).await {
        Ok((secret, _)) => {
            let page = keys_page(&desk, &visit, &Typed::new(), String::new(), secret).await?;
            Ok((StatusCode::CREATED, [(CACHE_CONTROL, "no-store")], page).into_response())
        }
        Err(AppError::Key(error)) => {
            let page = keys_page(&desk, &visit, &typed, error.message(visit.lang), String::new()).await?;
            Ok((StatusCode::OK, page).into_response())
        }
        Err(error) => Err(Problem::of(error, visit.lang)),
    }
}

async fn end(State(desk): State<Desk>, visit: Visit, Path(id): Path<String>) -> Result<Redirect, Problem> {
    let wrong = |error| Problem::of(error, visit.lang);
    let known = desk.people().keys().await.map_err(|error| wrong(error.into()))?;
    let mine = |key: &Key| key.login == visit.signed.user.login || visit.signed.may(Right::Administer);
    if !known.iter().any(|key| key.id == id && mine(key)) {
        return Err(Problem::NotFound);
    }
    drop(desk.people(), &visit.act(&desk), &id).await.map_err(wrong)?;
    Ok(Redirect::to("/keys"))
}

async fn keys_page(
    desk: &Desk,
    visit: &Visit,
    typed: &Typed,
    problem: String,
    fresh: String,
) -> Result<impl IntoResponse + use<>, Problem> {
    let lang = visit.lang;
    let all = visit.signed.may(Right::Administer);
    let known = desk.people().keys().await.map_err(|error| Problem::of(error.into(), lang))?;
    let seen = known.into_iter().filter(|key| all || key.login == visit.signed.user.login);
    let right = |word: &str| t!(lang, &format!("right-{word}"));
    let scope = |right: Right| Scope {
        word: right.word(),
        name: t!(lang, &format!("right-{}", right.word())),
        on: typed.iter().any(|(name, word)| name == "scope" && word == right.word()),
    };
    let line = |key: Key| Line {
        scopes: key.scopes.iter().map(|word| right(word)).collect::<Vec<_>>().join(", "),
        expires: key.expires.as_deref().map_or_else(|| t!(lang, "keys-never-ends"), day),
        used: key.used.as_deref().map_or_else(|| "—".to_owned(), day),
        id: key.id,
        name: key.name,
        login: key.login,
    };
    page(&Page {
        frame: visit.frame(t!(lang, "keys-title")),
        lines: seen.map(line).collect(),
        all,
        scopes: Right::ALL
            .into_iter()
            .filter(|right| *right != Right::Anyone && visit.signed.may(*right))
            .map(scope)
            .collect(),
        name: one(typed, "name").to_owned(),
        days: one(typed, "days").to_owned(),
        problem,
        fresh,
    })
}

fn one<'t>(typed: &'t Typed, name: &str) -> &'t str {
    typed.iter().find(|(known, _)| known == name).map_or("", |(_, text)| text)
}

fn day(instant: &str) -> String {
    instant.get(..10).unwrap_or(instant).to_owned()
}
