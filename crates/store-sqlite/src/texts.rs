//! How the texts of revisions are kept: whole from time to time, and in between as patches.

use crate::patch::Patch;
use crate::row::{get, kept, number};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

/// Patches upon each other before a text is kept whole again.
const DEPTH: i64 = 100;

/// A text's last row.
struct Last {
    gone: bool,
    base: i64,
    depth: i64,
    weight: i64,
    size: i64,
    checksum: i64,
}

/// Keeps what a revision makes of a file: what it was before and what it is after, where it is.
pub async fn keep(
    all: &mut SqliteConnection,
    revision: i64,
    path: &str,
    before: Option<&[u8]>,
    after: Option<&[u8]>,
) -> Result<(), sqlx::Error> {
    let file = file(all, path).await?;
    let last = last(all, file).await?.filter(|last| !last.gone);
    // A patch of something else than what is kept would spoil all that follow.
    let known = last.as_ref().map(|last| (last.size, last.checksum));
    if known != before.map(|text| (text.len() as i64, checksum(text))) {
        return Err(sqlx::Error::Encode(format!("{path} is not what was kept of it").into()));
    }
    let (size, sum) = after.map_or((0, 0), |text| (text.len() as i64, checksum(text)));
    let patch = before.zip(after).map(|(before, after)| Patch::between(before, after));
    let chain = last
        .zip(patch)
        .filter(|(last, patch)| last.depth < DEPTH && last.weight + (patch.middle.len() as i64) < size);
    let row = match (chain, after) {
        (Some((last, patch)), _) => {
            let weight = last.weight + patch.middle.len() as i64;
            ("patch", last.base, last.depth + 1, weight, patch)
        }
        (None, Some(text)) => ("whole", revision, 0, 0, Patch { start: 0, removed: 0, middle: text }),
        (None, None) => ("gone", revision, 0, 0, Patch { start: 0, removed: 0, middle: b"" }),
    };
    let (form, base, depth, weight, patch) = row;
    sqlx::query(
        "INSERT INTO text (file, revision, form, base, depth, weight, start, removed, content, size, checksum)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(file)
    .bind(revision)
    .bind(form)
    .bind(base)
    .bind(depth)
    .bind(weight)
    .bind(kept(patch.start as u64))
    .bind(kept(patch.removed as u64))
    .bind(patch.middle)
    .bind(size)
    .bind(sum)
    .execute(all)
    .await?;
    Ok(())
}

/// The number of a file, which is given where it is new.
async fn file(all: &mut SqliteConnection, path: &str) -> Result<i64, sqlx::Error> {
    let known = sqlx::query_scalar("SELECT id FROM file WHERE path = ?").bind(path);
    match known.fetch_optional(&mut *all).await? {
        Some(id) => Ok(id),
        None => {
            let new = sqlx::query_scalar("INSERT INTO file (path) VALUES (?) RETURNING id").bind(path);
            new.fetch_one(all).await
        }
    }
}

async fn last(all: &mut SqliteConnection, file: i64) -> Result<Option<Last>, sqlx::Error> {
    let row = sqlx::query(
        "SELECT form, base, depth, weight, size, checksum FROM text WHERE file = ?
         ORDER BY revision DESC LIMIT 1",
    )
    .bind(file)
    .fetch_optional(all)
    .await?;
    let last = |row: SqliteRow| {
        Ok(Last {
            gone: get::<&str>(&row, "form")? == "gone",
            base: get(&row, "base")?,
            depth: get(&row, "depth")?,
            weight: get(&row, "weight")?,
            size: get(&row, "size")?,
            checksum: get(&row, "checksum")?,
        })
    };
    row.map(last).transpose()
}

/// Brings a text, `None` where there is none, from the row before to this one, and says whether it is what was kept.
pub fn follow(text: &mut Option<Vec<u8>>, row: &SqliteRow) -> Result<bool, sqlx::Error> {
    let content: &[u8] = get(row, "content")?;
    match row.try_get::<&str, _>("form")? {
        "whole" => *text = Some(content.to_vec()),
        "gone" => *text = None,
        _ => {
            let place =
                |column| number(row, column).map(|place| usize::try_from(place).unwrap_or(usize::MAX));
            let patch = Patch { start: place("start")?, removed: place("removed")?, middle: content };
            let Some(text) = text else { return Ok(false) };
            if !patch.apply(text) {
                return Ok(false);
            }
        }
    }
    Ok(text.as_deref().is_none_or(|text| fits(text, row).unwrap_or(false)))
}

fn fits(text: &[u8], row: &SqliteRow) -> Result<bool, sqlx::Error> {
    let (size, sum): (i64, i64) = (get(row, "size")?, get(row, "checksum")?);
    Ok(text.len() as i64 == size && checksum(text) == sum)
}

fn checksum(text: &[u8]) -> i64 {
    i64::from(crc32fast::hash(text))
}
