//! Deciding about a proposal, and taking it back.

use super::one::users;
use super::{Sent, of};
use crate::desk::Desk;
use crate::problem::Problem;
use crate::visit::Visit;
use axum::extract::{Path, State};
use axum::response::Redirect;
use serde::Deserialize;

/// What is said with a decision.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Words {
    #[serde(default)]
    note: String,
}

/// `POST /approval/3/agree`
pub(super) async fn agree(
    State(desk): State<Desk>,
    visit: Visit,
    Path(id): Path<u64>,
    sent: Sent<Words>,
) -> Result<Redirect, Problem> {
    decide(&desk, &visit, id, true, &of(sent)?.note).await
}

/// `POST /approval/3/return`
pub(super) async fn give_back(
    State(desk): State<Desk>,
    visit: Visit,
    Path(id): Path<u64>,
    sent: Sent<Words>,
) -> Result<Redirect, Problem> {
    decide(&desk, &visit, id, false, &of(sent)?.note).await
}

async fn decide(desk: &Desk, visit: &Visit, id: u64, agreed: bool, note: &str) -> Result<Redirect, Problem> {
    let (act, users) = (visit.act(desk), users(desk, visit).await?);
    let decided = visit.workspace.decide(&act, &visit.signed.user, &users, id, agreed, note).await;
    decided.map(|_| Redirect::to("/approval")).map_err(|error| Problem::of(error, visit.lang))
}

/// `POST /approval/3/withdraw`
pub(super) async fn withdraw(
    State(desk): State<Desk>,
    visit: Visit,
    Path(id): Path<u64>,
) -> Result<Redirect, Problem> {
    let done = visit.workspace.withdraw(&visit.act(&desk), &visit.signed.user, id).await;
    done.map(|()| Redirect::to("/approval")).map_err(|error| Problem::of(error, visit.lang))
}
