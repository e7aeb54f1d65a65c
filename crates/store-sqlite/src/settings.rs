//! Named values.

use crate::row::get;
use crate::{SqliteStore, failed};
use async_trait::async_trait;
use store::{Settings, StoreError};

#[async_trait]
impl Settings for SqliteStore {
    async fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        let value = sqlx::query_scalar("SELECT value FROM setting WHERE name = ?").bind(name);
        value.fetch_optional(&self.readers).await.map_err(failed)
    }

    async fn settings(&self, prefix: &str) -> Result<Vec<(String, String)>, StoreError> {
        let rows = sqlx::query(
            "SELECT name, value FROM setting WHERE name >= ?1 AND substr(name, 1, length(?1)) = ?1
             ORDER BY name",
        )
        .bind(prefix)
        .fetch_all(&self.readers)
        .await
        .map_err(failed)?;
        let pair = |row| Ok((get(row, "name")?, get(row, "value")?));
        rows.iter().map(pair).collect::<Result<_, sqlx::Error>>().map_err(failed)
    }

    async fn set(&self, name: &str, value: Option<&str>) -> Result<(), StoreError> {
        let done = match value {
            Some(value) => {
                sqlx::query(
                    "INSERT INTO setting (name, value) VALUES (?, ?)
                     ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                )
                .bind(name)
                .bind(value)
                .execute(&self.writer)
                .await
            }
            None => sqlx::query("DELETE FROM setting WHERE name = ?").bind(name).execute(&self.writer).await,
        };
        done.map(|_| ()).map_err(failed)
    }
}
