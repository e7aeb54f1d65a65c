//! What a page says when it cannot be shown: what is wrong, and the way back.

use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::pages::encoded;
use crate::preferences::Preferences;
use crate::signed::Signed;
use crate::visit;
use app::{AppError, Right};
use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{ALLOW, CONTENT_TYPE};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use locale::{Lang, t};
use std::time::{SystemTime, UNIX_EPOCH};

/// Why there is no page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Problem {
    /// There is nothing at the address.
    NotFound,
    /// The request is not one that a page makes.
    Wrong,
    /// Nobody has signed in; the page to come back to.
    SignIn(String),
    /// Who has signed in may not do that.
    Forbidden(Right),
    /// The form was not made here, or by a session that has ended.
    Stale,
    /// More was sent than the page takes: bytes.
    TooLarge(usize),
    /// What was asked does not fit; the message says what to do, in the reader's language.
    Refused(String),
    /// The department cannot be read; the message says what to do.
    Unreadable(String),
    /// Nobody's mistake; the id stands in the log.
    Fault(String),
}

impl Problem {
    /// Logs a fault, and keeps its id for the page.
    pub fn fault(error: impl std::fmt::Display) -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let id = format!("{:08x}", now.as_micros() as u32);
        eprintln!("fault {id}: {error:#}");
        Problem::Fault(id)
    }

    /// What a use-case could not do: the reader's to mend where it says how, a fault where the store fails.
    pub fn of(error: AppError, lang: Lang) -> Self {
        match error {
            AppError::Store(_) | AppError::Interrupted(_) | AppError::File(..) => Problem::fault(error),
            AppError::NoRevision(_) => Problem::NotFound,
            error => Problem::Refused(error.message(lang)),
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Problem::NotFound => StatusCode::NOT_FOUND,
            Problem::Wrong => StatusCode::BAD_REQUEST,
            Problem::SignIn(_) => StatusCode::UNAUTHORIZED,
            Problem::Forbidden(_) | Problem::Stale => StatusCode::FORBIDDEN,
            Problem::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Problem::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Problem::Unreadable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Problem::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    frame: Frame,
    what: String,
    mend: String,
    id: Option<String>,
}

/// Gives every answer that is a problem its page, in the reader's language.
pub(crate) async fn explain(State(desk): State<Desk>, request: Request, next: Next) -> Response {
    let preferences = Preferences::of(request.headers());
    let here = visit::address(request.uri());
    let (signed, machine) = (Signed::of(request.extensions()), here.starts_with("/api/"));
    let response = next.run(request).await;
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return response;
    }
    // A page that says itself what is wrong, beside the field that it speaks of, stays as it is.
    let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if response.extensions().get::<Problem>().is_none()
        && kind.is_some_and(|kind| kind.starts_with("text/html"))
    {
        return response;
    }
    let problem = response.extensions().get::<Problem>().cloned().unwrap_or_else(|| match status {
        StatusCode::NOT_FOUND => Problem::NotFound,
        _ if status.is_client_error() => Problem::Wrong,
        _ => Problem::fault(format!("{here}: {status}")),
    });
    // A program is answered as its own part of the site does.
    if machine {
        return crate::api::told(&problem, preferences.lang.unwrap_or(Lang::En), response);
    }
    if let Problem::SignIn(back) = &problem {
        return Redirect::to(&format!("/sign-in?back={}", encoded(back))).into_response();
    }
    let view = match (&problem, &signed) {
        (Problem::Unreadable(_) | Problem::Fault(_), _) | (_, None) => None,
        _ => {
            let view = visit::view(&desk, preferences.lang).await.ok();
            view.zip(visit::approvals(&desk, preferences.lang).await.ok())
        }
    };
    let lang = preferences.lang.or(view.as_ref().map(|(view, _)| view.language())).unwrap_or(Lang::En);
    let (key, mend, id) = match problem {
        Problem::NotFound => ("web-not-found", t!(lang, "web-not-found-mend"), None),
        Problem::Wrong | Problem::SignIn(_) => {
            ("web-wrong-request", t!(lang, "web-wrong-request-mend"), None)
        }
        Problem::Forbidden(right) => {
            let right = t!(lang, &format!("right-{}", right.word()));
            ("web-forbidden", t!(lang, "web-forbidden-mend", right = right), None)
        }
        Problem::Stale => ("web-old-form", t!(lang, "web-old-form-mend"), None),
        Problem::TooLarge(bytes) => ("web-too-large", t!(lang, "web-too-large-mend", kb = bytes >> 10), None),
        Problem::Refused(message) => ("web-refused", message, None),
        Problem::Unreadable(message) => ("web-unreadable", message, None),
        Problem::Fault(id) => ("web-fault", t!(lang, "web-fault-mend"), Some(id)),
    };
    let what = t!(lang, key);
    let frame = match &view {
        Some((view, approvals)) => Frame::new(lang, preferences.theme, here, what.clone(), view, approvals),
        None => Frame::bare(lang, preferences.theme, here, what.clone()),
    };
    let frame = match &signed {
        Some(signed) => frame.signed(signed),
        None => frame,
    };
    let Ok(html) = page(&ProblemPage { frame, what, mend, id }) else { return response };
    let allow = response.headers().get(ALLOW).cloned();
    let mut answer = (status, [(CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response();
    if let Some(allow) = allow {
        answer.headers_mut().insert(ALLOW, allow);
    }
    answer
}
