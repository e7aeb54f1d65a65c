//! The department's texts, revision by revision.

use crate::{Act, Entry, StoreError};
use async_trait::async_trait;
use department::Files;

/// A revision of the department's texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Its number, from 1 without gaps.
    pub number: u64,
    /// Who saved it, and when.
    pub act: Act,
    /// Why, in the author's words; may be empty.
    pub note: String,
}

/// Keeps texts. A revision, once kept, never changes.
#[async_trait]
pub trait Revisions: Send + Sync {
    /// The number of the last revision; 0 where there is none.
    async fn head(&self) -> Result<u64, StoreError>;

    /// A revision, where there is one of that number.
    async fn revision(&self, number: u64) -> Result<Option<Revision>, StoreError>;

    /// At most so many revisions with numbers below `before`, the latest first.
    async fn revisions(&self, before: u64, limit: u32) -> Result<Vec<Revision>, StoreError>;

    /// The texts of a revision; nothing where there is no such revision.
    async fn texts(&self, number: u64) -> Result<Option<Files>, StoreError>;

    /// Keeps `after` as the revision that follows `base`, whose texts are `before`, and gives its number, which is the
    /// next one. The audit entry says who saved it and when, and is kept with it or not at all. Nothing is kept, and
    /// nothing comes back, where the last revision is no longer `base`.
    async fn keep(
        &self,
        base: u64,
        before: &Files,
        after: &Files,
        note: &str,
        entry: &Entry,
    ) -> Result<Option<u64>, StoreError>;
}
