//! Every page, and which address leads to it.

mod documents;
mod explain;
mod files;
mod findings;
mod kpi;
mod kpis;
mod overview;
mod rules;
mod section;
mod states;

use crate::desk::Desk;
use crate::problem::{Problem, explain as explain_problem};
use crate::{assets, headers, preferences};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
pub(crate) use states::href as kpi_href;

/// A form of ours is never longer than this many bytes.
const FORM_BYTES: usize = 8 << 10;

/// All pages of a desk.
pub fn router(desk: Desk) -> Router {
    let mut router = Router::new()
        .route("/", get(overview::overview))
        .route("/kpis", get(kpis::kpis))
        .route("/kpis/{id}", get(kpi::kpi))
        .route("/findings", get(findings::findings))
        .route("/findings/{code}", get(explain::explain))
        .route("/rules", get(rules::rules))
        .route("/documents", get(documents::documents))
        .route("/documents/{name}", get(documents::document))
        .route("/files/{*name}", get(files::file))
        .route("/assets/{*name}", get(assets::asset))
        .route("/preferences", post(preferences::choose));
    for section in section::ALL {
        router = router.route(section.path, get(|visit| section::section(visit, section)));
    }
    router
        .fallback(async || Problem::NotFound)
        .method_not_allowed_fallback(async || StatusCode::METHOD_NOT_ALLOWED)
        .layer(DefaultBodyLimit::max(FORM_BYTES))
        .layer(from_fn_with_state(desk.clone(), explain_problem))
        .layer(from_fn(headers::strict))
        .with_state(desk)
}

/// Text as a part of an address: what is neither a letter, a digit nor one of `-._~/` of ASCII becomes `%XX`.
pub(crate) fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(byte as char)
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
