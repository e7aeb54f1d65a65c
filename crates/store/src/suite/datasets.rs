//! What every store must be able to tell of files with data.

use super::act;
use crate::{Dataset, Store};
use std::future::Future;

/// Runs the stories, each on a store of its own.
pub async fn stories<S: Store, F: Future<Output = S>>(make: &impl Fn() -> F) {
    a_file_is_kept_replaced_and_dropped(&make().await).await;
}

async fn a_file_is_kept_replaced_and_dropped(store: &impl Store) {
    assert!(store.datasets().await.expect("read").is_empty());
    let first = store.keep_dataset(&act("ada", 1), "posts.csv", b"a\n1\n").await.expect("kept");
    store.keep_dataset(&act("ada", 2), "данные.parquet", &[0, 255]).await.expect("kept");
    let second = store.keep_dataset(&act("leo", 3), "posts.csv", b"a\n1\n2\n").await.expect("kept");
    assert!(second > first, "who has read the file before knows that it has changed");
    let posts = Dataset { name: "posts.csv".to_owned(), bytes: 6, version: second, act: act("leo", 3) };
    let known = store.datasets().await.expect("read");
    assert_eq!((known.len(), &known[0]), (2, &posts));
    assert_eq!(store.dataset("posts.csv").await.expect("read").as_deref(), Some(&b"a\n1\n2\n"[..]));
    assert_eq!(store.dataset("данные.parquet").await.expect("read"), Some(vec![0, 255]));
    assert!(store.drop_dataset("posts.csv").await.expect("dropped"));
    assert!(!store.drop_dataset("posts.csv").await.expect("asked"));
    assert_eq!(store.dataset("posts.csv").await.expect("read"), None);
    let third = store.keep_dataset(&act("ada", 4), "posts.csv", b"").await.expect("kept");
    assert!(third > second, "a version is not given twice, though the file was away");
}
