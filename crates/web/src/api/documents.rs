//! Both documents, as files.

use crate::api::problem::Refusal;
use crate::api::request::{Asked, At};
use crate::desk::Desk;
use crate::pages::{Edition, document};
use crate::visit::Visit;
use app::{Format, document_names};
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use locale::Lang;
use serde::Serialize;
use utoipa::ToSchema;

/// A document that can be taken away.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DocumentFile {
    /// Its name, as `sostac.ru.pdf`.
    name: String,
    /// Its language.
    lang: &'static str,
    /// Its media type.
    media_type: &'static str,
    /// Where it is.
    href: String,
}

/// `GET /api/v1/documents`
#[utoipa::path(
    get, path = "/api/v1/documents", tag = "documents",
    responses((status = 200, body = Vec<DocumentFile>), super::Refusals)
)]
pub(crate) async fn documents() -> Json<Vec<DocumentFile>> {
    let each = document_names().into_iter().flat_map(|name| {
        Lang::ALL.into_iter().flat_map(move |lang| {
            Format::ALL.map(|format| {
                let name = format!("{name}.{lang}.{}", format.ending());
                let href = format!("/api/v1/documents/{name}");
                DocumentFile { name, lang: lang.code(), media_type: format.media_type(), href }
            })
        })
    });
    Json(each.collect())
}

/// `GET /api/v1/documents/sostac.ru.pdf?revision=normative`
#[utoipa::path(
    get, path = "/api/v1/documents/{name}", tag = "documents",
    params(("name" = String, Path), ("revision" = Option<String>, Query)),
    responses(
        (status = 200, content((Vec<u8> = "application/pdf"), (String = "text/html"))), super::Refusals
    )
)]
pub(crate) async fn document_content(
    desk: State<Desk>,
    visit: Visit,
    At(name): At<String>,
    Asked(edition): Asked<Edition>,
) -> Result<Response, Refusal> {
    // The audit trail is told there that it went out.
    Ok(document(desk, visit, Path(name), Query(edition)).await?)
}
