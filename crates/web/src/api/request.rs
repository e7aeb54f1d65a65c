//! What programs send: a body, a query, and the revision that a change was made on.

use crate::api::problem::Refusal;
use crate::desk::Desk;
use crate::preferences::Preferences;
use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::StatusCode;
use axum::http::header::IF_MATCH;
use axum::http::request::Parts;
use locale::{Lang, t};
use serde::de::DeserializeOwned;

/// So much of a list is given where nothing else is asked for.
const SOME: u32 = 100;
/// And no more than this.
const MOST: u32 = 500;
/// A note is never longer than this many characters.
const NOTE: usize = 2_000;

/// A body of JSON.
pub(crate) struct Sent<T>(pub T);
/// What stands behind the question mark.
pub(crate) struct Asked<T>(pub T);
/// What stands in the address.
pub(crate) struct At<T>(pub T);

/// The revision that a change was made on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Base {
    /// Nothing was said.
    Unsaid,
    /// Whatever the newest is.
    Any,
    /// This one.
    Revision(u64),
}

fn lang(parts: &Parts) -> Lang {
    Preferences::of(&parts.headers).lang.unwrap_or(Lang::En)
}

impl<T: DeserializeOwned> FromRequest<Desk> for Sent<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, desk: &Desk) -> Result<Self, Refusal> {
        let (parts, body) = request.into_parts();
        let lang = lang(&parts);
        let read = Json::<T>::from_request(Request::from_parts(parts, body), desk).await;
        read.map(|Json(sent)| Sent(sent)).map_err(|error| {
            let (status, code) = (error.status(), code(&error));
            Refusal::new(status, code, lang, t!(lang, "api-body", cause = error.body_text()))
        })
    }
}

fn code(error: &JsonRejection) -> &'static str {
    match error.status() {
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "media-type",
        StatusCode::PAYLOAD_TOO_LARGE => "too-large",
        StatusCode::UNPROCESSABLE_ENTITY => "misfit",
        _ => "wrong",
    }
}

impl<T: DeserializeOwned> FromRequestParts<Desk> for Asked<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Refusal> {
        let lang = lang(parts);
        let read = Query::<T>::from_request_parts(parts, desk).await;
        read.map(|Query(asked)| Asked(asked)).map_err(|error| {
            let detail = t!(lang, "api-query", cause = error.body_text());
            Refusal::new(StatusCode::BAD_REQUEST, "wrong", lang, detail)
        })
    }
}

impl<T: DeserializeOwned + Send> FromRequestParts<Desk> for At<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Refusal> {
        let lang = lang(parts);
        let read = Path::<T>::from_request_parts(parts, desk).await;
        read.map(|Path(at)| At(at)).map_err(|error| {
            let detail = t!(lang, "api-address", cause = error.body_text());
            Refusal::new(StatusCode::BAD_REQUEST, "wrong", lang, detail)
        })
    }
}

impl FromRequestParts<Desk> for Base {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &Desk) -> Result<Self, Refusal> {
        let Some(said) = parts.headers.get(IF_MATCH) else { return Ok(Base::Unsaid) };
        let lang = lang(parts);
        let wrong =
            || Refusal::new(StatusCode::BAD_REQUEST, "wrong", lang, t!(lang, "api-if-match")).at("If-Match");
        Base::read(said.to_str().unwrap_or_default()).ok_or_else(wrong)
    }
}

impl Base {
    fn read(said: &str) -> Option<Self> {
        match said.trim() {
            "*" => Some(Base::Any),
            tag => {
                let number = tag.trim_start_matches("W/").strip_prefix('"')?.strip_suffix('"')?;
                let plain = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
                plain.then(|| number.parse().ok().map(Base::Revision))?
            }
        }
    }

    /// The revision's number: where nothing was said the newest.
    pub fn or(self, newest: u64, lang: Lang) -> Result<u64, Refusal> {
        match self {
            Base::Unsaid | Base::Any => Ok(newest),
            Base::Revision(number) if number <= newest => Ok(number),
            Base::Revision(number) => {
                let detail = t!(lang, "api-precondition", number = number, newest = newest);
                Err(Refusal::new(StatusCode::PRECONDITION_FAILED, "precondition", lang, detail)
                    .at("If-Match"))
            }
        }
    }
}

/// How much of a list is asked for.
pub(crate) fn limit(asked: Option<u32>) -> u32 {
    asked.unwrap_or(SOME).clamp(1, MOST)
}

/// A note that is not too long.
pub(crate) fn note(text: &str, lang: Lang) -> Result<&str, Refusal> {
    within(text, NOTE, "/note", lang)
}

/// A text of at most so many characters, without control characters but line ends.
pub(crate) fn within<'t>(text: &'t str, most: usize, at: &str, lang: Lang) -> Result<&'t str, Refusal> {
    let plain = !text.chars().any(|c| c.is_control() && c != '\n' && c != '\t');
    if plain && text.chars().count() <= most {
        return Ok(text);
    }
    let detail = t!(lang, "api-too-long", most = most);
    Err(Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, "misfit", lang, detail).at(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_a_revision() {
        assert_eq!(Base::read("\"14\""), Some(Base::Revision(14)));
        assert_eq!(Base::read("W/\"14\""), Some(Base::Revision(14)));
        assert_eq!(Base::read("*"), Some(Base::Any));
        for wrong in ["14", "\"x\"", "\"\"", "\"-1\"", "\"1\", \"2\"", "\"99999999999999999999999\""] {
            assert_eq!(Base::read(wrong), None, "{wrong}");
        }
    }
}
