//! Proposing a revision.

use super::{ApprovalError, Warned, errors, stages, warned, words};
use crate::{AppError, Event, User, View, Workspace, note, tell};
use locale::Lang;
use std::sync::Arc;
use store::{Act, Proposal, ProposalState, Reason, Stage};

/// What is proposed.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// The revision, as whoever proposes it has seen it.
    pub revision: u64,
    /// In their words.
    pub note: String,
    /// The reasons for warnings; those for warnings that there are not are left out.
    pub reasons: Vec<Reason>,
}

/// How a revision stands before it is proposed.
#[derive(Debug)]
pub struct Draft {
    /// The revision.
    pub view: Arc<View>,
    /// How many errors stand in the way.
    pub errors: usize,
    /// The warnings, each of which needs a reason.
    pub warned: Vec<Warned>,
    /// Who would decide, or why nobody can.
    pub stages: Result<Vec<Stage>, ApprovalError>,
}

/// How a revision stands before it is proposed, for a reader of a language.
pub fn propose_check(view: Arc<View>, users: &[User], lang: Lang) -> Draft {
    let stages = stages(view.department(), users);
    Draft { errors: errors(&view).count(), warned: warned(&view, lang), stages, view }
}

impl Workspace {
    /// Proposes a revision and gives the number of the proposal. Errors block it, every warning needs a reason, and there
    /// must be somebody to decide.
    pub async fn propose(&self, act: &Act, users: &[User], wish: &Wish) -> Result<u64, AppError> {
        let note_words = words(&wish.note)?;
        let standing = self.approvals().await?;
        let normative = standing.normative.as_ref().map_or(0, |proposal| proposal.revision);
        if standing.open.is_some() {
            return Err(ApprovalError::AnotherOpen.into());
        }
        if wish.revision == 0 || wish.revision <= normative {
            return Err(ApprovalError::NotNewer(wish.revision).into());
        }
        let draft = propose_check(self.view_of(wish.revision).await?, users, Lang::En);
        if draft.errors > 0 {
            return Err(ApprovalError::Errors(draft.errors).into());
        }
        let proposal = Proposal {
            id: 0,
            revision: wish.revision,
            act: act.clone(),
            note: note_words,
            reasons: reasons(&draft.warned, &wish.reasons)?,
            stages: draft.stages?,
            state: ProposalState::Open,
            decisions: Vec::new(),
        };
        let kept = self.store().propose(&proposal).await?;
        self.forget_approvals().await;
        let id = kept.ok_or(ApprovalError::AnotherOpen)?;
        let subject = format!("revision {}", proposal.revision);
        note(self.store(), act, "propose", &subject, &format!("normative {normative}"), &proposal.note)
            .await?;
        tell(self.store(), Event::Proposed, &Proposal { id, ..proposal }, act).await?;
        Ok(id)
    }
}

/// The reason of every warning.
fn reasons(warned: &[Warned], given: &[Reason]) -> Result<Vec<Reason>, ApprovalError> {
    let (mut all, mut unreasoned) = (Vec::new(), Vec::new());
    for one in warned {
        let found = given.iter().find(|reason| reason.code == one.code && reason.subject == one.subject);
        let reason = words(found.map_or("", |reason| &reason.reason))?;
        match reason.is_empty() {
            true => unreasoned.push((one.code.to_owned(), one.subject.clone())),
            false => all.push(Reason { code: one.code.to_owned(), subject: one.subject.clone(), reason }),
        }
    }
    if unreasoned.is_empty() { Ok(all) } else { Err(ApprovalError::Unreasoned(unreasoned)) }
}
