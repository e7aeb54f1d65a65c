//! Taking a proposal back.

use super::ApprovalError;
use crate::{AppError, Role, User, Workspace, note};
use store::{Act, ProposalState};

impl Workspace {
    /// Takes an open proposal back: who proposed it may, and an administrator.
    pub async fn withdraw(&self, act: &Act, user: &User, id: u64) -> Result<(), AppError> {
        let proposal = self.store().proposal(id).await?.ok_or(ApprovalError::NoProposal(id))?;
        if proposal.act.by != user.login && user.role != Role::Administrator {
            return Err(ApprovalError::NotYours.into());
        }
        let kept = self.store().withdraw(id, act).await?;
        self.forget_approvals().await;
        if !kept {
            let now = self.store().proposal(id).await?.map_or(ProposalState::Withdrawn, |now| now.state);
            return Err(ApprovalError::Closed(now).into());
        }
        note(self.store(), act, "withdraw", &format!("revision {}", proposal.revision), "", "").await?;
        Ok(())
    }
}
