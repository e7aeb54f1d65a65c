//! Two processes at once: two stores on one file.

use super::*;
use department::Files;
use store::suite::measurement;
use store::{Act, Entry, Link, People, Revisions, Role};

async fn two() -> (tempfile::TempDir, SqliteStore, SqliteStore) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("reper.db");
    let (one, two) = (open(&path).await, open(&path).await);
    (folder, one, two)
}

#[tokio::test]
async fn two_imports_wait_for_each_other() {
    let (_folder, one, two) = two().await;
    let batch: Vec<Measurement> = (1..=28).map(|day| measurement("reach", 2, day, f64::from(day))).collect();
    let (first, second) = tokio::join!(one.import(&batch), two.import(&batch));
    let (first, second) = (first.expect("kept"), second.expect("kept"));
    assert_eq!((first.added + second.added, first.unchanged + second.unchanged), (28, 28));
}

#[tokio::test]
async fn only_one_gets_a_revision_s_number() {
    let (_folder, one, two) = two().await;
    let mut before = Files::default();
    for base in 0..20_u64 {
        let text = |by: &str| Files::from([("a.toml", format!("{by} {base}"))]);
        let (anna, boris) = (text("anna"), text("boris"));
        let entry = Entry::default();
        let (first, second) = tokio::join!(
            one.keep(base, &before, &anna, "", &entry),
            two.keep(base, &before, &boris, "", &entry)
        );
        let winner = match (first.expect("asked"), second.expect("asked")) {
            (Some(_), None) => anna,
            (None, Some(_)) => boris,
            both => panic!("{both:?}"),
        };
        before = two.texts(base + 1).await.expect("read").expect("kept");
        assert_eq!(before, winner);
    }
}

#[tokio::test]
async fn only_one_takes_a_link() {
    let (_folder, one, two) = two().await;
    for number in 0..20 {
        let link = Link {
            hash: number.to_string(),
            kind: "first".to_owned(),
            login: String::new(),
            email: String::new(),
            role: Role::Administrator,
            act: Act::default(),
            expires: "2026-12-01T00:00:00Z".to_owned(),
        };
        one.keep_link(&link).await.expect("kept");
        let now = "2026-11-24T00:00:00Z";
        let (first, second) = tokio::join!(one.take_link(&link.hash, now), two.take_link(&link.hash, now));
        let taken = [first, second].map(|taken| taken.expect("asked").is_some());
        assert!(taken[0] != taken[1], "{taken:?}");
    }
}
