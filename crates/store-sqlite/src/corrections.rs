//! Corrections that were opened, with what has happened to them.

use crate::row::{get, kept, number};
use crate::{SqliteStore, failed};
use async_trait::async_trait;
use control::Point;
use control::correction::{Happened, Run, What};
use jiff::civil::Date;
use sqlx::sqlite::SqliteRow;
use store::{Corrections, StoreError};

#[async_trait]
impl Corrections for SqliteStore {
    async fn open(&self, run: &Run) -> Result<Option<u64>, StoreError> {
        let id: Option<i64> = sqlx::query_scalar(
            "INSERT INTO correction (kpi, target_day, target_value, reading_day, reading_value, what, owner, due, at, by, runs)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO NOTHING RETURNING id",
        )
        .bind(&run.kpi)
        .bind(run.target.date.to_string())
        .bind(run.target.value)
        .bind(run.reading.date.to_string())
        .bind(run.reading.value)
        .bind(&run.what)
        .bind(&run.owner)
        .bind(&run.due)
        .bind(&run.at)
        .bind(&run.by)
        .fetch_optional(&self.writer)
        .await
        .map_err(failed)?;
        Ok(id.map(i64::unsigned_abs))
    }

    async fn runs(&self) -> Result<Vec<Run>, StoreError> {
        // In one transaction, so that a correction and what has happened to it come together.
        let mut all = self.readers.begin().await.map_err(failed)?;
        let rows = sqlx::query(
            "SELECT id, kpi, target_day, target_value, reading_day, reading_value, what, owner, due, at, by
             FROM correction ORDER BY id",
        )
        .fetch_all(&mut *all)
        .await
        .map_err(failed)?;
        let mut runs: Vec<Run> = rows.iter().map(run).collect::<Result<_, _>>().map_err(failed)?;
        let rows =
            sqlx::query("SELECT correction, at, by, what FROM correction_event ORDER BY correction, place")
                .fetch_all(&mut *all)
                .await
                .map_err(failed)?;
        for row in &rows {
            let of = number(row, "correction").map_err(failed)?;
            let event = happened(row).map_err(failed)?;
            if let Ok(found) = runs.binary_search_by_key(&of, |run| run.id) {
                runs[found].events.push(event);
            }
        }
        runs.reverse();
        Ok(runs)
    }

    async fn happen(&self, id: u64, seen: usize, event: &Happened) -> Result<bool, StoreError> {
        let (id, place) = (kept(id), kept(seen as u64));
        let what = serde_json::to_string(&event.what).map_err(failed)?;
        let mut all = self.writer.begin_with("BEGIN IMMEDIATE").await.map_err(failed)?;
        let done = sqlx::query(
            "INSERT INTO correction_event (correction, place, at, by, what)
             SELECT id, ?2, ?3, ?4, ?5 FROM correction
             WHERE id = ?1 AND runs = 1 AND (SELECT count(*) FROM correction_event WHERE correction = ?1) = ?2",
        )
        .bind(id)
        .bind(place)
        .bind(&event.at)
        .bind(&event.by)
        .bind(what)
        .execute(&mut *all)
        .await
        .map_err(failed)?;
        if done.rows_affected() == 0 {
            return Ok(false);
        }
        if matches!(event.what, What::Done(_) | What::Withdrawn(_)) {
            sqlx::query("UPDATE correction SET runs = 0 WHERE id = ?")
                .bind(id)
                .execute(&mut *all)
                .await
                .map_err(failed)?;
        }
        all.commit().await.map_err(failed)?;
        Ok(true)
    }

    async fn run_stamp(&self) -> Result<u64, StoreError> {
        let count: i64 = sqlx::query_scalar(
            "SELECT (SELECT count(*) FROM correction) + (SELECT count(*) FROM correction_event)",
        )
        .fetch_one(&self.readers)
        .await
        .map_err(failed)?;
        Ok(count.unsigned_abs())
    }
}

fn run(row: &SqliteRow) -> Result<Run, sqlx::Error> {
    Ok(Run {
        id: number(row, "id")?,
        kpi: get(row, "kpi")?,
        target: point(row, "target_day", "target_value")?,
        reading: point(row, "reading_day", "reading_value")?,
        what: get(row, "what")?,
        owner: get(row, "owner")?,
        due: get(row, "due")?,
        at: get(row, "at")?,
        by: get(row, "by")?,
        events: Vec::new(),
    })
}

fn point(row: &SqliteRow, day: &str, value: &str) -> Result<Point, sqlx::Error> {
    let date = get::<&str>(row, day)?.parse::<Date>().map_err(|error| sqlx::Error::Decode(error.into()))?;
    Ok(Point { date, value: get(row, value)? })
}

fn happened(row: &SqliteRow) -> Result<Happened, sqlx::Error> {
    let what = serde_json::from_str(get(row, "what")?).map_err(|error| sqlx::Error::Decode(error.into()))?;
    Ok(Happened { at: get(row, "at")?, by: get(row, "by")?, what })
}
