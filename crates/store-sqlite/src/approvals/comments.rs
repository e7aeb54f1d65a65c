//! Comments.

use crate::row::{act, get, kept, number};
use sqlx::SqlitePool;
use sqlx::sqlite::SqliteRow;
use store::{Act, Comment};

/// Keeps one.
pub async fn keep(pool: &SqlitePool, comment: &Comment) -> Result<u64, sqlx::Error> {
    let id: i64 = sqlx::query_scalar(
        "INSERT INTO comment (revision, element, act_by, act_at, act_from, text) VALUES (?, ?, ?, ?, ?, ?)
         RETURNING id",
    )
    .bind(kept(comment.revision))
    .bind(&comment.element)
    .bind(&comment.act.by)
    .bind(&comment.act.at)
    .bind(&comment.act.from)
    .bind(&comment.text)
    .fetch_one(pool)
    .await?;
    Ok(id.unsigned_abs())
}

/// All, in order.
pub async fn all(pool: &SqlitePool) -> Result<Vec<Comment>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT id, revision, element, act_by, act_at, act_from, text, settled_by, settled_at, settled_from
         FROM comment ORDER BY id",
    )
    .fetch_all(pool)
    .await?;
    rows.iter().map(comment).collect()
}

/// Settles one that is open.
pub async fn settle(pool: &SqlitePool, id: i64, act: &Act) -> Result<bool, sqlx::Error> {
    let done = sqlx::query(
        "UPDATE comment SET settled_by = ?, settled_at = ?, settled_from = ?
         WHERE id = ? AND settled_at IS NULL",
    )
    .bind(&act.by)
    .bind(&act.at)
    .bind(&act.from)
    .bind(id)
    .execute(pool)
    .await?;
    Ok(done.rows_affected() > 0)
}

fn comment(row: &SqliteRow) -> Result<Comment, sqlx::Error> {
    let settled: Option<String> = get(row, "settled_at")?;
    let settled = match settled {
        Some(at) => Some(Act { by: get(row, "settled_by")?, at, from: get(row, "settled_from")? }),
        None => None,
    };
    Ok(Comment {
        id: number(row, "id")?,
        revision: number(row, "revision")?,
        element: get(row, "element")?,
        act: act(row)?,
        text: get(row, "text")?,
        settled,
    })
}
