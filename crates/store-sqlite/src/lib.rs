//! The embedded store, on SQLite.
//!
//! One file, `reper.db`, in write-ahead mode with full synchronisation: a reader never waits for a writer, and what
//! was confirmed survives a power cut. SQL stands whole in the code; values go in as parameters only.

mod import;
mod measurements;
mod migrate;
mod open;
mod stubs;

use sqlx::SqlitePool;
use store::StoreError;

/// A store in an SQLite file, or in memory. Clones share it.
#[derive(Debug, Clone)]
pub struct SqliteStore {
    pool: SqlitePool,
}

/// An error of the database while it works.
fn failed(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> StoreError {
    StoreError::Failed(error.into())
}

#[cfg(test)]
mod tests;
