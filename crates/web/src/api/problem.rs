//! What a program is told when something cannot be done: RFC 9457.

use crate::api::json::{Misfit, of_value};
use crate::problem::Problem;
use app::{AppError, PeopleError};
use axum::Json;
use axum::http::header::{CONTENT_TYPE, HeaderName, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use department::edit::{Conflict, Value};
use locale::{Lang, t};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::response::ResponseBuilder;
use utoipa::openapi::{Ref, RefOr};
use utoipa::{IntoResponses, ToSchema};

/// The media type of a problem.
pub(crate) const MEDIA: &str = "application/problem+json";

/// Problem details.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ProblemDetails {
    /// Where the problem is explained.
    #[serde(rename = "type")]
    kind: String,
    /// What is wrong, in a line.
    title: String,
    /// The status of the answer.
    status: u16,
    /// What to do about it.
    detail: String,
    /// The problem as a word that stays the same.
    code: String,
    /// Where in the request: a JSON pointer, the name of a field or a path.
    #[serde(skip_serializing_if = "String::is_empty")]
    place: String,
    /// What somebody else has changed meanwhile.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    conflicts: Vec<Clash>,
    /// The newest revision, where the request was based on an older one.
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<u64>,
}

/// What two have changed: what both began with, what stands there now, and what was to be put there.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Clash {
    /// The element, as `goal.trust`, or the file.
    subject: String,
    /// The field; empty where the element itself is gone, has come or is called otherwise.
    field: String,
    /// What both began with.
    #[schema(value_type = Option<Object>)]
    base: serde_json::Value,
    /// What stands there now.
    #[schema(value_type = Option<Object>)]
    theirs: serde_json::Value,
    /// What was to be put there.
    #[schema(value_type = Option<Object>)]
    mine: serde_json::Value,
}

/// Why a request of a program is not carried out.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// As a page would say it; told in the reader's language on the way out.
    Page(Problem),
    /// In words of its own.
    Told(Box<ProblemDetails>),
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Refusal::Page(problem)
    }
}

impl Refusal {
    /// A refusal under a word of the catalogue (`api-problem-…`), with what to do.
    pub fn new(status: StatusCode, code: &str, lang: Lang, detail: String) -> Self {
        Refusal::Told(Box::new(details(status, code, lang, detail)))
    }

    /// With where in the request.
    pub fn at(mut self, at: impl Into<String>) -> Self {
        if let Refusal::Told(told) = &mut self {
            told.place = at.into();
        }
        self
    }

    /// What a use-case could not do.
    pub fn of(error: AppError, lang: Lang) -> Self {
        let Some((status, code)) = kind(&error) else { return Problem::of(error, lang).into() };
        Refusal::new(status, code, lang, error.message(lang))
    }

    /// What the store could not do.
    pub fn store(lang: Lang) -> impl Fn(app::StoreError) -> Refusal {
        move |error| Refusal::of(error.into(), lang)
    }

    /// A value that does not fit its field.
    pub fn misfit(misfit: &Misfit, lang: Lang) -> Self {
        let detail = t!(lang, "api-misfit", wanted = locale::Value::word(misfit.wanted));
        Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, "misfit", lang, detail).at(&*misfit.place)
    }

    /// Somebody else has changed the same: what both wrote.
    pub fn conflict(conflicts: &[Conflict], revision: u64, lang: Lang) -> Self {
        let said = |value: &Option<Value>| value.as_ref().map_or(serde_json::Value::Null, of_value);
        let clash = |one: &Conflict| Clash {
            subject: one.subject.to_string(),
            field: one.field.clone(),
            base: said(&one.base),
            theirs: said(&one.theirs),
            mine: said(&one.mine),
        };
        let mut told = details(StatusCode::CONFLICT, "conflict", lang, t!(lang, "api-conflict"));
        told.conflicts = conflicts.iter().map(clash).collect();
        told.revision = Some(revision);
        Refusal::Told(Box::new(told))
    }
}

/// Errors of use-cases that programs know by words of their own.
fn kind(error: &AppError) -> Option<(StatusCode, &'static str)> {
    use department::edit::EditError;
    Some(match error {
        AppError::Edit(EditError::NoElement(_)) => (StatusCode::NOT_FOUND, "no-element"),
        AppError::Edit(EditError::Exists(_)) => (StatusCode::CONFLICT, "exists"),
        AppError::Edit(EditError::Kind(_)) => (StatusCode::NOT_FOUND, "no-kind"),
        AppError::Edit(EditError::Field(..)) => (StatusCode::UNPROCESSABLE_ENTITY, "no-field"),
        AppError::Edit(EditError::Id(_)) => (StatusCode::UNPROCESSABLE_ENTITY, "id"),
        AppError::Edit(EditError::Text { .. }) => (StatusCode::UNPROCESSABLE_ENTITY, "unreadable-text"),
        AppError::Edit(EditError::TooLarge) | AppError::Texts(app::TextsError::TooMuch) => {
            (StatusCode::PAYLOAD_TOO_LARGE, "too-large")
        }
        AppError::Texts(_) => (StatusCode::UNPROCESSABLE_ENTITY, "path"),
        AppError::Hook(_) => (StatusCode::UNPROCESSABLE_ENTITY, "hook"),
        AppError::Approval(_) => (StatusCode::UNPROCESSABLE_ENTITY, "approval"),
        AppError::People(error) => of_people(error),
        AppError::NothingNormative => (StatusCode::NOT_FOUND, "not-found"),
        AppError::Key(_) => (StatusCode::UNPROCESSABLE_ENTITY, "key"),
        _ => return None,
    })
}

/// What a door refuses, which forms tell beside their fields.
fn of_people(error: &PeopleError) -> (StatusCode, &'static str) {
    match error {
        PeopleError::NoUser | PeopleError::NoLink => (StatusCode::NOT_FOUND, "not-found"),
        PeopleError::Taken => (StatusCode::CONFLICT, "exists"),
        PeopleError::LastAdministrator => (StatusCode::CONFLICT, "last-administrator"),
        _ => (StatusCode::UNPROCESSABLE_ENTITY, "misfit"),
    }
}

fn details(status: StatusCode, code: &str, lang: Lang, detail: String) -> ProblemDetails {
    ProblemDetails {
        kind: format!("/api#problem-{code}"),
        title: t!(lang, &format!("api-problem-{code}")),
        status: status.as_u16(),
        detail,
        code: code.to_owned(),
        place: String::new(),
        conflicts: Vec::new(),
        revision: None,
    }
}

impl IntoResponse for ProblemDetails {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        (status, [(CONTENT_TYPE, HeaderValue::from_static(MEDIA))], Json(self).into_response().into_body())
            .into_response()
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        match self {
            Refusal::Page(problem) => problem.into_response(),
            Refusal::Told(told) => told.into_response(),
        }
    }
}

/// An answer of another part of the site, told to a program.
pub(crate) fn told(problem: &Problem, lang: Lang, answer: Response) -> Response {
    if answer.headers().get(CONTENT_TYPE).is_some_and(|kind| kind == MEDIA) {
        return answer;
    }
    let status = answer.status();
    let (code, detail) = match problem {
        _ if status == StatusCode::METHOD_NOT_ALLOWED => ("method", t!(lang, "api-method")),
        Problem::NotFound => ("not-found", t!(lang, "api-not-found")),
        Problem::Wrong => ("wrong", t!(lang, "api-wrong")),
        Problem::SignIn(_) => ("sign-in", t!(lang, "api-sign-in")),
        Problem::Forbidden(right) => ("forbidden", t!(lang, "api-forbidden", right = right.word())),
        Problem::Stale => ("stale", t!(lang, "api-stale")),
        Problem::TooLarge(bytes) => ("too-large", t!(lang, "web-too-large-mend", kb = *bytes >> 10)),
        Problem::Refused(message) => ("refused", message.clone()),
        Problem::Unreadable(message) => ("unreadable", message.clone()),
        Problem::Fault(id) => ("fault", t!(lang, "api-fault", id = id.as_str())),
    };
    let mut new = details(status, code, lang, detail).into_response();
    if status == StatusCode::UNAUTHORIZED {
        new.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    let kept: [HeaderName; 2] = [axum::http::header::ALLOW, axum::http::header::RETRY_AFTER];
    for name in kept {
        if let Some(value) = answer.headers().get(&name) {
            new.headers_mut().insert(name, value.clone());
        }
    }
    new
}

/// The problems that every operation may answer with.
pub(crate) struct Refusals;

impl IntoResponses for Refusals {
    fn responses() -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
        let schema = Ref::from_schema_name("ProblemDetails");
        let each = [
            ("400", "The request cannot be read."),
            ("401", "No key, or one that has ended."),
            ("403", "The key does not go so far."),
            ("404", "There is no such thing."),
            ("409", "Somebody else has changed the same meanwhile, or it is there already."),
            ("412", "There is no revision as `If-Match` says."),
            ("413", "More was sent than is taken."),
            ("415", "The body is not of the media type that is taken."),
            ("422", "What was sent does not fit."),
            ("428", "The revision that this is based on must be said in `If-Match`."),
            ("429", "Too many requests with this key; `Retry-After` says when to go on."),
            ("503", "The department cannot be read."),
        ];
        let response = |words: &str| {
            let content = ContentBuilder::new().schema(Some(schema.clone())).build();
            RefOr::T(ResponseBuilder::new().description(words).content(MEDIA, content).build())
        };
        each.into_iter().map(|(status, words)| (status.to_owned(), response(words))).collect()
    }
}
