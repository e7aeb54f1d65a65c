//! Proposals, decisions, comments.

mod comments;
mod proposals;
mod write;

use crate::row::kept;
use crate::{SqliteStore, failed};
use async_trait::async_trait;
use store::{Act, Approvals, Comment, Decision, Proposal, ProposalState, StoreError};

#[async_trait]
impl Approvals for SqliteStore {
    async fn propose(&self, proposal: &Proposal) -> Result<Option<u64>, StoreError> {
        write::propose(&self.writer, proposal).await.map_err(failed)
    }

    async fn proposal(&self, id: u64) -> Result<Option<Proposal>, StoreError> {
        Ok(proposals::read(&self.readers, Some(kept(id))).await.map_err(failed)?.pop())
    }

    async fn proposals(&self) -> Result<Vec<Proposal>, StoreError> {
        proposals::read(&self.readers, None).await.map_err(failed)
    }

    async fn decide(
        &self,
        id: u64,
        seen: usize,
        decision: &Decision,
        state: ProposalState,
    ) -> Result<bool, StoreError> {
        write::decide(&self.writer, kept(id), kept(seen as u64), decision, state).await.map_err(failed)
    }

    async fn withdraw(&self, id: u64, _act: &Act) -> Result<bool, StoreError> {
        write::withdraw(&self.writer, kept(id)).await.map_err(failed)
    }

    async fn normative(&self) -> Result<Option<Proposal>, StoreError> {
        // One is open at a time, so the last one that was approved has the highest number.
        let id: Option<i64> = sqlx::query_scalar("SELECT max(id) FROM proposal WHERE state = 'approved'")
            .fetch_one(&self.readers)
            .await
            .map_err(failed)?;
        match id {
            Some(id) => Ok(proposals::read(&self.readers, Some(id)).await.map_err(failed)?.pop()),
            None => Ok(None),
        }
    }

    async fn comment(&self, comment: &Comment) -> Result<u64, StoreError> {
        comments::keep(&self.writer, comment).await.map_err(failed)
    }

    async fn comments(&self) -> Result<Vec<Comment>, StoreError> {
        comments::all(&self.readers).await.map_err(failed)
    }

    async fn settle(&self, id: u64, act: &Act) -> Result<bool, StoreError> {
        comments::settle(&self.writer, kept(id), act).await.map_err(failed)
    }
}
