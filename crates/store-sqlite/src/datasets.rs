//! Files with data.

use crate::row::{act, get, number};
use crate::{SqliteStore, failed};
use async_trait::async_trait;
use sqlx::sqlite::SqliteRow;
use store::{Act, Dataset, Datasets, StoreError};

#[async_trait]
impl Datasets for SqliteStore {
    async fn datasets(&self) -> Result<Vec<Dataset>, StoreError> {
        let rows = sqlx::query(
            "SELECT name, length(content) AS bytes, version, act_by, act_at, act_from FROM dataset ORDER BY name",
        )
        .fetch_all(&self.readers)
        .await
        .map_err(failed)?;
        rows.iter().map(dataset).collect::<Result<_, _>>().map_err(failed)
    }

    async fn dataset(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let found = sqlx::query_scalar("SELECT content FROM dataset WHERE name = ?").bind(name);
        found.fetch_optional(&self.readers).await.map_err(failed)
    }

    async fn keep_dataset(&self, act: &Act, name: &str, content: &[u8]) -> Result<u64, StoreError> {
        // A row that is replaced gets a new version.
        let version: i64 = sqlx::query_scalar(
            "INSERT OR REPLACE INTO dataset (name, content, act_by, act_at, act_from) VALUES (?, ?, ?, ?, ?)
             RETURNING version",
        )
        .bind(name)
        .bind(content)
        .bind(&act.by)
        .bind(&act.at)
        .bind(&act.from)
        .fetch_one(&self.writer)
        .await
        .map_err(failed)?;
        Ok(version.unsigned_abs())
    }

    async fn drop_dataset(&self, name: &str) -> Result<bool, StoreError> {
        let done = sqlx::query("DELETE FROM dataset WHERE name = ?").bind(name).execute(&self.writer).await;
        Ok(done.map_err(failed)?.rows_affected() > 0)
    }
}

fn dataset(row: &SqliteRow) -> Result<Dataset, sqlx::Error> {
    Ok(Dataset {
        name: get(row, "name")?,
        bytes: number(row, "bytes")?,
        version: number(row, "version")?,
        act: act(row)?,
    })
}
