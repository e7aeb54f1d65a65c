//! What the database itself refuses, whoever asks.

use super::*;
use store::suite::revisions::random_history;
use store::{Audit, Entry};

async fn refused(store: &SqliteStore, sql: &'static str) {
    let done = sqlx::query(sql).execute(&store.writer).await;
    assert!(done.is_err(), "{sql}");
}

#[tokio::test]
async fn the_audit_trail_only_grows() {
    let store = SqliteStore::memory().await.expect("a database");
    for what in ["save", "export"] {
        store.note(&Entry { what: what.to_owned(), ..Entry::default() }).await.expect("kept");
    }
    for sql in [
        "UPDATE audit SET what = 'nothing' WHERE id = 1",
        "DELETE FROM audit",
        "DELETE FROM audit WHERE id = 2",
        "INSERT OR REPLACE INTO audit VALUES (2, '', '', '', '', '', '', '')",
        "INSERT INTO audit VALUES (7, '', '', '', '', '', '', '')",
        "UPDATE OR REPLACE audit SET id = 2 WHERE id = 1",
    ] {
        refused(&store, sql).await;
    }
    let kept = store.entries(&store::EntryFilter::default()).await.expect("read");
    assert_eq!(kept.iter().map(|one| one.what.as_str()).collect::<Vec<_>>(), ["export", "save"]);
}

#[tokio::test]
async fn a_kept_revision_never_changes() {
    let store = SqliteStore::memory().await.expect("a database");
    let history = random_history(&store, 3, 5).await;
    for sql in [
        "UPDATE revision SET note = 'other'",
        "DELETE FROM revision WHERE number = 3",
        "INSERT OR REPLACE INTO revision VALUES (3, '', '', '', '')",
        "INSERT INTO revision VALUES (9, '', '', '', '')",
        "UPDATE text SET content = x'00'",
        "DELETE FROM text",
        "INSERT OR REPLACE INTO text SELECT * FROM text WHERE revision = 3",
        "INSERT INTO text SELECT id, 3, 'gone', 3, 0, 0, 0, 0, x'', 0, 0 FROM file",
        "INSERT INTO text SELECT id, 4, 'gone', 4, 0, 0, 0, 0, x'', 0, 0 FROM file",
        "UPDATE file SET path = 'other'",
    ] {
        refused(&store, sql).await;
    }
    store::suite::revisions::all_come_back(&store, &history).await;
}
