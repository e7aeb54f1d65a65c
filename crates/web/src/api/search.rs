//! The search over everything, as the page has it.

use crate::api::problem::Refusal;
use crate::api::request::{Asked, limit};
use crate::pages::{Hit, hits};
use crate::visit::Visit;
use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// What is searched for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Sought {
    /// Words, in any case and ending.
    q: String,
    /// At most so many; 100 where nothing is said, 500 at the most.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u32>,
}

/// Something that was found: an element, a page, a rule or a revision.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FoundItem {
    /// What it is called.
    title: String,
    /// What it is, in words.
    kind: String,
    /// What it says, where the words occur.
    says: String,
    /// The page that shows it.
    page: String,
}

/// `GET /api/v1/search?q=trust`
#[utoipa::path(
    get, path = "/api/v1/search", tag = "department", params(Sought),
    responses((status = 200, body = Vec<FoundItem>), super::Refusals)
)]
pub(crate) async fn search(
    visit: Visit,
    Asked(sought): Asked<Sought>,
) -> Result<Json<Vec<FoundItem>>, Refusal> {
    let (found, _) = hits(&visit, &sought.q, limit(sought.limit) as usize).await?;
    let item = |hit: Hit| FoundItem { title: hit.title, kind: hit.kind, says: hit.says, page: hit.href };
    Ok(Json(found.into_iter().map(item).collect()))
}
