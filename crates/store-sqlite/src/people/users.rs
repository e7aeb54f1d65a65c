//! Users.

use crate::row::{get, role};
use sqlx::SqlitePool;
use sqlx::sqlite::SqliteRow;
use store::User;

/// All, by login.
pub async fn all(pool: &SqlitePool) -> Result<Vec<User>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT login, name, email, role, person, password, totp, subject, active, created FROM user
         ORDER BY login",
    )
    .fetch_all(pool)
    .await?;
    rows.iter().map(user).collect()
}

/// The user of a login.
pub async fn of(pool: &SqlitePool, login: &str) -> Result<Option<User>, sqlx::Error> {
    let row = sqlx::query(
        "SELECT login, name, email, role, person, password, totp, subject, active, created FROM user
         WHERE login = ?",
    )
    .bind(login)
    .fetch_optional(pool)
    .await?;
    row.as_ref().map(user).transpose()
}

/// Adds a user, unless the login is taken, or the subject at the identity provider.
pub async fn add(pool: &SqlitePool, user: &User) -> Result<bool, sqlx::Error> {
    let done = sqlx::query(
        "INSERT INTO user (login, name, email, role, person, password, totp, subject, active, created)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
    )
    .bind(&user.login)
    .bind(&user.name)
    .bind(&user.email)
    .bind(user.role.word())
    .bind(&user.person)
    .bind(&user.password)
    .bind(&user.totp)
    .bind(&user.subject)
    .bind(user.active)
    .bind(&user.created)
    .execute(pool)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Replaces a user, in one statement, so that two administrators cannot remove each other at once.
pub async fn change(pool: &SqlitePool, user: &User) -> Result<bool, sqlx::Error> {
    let done = sqlx::query(
        "UPDATE OR IGNORE user SET name = ?2, email = ?3, role = ?4, person = ?5, password = ?6, totp = ?7,
             subject = ?8, active = ?9, created = ?10
         WHERE login = ?1
           AND (role <> 'administrator' OR active = 0 OR (?4 = 'administrator' AND ?9 = 1)
             OR EXISTS (SELECT 1 FROM user AS other WHERE other.login <> ?1
                 AND other.role = 'administrator' AND other.active = 1))",
    )
    .bind(&user.login)
    .bind(&user.name)
    .bind(&user.email)
    .bind(user.role.word())
    .bind(&user.person)
    .bind(&user.password)
    .bind(&user.totp)
    .bind(&user.subject)
    .bind(user.active)
    .bind(&user.created)
    .execute(pool)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// The user of a row.
pub fn user(row: &SqliteRow) -> Result<User, sqlx::Error> {
    Ok(User {
        login: get(row, "login")?,
        name: get(row, "name")?,
        email: get(row, "email")?,
        role: role(row)?,
        person: get(row, "person")?,
        password: get(row, "password")?,
        totp: get(row, "totp")?,
        subject: get(row, "subject")?,
        active: get(row, "active")?,
        created: get(row, "created")?,
    })
}
