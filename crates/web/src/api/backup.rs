//! A copy of all that is kept.

use crate::api::problem::Refusal;
use crate::desk::Desk;
use crate::visit::Visit;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

/// The name of the file.
const NAME: &str = "backup.reper";

/// `POST /api/v1/backup`: made as of one moment while others write, and proven before it goes out. It is a `POST`, since the
/// trail tells of each.
#[utoipa::path(
    post, path = "/api/v1/backup", tag = "administration",
    responses((status = 200, content((Vec<u8> = "application/vnd.sqlite3"))), super::Refusals)
)]
pub(crate) async fn backup(State(desk): State<Desk>, visit: Visit) -> Result<Response, Refusal> {
    let made = app::backup_bytes(desk.people(), NAME, &visit.act(&desk)).await;
    let bytes = made.map_err(|error| Refusal::of(error, visit.lang))?;
    let head = [
        (CONTENT_TYPE, "application/vnd.sqlite3".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{NAME}\"")),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((head, bytes).into_response())
}
