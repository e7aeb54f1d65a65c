//! From a draft to the normative revision: proposals and what was decided about them.

use crate::api::problem::Refusal;
use crate::api::request::{At, Sent};
use crate::desk::Desk;
use crate::problem::Problem;
use crate::visit::Visit;
use app::approval::{Wish, propose_check};
use app::{Decision, Proposal, Reason, User};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::ToSchema;

/// A proposal.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ProposalInfo {
    /// Its number.
    id: u64,
    /// The revision that is proposed.
    revision: u64,
    /// Who proposed it.
    by: String,
    /// When, RFC 3339.
    at: String,
    /// In their words.
    note: String,
    /// `open`, `approved`, `returned` or `withdrawn`.
    state: &'static str,
    /// The warnings that stand, each with its reason.
    reasons: Vec<ReasonInfo>,
    /// Who decides, stage by stage.
    stages: Vec<StageInfo>,
    /// What was decided, in order.
    decisions: Vec<DecisionInfo>,
}

/// A warning with the reason that lets it stand.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReasonInfo {
    /// The rule's code.
    code: String,
    /// The element that it speaks of, as `goal.trust`, or the file.
    subject: String,
    /// Why it may stand.
    #[serde(default)]
    reason: String,
}

/// A stage.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StageInfo {
    /// What it is called.
    name: String,
    /// Who decides; where nobody is named, anybody who may approve.
    logins: Vec<String>,
}

/// A decision.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DecisionInfo {
    /// Who.
    by: String,
    /// When, RFC 3339.
    at: String,
    /// The stage, from 0.
    stage: u32,
    /// Agreed, or returned.
    agreed: bool,
    /// In their words.
    note: String,
}

/// What stands in the way of proposing the newest revision.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Prospect {
    /// The newest revision.
    revision: u64,
    /// The normative one.
    normative: Option<u64>,
    /// The number of the proposal that is open.
    open: Option<u64>,
    /// How many errors stand in the way.
    errors: usize,
    /// The warnings that need a reason.
    warnings: Vec<ReasonInfo>,
    /// Who would decide.
    stages: Vec<StageInfo>,
    /// Why nobody can decide.
    #[serde(skip_serializing_if = "String::is_empty")]
    problem: String,
}

/// What is proposed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProposalOrder {
    /// The revision.
    revision: u64,
    /// Why.
    #[serde(default)]
    note: String,
    /// A reason for every warning.
    #[serde(default)]
    reasons: Vec<ReasonInfo>,
}

/// What is decided.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DecisionOrder {
    /// Agreed, or returned.
    agreed: bool,
    /// Why; what is returned needs a reason.
    #[serde(default)]
    note: String,
}

fn stage(stage: &app::Stage) -> StageInfo {
    StageInfo { name: stage.name.clone(), logins: stage.logins.clone() }
}

impl From<Proposal> for ProposalInfo {
    fn from(one: Proposal) -> Self {
        let reason = |one: Reason| ReasonInfo { code: one.code, subject: one.subject, reason: one.reason };
        let decision = |one: Decision| DecisionInfo {
            by: one.act.by,
            at: one.act.at,
            stage: one.stage,
            agreed: one.agreed,
            note: one.note,
        };
        ProposalInfo {
            id: one.id,
            revision: one.revision,
            by: one.act.by,
            at: one.act.at,
            note: one.note,
            state: one.state.word(),
            reasons: one.reasons.into_iter().map(reason).collect(),
            stages: one.stages.iter().map(stage).collect(),
            decisions: one.decisions.into_iter().map(decision).collect(),
        }
    }
}

async fn users(desk: &Desk, visit: &Visit) -> Result<Vec<User>, Refusal> {
    desk.users(visit.view.department()).await.map_err(|error| Refusal::of(error, visit.lang))
}

async fn found(visit: &Visit, id: u64) -> Result<ProposalInfo, Refusal> {
    let id = if i64::try_from(id).is_ok() { id } else { 0 };
    let one = visit.workspace.store().proposal(id).await.map_err(Refusal::store(visit.lang))?;
    Ok(one.ok_or(Problem::NotFound)?.into())
}

/// `GET /api/v1/proposals`
#[utoipa::path(
    get, path = "/api/v1/proposals", tag = "approval",
    responses((status = 200, body = Vec<ProposalInfo>), super::Refusals)
)]
pub(crate) async fn proposals(visit: Visit) -> Result<Json<Vec<ProposalInfo>>, Refusal> {
    let all = visit.workspace.store().proposals().await.map_err(Refusal::store(visit.lang))?;
    Ok(Json(all.into_iter().map(ProposalInfo::from).collect()))
}

/// `GET /api/v1/proposals/3`
#[utoipa::path(
    get, path = "/api/v1/proposals/{id}", tag = "approval", params(("id" = u64, Path)),
    responses((status = 200, body = ProposalInfo), super::Refusals)
)]
pub(crate) async fn proposal(visit: Visit, At(id): At<u64>) -> Result<Json<ProposalInfo>, Refusal> {
    Ok(Json(found(&visit, id).await?))
}

/// `GET /api/v1/approval`
#[utoipa::path(
    get, path = "/api/v1/approval", tag = "approval", responses((status = 200, body = Prospect), super::Refusals)
)]
pub(crate) async fn prospect(State(desk): State<Desk>, visit: Visit) -> Result<Json<Prospect>, Refusal> {
    let (users, view, lang) = (users(&desk, &visit).await?, Arc::clone(&visit.view), visit.lang);
    let check = move || propose_check(view, &users, lang);
    let draft = tokio::task::spawn_blocking(check).await.map_err(Problem::fault)?;
    let reason = |one: app::approval::Warned| ReasonInfo {
        code: one.code.to_owned(),
        subject: one.subject,
        reason: String::new(),
    };
    Ok(Json(Prospect {
        revision: visit.view.revision,
        normative: visit.approvals.normative.as_ref().map(|one| one.revision),
        open: visit.approvals.open.as_ref().map(|one| one.id),
        errors: draft.errors,
        warnings: draft.warned.into_iter().map(reason).collect(),
        problem: draft.stages.as_ref().err().map(|error| error.message(lang)).unwrap_or_default(),
        stages: draft.stages.unwrap_or_default().iter().map(stage).collect(),
    }))
}

/// `POST /api/v1/proposals`
#[utoipa::path(
    post, path = "/api/v1/proposals", tag = "approval", request_body = ProposalOrder,
    responses((status = 201, body = ProposalInfo), super::Refusals)
)]
pub(crate) async fn propose(
    State(desk): State<Desk>,
    visit: Visit,
    Sent(order): Sent<ProposalOrder>,
) -> Result<Response, Refusal> {
    if order.revision > visit.view.revision {
        return Err(Problem::NotFound.into());
    }
    let reason = |one: ReasonInfo| Reason { code: one.code, subject: one.subject, reason: one.reason };
    let reasons = order.reasons.into_iter().map(reason).collect();
    let wish = Wish { revision: order.revision, note: order.note, reasons };
    let done = visit.workspace.propose(&visit.act(&desk), &users(&desk, &visit).await?, &wish).await;
    let id = done.map_err(|error| Refusal::of(error, visit.lang))?;
    Ok((StatusCode::CREATED, Json(found(&visit, id).await?)).into_response())
}

/// `POST /api/v1/proposals/3/decisions`
#[utoipa::path(
    post, path = "/api/v1/proposals/{id}/decisions", tag = "approval", params(("id" = u64, Path)),
    request_body = DecisionOrder, responses((status = 200, body = ProposalInfo), super::Refusals)
)]
pub(crate) async fn decide(
    State(desk): State<Desk>,
    visit: Visit,
    At(id): At<u64>,
    Sent(order): Sent<DecisionOrder>,
) -> Result<Json<ProposalInfo>, Refusal> {
    let id = found(&visit, id).await?.id;
    let (act, users) = (visit.act(&desk), users(&desk, &visit).await?);
    let done = visit.workspace.decide(&act, &visit.signed.user, &users, id, order.agreed, &order.note).await;
    Ok(Json(done.map_err(|error| Refusal::of(error, visit.lang))?.into()))
}

/// `POST /api/v1/proposals/3/withdraw`
#[utoipa::path(
    post, path = "/api/v1/proposals/{id}/withdraw", tag = "approval", params(("id" = u64, Path)),
    responses((status = 200, body = ProposalInfo), super::Refusals)
)]
pub(crate) async fn withdraw(
    State(desk): State<Desk>,
    visit: Visit,
    At(id): At<u64>,
) -> Result<Json<ProposalInfo>, Refusal> {
    let id = found(&visit, id).await?.id;
    let done = visit.workspace.withdraw(&visit.act(&desk), &visit.signed.user, id).await;
    done.map_err(|error| Refusal::of(error, visit.lang))?;
    Ok(Json(found(&visit, id).await?))
}
