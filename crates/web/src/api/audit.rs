//! The audit trail.

use crate::api::problem::Refusal;
use crate::api::request::{Asked, limit};
use crate::desk::Desk;
use crate::visit::Visit;
use app::{Entry, EntryFilter};
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// An entry of the trail.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AuditEntry {
    /// Its number.
    id: u64,
    /// When, RFC 3339.
    at: String,
    /// Who.
    by: String,
    /// The address that the request came from.
    from: String,
    /// What was done.
    what: String,
    /// To what.
    subject: String,
    /// What was before.
    before: String,
    /// What is after.
    after: String,
}

/// A part of the trail, the latest first.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AuditList {
    /// The entries.
    items: Vec<AuditEntry>,
    /// What to put into `before` for the next part; nothing at the end.
    next: Option<u64>,
}

/// Which entries are asked for.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// By whom.
    #[serde(default)]
    by: String,
    /// What was done.
    #[serde(default)]
    what: String,
    /// A part of the subject.
    #[serde(default)]
    subject: String,
    /// From this instant on, RFC 3339.
    #[serde(default)]
    from: String,
    /// Before this instant, RFC 3339.
    #[serde(default)]
    until: String,
    /// With numbers below this one.
    before: Option<u64>,
    /// At most so many; 100 where nothing is said, 500 at the most.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u32>,
}

/// `GET /api/v1/audit`
#[utoipa::path(
    get, path = "/api/v1/audit", tag = "administration", params(Which),
    responses((status = 200, body = AuditList), super::Refusals)
)]
pub(crate) async fn audit(
    State(desk): State<Desk>,
    visit: Visit,
    Asked(which): Asked<Which>,
) -> Result<Json<AuditList>, Refusal> {
    let most = limit(which.limit);
    let filter = EntryFilter {
        by: which.by,
        what: which.what,
        subject: which.subject,
        from: which.from,
        until: which.until,
        before: which.before.unwrap_or_default().min(i64::MAX as u64),
        limit: most,
    };
    let found = desk.people().entries(&filter).await.map_err(Refusal::store(visit.lang))?;
    let next = found.last().map(|last| last.id).filter(|last| *last > 1 && found.len() == most as usize);
    Ok(Json(AuditList { items: found.into_iter().map(AuditEntry::from).collect(), next }))
}

impl From<Entry> for AuditEntry {
    fn from(entry: Entry) -> Self {
        let Entry { id, act, what, subject, before, after } = entry;
        AuditEntry { id, at: act.at, by: act.by, from: act.from, what, subject, before, after }
    }
}
