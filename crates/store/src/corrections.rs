//! Corrections that were opened, with what has happened to them.

use crate::StoreError;
use async_trait::async_trait;
use control::correction::{Happened, Run};

/// Keeps corrections.
#[async_trait]
pub trait Corrections: Send + Sync {
    /// Keeps a correction that opens (its `id` and `events` are not looked at) and gives its number; nothing where one runs for
    /// its KPI already, or one was opened for that target before.
    async fn open(&self, run: &Run) -> Result<Option<u64>, StoreError>;
    /// All corrections, the latest first.
    async fn runs(&self) -> Result<Vec<Run>, StoreError>;
    /// Keeps what has happened to a correction; false where it has ended, or more has happened to it than `seen`.
    async fn happen(&self, id: u64, seen: usize, event: &Happened) -> Result<bool, StoreError>;
    /// A number that grows with everything that opens or happens.
    async fn run_stamp(&self) -> Result<u64, StoreError>;
}
