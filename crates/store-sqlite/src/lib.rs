//! The embedded store, on SQLite.
//!
//! One file, `reper.db`, in write-ahead mode with full synchronisation: a reader never waits for a writer, and what
//! was confirmed survives a power cut. SQL stands whole in the code; values go in as parameters only.

mod approvals;
mod audit;
mod backup;
mod corrections;
mod datasets;
mod hooks;
mod import;
mod measurements;
mod migrate;
mod open;
mod packed;
mod patch;
mod people;
mod reports;
mod revisions;
mod row;
mod settings;
mod texts;

use sqlx::SqlitePool;
use store::StoreError;

/// A store in an SQLite file, or in memory. Clones share it.
#[derive(Debug, Clone)]
pub struct SqliteStore {
    /// Readers never wait for the writer, nor for each other.
    readers: SqlitePool,
    /// One connection: within a process writers queue here, and not at SQLite's lock, which is asked for by sleeping.
    writer: SqlitePool,
}

/// An error of the database while it works.
fn failed(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> StoreError {
    StoreError::Failed(error.into())
}

#[cfg(test)]
mod tests;
