//! Keeping a batch in one transaction.

use crate::failed;
use crate::packed::{Figure, Packed, day_number, day_of};
use crate::row::get;
use control::Measurement;
use sqlx::{SqliteConnection, SqlitePool};
use std::collections::{BTreeMap, HashMap};
use store::{Imported, StoreError, check};

/// The import that a file, an instant and a person stand for: its id, what it added and what it revised.
type Import = (i64, i64, i64);

/// So many rows go into one statement; each has seven values, and SQLite takes 32,766.
const AT_ONCE: usize = 1_000;

/// Keeps a batch, all or nothing.
pub async fn import(pool: &SqlitePool, batch: &[Measurement]) -> Result<Imported, StoreError> {
    check(batch)?;
    // The writer's lock from the start: what is read here must still hold when it is written.
    let mut all = pool.begin_with("BEGIN IMMEDIATE").await.map_err(failed)?;
    let done = keep(&mut all, batch).await?;
    all.commit().await.map_err(failed)?;
    Ok(done)
}

async fn keep(all: &mut SqliteConnection, batch: &[Measurement]) -> Result<Imported, StoreError> {
    let mut by_kpi: BTreeMap<&str, Vec<&Measurement>> = BTreeMap::new();
    batch.iter().for_each(|one| by_kpi.entry(&one.kpi).or_default().push(one));
    let closed = crate::measurements::closed_until(all).await.map_err(failed)?;
    let mut batch = Batch { all, done: Imported::default(), imports: HashMap::new(), rows: Vec::new() };
    let mut changed = Vec::new();
    for (kpi, list) in by_kpi {
        let (id, mut packed) = of(batch.all, kpi).await.map_err(failed)?;
        let mut new: BTreeMap<i32, Figure> = BTreeMap::new();
        let before = batch.done;
        for one in list {
            let day = day_number(one.date);
            let place = packed.find(day);
            let last = match place {
                Ok(at) => packed.0.get(at).copied(),
                Err(_) => new.get(&day).copied(),
            };
            let (value, synthetic) = (one.value, one.origin.synthetic);
            if last.is_some_and(|last| last.value == value && last.synthetic == synthetic) {
                batch.done.unchanged += 1;
                continue;
            }
            if let Some(until) = closed.filter(|until| one.date <= *until) {
                return Err(StoreError::Closed { kpi: kpi.to_owned(), date: day_of(day), until });
            }
            let import = batch.count(one, last.is_some()).await.map_err(failed)?;
            let revision = last.map_or(1, |last| last.revision + 1);
            let figure =
                Figure { day, value, revision, row: one.origin.row, import, synthetic, confirmed: false };
            batch.rows.push((id, figure));
            if batch.rows.len() == AT_ONCE {
                batch.flush().await.map_err(failed)?;
            }
            match place {
                Ok(at) => packed.0[at] = figure,
                Err(_) => drop(new.insert(day, figure)),
            }
        }
        if batch.done.added + batch.done.revised > before.added + before.revised {
            packed.join(new.into_values());
            changed.push((id, packed));
        }
    }
    batch.flush().await.map_err(failed)?;
    batch.finish(&changed).await.map_err(failed)
}

/// A batch on its way into the store.
struct Batch<'a, 'b> {
    all: &'a mut SqliteConnection,
    done: Imported,
    imports: HashMap<(&'b str, &'b str, &'b str), Import>,
    /// Rows that wait to be written, each with its KPI.
    rows: Vec<(i64, Figure)>,
}

impl<'b> Batch<'_, 'b> {
    /// Counts a measurement to its import, which is recorded where it is new; gives the import's id.
    async fn count(&mut self, one: &'b Measurement, known: bool) -> Result<u32, sqlx::Error> {
        let name = (&*one.origin.file, &*one.imported, &*one.origin.by);
        if !self.imports.contains_key(&name) {
            let id = import_id(self.all, one).await?;
            self.imports.insert(name, (id, 0, 0));
        }
        let (id, added, revised) = self.imports.entry(name).or_default();
        if known {
            *revised += 1;
            self.done.revised += 1;
        } else {
            *added += 1;
            self.done.added += 1;
        }
        Ok(u32::try_from(*id).unwrap_or(u32::MAX))
    }

    /// Writes the rows that wait.
    async fn flush(&mut self) -> Result<(), sqlx::Error> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let mut sql =
            "INSERT INTO figure (kpi, day, revision, value, row, synthetic, import) VALUES ".to_owned();
        sql.push_str(&vec!["(?, ?, ?, ?, ?, ?, ?)"; self.rows.len()].join(", "));
        // Nothing but marks for parameters was put together.
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
        for (kpi, one) in self.rows.drain(..) {
            query = query.bind(kpi).bind(one.day).bind(one.revision).bind(one.value);
            query = query.bind(one.row).bind(one.synthetic).bind(one.import);
        }
        query.execute(&mut *self.all).await?;
        Ok(())
    }

    /// Says of each import what it brought, and packs the KPIs that have changed.
    async fn finish(self, changed: &[(i64, Packed)]) -> Result<Imported, sqlx::Error> {
        for (id, added, revised) in self.imports.into_values() {
            sqlx::query("UPDATE import SET added = added + ?, revised = revised + ? WHERE id = ?")
                .bind(added)
                .bind(revised)
                .bind(id)
                .execute(&mut *self.all)
                .await?;
        }
        let stamp = crate::measurements::stamp(&mut *self.all).await?;
        for (id, packed) in changed {
            keep_packed(&mut *self.all, *id, packed, stamp).await?;
        }
        Ok(self.done)
    }
}

/// Keeps a KPI's figures as they stand.
pub async fn keep_packed(
    all: &mut SqliteConnection,
    kpi: i64,
    packed: &Packed,
    stamp: i64,
) -> Result<(), sqlx::Error> {
    sqlx::query("UPDATE measured SET packed = ?, stamp = ? WHERE id = ?")
        .bind(packed.bytes())
        .bind(stamp)
        .bind(kpi)
        .execute(all)
        .await?;
    Ok(())
}

/// A KPI's number, which it gets where it has none, and its figures as they stand.
pub async fn of(all: &mut SqliteConnection, kpi: &str) -> Result<(i64, Packed), sqlx::Error> {
    let row = sqlx::query(
        "INSERT INTO measured (kpi, packed) VALUES (?, x'')
         ON CONFLICT (kpi) DO UPDATE SET kpi = excluded.kpi RETURNING id, packed",
    )
    .bind(kpi)
    .fetch_one(&mut *all)
    .await?;
    let (id, packed): (i64, Option<Vec<u8>>) = (get(&row, "id")?, get(&row, "packed")?);
    match packed.as_deref().and_then(Packed::of) {
        Some(packed) => Ok((id, packed)),
        None => Ok((id, Packed::from_rows(all, id).await?)),
    }
}

/// The id of a measurement's import, which is recorded where it is new.
async fn import_id(all: &mut SqliteConnection, one: &Measurement) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar(
        "INSERT INTO import (file, imported, by) VALUES (?, ?, ?)
         ON CONFLICT (file, imported) DO UPDATE SET file = excluded.file RETURNING id",
    )
    .bind(&*one.origin.file)
    .bind(&*one.imported)
    .bind(&*one.origin.by)
    .fetch_one(all)
    .await
}
