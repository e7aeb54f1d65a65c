//! Copies of all that is kept.

use crate::{Store, StoreError};
use async_trait::async_trait;
use std::path::Path;
use std::sync::Arc;

/// How much a store holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Held {
    /// Revisions of the texts.
    pub revisions: u64,
    /// Users.
    pub users: u64,
    /// Measurements, with those that a later one replaced.
    pub measurements: u64,
    /// Entries of the audit trail.
    pub entries: u64,
}

/// Copies the whole store while it works.
#[async_trait]
pub trait Backup: Send + Sync {
    /// Writes all that is kept into a new file, as of one moment, while readers and writers go on. A file that is
    /// there already is refused.
    async fn backup(&self, file: &Path) -> Result<(), StoreError>;
    /// Opens a copy that [`Backup::backup`] has made; none is made where there is none.
    async fn open_copy(&self, file: &Path) -> Result<Arc<dyn Store>, StoreError>;
    /// Looks through all that is kept: the database itself, what refers to what, and every text of every revision.
    /// What is not as it was kept is [`StoreError::Broken`].
    async fn prove(&self) -> Result<Held, StoreError>;
    /// Ends all work, so that everything stands in the one file.
    async fn close(&self);
}
