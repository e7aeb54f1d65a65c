//! Studies: data, questions put to them, and the answers.

mod ask;
mod data;
mod fields;
mod keep;
mod list;
mod shown;
mod study;

use crate::routes::Routes;
use app::Right;
use app::studies::DATA_BYTES;
use axum::http::Method;

/// What the pages of a part of the desk add.
pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(Right::Read, "/studies", list::list)
        .get(Right::Read, "/studies/{id}", study::study)
        .post(Right::Analyse, "/studies/{id}/accept", keep::accept)
        .get(Right::Analyse, "/ask", ask::ask)
        .post(Right::Analyse, "/ask", keep::keep)
        .on(Method::POST, Right::Measure, "/data", DATA_BYTES + (1 << 20), data::bring)
        .post(Right::Measure, "/data/remove", data::remove)
}
