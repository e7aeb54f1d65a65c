//! What rows of several tables have in common.

use sqlx::sqlite::SqliteRow;
use sqlx::{Decode, Row, Sqlite, Type};
use store::{Act, Role};

/// A column of a row.
pub fn get<'r, T: Decode<'r, Sqlite> + Type<Sqlite>>(
    row: &'r SqliteRow,
    column: &str,
) -> Result<T, sqlx::Error> {
    row.try_get(column)
}

/// A number that is never below zero, as SQLite keeps it.
pub fn kept(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A column that is never below zero.
pub fn number(row: &SqliteRow, column: &str) -> Result<u64, sqlx::Error> {
    get::<i64>(row, column).map(i64::unsigned_abs)
}

/// A column that counts.
pub fn count(row: &SqliteRow, column: &str) -> Result<u32, sqlx::Error> {
    number(row, column).map(|number| u32::try_from(number).unwrap_or(u32::MAX))
}

/// Who did what a row keeps, and when.
pub fn act(row: &SqliteRow) -> Result<Act, sqlx::Error> {
    Ok(Act { by: get(row, "act_by")?, at: get(row, "act_at")?, from: get(row, "act_from")? })
}

/// A role.
pub fn role(row: &SqliteRow) -> Result<Role, sqlx::Error> {
    let word: &str = get(row, "role")?;
    Role::of(word).ok_or_else(|| strange(word))
}

/// Words with blanks between.
pub fn words(row: &SqliteRow, column: &str) -> Result<Vec<String>, sqlx::Error> {
    let text: &str = get(row, column)?;
    Ok(text.split_whitespace().map(str::to_owned).collect())
}

/// A word that no version up to this one has written.
pub fn strange(word: &str) -> sqlx::Error {
    sqlx::Error::Decode(format!("an unknown word: {word}").into())
}
