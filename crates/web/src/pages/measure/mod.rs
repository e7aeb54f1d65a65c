//! Figures brought in: from files, from addresses, and by hand.

mod enter;
mod look;
mod mapped;
mod named;
mod send;
mod shown;

use crate::routes::Routes;
use app::Right;
use axum::http::Method;

/// A file that is sent is no longer than this, with the form around it.
const UPLOAD: usize = app::figures::BOUNDS.bytes + (64 << 10);

/// The routes.
pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(Right::Measure, "/measurements/import", send::page)
        .on(Method::POST, Right::Measure, "/measurements/import", UPLOAD, send::upload)
        .get(Right::Measure, "/measurements/import/{token}", look::page)
        .post(Right::Measure, "/measurements/import/{token}", look::post)
        .get(Right::Measure, "/measurements/imports", named::page)
        .post(Right::Analyse, "/measurements/imports", named::keep)
        .post(Right::Analyse, "/measurements/imports/pull", named::pull)
        .post(Right::Analyse, "/measurements/imports/drop", named::drop)
        .get(Right::Measure, "/measurements/enter", enter::page)
        .post(Right::Measure, "/measurements/enter", enter::post)
}
