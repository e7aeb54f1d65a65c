//! Texts over many revisions, after reopening and when the file is spoiled.

use super::*;
use department::Files;
use store::suite::revisions::{all_come_back, random_history};
use store::{Entry, Revisions};

#[tokio::test]
async fn every_text_comes_back_after_reopening() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("reper.db");
    let first = open(&path).await;
    let history = random_history(&first, 300, 20261124).await;
    first.close().await;
    all_come_back(&open(&path).await, &history).await;
}

#[tokio::test]
async fn a_long_text_is_kept_whole_from_time_to_time_and_as_patches_between() {
    let store = SqliteStore::memory().await.expect("a database");
    let mut history = vec![Files::default()];
    for base in 0..250_u64 {
        let number = format!("{base:04}");
        let text = format!("{}{number}{}", "до ".repeat(4_000), "после ".repeat(4_000));
        let after = Files::from([("sostac.toml", text)]);
        let kept = store.keep(base, &history[base as usize], &after, "", &Entry::default()).await;
        assert_eq!(kept.expect("kept"), Some(base + 1));
        history.push(after);
    }
    all_come_back(&store, &history[1..]).await;
    let whole: Vec<i64> =
        sqlx::query_scalar("SELECT revision FROM text WHERE form = 'whole' ORDER BY revision")
            .fetch_all(&store.readers)
            .await
            .expect("read");
    assert_eq!(whole, [1, 102, 203]);
    let longest: i64 = sqlx::query_scalar("SELECT max(length(content)) FROM text WHERE form = 'patch'")
        .fetch_one(&store.readers)
        .await
        .expect("read");
    assert!(longest <= 4, "only what differs is kept: {longest}");
}

#[tokio::test]
async fn a_spoiled_text_is_not_given_out() {
    let store = SqliteStore::memory().await.expect("a database");
    random_history(&store, 30, 3).await;
    let sql = "DROP TRIGGER text_stays;
        UPDATE text SET content = CAST(content || '!' AS BLOB) WHERE revision = 20";
    sqlx::raw_sql(sql).execute(&store.writer).await.expect("spoiled");
    assert!(matches!(store.prove().await, Err(StoreError::Broken(what)) if what.contains("20")));
    assert!(matches!(store.texts(20).await, Err(StoreError::Broken(_))));
    assert!(store.texts(19).await.expect("read").is_some(), "what is before is as it was");
}

#[tokio::test]
async fn a_backup_is_a_store_with_all_that_was_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, copy) = (folder.path().join("reper.db"), folder.path().join("copy.db"));
    let store = open(&path).await;
    store.import(&[measurement("reach", 3, 31, 10.0)]).await.expect("kept");
    let history = random_history(&store, 20, 9).await;
    store.backup(&copy).await.expect("copied");
    assert!(store.backup(&copy).await.is_err(), "a file that is there is not written over");
    let copied = SqliteStore::open_existing(&copy).await.expect("a database");
    all_come_back(&copied, &history).await;
    let held = copied.prove().await.expect("whole");
    assert_eq!((held.measurements, held.users), (1, 0));
    assert_eq!(held, store.prove().await.expect("whole"));
}
