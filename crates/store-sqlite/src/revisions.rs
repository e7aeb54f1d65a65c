//! Revisions.

use crate::row::{act, get, kept, number};
use crate::{SqliteStore, audit, failed, texts};
use async_trait::async_trait;
use department::Files;
use sqlx::SqliteExecutor;
use sqlx::sqlite::SqliteRow;
use std::collections::BTreeSet;
use store::{Entry, Revision, Revisions, StoreError};

#[async_trait]
impl Revisions for SqliteStore {
    async fn head(&self) -> Result<u64, StoreError> {
        head(&self.readers).await.map(i64::unsigned_abs).map_err(failed)
    }

    async fn revision(&self, number: u64) -> Result<Option<Revision>, StoreError> {
        let row = sqlx::query("SELECT number, act_by, act_at, act_from, note FROM revision WHERE number = ?")
            .bind(kept(number))
            .fetch_optional(&self.readers)
            .await
            .map_err(failed)?;
        row.as_ref().map(revision).transpose().map_err(failed)
    }

    async fn revisions(&self, before: u64, limit: u32) -> Result<Vec<Revision>, StoreError> {
        let rows = sqlx::query(
            "SELECT number, act_by, act_at, act_from, note FROM revision WHERE number < ?
             ORDER BY number DESC LIMIT ?",
        )
        .bind(kept(before))
        .bind(limit)
        .fetch_all(&self.readers)
        .await
        .map_err(failed)?;
        rows.iter().map(revision).collect::<Result<_, _>>().map_err(failed)
    }

    async fn texts(&self, number: u64) -> Result<Option<Files>, StoreError> {
        if self.revision(number).await?.is_none() {
            return Ok(None);
        }
        let rows = sqlx::query(
            "SELECT path, text.form, text.start, text.removed, text.content, text.size, text.checksum
             FROM file
             JOIN text AS last ON last.file = file.id AND last.revision =
                 (SELECT max(revision) FROM text WHERE text.file = file.id AND text.revision <= ?)
             JOIN text ON text.file = file.id AND text.revision BETWEEN last.base AND last.revision
             ORDER BY file.id, text.revision",
        )
        .bind(kept(number))
        .fetch_all(&self.readers)
        .await
        .map_err(failed)?;
        let mut files = Files::default();
        for chain in rows.chunk_by(|one, next| path(one).ok() == path(next).ok()) {
            let mut text = None;
            for row in chain {
                if !texts::follow(&mut text, row).map_err(failed)? {
                    let name = path(row).map_err(failed)?;
                    return Err(StoreError::Broken(format!("revision {number}, {name}")));
                }
            }
            if let (Some(row), Some(text)) = (chain.first(), text) {
                files.put(path(row).map_err(failed)?, text);
            }
        }
        Ok(Some(files))
    }

    async fn keep(
        &self,
        base: u64,
        before: &Files,
        after: &Files,
        note: &str,
        entry: &Entry,
    ) -> Result<Option<u64>, StoreError> {
        let paths: BTreeSet<&String> = before.by_path.keys().chain(after.by_path.keys()).collect();
        // The writer's lock from the start: what is the last revision now must still be it when this one is kept.
        let mut all = self.writer.begin_with("BEGIN IMMEDIATE").await.map_err(failed)?;
        if head(&mut *all).await.map_err(failed)? != kept(base) {
            return Ok(None);
        }
        let number = kept(base) + 1;
        for path in paths {
            let (old, new) = (before.get(path), after.get(path));
            if old != new {
                texts::keep(&mut all, number, path, old, new).await.map_err(failed)?;
            }
        }
        sqlx::query("INSERT INTO revision (number, act_by, act_at, act_from, note) VALUES (?, ?, ?, ?, ?)")
            .bind(number)
            .bind(&entry.act.by)
            .bind(&entry.act.at)
            .bind(&entry.act.from)
            .bind(note)
            .execute(&mut *all)
            .await
            .map_err(failed)?;
        audit::add(&mut *all, entry).await.map_err(failed)?;
        all.commit().await.map_err(failed)?;
        Ok(Some(number.unsigned_abs()))
    }
}

async fn head(on: impl SqliteExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT coalesce(max(number), 0) FROM revision").fetch_one(on).await
}

fn revision(row: &SqliteRow) -> Result<Revision, sqlx::Error> {
    Ok(Revision { number: number(row, "number")?, act: act(row)?, note: get(row, "note")? })
}

fn path(row: &SqliteRow) -> Result<&str, sqlx::Error> {
    get(row, "path")
}
