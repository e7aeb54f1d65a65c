//! What is taken out as a file and brought in from one.

mod calendar;
mod download;
mod import;
mod preview;

use crate::routes::Routes;
use app::Right;
use axum::http::Method;

pub(super) use download::Downloads;
pub(super) use import::{owner, sent_file};

/// A file that is sent is no longer than this, with the form around it.
const UPLOAD: usize = app::exchange::BOUNDS.bytes + (64 << 10);

/// The routes.
pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(Right::Read, "/export/{name}", download::export_named)
        .get(Right::Own, "/calendar", calendar::page)
        .post(Right::Own, "/calendar", calendar::open)
        .post(Right::Own, "/calendar/close", calendar::close)
        // A calendar program cannot sign in: the secret in the address is looked at by the handler.
        .get(Right::Anyone, "/calendar/{login}/{name}", calendar::feed)
        .get(Right::Edit, "/import", import::page)
        .on(Method::POST, Right::Edit, "/import", UPLOAD, import::upload)
        .get(Right::Edit, "/import/{token}", preview::page)
        .post(Right::Edit, "/import/{token}", preview::apply)
}
