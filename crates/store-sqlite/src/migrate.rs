//! The schema, step by step.

use crate::failed;
use sqlx::{SqliteConnection, SqlitePool};
use store::StoreError;

/// The steps in their order; a step that was published is never changed, only followed by another.
pub(crate) const STEPS: [&str; 10] = [
    include_str!("../migrations/0001_measurements.sql"),
    include_str!("../migrations/0002_revisions.sql"),
    include_str!("../migrations/0003_people.sql"),
    include_str!("../migrations/0004_approvals.sql"),
    include_str!("../migrations/0005_audit.sql"),
    include_str!("../migrations/0006_hooks.sql"),
    include_str!("../migrations/0007_datasets.sql"),
    include_str!("../migrations/0008_figures.sql"),
    include_str!("../migrations/0009_corrections.sql"),
    include_str!("../migrations/0010_reports.sql"),
];

/// The letters REPR, by which a database is known as ours; the first step writes them.
const APPLICATION: i64 = 0x5245_5052;

/// Whether a database is ours, or still empty where it may be.
pub async fn is_ours(connection: &mut SqliteConnection, may_be_new: bool) -> Result<bool, sqlx::Error> {
    let application: i64 = sqlx::query_scalar("PRAGMA application_id").fetch_one(&mut *connection).await?;
    let tables: i64 = sqlx::query_scalar("SELECT count(*) FROM sqlite_schema").fetch_one(connection).await?;
    Ok(application == APPLICATION || (may_be_new && application == 0 && tables == 0))
}

/// Takes the steps that the database has not taken yet, all or none.
pub async fn migrate(pool: &SqlitePool) -> Result<(), StoreError> {
    let mut all = pool.begin_with("BEGIN IMMEDIATE").await.map_err(failed)?;
    sqlx::query("CREATE TABLE IF NOT EXISTS schema (version INTEGER PRIMARY KEY) STRICT")
        .execute(&mut *all)
        .await
        .map_err(failed)?;
    let found: i64 = sqlx::query_scalar("SELECT coalesce(max(version), 0) FROM schema")
        .fetch_one(&mut *all)
        .await
        .map_err(failed)?;
    let known = STEPS.len() as i64;
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    for (version, step) in (1i64..).zip(STEPS).filter(|(version, _)| *version > found) {
        sqlx::raw_sql(step).execute(&mut *all).await.map_err(failed)?;
        let taken = sqlx::query("INSERT INTO schema (version) VALUES (?)").bind(version);
        taken.execute(&mut *all).await.map_err(failed)?;
    }
    crate::measurements::pack(&mut all).await.map_err(failed)?;
    all.commit().await.map_err(failed)
}
