//! Keeping a batch in one transaction.

use crate::failed;
use control::Measurement;
use jiff::civil::Date;
use sqlx::{Row, SqliteConnection, SqlitePool};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use store::{Imported, StoreError, check};

/// The last revision of a day: its number, value and syntheticness.
type Last = (i64, f64, bool);

/// The import that a file and an instant stand for: its id, what it added and what it revised.
type Import = (i64, i64, i64);

/// Keeps a batch, all or nothing.
pub async fn import(pool: &SqlitePool, batch: &[Measurement]) -> Result<Imported, StoreError> {
    check(batch)?;
    // The writer's lock from the start: what is read here must still hold when it is written.
    let mut all = pool.begin_with("BEGIN IMMEDIATE").await.map_err(failed)?;
    let done = keep(&mut all, batch).await.map_err(failed)?;
    all.commit().await.map_err(failed)?;
    Ok(done)
}

async fn keep(all: &mut SqliteConnection, batch: &[Measurement]) -> Result<Imported, sqlx::Error> {
    let mut done = Imported::default();
    let mut known: HashMap<&str, HashMap<Date, Last>> = HashMap::new();
    let mut imports: HashMap<(&str, &str), Import> = HashMap::new();
    for one in batch {
        let days = match known.entry(&one.kpi) {
            Entry::Occupied(days) => days.into_mut(),
            Entry::Vacant(new) => new.insert(last_of(all, &one.kpi).await?),
        };
        let last = days.get(&one.date).copied();
        let (value, synthetic) = (one.value, one.origin.synthetic);
        if last.is_some_and(|(_, known, made_up)| known == value && made_up == synthetic) {
            done.unchanged += 1;
            continue;
        }
        let name = (one.origin.file.as_str(), one.imported.as_str());
        let (id, added, revised) = match imports.entry(name) {
            Entry::Occupied(import) => import.into_mut(),
            Entry::Vacant(new) => new.insert((import_id(all, one).await?, 0, 0)),
        };
        let revision = last.map_or(1, |(revision, ..)| revision + 1);
        insert(all, one, revision, *id).await?;
        days.insert(one.date, (revision, value, synthetic));
        if revision == 1 {
            *added += 1;
            done.added += 1;
        } else {
            *revised += 1;
            done.revised += 1;
        }
    }
    for (id, added, revised) in imports.into_values() {
        sqlx::query("UPDATE import SET added = added + ?, revised = revised + ? WHERE id = ?")
            .bind(added)
            .bind(revised)
            .bind(id)
            .execute(&mut *all)
            .await?;
    }
    Ok(done)
}

/// The last revisions of a KPI, by day.
async fn last_of(all: &mut SqliteConnection, kpi: &str) -> Result<HashMap<Date, Last>, sqlx::Error> {
    // With max() SQLite takes the other columns from the row that has the greatest.
    let rows = sqlx::query(
        "SELECT date, max(revision) AS revision, value, synthetic FROM measurement WHERE kpi = ? GROUP BY date",
    )
    .bind(kpi)
    .fetch_all(all)
    .await?;
    let mut days = HashMap::with_capacity(rows.len());
    for row in rows {
        let last = (row.try_get("revision")?, row.try_get("value")?, row.try_get("synthetic")?);
        days.insert(crate::measurements::day(&row)?, last);
    }
    Ok(days)
}

/// The id of a measurement's import, which is recorded where it is new.
async fn import_id(all: &mut SqliteConnection, one: &Measurement) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar(
        "INSERT INTO import (file, imported) VALUES (?, ?)
         ON CONFLICT (file, imported) DO UPDATE SET file = excluded.file RETURNING id",
    )
    .bind(&one.origin.file)
    .bind(&one.imported)
    .fetch_one(all)
    .await
}

async fn insert(
    all: &mut SqliteConnection,
    one: &Measurement,
    revision: i64,
    import: i64,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO measurement (kpi, date, revision, value, row, synthetic, import) VALUES (?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(&one.kpi)
    .bind(one.date.to_string())
    .bind(revision)
    .bind(one.value)
    .bind(one.origin.row)
    .bind(one.origin.synthetic)
    .bind(import)
    .execute(all)
    .await?;
    Ok(())
}
