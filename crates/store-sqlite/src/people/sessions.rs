//! Sessions.

use super::users;
use crate::row::get;
use sqlx::SqlitePool;
use sqlx::sqlite::SqliteRow;
use store::{Session, User};

/// Opens one.
pub async fn open(pool: &SqlitePool, session: &Session) -> Result<(), sqlx::Error> {
    sqlx::query("INSERT INTO session (hash, login, csrf, opened, expires) VALUES (?, ?, ?, ?, ?)")
        .bind(&session.hash)
        .bind(&session.login)
        .bind(&session.csrf)
        .bind(&session.opened)
        .bind(&session.expires)
        .execute(pool)
        .await?;
    Ok(())
}

/// The session of a hash and its user. Every request asks for it, so it is one look at each primary key.
pub async fn with_user(
    pool: &SqlitePool,
    hash: &str,
    now: &str,
) -> Result<Option<(Session, User)>, sqlx::Error> {
    let row = sqlx::query(
        "SELECT hash, login, csrf, opened, expires,
             name, email, role, person, password, totp, subject, active, created
         FROM session JOIN user USING (login)
         WHERE hash = ? AND expires > ? AND active = 1",
    )
    .bind(hash)
    .bind(now)
    .fetch_optional(pool)
    .await?;
    row.as_ref().map(|row| Ok((session(row)?, users::user(row)?))).transpose()
}

/// Those of a user that have not ended, the latest first.
pub async fn of(pool: &SqlitePool, login: &str, now: &str) -> Result<Vec<Session>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT hash, login, csrf, opened, expires FROM session WHERE login = ? AND expires > ?
         ORDER BY opened DESC, hash",
    )
    .bind(login)
    .bind(now)
    .fetch_all(pool)
    .await?;
    rows.iter().map(session).collect()
}

/// Moves its end.
pub async fn prolong(pool: &SqlitePool, hash: &str, expires: &str) -> Result<(), sqlx::Error> {
    sqlx::query("UPDATE session SET expires = ? WHERE hash = ?")
        .bind(expires)
        .bind(hash)
        .execute(pool)
        .await?;
    Ok(())
}

/// Ends one.
pub async fn close(pool: &SqlitePool, hash: &str) -> Result<(), sqlx::Error> {
    sqlx::query("DELETE FROM session WHERE hash = ?").bind(hash).execute(pool).await?;
    Ok(())
}

/// Ends those of a user but one, and all that have run out.
pub async fn close_all(pool: &SqlitePool, login: &str, but: &str, now: &str) -> Result<(), sqlx::Error> {
    sqlx::query("DELETE FROM session WHERE (login = ? AND hash <> ?) OR expires <= ?")
        .bind(login)
        .bind(but)
        .bind(now)
        .execute(pool)
        .await?;
    Ok(())
}

fn session(row: &SqliteRow) -> Result<Session, sqlx::Error> {
    Ok(Session {
        hash: get(row, "hash")?,
        login: get(row, "login")?,
        csrf: get(row, "csrf")?,
        opened: get(row, "opened")?,
        expires: get(row, "expires")?,
    })
}
