//! Who comes in: signing in and out, joining by a link, one's own account, and the users of an administrator.

mod account;
mod factor;
mod invite;
mod join;
mod provider;
mod sign_in;
mod user;
mod users;

use crate::desk::Desk;
use crate::problem::Problem;
use crate::routes::Routes;
use crate::visit::Visit;
use app::{AppError, PeopleError, Right};
use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use axum::http::header::{CACHE_CONTROL, HOST, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use locale::{Lang, t};

/// The addresses of people.
pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(Right::Anyone, "/sign-in", sign_in::show)
        .post(Right::Anyone, "/sign-in", sign_in::enter)
        .get(Right::Anyone, "/sign-in/code", sign_in::ask)
        .post(Right::Anyone, "/sign-in/code", sign_in::answer)
        .get(Right::Anyone, "/sign-in/oidc", provider::begin)
        .get(Right::Anyone, "/sign-in/oidc/return", provider::end)
        .post(Right::Own, "/sign-out", sign_in::leave)
        .get(Right::Anyone, "/join/{secret}", join::show)
        .post(Right::Anyone, "/join/{secret}", join::join)
        .get(Right::Own, "/account", account::show)
        .post(Right::Own, "/account", account::rename)
        .post(Right::Own, "/account/password", account::password)
        .post(Right::Own, "/account/sessions", account::end_sessions)
        .post(Right::Own, "/account/sessions/{hash}", account::end_session)
        .get(Right::Own, "/account/second-factor", factor::show)
        .post(Right::Own, "/account/second-factor", factor::turn_on)
        .post(Right::Own, "/account/second-factor/off", factor::turn_off)
        .post(Right::Own, "/account/second-factor/codes", factor::codes)
        .get(Right::Administer, "/users", users::show)
        .post(Right::Administer, "/users/invite", invite::invite)
        .post(Right::Administer, "/users/links/{hash}/end", invite::revoke)
        .get(Right::Administer, "/users/{login}", user::show)
        .post(Right::Administer, "/users/{login}", user::change)
        .post(Right::Administer, "/users/{login}/password", invite::reset)
        .post(Right::Administer, "/users/{login}/second-factor", user::reset_factor)
        .post(Right::Administer, "/users/{login}/sessions", user::end_sessions)
}

/// A form as it was written.
fn written<T>(form: Result<Form<T>, FormRejection>) -> Result<T, Problem> {
    form.map(|Form(form)| form).map_err(|_| Problem::Wrong)
}

/// What went wrong, to be said on the page on which it was asked.
struct Said {
    status: StatusCode,
    text: String,
    wait: Option<i64>,
}

impl Said {
    /// Nothing yet.
    fn nothing() -> Self {
        Said { status: StatusCode::OK, text: String::new(), wait: None }
    }

    /// What people can mend; anything else is a problem of its own.
    fn of(error: AppError, lang: Lang) -> Result<Self, Problem> {
        let AppError::People(error) = error else { return Err(Problem::of(error, lang)) };
        let (status, wait) = match &error {
            PeopleError::Wait(seconds) => (StatusCode::TOO_MANY_REQUESTS, Some(*seconds)),
            PeopleError::NoLink => (StatusCode::GONE, None),
            PeopleError::Provider(cause) => {
                eprintln!("the identity provider: {cause}");
                (StatusCode::BAD_GATEWAY, None)
            }
            _ => (StatusCode::UNPROCESSABLE_ENTITY, None),
        };
        Ok(Said { status, text: error.message(lang), wait })
    }

    /// The page with it. Nothing of these pages is kept by a browser.
    fn answer(&self, page: Html<String>) -> Response {
        let mut response = (self.status, page).into_response();
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(wait) = self.wait {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(wait.max(1)));
        }
        response
    }
}

/// The login of a reader who has an account; the demo's reader has none.
fn own(visit: &Visit) -> Result<&str, Problem> {
    match visit.signed.session.as_str() {
        "" => Err(Problem::Refused(t!(visit.lang, "people-open"))),
        _ => Ok(&visit.signed.user.login),
    }
}

/// The address of a path as colleagues reach it: the public one, else the one by which this request came.
pub(crate) fn address(desk: &Desk, headers: &HeaderMap, path: &str) -> String {
    let url = desk.door().url(path);
    if url != path {
        return url;
    }
    format!("{}{path}", origin(headers))
}

/// The site's address as this request reached it.
fn origin(headers: &HeaderMap) -> String {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let plain = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
    let host = if host.chars().all(plain) { host } else { "localhost" };
    format!("http://{host}")
}

/// An instant as it is read: `2026-11-24 20:15 UTC`.
fn instant(text: &str) -> String {
    match text.get(..16) {
        Some(head) => format!("{} UTC", head.replace('T', " ")),
        None => text.to_owned(),
    }
}

/// What is said after something was done: one of the words that pages send each other, never what an address says.
fn done(lang: Lang, word: Option<&str>) -> String {
    const WORDS: [&str; 7] =
        ["name", "password", "sessions", "factor-off", "user", "link-ended", "signed-out"];
    match WORDS.into_iter().find(|known| Some(*known) == word) {
        Some(word) => t!(lang, &format!("people-done-{word}")),
        None => String::new(),
    }
}
