//! The stories on SQLite, and what is SQLite's own.

mod guards;
mod history;
mod races;

use super::*;
use control::Measurement;
use jiff::ToSpan;
use std::path::Path;
use store::suite::{measurement, stories};
use store::{Backup, Imported, Measurements};

async fn open(path: &Path) -> SqliteStore {
    SqliteStore::open(path).await.expect("a database")
}

async fn pragma(store: &SqliteStore, sql: &'static str) -> String {
    let mut connection = store.writer.acquire().await.expect("a connection");
    let text = sqlx::query_scalar::<_, String>(sql).fetch_one(&mut *connection).await;
    match text {
        Ok(text) => text,
        Err(_) => {
            let number = sqlx::query_scalar::<_, i64>(sql).fetch_one(&mut *connection).await;
            number.expect("a number").to_string()
        }
    }
}

#[tokio::test]
async fn memory_is_a_store() {
    stories(|| async { SqliteStore::memory().await.expect("a database") }).await;
}

#[tokio::test]
async fn a_file_is_a_store() {
    let folder = tempfile::tempdir().expect("a folder");
    let number = std::cell::Cell::new(0);
    stories(|| {
        number.set(number.get() + 1);
        let path = folder.path().join(format!("{}.db", number.get()));
        async move { open(&path).await }
    })
    .await;
}

#[tokio::test]
async fn what_is_kept_is_there_after_reopening() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("reper.db");
    let first = open(&path).await;
    first.import(&[measurement("reach", 3, 31, 10.0)]).await.expect("kept");
    first.close().await;
    let second = open(&path).await;
    let list = second.of("reach").await.expect("read");
    assert_eq!((list.len(), list[0].value), (1, 10.0));
}

#[tokio::test]
async fn the_file_is_kept_safe() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(&folder.path().join("reper.db")).await;
    assert_eq!(pragma(&store, "PRAGMA journal_mode").await, "wal");
    assert_eq!(pragma(&store, "PRAGMA synchronous").await, "2", "full");
    assert_eq!(pragma(&store, "PRAGMA foreign_keys").await, "1");
    assert_eq!(pragma(&store, "PRAGMA busy_timeout").await, "10000");
    assert_eq!(pragma(&store, "PRAGMA integrity_check").await, "ok");
}

#[tokio::test]
async fn what_is_not_ours_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("notes.txt");
    let text = "Заметки, а не база данных. ".repeat(100);
    std::fs::write(&path, &text).expect("written");
    let refused = SqliteStore::open(&path).await;
    assert!(matches!(refused, Err(StoreError::NotADatabase(at)) if at == path));
    assert_eq!(std::fs::read_to_string(&path).expect("read"), text);

    let path = folder.path().join("other.db");
    let url = format!("sqlite://{}?mode=rwc", path.display());
    let other = SqlitePool::connect(&url).await.expect("a database");
    sqlx::raw_sql("CREATE TABLE bookmarks (id INTEGER)").execute(&other).await.expect("made");
    other.close().await;
    let before = std::fs::read(&path).expect("read");
    assert!(matches!(SqliteStore::open(&path).await, Err(StoreError::Foreign(_))));
    assert_eq!(std::fs::read(&path).expect("read"), before);

    let nowhere = SqliteStore::open(folder.path().join("absent/reper.db")).await;
    assert!(matches!(nowhere, Err(StoreError::CannotOpen { .. })));
}

#[tokio::test]
async fn figures_of_an_earlier_schema_are_packed() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("reper.db");
    let old = SqlitePool::connect_with(
        sqlx::sqlite::SqliteConnectOptions::new().filename(&path).create_if_missing(true),
    )
    .await
    .expect("a database");
    sqlx::raw_sql("CREATE TABLE schema (version INTEGER PRIMARY KEY) STRICT")
        .execute(&old)
        .await
        .expect("made");
    for (version, step) in (1i64..).zip(&migrate::STEPS[..7]) {
        sqlx::raw_sql(*step).execute(&old).await.expect("taken");
        let taken = sqlx::query("INSERT INTO schema (version) VALUES (?)").bind(version);
        taken.execute(&old).await.expect("noted");
    }
    let sql = "INSERT INTO import (id, file, imported, added, revised) VALUES (3, 'a.csv', '2026-04-01T09:00:00Z', 2, 1);
        INSERT INTO measurement VALUES ('reach', '2026-03-31', 1, 10, 2, 0, 3), ('reach', '2026-03-31', 2, 11, 2, 0, 3),
            ('reach', '1969-12-31', 1, 0.1, 4, 1, 3)";
    sqlx::raw_sql(sql).execute(&old).await.expect("kept");
    old.close().await;
    let store = SqliteStore::open(&path).await.expect("brought up to date");
    let list = store.of("reach").await.expect("read");
    let seen: Vec<_> = list.iter().map(|one| (one.date.to_string(), one.value, one.kept.revision)).collect();
    assert_eq!(seen, [("1969-12-31".to_owned(), 0.1, 1), ("2026-03-31".to_owned(), 11.0, 2)]);
    assert_eq!((&*list[0].origin.file, list[0].origin.synthetic), ("a.csv", true));
    assert_eq!(store.known(0).await.expect("read").len(), 1);
    assert_eq!(store.prove().await.expect("whole").measurements, 3);
}

#[tokio::test]
async fn a_later_schema_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("reper.db");
    let store = open(&path).await;
    sqlx::query("INSERT INTO schema (version) VALUES (99)").execute(&store.writer).await.expect("written");
    store.close().await;
    let refused = SqliteStore::open(&path).await;
    let steps = migrate::STEPS.len() as i64;
    assert!(matches!(refused, Err(StoreError::Newer { found: 99, known }) if known == steps));
}

#[tokio::test]
async fn a_hundred_thousand_measurements_are_imported_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(&folder.path().join("reper.db")).await;
    let start = jiff::civil::date(1990, 1, 1);
    let batch: Vec<Measurement> = (0..100_000)
        .map(|at| Measurement {
            date: start.saturating_add((at / 10).days()),
            ..measurement(&format!("kpi{}", at % 10), 1, 1, f64::from(at))
        })
        .collect();
    let done = store.import(&batch).await.expect("kept");
    assert_eq!(done, Imported { added: 100_000, revised: 0, unchanged: 0 });
    let all = store.all().await.expect("read");
    assert_eq!((all.len(), all["kpi7"].len(), all["kpi7"][1].value), (10, 10_000, 17.0));
    let again = store.import(&batch).await.expect("kept");
    assert_eq!(again, Imported { added: 0, revised: 0, unchanged: 100_000 });
}
