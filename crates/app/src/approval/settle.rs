//! Settling a comment.

use super::ApprovalError;
use crate::{AppError, Workspace, note};
use store::Act;

impl Workspace {
    /// Settles an open comment.
    pub async fn settle(&self, act: &Act, id: u64) -> Result<(), AppError> {
        if !self.store().settle(id, act).await? {
            return Err(ApprovalError::NoComment(id).into());
        }
        self.forget_approvals().await;
        note(self.store(), act, "settle", &format!("comment {id}"), "", "").await
    }
}
