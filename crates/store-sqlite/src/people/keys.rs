//! Keys of programs.

use super::users;
use crate::row::{get, words};
use sqlx::SqlitePool;
use sqlx::sqlite::SqliteRow;
use store::{Key, User};

/// Keeps one.
pub async fn keep(pool: &SqlitePool, key: &Key) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO key (id, name, hash, scopes, login, created, expires, used)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(&key.id)
    .bind(&key.name)
    .bind(&key.hash)
    .bind(key.scopes.join(" "))
    .bind(&key.login)
    .bind(&key.created)
    .bind(&key.expires)
    .bind(&key.used)
    .execute(pool)
    .await?;
    Ok(())
}

/// The key of a hash and its owner, where neither has ended.
pub async fn with_user(pool: &SqlitePool, hash: &str, now: &str) -> Result<Option<(Key, User)>, sqlx::Error> {
    let row = sqlx::query(
        "SELECT key.id AS key_id, key.name AS key_name, key.hash, key.scopes, key.created AS key_created,
             key.expires, key.used, user.login, user.name, user.email, user.role, user.person, user.password,
             user.totp, user.subject, user.active, user.created
         FROM key JOIN user ON user.login = key.login
         WHERE key.hash = ? AND (key.expires IS NULL OR key.expires > ?) AND user.active = 1",
    )
    .bind(hash)
    .bind(now)
    .fetch_optional(pool)
    .await?;
    row.as_ref().map(|row| Ok((key(row)?, users::user(row)?))).transpose()
}

/// Notes that a key was used in this hour.
pub async fn used(pool: &SqlitePool, hash: &str, hour: &str) -> Result<(), sqlx::Error> {
    sqlx::query("UPDATE key SET used = ? WHERE hash = ?").bind(hour).bind(hash).execute(pool).await?;
    Ok(())
}

/// The hour of an instant, itself an instant: a key that is used all day is written 24 times.
pub fn hour(instant: &str) -> String {
    instant.get(..13).map_or_else(|| instant.to_owned(), |hour| format!("{hour}:00:00Z"))
}

/// All, by owner and time.
pub async fn all(pool: &SqlitePool) -> Result<Vec<Key>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT id AS key_id, name AS key_name, hash, scopes, login, created AS key_created, expires, used
         FROM key ORDER BY login, created, id",
    )
    .fetch_all(pool)
    .await?;
    rows.iter().map(key).collect()
}

/// Ends one.
pub async fn drop(pool: &SqlitePool, id: &str) -> Result<bool, sqlx::Error> {
    Ok(sqlx::query("DELETE FROM key WHERE id = ?").bind(id).execute(pool).await?.rows_affected() > 0)
}

fn key(row: &SqliteRow) -> Result<Key, sqlx::Error> {
    Ok(Key {
        id: get(row, "key_id")?,
        name: get(row, "key_name")?,
        hash: get(row, "hash")?,
        scopes: words(row, "scopes")?,
        login: get(row, "login")?,
        created: get(row, "key_created")?,
        expires: get(row, "expires")?,
        used: get(row, "used")?,
    })
}
