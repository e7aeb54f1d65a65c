//! Webhooks and what has yet to be delivered.

use crate::row::{count, get, kept, number, words};
use crate::{SqliteStore, failed};
use async_trait::async_trait;
use sqlx::sqlite::SqliteRow;
use store::{Delivery, Hook, Hooks, StoreError};

#[async_trait]
impl Hooks for SqliteStore {
    async fn hooks(&self) -> Result<Vec<Hook>, StoreError> {
        let rows = sqlx::query("SELECT id, url, secret, events, active FROM hook ORDER BY id")
            .fetch_all(&self.readers)
            .await
            .map_err(failed)?;
        rows.iter().map(hook).collect::<Result<_, _>>().map_err(failed)
    }

    async fn keep_hook(&self, hook: &Hook) -> Result<u64, StoreError> {
        let id: i64 = sqlx::query_scalar(
            "INSERT INTO hook (id, url, secret, events, active) VALUES (nullif(?, 0), ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET url = excluded.url, secret = excluded.secret,
                 events = excluded.events, active = excluded.active
             RETURNING id",
        )
        .bind(kept(hook.id))
        .bind(&hook.url)
        .bind(&hook.secret)
        .bind(hook.events.join(" "))
        .bind(hook.active)
        .fetch_one(&self.writer)
        .await
        .map_err(failed)?;
        Ok(id.unsigned_abs())
    }

    async fn drop_hook(&self, id: u64) -> Result<bool, StoreError> {
        let done = sqlx::query("DELETE FROM hook WHERE id = ?").bind(kept(id)).execute(&self.writer).await;
        Ok(done.map_err(failed)?.rows_affected() > 0)
    }

    async fn queue(&self, delivery: &Delivery) -> Result<u64, StoreError> {
        let id: i64 = sqlx::query_scalar(
            "INSERT INTO delivery (hook, event, body, tries, next, outcome) VALUES (?, ?, ?, ?, ?, ?)
             RETURNING id",
        )
        .bind(kept(delivery.hook))
        .bind(&delivery.event)
        .bind(&delivery.body)
        .bind(delivery.tries)
        .bind(&delivery.next)
        .bind(&delivery.outcome)
        .fetch_one(&self.writer)
        .await
        .map_err(failed)?;
        Ok(id.unsigned_abs())
    }

    async fn due(&self, now: &str, limit: u32) -> Result<Vec<Delivery>, StoreError> {
        let rows = sqlx::query(
            "SELECT delivery.id, hook, event, body, tries, next, outcome
             FROM delivery JOIN hook ON hook.id = delivery.hook
             WHERE next IS NOT NULL AND next <= ? AND active = 1 ORDER BY delivery.id LIMIT ?",
        )
        .bind(now)
        .bind(limit)
        .fetch_all(&self.readers)
        .await
        .map_err(failed)?;
        rows.iter().map(delivery).collect::<Result<_, _>>().map_err(failed)
    }

    async fn delivered(&self, delivery: &Delivery) -> Result<(), StoreError> {
        sqlx::query("UPDATE delivery SET tries = ?, next = ?, outcome = ? WHERE id = ?")
            .bind(delivery.tries)
            .bind(&delivery.next)
            .bind(&delivery.outcome)
            .bind(kept(delivery.id))
            .execute(&self.writer)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn deliveries(&self, hook: u64, limit: u32) -> Result<Vec<Delivery>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, hook, event, body, tries, next, outcome FROM delivery WHERE hook = ?
             ORDER BY id DESC LIMIT ?",
        )
        .bind(kept(hook))
        .bind(limit)
        .fetch_all(&self.readers)
        .await
        .map_err(failed)?;
        rows.iter().map(delivery).collect::<Result<_, _>>().map_err(failed)
    }
}

fn hook(row: &SqliteRow) -> Result<Hook, sqlx::Error> {
    Ok(Hook {
        id: number(row, "id")?,
        url: get(row, "url")?,
        secret: get(row, "secret")?,
        events: words(row, "events")?,
        active: get(row, "active")?,
    })
}

fn delivery(row: &SqliteRow) -> Result<Delivery, sqlx::Error> {
    Ok(Delivery {
        id: number(row, "id")?,
        hook: number(row, "hook")?,
        event: get(row, "event")?,
        body: get(row, "body")?,
        tries: count(row, "tries")?,
        next: get(row, "next")?,
        outcome: get(row, "outcome")?,
    })
}
