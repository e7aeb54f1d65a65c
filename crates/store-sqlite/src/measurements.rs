//! Reading what is kept.

use crate::{SqliteStore, failed, import};
use async_trait::async_trait;
use control::{Measurement, Origin};
use jiff::civil::Date;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use std::collections::BTreeMap;
use store::{ImportRecord, Imported, Measurements, StoreError};

#[async_trait]
impl Measurements for SqliteStore {
    async fn import(&self, batch: &[Measurement]) -> Result<Imported, StoreError> {
        import::import(&self.writer, batch).await
    }

    async fn all(&self) -> Result<BTreeMap<String, Vec<Measurement>>, StoreError> {
        let rows = sqlx::query(
            "SELECT kpi, date, max(revision), value, row, synthetic, file, imported
             FROM measurement JOIN import ON import.id = measurement.import
             GROUP BY kpi, date ORDER BY kpi, date",
        )
        .fetch_all(&self.readers)
        .await
        .map_err(failed)?;
        let mut all: BTreeMap<String, Vec<Measurement>> = BTreeMap::new();
        for one in measured(&rows)? {
            match all.get_mut(&one.kpi) {
                Some(list) => list.push(one),
                None => {
                    all.insert(one.kpi.clone(), vec![one]);
                }
            }
        }
        Ok(all)
    }

    async fn of(&self, kpi: &str) -> Result<Vec<Measurement>, StoreError> {
        let rows = sqlx::query(
            "SELECT kpi, date, max(revision), value, row, synthetic, file, imported
             FROM measurement JOIN import ON import.id = measurement.import
             WHERE kpi = ? GROUP BY date ORDER BY date",
        )
        .bind(kpi)
        .fetch_all(&self.readers)
        .await
        .map_err(failed)?;
        measured(&rows)
    }

    async fn history(&self, kpi: &str, date: Date) -> Result<Vec<Measurement>, StoreError> {
        let rows = sqlx::query(
            "SELECT kpi, date, value, row, synthetic, file, imported
             FROM measurement JOIN import ON import.id = measurement.import
             WHERE kpi = ? AND date = ? ORDER BY revision",
        )
        .bind(kpi)
        .bind(date.to_string())
        .fetch_all(&self.readers)
        .await
        .map_err(failed)?;
        measured(&rows)
    }

    async fn stamp(&self) -> Result<u64, StoreError> {
        let grown: i64 = sqlx::query_scalar("SELECT coalesce(sum(added + revised), 0) FROM import")
            .fetch_one(&self.readers)
            .await
            .map_err(failed)?;
        Ok(grown.unsigned_abs())
    }

    async fn imports(&self) -> Result<Vec<ImportRecord>, StoreError> {
        let rows = sqlx::query("SELECT file, imported, added, revised FROM import ORDER BY id")
            .fetch_all(&self.readers)
            .await
            .map_err(failed)?;
        let record = |row: &SqliteRow| {
            let count =
                |column| row.try_get::<i64, _>(column).map(|count| usize::try_from(count).unwrap_or(0));
            Ok(ImportRecord {
                file: row.try_get("file")?,
                imported: row.try_get("imported")?,
                added: count("added")?,
                revised: count("revised")?,
            })
        };
        rows.iter().map(record).collect::<Result<_, sqlx::Error>>().map_err(failed)
    }
}

fn measured(rows: &[SqliteRow]) -> Result<Vec<Measurement>, StoreError> {
    let one = |row: &SqliteRow| {
        let origin = Origin {
            file: row.try_get("file")?,
            row: row.try_get("row")?,
            synthetic: row.try_get("synthetic")?,
        };
        Ok(Measurement {
            kpi: row.try_get("kpi")?,
            date: day(row)?,
            value: row.try_get("value")?,
            origin,
            imported: row.try_get("imported")?,
        })
    };
    rows.iter().map(one).collect::<Result<_, sqlx::Error>>().map_err(failed)
}

/// The day of a row.
pub fn day(row: &SqliteRow) -> Result<Date, sqlx::Error> {
    let text: &str = row.try_get("date")?;
    text.parse().map_err(|error: jiff::Error| sqlx::Error::Decode(error.into()))
}
