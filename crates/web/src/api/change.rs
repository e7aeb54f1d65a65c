//! Changes of the texts: what all that write have in common.

use crate::api::problem::Refusal;
use crate::api::request::{Base, note};
use crate::desk::Desk;
use crate::visit::Visit;
use app::{Saved, View};
use axum::Json;
use axum::http::header::{ETAG, HeaderName, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use department::edit::Change;
use diag::Severity;
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// What became of a change.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Changed {
    /// The newest revision.
    pub revision: u64,
    /// Whether it is a new one; false where the change changes nothing.
    pub changed: bool,
    /// The element that was changed, as `goal.trust`; empty where it was more than one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// How many findings there are now.
    pub summary: Summary,
}

/// How many findings there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Summary {
    /// What blocks an approval.
    pub errors: usize,
    /// What needs a reason.
    pub warnings: usize,
    /// What is worth a thought.
    pub advice: usize,
}

impl Summary {
    /// Of a department.
    pub fn of(view: &View) -> Self {
        let count = |severity| view.findings.iter().filter(|finding| finding.severity == severity).count();
        Summary {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            advice: count(Severity::Advice),
        }
    }
}

/// Makes changes that were written on a revision, and tells what became of them.
pub(crate) async fn change(
    desk: &Desk,
    visit: &Visit,
    base: Base,
    changes: &[Change],
    why: &str,
) -> Result<(Arc<View>, bool), Refusal> {
    let base = base.or(visit.view.revision, visit.lang)?;
    let why = note(why, visit.lang)?;
    let saved = visit.workspace.change(&visit.act(desk), base, changes, why).await;
    kept(saved.map_err(|error| Refusal::of(error, visit.lang))?, visit)
}

/// The department after a save, and whether the save made a revision.
pub(crate) fn kept(saved: Saved, visit: &Visit) -> Result<(Arc<View>, bool), Refusal> {
    match saved {
        Saved::Kept(view) => Ok((view, true)),
        Saved::Unchanged(view) => Ok((view, false)),
        Saved::Conflicts(conflicts, view) => Err(Refusal::conflict(&conflicts, view.revision, visit.lang)),
    }
}

/// The answer to a change.
pub(crate) fn changed((view, new): (Arc<View>, bool), status: StatusCode, subject: String) -> Response {
    let body = Changed { revision: view.revision, changed: new, subject, summary: Summary::of(&view) };
    (status, [tag(view.revision)], Json(body)).into_response()
}

/// The header that says of which revision an answer is.
pub(crate) fn tag(revision: u64) -> (HeaderName, HeaderValue) {
    let value = HeaderValue::from_str(&format!("\"{revision}\""));
    (ETAG, value.unwrap_or(HeaderValue::from_static("\"0\"")))
}

/// What is of a revision, or that whoever asks has it already.
pub(crate) fn of_revision(revision: u64, headers: &HeaderMap, body: impl IntoResponse) -> Response {
    let (name, value) = tag(revision);
    let known = headers.get(IF_NONE_MATCH).and_then(|known| known.to_str().ok()).unwrap_or_default();
    let same =
        known.split(',').any(|known| known.trim().trim_start_matches("W/").as_bytes() == value.as_bytes());
    match same {
        true => (StatusCode::NOT_MODIFIED, [(name, value)]).into_response(),
        false => ([(name, value)], body).into_response(),
    }
}
