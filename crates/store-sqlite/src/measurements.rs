//! Reading what is kept.

use crate::packed::{Figure, Packed, day_number, day_of};
use crate::row::{act, get};
use crate::{SqliteStore, failed, import};
use async_trait::async_trait;
use control::{Kept, Known, Measurement, Origin};
use jiff::civil::Date;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use store::{Act, ImportRecord, Imported, Lock, Measurements, StoreError};

#[async_trait]
impl Measurements for SqliteStore {
    async fn import(&self, batch: &[Measurement]) -> Result<Imported, StoreError> {
        import::import(&self.writer, batch).await
    }

    async fn all(&self) -> Result<BTreeMap<String, Vec<Measurement>>, StoreError> {
        let sources = self.sources().await.map_err(failed)?;
        let packed = self.packed(0).await.map_err(failed)?;
        let all = packed.into_iter().map(|(kpi, packed)| {
            let list = measured(&kpi, &packed, &sources);
            (kpi, list)
        });
        Ok(all.filter(|(_, list)| !list.is_empty()).collect())
    }

    async fn of(&self, kpi: &str) -> Result<Vec<Measurement>, StoreError> {
        let row = sqlx::query("SELECT packed FROM measured WHERE kpi = ?")
            .bind(kpi)
            .fetch_optional(&self.readers)
            .await
            .map_err(failed)?;
        let Some(row) = row else { return Ok(Vec::new()) };
        let packed = unpacked(&row).map_err(failed)?;
        Ok(measured(kpi, &packed, &self.sources().await.map_err(failed)?))
    }

    async fn known(&self, since: u64) -> Result<BTreeMap<String, Known>, StoreError> {
        let packed = self.packed(since).await.map_err(failed)?;
        Ok(packed.into_iter().map(|(kpi, packed)| (kpi, packed.known())).collect())
    }

    async fn history(&self, kpi: &str, date: Date) -> Result<Vec<Measurement>, StoreError> {
        let rows = sqlx::query(
            "SELECT figure.day, figure.revision, value, row, synthetic, import,
                 (SELECT count(*) FROM confirmation WHERE confirmation.kpi = figure.kpi AND confirmation.day = figure.day
                  AND confirmation.revision = figure.revision) AS confirmed
             FROM figure JOIN measured ON measured.id = figure.kpi
             WHERE measured.kpi = ? AND figure.day = ? ORDER BY figure.revision",
        )
        .bind(kpi)
        .bind(day_number(date))
        .fetch_all(&self.readers)
        .await
        .map_err(failed)?;
        let figures = rows.iter().map(Figure::of).collect::<Result<_, sqlx::Error>>().map_err(failed)?;
        Ok(measured(kpi, &Packed(figures), &self.sources().await.map_err(failed)?))
    }

    async fn confirm(&self, kpi: &str, dates: &[Date], act: &Act) -> Result<usize, StoreError> {
        let mut all = self.writer.begin_with("BEGIN IMMEDIATE").await.map_err(failed)?;
        let (id, mut packed) = import::of(&mut all, kpi).await.map_err(failed)?;
        let mut count = 0;
        for date in dates {
            let Ok(at) = packed.find(day_number(*date)) else { continue };
            let Some(one) = packed.0.get_mut(at).filter(|one| !one.confirmed) else { continue };
            one.confirmed = true;
            count += 1;
            sqlx::query(
                "INSERT INTO confirmation (kpi, day, revision, act_by, act_at, act_from) VALUES (?, ?, ?, ?, ?, ?)",
            )
            .bind(id)
            .bind(one.day)
            .bind(one.revision)
            .bind(&act.by)
            .bind(&act.at)
            .bind(&act.from)
            .execute(&mut *all)
            .await
            .map_err(failed)?;
        }
        if count > 0 {
            let stamp = stamp(&mut all).await.map_err(failed)?;
            import::keep_packed(&mut all, id, &packed, stamp).await.map_err(failed)?;
        }
        all.commit().await.map_err(failed)?;
        Ok(count)
    }

    async fn stamp(&self) -> Result<u64, StoreError> {
        let mut one = self.readers.acquire().await.map_err(failed)?;
        stamp(&mut one).await.map(i64::unsigned_abs).map_err(failed)
    }

    async fn imports(&self) -> Result<Vec<ImportRecord>, StoreError> {
        let rows = sqlx::query("SELECT file, imported, by, added, revised FROM import ORDER BY id")
            .fetch_all(&self.readers)
            .await
            .map_err(failed)?;
        let record = |row: &SqliteRow| {
            let count =
                |column| row.try_get::<i64, _>(column).map(|count| usize::try_from(count).unwrap_or(0));
            Ok(ImportRecord {
                file: row.try_get("file")?,
                imported: row.try_get("imported")?,
                by: row.try_get("by")?,
                added: count("added")?,
                revised: count("revised")?,
            })
        };
        rows.iter().map(record).collect::<Result<_, sqlx::Error>>().map_err(failed)
    }

    async fn lock(&self, lock: &Lock) -> Result<(), StoreError> {
        sqlx::query("INSERT INTO closed (until, act_by, act_at, act_from) VALUES (?, ?, ?, ?)")
            .bind(lock.until.map(|day| day.to_string()))
            .bind(&lock.act.by)
            .bind(&lock.act.at)
            .bind(&lock.act.from)
            .execute(&self.writer)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn locked(&self) -> Result<Option<Lock>, StoreError> {
        let row = sqlx::query("SELECT until, act_by, act_at, act_from FROM closed ORDER BY id DESC LIMIT 1")
            .fetch_optional(&self.readers)
            .await
            .map_err(failed)?;
        let lock = |row: &SqliteRow| Ok(Lock { until: day(row)?, act: act(row)? });
        row.as_ref().map(lock).transpose().map_err(|error: sqlx::Error| failed(error))
    }
}

impl SqliteStore {
    /// The figures of all KPIs that have changed since a stamp.
    async fn packed(&self, since: u64) -> Result<BTreeMap<String, Packed>, sqlx::Error> {
        let rows = sqlx::query("SELECT kpi, packed FROM measured WHERE stamp > ? ORDER BY kpi")
            .bind(crate::row::kept(since))
            .fetch_all(&self.readers)
            .await?;
        rows.iter().map(|row| Ok((get(row, "kpi")?, unpacked(row)?))).collect()
    }

    /// Where figures came from: file, instant and person of each import.
    async fn sources(&self) -> Result<HashMap<u32, [Arc<str>; 3]>, sqlx::Error> {
        let rows = sqlx::query("SELECT id, file, imported, by FROM import").fetch_all(&self.readers).await?;
        let one = |row: &SqliteRow| {
            let text = |column| get::<&str>(row, column).map(Arc::from);
            Ok((get(row, "id")?, [text("file")?, text("imported")?, text("by")?]))
        };
        rows.iter().map(one).collect()
    }
}

/// What changes whenever figures do.
pub async fn stamp(all: &mut SqliteConnection) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT coalesce(sum(added + revised), 0) + (SELECT count(*) FROM confirmation) FROM import",
    )
    .fetch_one(all)
    .await
}

/// The last day that is closed.
pub async fn closed_until(all: &mut SqliteConnection) -> Result<Option<Date>, sqlx::Error> {
    let row = sqlx::query("SELECT until FROM closed ORDER BY id DESC LIMIT 1").fetch_optional(all).await?;
    row.as_ref().map_or(Ok(None), day)
}

fn day(row: &SqliteRow) -> Result<Option<Date>, sqlx::Error> {
    let text: Option<&str> = get(row, "until")?;
    let read = |text: &str| text.parse().map_err(|error: jiff::Error| sqlx::Error::Decode(error.into()));
    text.map(read).transpose()
}

fn unpacked(row: &SqliteRow) -> Result<Packed, sqlx::Error> {
    let bytes: &[u8] = get(row, "packed")?;
    Packed::of(bytes).ok_or_else(|| sqlx::Error::Decode("the figures of a KPI are cut short".into()))
}

fn measured(kpi: &str, packed: &Packed, sources: &HashMap<u32, [Arc<str>; 3]>) -> Vec<Measurement> {
    let kpi: Arc<str> = kpi.into();
    let one = |one: &Figure| {
        let [file, imported, by] = sources.get(&one.import).cloned().unwrap_or_default();
        Measurement {
            kpi: Arc::clone(&kpi),
            date: day_of(one.day),
            value: one.value,
            origin: Origin { file, row: one.row, synthetic: one.synthetic, by },
            imported,
            kept: Kept { revision: one.revision, confirmed: one.confirmed },
        }
    };
    packed.0.iter().map(one).collect()
}

/// Packs what an earlier version has kept in rows only.
pub async fn pack(all: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    let loose: Vec<i64> =
        sqlx::query_scalar("SELECT id FROM measured WHERE packed IS NULL").fetch_all(&mut *all).await?;
    let stamp = stamp(&mut *all).await?;
    for kpi in loose {
        let packed = Packed::from_rows(&mut *all, kpi).await?;
        import::keep_packed(&mut *all, kpi, &packed, stamp.max(1)).await?;
    }
    Ok(())
}
