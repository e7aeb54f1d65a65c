//! The audit trail: who did what, when, with what was before and after. It only grows.

use crate::{Act, StoreError};
use async_trait::async_trait;

/// An entry of the trail.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// Its number, from 1 without gaps.
    pub id: u64,
    /// Who, when, from where.
    pub act: Act,
    /// What was done, as a word of the catalogue: `save`, `approve`, `export`, `sign-in`.
    pub what: String,
    /// To what: `revision 14`, `goal.trust`, `user anna`.
    pub subject: String,
    /// What was before; may be empty. Never a secret.
    pub before: String,
    /// What is after; may be empty. Never a secret.
    pub after: String,
}

/// What is looked for in the trail; what is empty is not asked about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EntryFilter {
    /// By whom.
    pub by: String,
    /// What was done.
    pub what: String,
    /// A part of the subject.
    pub subject: String,
    /// From this instant on, RFC 3339.
    pub from: String,
    /// Before this instant, RFC 3339.
    pub until: String,
    /// With numbers below this one; 0 for all.
    pub before: u64,
    /// At most so many; 0 for all.
    pub limit: u32,
}

/// Keeps the trail.
#[async_trait]
pub trait Audit: Send + Sync {
    /// Adds an entry (its `id` is not looked at). There is no way to change or remove one.
    async fn note(&self, entry: &Entry) -> Result<(), StoreError>;
    /// The entries that are looked for, the latest first.
    async fn entries(&self, filter: &EntryFilter) -> Result<Vec<Entry>, StoreError>;
}
