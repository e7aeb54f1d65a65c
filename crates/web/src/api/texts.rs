//! The texts: all, one, and a folder put in the place of all.

use crate::api::change::{Changed, change, changed, kept, of_revision};
use crate::api::problem::Refusal;
use crate::api::request::{Asked, At, Base, Sent, note};
use crate::desk::Desk;
use crate::problem::Problem;
use crate::visit::Visit;
use app::accept;
use axum::Json;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use department::Files;
use department::edit::Change;
use locale::{Lang, t};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// A file: its text, or its bytes where it is no text.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TextFile {
    /// Its path inside the department, `/` between folders.
    path: String,
    /// What it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    /// What it holds, in base64, where it is not UTF-8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    base64: Option<String>,
}

/// All texts of a revision.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TextSet {
    /// The revision.
    revision: u64,
    /// The files.
    files: Vec<TextFile>,
}

/// Texts to be put in the place of all.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewTexts {
    /// The files; one that is not among them is removed.
    files: Vec<TextFile>,
    /// Why.
    #[serde(default)]
    note: String,
}

/// Why a text is put.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Why {
    /// Why.
    #[serde(default)]
    note: String,
}

impl TextFile {
    fn of(path: &str, content: &[u8]) -> Self {
        match std::str::from_utf8(content) {
            Ok(text) => TextFile { path: path.to_owned(), text: Some(text.to_owned()), base64: None },
            Err(_) => TextFile { path: path.to_owned(), text: None, base64: Some(STANDARD.encode(content)) },
        }
    }

    fn content(self, lang: Lang) -> Result<(String, Vec<u8>), Refusal> {
        let wrong = |path: &str| {
            let detail = t!(lang, "api-file-content");
            Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, "misfit", lang, detail).at(path)
        };
        match (self.text, self.base64) {
            (Some(text), None) => Ok((self.path, text.into_bytes())),
            (None, Some(coded)) => match STANDARD.decode(coded) {
                Ok(bytes) => Ok((self.path, bytes)),
                Err(_) => Err(wrong(&self.path)),
            },
            _ => Err(wrong(&self.path)),
        }
    }
}

/// All texts of a revision, as they are sent.
pub(crate) fn set(revision: u64, files: &Files) -> TextSet {
    let files = files.by_path.iter().map(|(path, content)| TextFile::of(path, content)).collect();
    TextSet { revision, files }
}

/// Files that were sent: none outside a department, none too many, none too large.
pub(crate) fn received(sent: Vec<TextFile>, lang: Lang) -> Result<Files, Refusal> {
    let files = sent.into_iter().map(|file| file.content(lang)).collect::<Result<Vec<_>, _>>()?;
    accept(files).map_err(|error| {
        let place = error.path().to_owned();
        Refusal::of(error.into(), lang).at(place)
    })
}

/// `GET /api/v1/texts`
#[utoipa::path(
    get, path = "/api/v1/texts", tag = "texts",
    responses((status = 200, body = TextSet), (status = 304), super::Refusals)
)]
pub(crate) async fn texts(visit: Visit, headers: HeaderMap) -> Response {
    let set = set(visit.view.revision, &visit.view.files);
    of_revision(visit.view.revision, &headers, Json(set))
}

/// `PUT /api/v1/texts`: merged with what others have saved since the revision that `If-Match` names; with `*` they are
/// put as they are.
#[utoipa::path(
    put, path = "/api/v1/texts", tag = "texts", params(("If-Match" = Option<String>, Header)),
    request_body = NewTexts, responses((status = 200, body = Changed), super::Refusals)
)]
pub(crate) async fn put_texts(
    State(desk): State<Desk>,
    visit: Visit,
    base: Base,
    Sent(new): Sent<NewTexts>,
) -> Result<Response, Refusal> {
    let (lang, newest) = (visit.lang, visit.view.revision);
    let why = note(&new.note, lang)?.to_owned();
    let files = received(new.files, lang)?;
    let act = visit.act(&desk);
    let saved = match base {
        Base::Unsaid => {
            let detail = t!(lang, "api-no-base", newest = newest);
            return Err(
                Refusal::new(StatusCode::PRECONDITION_REQUIRED, "no-base", lang, detail).at("If-Match")
            );
        }
        Base::Any => visit.workspace.replace(&act, &files, &why).await,
        Base::Revision(_) => {
            let base = base.or(newest, lang)?;
            visit.workspace.push(&act, base, &files, &why).await
        }
    };
    let done = kept(saved.map_err(|error| Refusal::of(error, lang))?, &visit)?;
    Ok(changed(done, StatusCode::OK, String::new()))
}

/// `GET /api/v1/texts/sostac.toml`
#[utoipa::path(
    get, path = "/api/v1/texts/{path}", tag = "texts", params(("path" = String, Path)),
    responses((status = 200, body = String, content_type = "text/plain"), (status = 304), super::Refusals)
)]
pub(crate) async fn text(
    visit: Visit,
    headers: HeaderMap,
    At(path): At<String>,
) -> Result<Response, Refusal> {
    let content = visit.view.files.get(&path).ok_or(Problem::NotFound)?.to_vec();
    let kind = match std::str::from_utf8(&content) {
        Ok(_) => "text/plain; charset=utf-8",
        Err(_) => "application/octet-stream",
    };
    let head = [(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, "attachment")];
    Ok(of_revision(visit.view.revision, &headers, (head, content).into_response()))
}

/// `PUT /api/v1/texts/sostac.toml`
#[utoipa::path(
    put, path = "/api/v1/texts/{path}", tag = "texts",
    params(("path" = String, Path), ("If-Match" = Option<String>, Header), Why),
    request_body(content = String, content_type = "text/plain"),
    responses((status = 200, body = Changed), super::Refusals)
)]
pub(crate) async fn put_text(
    State(desk): State<Desk>,
    visit: Visit,
    At(path): At<String>,
    base: Base,
    Asked(why): Asked<Why>,
    text: String,
) -> Result<Response, Refusal> {
    let file = TextFile { path: path.clone(), text: Some(text.clone()), base64: None };
    received(vec![file], visit.lang)?;
    let text = Change::Text { file: path, text };
    let done = change(&desk, &visit, base, &[text], &why.note).await?;
    Ok(changed(done, StatusCode::OK, String::new()))
}
