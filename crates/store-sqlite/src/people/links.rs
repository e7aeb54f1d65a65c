//! One-time links.

use crate::row::{act, get, role};
use sqlx::SqlitePool;
use sqlx::sqlite::SqliteRow;
use store::Link;

/// Keeps one.
pub async fn keep(pool: &SqlitePool, link: &Link) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO link (hash, kind, login, email, role, act_by, act_at, act_from, expires)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(&link.hash)
    .bind(&link.kind)
    .bind(&link.login)
    .bind(&link.email)
    .bind(link.role.word())
    .bind(&link.act.by)
    .bind(&link.act.at)
    .bind(&link.act.from)
    .bind(&link.expires)
    .execute(pool)
    .await?;
    Ok(())
}

/// The link of a hash.
pub async fn of(pool: &SqlitePool, hash: &str, now: &str) -> Result<Option<Link>, sqlx::Error> {
    let row = sqlx::query(
        "SELECT hash, kind, login, email, role, act_by, act_at, act_from, expires FROM link
         WHERE hash = ? AND expires > ?",
    )
    .bind(hash)
    .bind(now)
    .fetch_optional(pool)
    .await?;
    row.as_ref().map(link).transpose()
}

/// Takes the link of a hash away; one statement, so that only one gets it.
pub async fn take(pool: &SqlitePool, hash: &str, now: &str) -> Result<Option<Link>, sqlx::Error> {
    let row = sqlx::query(
        "DELETE FROM link WHERE hash = ? AND expires > ?
         RETURNING hash, kind, login, email, role, act_by, act_at, act_from, expires",
    )
    .bind(hash)
    .bind(now)
    .fetch_optional(pool)
    .await?;
    row.as_ref().map(link).transpose()
}

/// Those that have not ended, the latest first.
pub async fn all(pool: &SqlitePool, now: &str) -> Result<Vec<Link>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT hash, kind, login, email, role, act_by, act_at, act_from, expires FROM link
         WHERE expires > ? ORDER BY act_at DESC, hash",
    )
    .bind(now)
    .fetch_all(pool)
    .await?;
    rows.iter().map(link).collect()
}

fn link(row: &SqliteRow) -> Result<Link, sqlx::Error> {
    Ok(Link {
        hash: get(row, "hash")?,
        kind: get(row, "kind")?,
        login: get(row, "login")?,
        email: get(row, "email")?,
        role: role(row)?,
        act: act(row)?,
        expires: get(row, "expires")?,
    })
}
