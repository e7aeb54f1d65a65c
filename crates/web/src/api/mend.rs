//! A finding mended as its rule offers it.

use crate::api::change::{Changed, changed, kept};
use crate::api::problem::Refusal;
use crate::api::request::Sent;
use crate::desk::Desk;
use crate::visit::Visit;
use app::mend::Found;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use locale::t;
use serde::Deserialize;
use utoipa::ToSchema;

/// Which finding is to be mended: what the list of findings says of it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MendOrder {
    /// The revision in which it stands.
    revision: u64,
    /// The code of its rule.
    code: String,
    /// Its file.
    file: String,
    /// Its line, from 1.
    line: usize,
    /// Its column, from 1.
    column: usize,
}

/// `POST /api/v1/findings/mend`
#[utoipa::path(
    post, path = "/api/v1/findings/mend", tag = "findings", request_body = MendOrder,
    responses((status = 200, body = Changed), super::Refusals)
)]
pub(crate) async fn mend_finding(
    State(desk): State<Desk>,
    visit: Visit,
    Sent(order): Sent<MendOrder>,
) -> Result<Response, Refusal> {
    let lang = visit.lang;
    let gone = || Refusal::new(StatusCode::CONFLICT, "gone", lang, t!(lang, "forms-mend-gone"));
    let sources = &visit.view.department().sources;
    let place = visit.view.findings.iter().map(|finding| finding.place).find(|place| {
        let start = sources.start(*place);
        *sources.get(place.file).path == *order.file
            && (start.line, start.column) == (order.line, order.column)
    });
    let start = u64::from(place.ok_or_else(gone)?.span.start);
    let found = Found { revision: order.revision, code: order.code, file: order.file, start };
    let note = t!(lang, "forms-note-mended", code = found.code.as_str());
    let mended = visit.workspace.mend(&visit.act(&desk), &found, &note).await;
    let saved = mended.map_err(|error| Refusal::of(error, lang))?.ok_or_else(gone)?;
    Ok(changed(kept(saved, &visit)?, StatusCode::OK, String::new()))
}
