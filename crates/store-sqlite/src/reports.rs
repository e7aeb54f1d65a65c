//! Control reports, with their files.

use crate::row::{act, get, kept, number};
use crate::{SqliteStore, failed};
use async_trait::async_trait;
use jiff::civil::Date;
use sqlx::sqlite::SqliteRow;
use store::{Act, Report, Reports, StoreError};

#[async_trait]
impl Reports for SqliteStore {
    async fn ask_report(
        &self,
        act: &Act,
        on: Date,
        langs: &str,
        month: &str,
    ) -> Result<Option<u64>, StoreError> {
        let id: Option<i64> = sqlx::query_scalar(
            "INSERT INTO report (day, langs, month, act_by, act_at, act_from) VALUES (?, ?, ?, ?, ?, ?)
             ON CONFLICT DO NOTHING RETURNING id",
        )
        .bind(on.to_string())
        .bind(langs)
        .bind(month)
        .bind(&act.by)
        .bind(&act.at)
        .bind(&act.from)
        .fetch_optional(&self.writer)
        .await
        .map_err(failed)?;
        Ok(id.map(i64::unsigned_abs))
    }

    async fn asked_report(&self) -> Result<Option<Report>, StoreError> {
        let row = sqlx::query(
            "SELECT id, day, langs, month, act_by, act_at, act_from, revision, done, problem FROM report
             WHERE done = '' AND dropped = 0 ORDER BY id LIMIT 1",
        )
        .fetch_optional(&self.readers)
        .await
        .map_err(failed)?;
        row.as_ref().map(report).transpose().map_err(failed)
    }

    async fn reports(&self, most: u32) -> Result<Vec<Report>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, day, langs, month, act_by, act_at, act_from, revision, done, problem FROM report
             WHERE dropped = 0 ORDER BY id DESC LIMIT ?",
        )
        .bind(most)
        .fetch_all(&self.readers)
        .await
        .map_err(failed)?;
        let mut all = Vec::with_capacity(rows.len());
        for row in &rows {
            all.push(self.with_files(report(row).map_err(failed)?).await?);
        }
        Ok(all)
    }

    async fn report(&self, id: u64) -> Result<Option<Report>, StoreError> {
        let row = sqlx::query(
            "SELECT id, day, langs, month, act_by, act_at, act_from, revision, done, problem FROM report
             WHERE id = ? AND dropped = 0",
        )
        .bind(kept(id))
        .fetch_optional(&self.readers)
        .await
        .map_err(failed)?;
        match row {
            Some(row) => Ok(Some(self.with_files(report(&row).map_err(failed)?).await?)),
            None => Ok(None),
        }
    }

    async fn end_report(
        &self,
        id: u64,
        at: &str,
        revision: u64,
        problem: &str,
        files: &[(String, Vec<u8>)],
    ) -> Result<bool, StoreError> {
        let mut all = self.writer.begin_with("BEGIN IMMEDIATE").await.map_err(failed)?;
        let ended = sqlx::query(
            "UPDATE report SET done = ?, revision = ?, problem = ? WHERE id = ? AND done = '' AND dropped = 0",
        )
        .bind(at)
        .bind(kept(revision))
        .bind(problem)
        .bind(kept(id))
        .execute(&mut *all)
        .await
        .map_err(failed)?;
        if ended.rows_affected() == 0 {
            return Ok(false);
        }
        for (name, content) in files {
            sqlx::query("INSERT INTO report_file (report, name, content) VALUES (?, ?, ?)")
                .bind(kept(id))
                .bind(name)
                .bind(content)
                .execute(&mut *all)
                .await
                .map_err(failed)?;
        }
        all.commit().await.map_err(failed)?;
        Ok(true)
    }

    async fn report_file(&self, id: u64, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let found = sqlx::query_scalar("SELECT content FROM report_file WHERE report = ? AND name = ?");
        found.bind(kept(id)).bind(name).fetch_optional(&self.readers).await.map_err(failed)
    }

    async fn drop_report(&self, id: u64) -> Result<bool, StoreError> {
        let mut all = self.writer.begin_with("BEGIN IMMEDIATE").await.map_err(failed)?;
        let dropped = sqlx::query("UPDATE report SET dropped = 1 WHERE id = ? AND dropped = 0");
        let dropped = dropped.bind(kept(id)).execute(&mut *all).await.map_err(failed)?;
        let files = sqlx::query("DELETE FROM report_file WHERE report = ?").bind(kept(id));
        files.execute(&mut *all).await.map_err(failed)?;
        all.commit().await.map_err(failed)?;
        Ok(dropped.rows_affected() > 0)
    }
}

impl SqliteStore {
    async fn with_files(&self, report: Report) -> Result<Report, StoreError> {
        let rows = sqlx::query(
            "SELECT name, length(content) AS bytes FROM report_file WHERE report = ? ORDER BY name",
        )
        .bind(kept(report.id))
        .fetch_all(&self.readers)
        .await
        .map_err(failed)?;
        let file = |row: &SqliteRow| Ok((get(row, "name")?, number(row, "bytes")?));
        let files = rows.iter().map(file).collect::<Result<_, sqlx::Error>>().map_err(failed)?;
        Ok(Report { files, ..report })
    }
}

fn report(row: &SqliteRow) -> Result<Report, sqlx::Error> {
    let on = get::<&str>(row, "day")?.parse::<Date>().map_err(|error| sqlx::Error::Decode(error.into()))?;
    Ok(Report {
        id: number(row, "id")?,
        on,
        langs: get(row, "langs")?,
        month: get(row, "month")?,
        act: act(row)?,
        revision: number(row, "revision")?,
        done: get(row, "done")?,
        problem: get(row, "problem")?,
        files: Vec::new(),
    })
}
