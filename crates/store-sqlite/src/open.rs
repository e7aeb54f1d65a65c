//! Opening a database.

use crate::{SqliteStore, migrate};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection};
use std::path::Path;
use std::time::Duration;
use store::StoreError;

/// How long a writer waits for another.
const PATIENCE: Duration = Duration::from_secs(10);

/// Connections for reading.
const READERS: u32 = 4;

impl SqliteStore {
    /// Opens the database in a file, makes it where it is not there, and brings its schema up to date. A file that
    /// is no database, or one of another program, is refused and left as it is.
    pub async fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::open_file(path.as_ref(), true).await
    }

    /// As [`SqliteStore::open`], but the file must be there and hold a database of ours.
    pub async fn open_existing(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::open_file(path.as_ref(), false).await
    }

    async fn open_file(path: &Path, may_be_new: bool) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(may_be_new)
            .foreign_keys(true)
            .busy_timeout(PATIENCE);
        let refused = |error| refused(path, error);
        // Write-ahead mode is written into the file, so it is asked for only once the file is known to be ours.
        let mut first = options.connect().await.map_err(refused)?;
        let ours = migrate::is_ours(&mut first, may_be_new).await.map_err(refused)?;
        first.close().await.map_err(refused)?;
        if !ours {
            return Err(StoreError::Foreign(path.to_owned()));
        }
        let options = options.journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full);
        let pool =
            |connections| SqlitePoolOptions::new().max_connections(connections).test_before_acquire(false);
        let writer = pool(1).connect_with(options.clone()).await.map_err(refused)?;
        migrate::migrate(&writer).await?;
        let readers = pool(READERS).connect_with(options).await.map_err(refused)?;
        Ok(SqliteStore { readers, writer })
    }

    /// A database in memory, gone with the last clone of the store.
    pub async fn memory() -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new().in_memory(true).foreign_keys(true);
        // Each connection to memory is a database of its own: there is one, and it is never given up.
        let pool = SqlitePoolOptions::new()
            .min_connections(1)
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(options)
            .await
            .map_err(crate::failed)?;
        migrate::migrate(&pool).await?;
        Ok(SqliteStore { readers: pool.clone(), writer: pool })
    }
}

fn refused(path: &Path, error: sqlx::Error) -> StoreError {
    // SQLITE_NOTADB
    let code = error.as_database_error().and_then(|error| error.code());
    if code.as_deref() == Some("26") {
        return StoreError::NotADatabase(path.to_owned());
    }
    StoreError::CannotOpen { path: path.to_owned(), cause: error.into() }
}
