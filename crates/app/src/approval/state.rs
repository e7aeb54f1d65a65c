//! Which revision is normative, which is proposed, and what has been said.

use crate::{AppError, Workspace};
use std::sync::Arc;
use store::{Comment, Proposal, ProposalState};

/// Which revision is normative, which is proposed, and what has been said.
#[derive(Debug, Default)]
pub struct Approvals {
    /// The proposal whose revision is normative.
    pub normative: Option<Proposal>,
    /// The proposal that is being decided about.
    pub open: Option<Proposal>,
    /// All comments, in order.
    pub comments: Vec<Comment>,
}

impl Workspace {
    /// Which revision is normative, which is proposed, and what has been said; read once and kept at hand, as every page asks.
    pub async fn approvals(&self) -> Result<Arc<Approvals>, AppError> {
        let mut known = self.known_approvals.lock().await;
        if let Some(known) = &*known {
            return Ok(Arc::clone(known));
        }
        let normative = self.store().normative().await?;
        let open = self.store().proposals().await?.into_iter().find(|one| one.state == ProposalState::Open);
        let read = Arc::new(Approvals { normative, open, comments: self.store().comments().await? });
        *known = Some(Arc::clone(&read));
        Ok(read)
    }

    /// They have changed: they are read anew when they are next asked for.
    pub(crate) async fn forget_approvals(&self) {
        *self.known_approvals.lock().await = None;
    }
}
