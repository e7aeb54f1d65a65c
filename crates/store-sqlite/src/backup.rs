//! Copying the store while it works, and showing that a store is whole.

use crate::row::{get, kept, number};
use crate::{SqliteStore, failed, texts};
use async_trait::async_trait;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use store::{Backup, Held, Store, StoreError};

#[async_trait]
impl Backup for SqliteStore {
    async fn backup(&self, file: &Path) -> Result<(), StoreError> {
        let cannot =
            |cause: std::io::Error| StoreError::CannotOpen { path: file.to_owned(), cause: cause.into() };
        // SQLite would write into an empty file; made here, the file is nobody else's.
        secret(std::fs::File::options().write(true).create_new(true)).open(file).map_err(cannot)?;
        let name = file.to_str().ok_or_else(|| cannot(std::io::ErrorKind::InvalidFilename.into()))?;
        sqlx::query("VACUUM INTO ?").bind(name).execute(&self.readers).await.map_err(failed)?;
        std::fs::File::open(file).and_then(|file| file.sync_all()).map_err(cannot)
    }

    async fn open_copy(&self, file: &Path) -> Result<Arc<dyn Store>, StoreError> {
        Ok(Arc::new(SqliteStore::open_existing(file).await?))
    }

    async fn prove(&self) -> Result<Held, StoreError> {
        let mut one = self.readers.acquire().await.map_err(failed)?;
        let told: String =
            sqlx::query_scalar("PRAGMA integrity_check(1)").fetch_one(&mut *one).await.map_err(failed)?;
        if told != "ok" {
            return Err(StoreError::Broken(told));
        }
        let loose =
            sqlx::query("PRAGMA foreign_key_check").fetch_optional(&mut *one).await.map_err(failed)?;
        if let Some(row) = loose {
            return Err(StoreError::Broken(get::<String>(&row, "table").map_err(failed)?));
        }
        drop(one);
        let loose: i64 = sqlx::query_scalar(
            "SELECT count(*) FROM measured WHERE length(packed) / 25 != (SELECT count(DISTINCT day) FROM figure WHERE kpi = id)",
        )
        .fetch_one(&self.readers)
        .await
        .map_err(failed)?;
        if loose > 0 {
            return Err(StoreError::Broken("measured".to_owned()));
        }
        let held = self.held().await.map_err(failed)?;
        self.prove_texts(held.revisions).await?;
        Ok(held)
    }

    async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

impl SqliteStore {
    async fn held(&self) -> Result<Held, sqlx::Error> {
        let row = sqlx::query(
            "SELECT (SELECT count(*) FROM revision) AS revisions, (SELECT count(*) FROM user) AS users,
                 (SELECT count(*) FROM figure) AS measurements, (SELECT count(*) FROM audit) AS entries,
                 (SELECT coalesce(max(number), 0) FROM revision) AS head,
                 (SELECT coalesce(max(id), 0) FROM audit) AS last",
        )
        .fetch_one(&self.readers)
        .await?;
        let held = Held {
            revisions: number(&row, "revisions")?,
            users: number(&row, "users")?,
            measurements: number(&row, "measurements")?,
            entries: number(&row, "entries")?,
        };
        if number(&row, "head")? != held.revisions || number(&row, "last")? != held.entries {
            return Err(sqlx::Error::Decode("a gap among the revisions or the audit trail".into()));
        }
        Ok(held)
    }

    /// Goes through all revisions once and holds every text that was kept against its checksum.
    async fn prove_texts(&self, head: u64) -> Result<(), StoreError> {
        let mut texts: BTreeMap<i64, Option<Vec<u8>>> = BTreeMap::new();
        for revision in 1..=head {
            let rows = sqlx::query(
                "SELECT file, form, start, removed, content, size, checksum FROM text WHERE revision = ?",
            )
            .bind(kept(revision))
            .fetch_all(&self.readers)
            .await
            .map_err(failed)?;
            for row in &rows {
                let text = texts.entry(get(row, "file").map_err(failed)?).or_default();
                if !texts::follow(text, row).map_err(failed)? {
                    return Err(StoreError::Broken(format!("revision {revision}")));
                }
            }
        }
        Ok(())
    }
}

/// A file that only its owner reads: it holds hashes of passwords and secrets of second factors.
#[cfg(unix)]
fn secret(options: &mut std::fs::OpenOptions) -> &mut std::fs::OpenOptions {
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600)
}

#[cfg(not(unix))]
fn secret(options: &mut std::fs::OpenOptions) -> &mut std::fs::OpenOptions {
    options
}
