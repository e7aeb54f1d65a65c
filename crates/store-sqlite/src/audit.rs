//! The audit trail.

use crate::row::{act, get, kept, number};
use crate::{SqliteStore, failed};
use async_trait::async_trait;
use sqlx::SqliteExecutor;
use sqlx::sqlite::SqliteRow;
use store::{Audit, Entry, EntryFilter, StoreError};

#[async_trait]
impl Audit for SqliteStore {
    async fn note(&self, entry: &Entry) -> Result<(), StoreError> {
        add(&self.writer, entry).await.map_err(failed)
    }

    async fn entries(&self, filter: &EntryFilter) -> Result<Vec<Entry>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, act_by, act_at, act_from, what, subject, before, after FROM audit
             WHERE (?1 = '' OR act_by = ?1) AND (?2 = '' OR what = ?2)
               AND (?3 = '' OR instr(subject, ?3) > 0)
               AND (?4 = '' OR act_at >= ?4) AND (?5 = '' OR act_at < ?5)
               AND (?6 = 0 OR id < ?6)
             ORDER BY id DESC LIMIT iif(?7 = 0, -1, ?7)",
        )
        .bind(&filter.by)
        .bind(&filter.what)
        .bind(&filter.subject)
        .bind(&filter.from)
        .bind(&filter.until)
        .bind(kept(filter.before))
        .bind(filter.limit)
        .fetch_all(&self.readers)
        .await
        .map_err(failed)?;
        rows.iter().map(entry).collect::<Result<_, _>>().map_err(failed)
    }
}

/// Adds an entry, by itself or as a part of what it tells of.
pub async fn add(on: impl SqliteExecutor<'_>, entry: &Entry) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO audit (id, act_by, act_at, act_from, what, subject, before, after)
         SELECT coalesce(max(id), 0) + 1, ?, ?, ?, ?, ?, ?, ? FROM audit",
    )
    .bind(&entry.act.by)
    .bind(&entry.act.at)
    .bind(&entry.act.from)
    .bind(&entry.what)
    .bind(&entry.subject)
    .bind(&entry.before)
    .bind(&entry.after)
    .execute(on)
    .await?;
    Ok(())
}

fn entry(row: &SqliteRow) -> Result<Entry, sqlx::Error> {
    Ok(Entry {
        id: number(row, "id")?,
        act: act(row)?,
        what: get(row, "what")?,
        subject: get(row, "subject")?,
        before: get(row, "before")?,
        after: get(row, "after")?,
    })
}
