//! Every page, and which address leads to it.

mod approval;
mod audit;
mod control_report;
mod corrections;
mod documents;
pub(crate) mod edit;
mod effect;
mod exchange;
mod explain;
mod files;
mod findings;
mod hooks;
mod keys;
mod kpi;
mod kpis;
mod map;
mod measure;
mod overview;
mod people;
mod plan;
mod reports;
mod revisions;
mod rules;
mod search;
mod section;
mod start;
mod states;
mod studies;
mod teach;
mod what_if;

use crate::desk::Desk;
use crate::problem::{Problem, explain as explain_problem};
use crate::routes::{Route, Routes};
use crate::signed::know;
use crate::{assets, headers, preferences};
use app::Right;
use axum::Router;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
pub(crate) use corrections::href as correction_href;
pub(crate) use documents::{Asked as Edition, document};
pub(crate) use people::address;
pub(crate) use reports::file as report_file;
pub(crate) use search::{Hit, hits};
pub(crate) use states::href as kpi_href;

/// All pages of a desk.
pub fn router(desk: Desk) -> Router {
    let (router, _) = routes().done();
    router
        .fallback(async || Problem::NotFound)
        .method_not_allowed_fallback(async || StatusCode::METHOD_NOT_ALLOWED)
        .layer(from_fn(crate::api::bounded))
        .layer(from_fn_with_state(desk.clone(), explain_problem))
        .layer(from_fn_with_state(desk.clone(), know))
        .layer(from_fn(headers::strict))
        .with_state(desk)
}

/// Every route with the right that it asks for.
pub fn table() -> Vec<Route> {
    routes().done().1
}

/// A part of the desk a module: each adds its own.
fn routes() -> Routes {
    let mut routes = Routes::new()
        .get(Right::Read, "/", overview::overview)
        .get(Right::Read, plan::PATH, plan::plan)
        .get(Right::Read, "/kpis", kpis::kpis)
        .post(Right::Approve, "/kpis/close", kpi::close)
        .get(Right::Read, "/kpis/{id}", kpi::kpi)
        .get(Right::Read, "/kpis/{id}/since", kpi::since)
        .get(Right::Read, "/kpis/{id}/{day}", kpi::history)
        .post(Right::Approve, "/kpis/{id}/confirm", kpi::confirm)
        .get(Right::Read, "/findings", findings::findings)
        .get(Right::Read, "/findings/{code}", explain::explain)
        .get(Right::Read, "/rules", rules::rules)
        .get(Right::Read, "/documents", documents::documents)
        .get(Right::Read, "/documents/{name}", document)
        .get(Right::Read, "/control/report/{name}", control_report::file)
        .get(Right::Read, "/files/{*name}", files::file)
        .post(Right::Edit, "/map", map::join)
        .get(Right::Read, "/search", search::search)
        .get(Right::Read, "/search/hits", search::fragment)
        .get(Right::Read, "/start", start::start)
        .get(Right::Read, "/revisions", revisions::revisions)
        .get(Right::Read, "/revisions/{number}", revisions::revision)
        .post(Right::Edit, "/revisions/{number}/restore", revisions::restore)
        .get(Right::Anyone, "/assets/{*name}", assets::asset)
        .post(Right::Anyone, "/preferences", preferences::choose);
    routes = what_if::routes(reports::routes(corrections::routes(edit::routes(routes))));
    routes = approval::routes(routes);
    routes = crate::api::routes(hooks::routes(keys::routes(routes)));
    routes = studies::routes(measure::routes(exchange::routes(routes)));
    routes = routes.get(Right::Administer, "/audit", audit::audit).get(
        Right::Administer,
        "/audit.csv",
        audit::csv,
    );
    routes = people::routes(routes);
    for section in section::ALL {
        routes = routes.get(Right::Read, section.path, |visit, said| section::section(visit, said, section));
    }
    routes
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
