//! Agreeing to what was proposed, or returning it.

use super::{ApprovalError, words};
use crate::{AppError, Event, Right, User, Workspace, may, note, tell};
use store::{Act, Decision, Proposal, ProposalState};

/// The number of the stage that a proposal is at, from 0; nothing where every stage has agreed.
pub fn current_stage(proposal: &Proposal) -> Option<usize> {
    let agreed = |at: usize| {
        let mut of = proposal.decisions.iter().filter(move |one| one.stage as usize == at && one.agreed);
        let stage = &proposal.stages[at];
        let by = |login: &String| {
            proposal
                .decisions
                .iter()
                .any(|one| one.stage as usize == at && one.agreed && one.act.by == *login)
        };
        // A stage without logins is anybody's who may approve, and one is enough.
        if stage.logins.is_empty() { of.next().is_some() } else { stage.logins.iter().all(by) }
    };
    (0..proposal.stages.len()).find(|at| !agreed(*at))
}

/// Whether a user may decide now: the proposal is open, and they are asked at its stage and have not decided at it.
/// Whether they may agree alone to what they themselves proposed is asked when they do.
pub fn may_decide(proposal: &Proposal, user: &User) -> Result<usize, ApprovalError> {
    if proposal.state != ProposalState::Open {
        return Err(ApprovalError::Closed(proposal.state));
    }
    let at = current_stage(proposal).ok_or(ApprovalError::Closed(ProposalState::Approved))?;
    let logins = &proposal.stages[at].logins;
    let decided = |stage: Option<usize>| {
        let mut own = proposal.decisions.iter().filter(|one| one.act.by == user.login);
        own.any(|one| stage.is_none_or(|at| one.stage as usize == at))
    };
    if !user.active || !may(user.role, Right::Approve) {
        return Err(ApprovalError::NotAsked);
    }
    match logins.is_empty() || logins.contains(&user.login) {
        true if decided(Some(at)) => Err(ApprovalError::Decided),
        true => Ok(at),
        false if decided(None) => Err(ApprovalError::Decided),
        false => Err(ApprovalError::NotAsked),
    }
}

/// Whether the user would be the only one to have agreed, to a proposal of their own, though others may approve.
fn alone(proposal: &Proposal, user: &User, users: &[User]) -> bool {
    let others_agreed = proposal.decisions.iter().any(|one| one.agreed && one.act.by != user.login);
    let asked: Vec<&String> = proposal.stages.iter().flat_map(|stage| &stage.logins).collect();
    let others_may = match asked.is_empty() {
        true => {
            users.iter().any(|one| one.login != user.login && one.active && may(one.role, Right::Approve))
        }
        // Where the department names who decides, whoever else is named decides too.
        false => false,
    };
    proposal.act.by == user.login && !others_agreed && others_may
}

impl Workspace {
    /// Keeps a decision of a user and gives the proposal as it stands after it. Of two who decide at once both are heard;
    /// a return ends the proposal.
    pub async fn decide(
        &self,
        act: &Act,
        user: &User,
        users: &[User],
        id: u64,
        agreed: bool,
        said: &str,
    ) -> Result<Proposal, AppError> {
        let said = words(said)?;
        if !agreed && said.is_empty() {
            return Err(ApprovalError::NoNote.into());
        }
        loop {
            let mut proposal = self.store().proposal(id).await?.ok_or(ApprovalError::NoProposal(id))?;
            let stage = may_decide(&proposal, user)?;
            if agreed && alone(&proposal, user, users) {
                return Err(ApprovalError::OwnProposal.into());
            }
            let seen = proposal.decisions.len();
            let stage = u32::try_from(stage).unwrap_or(u32::MAX);
            let decision = Decision { act: act.clone(), stage, agreed, note: said.clone() };
            proposal.decisions.push(decision.clone());
            proposal.state = match (agreed, current_stage(&proposal)) {
                (false, _) => ProposalState::Returned,
                (true, None) => ProposalState::Approved,
                (true, Some(_)) => ProposalState::Open,
            };
            let before = self.approvals().await?.normative.as_ref().map_or(0, |normative| normative.revision);
            let kept = self.store().decide(id, seen, &decision, proposal.state).await?;
            self.forget_approvals().await;
            // Somebody else was quicker: what they decided is looked at before this is.
            if !kept {
                continue;
            }
            let (what, subject) = (if agreed { "approve" } else { "return" }, proposal.revision);
            let state = format!("normative {before} · {}", proposal.state.word());
            note(self.store(), act, what, &format!("revision {subject}"), &state, &decision.note).await?;
            match proposal.state {
                ProposalState::Approved => tell(self.store(), Event::Approved, &proposal, act).await?,
                ProposalState::Returned => tell(self.store(), Event::Returned, &proposal, act).await?,
                _ => {}
            }
            return Ok(proposal);
        }
    }
}
