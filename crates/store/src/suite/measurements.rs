//! What every store must be able to tell of measurements.

use crate::{Imported, Store, StoreError};
use control::{Measurement, Origin};
use jiff::civil::{Date, date};
use std::future::Future;

/// Runs the stories, each on a store of its own.
pub async fn stories<S: Store, F: Future<Output = S>>(make: &impl Fn() -> F) {
    nothing_is_known_at_first(&make().await).await;
    what_was_imported_is_read_by_day(&make().await).await;
    the_same_file_twice_changes_nothing(&make().await).await;
    a_different_value_is_a_new_revision(&make().await).await;
    a_real_value_replaces_a_synthetic_one(&make().await).await;
    one_batch_may_hold_a_day_twice(&make().await).await;
    a_batch_is_kept_whole_or_not_at_all(&make().await).await;
    every_text_and_every_number_comes_back(&make().await).await;
}

/// A measurement of a day in 2026.
pub fn measurement(kpi: &str, month: i8, day: i8, value: f64) -> Measurement {
    let origin = Origin { file: "march.csv".to_owned(), row: 2, synthetic: false };
    let imported = "2026-04-01T09:00:00Z".to_owned();
    Measurement { kpi: kpi.to_owned(), date: date(2026, month, day), value, origin, imported }
}

const MARCH: Date = date(2026, 3, 31);

fn done(added: usize, revised: usize, unchanged: usize) -> Imported {
    Imported { added, revised, unchanged }
}

async fn import(store: &impl Store, batch: &[Measurement]) -> Imported {
    store.import(batch).await.expect("the batch is kept")
}

async fn of(store: &impl Store, kpi: &str) -> Vec<Measurement> {
    store.of(kpi).await.expect("a KPI is read")
}

async fn nothing_is_known_at_first(store: &impl Store) {
    assert!(store.all().await.expect("everything is read").is_empty());
    assert!(of(store, "reach").await.is_empty());
    assert!(store.history("reach", MARCH).await.expect("revisions are read").is_empty());
    assert!(store.imports().await.expect("imports are read").is_empty());
    assert_eq!(import(store, &[]).await, done(0, 0, 0));
}

async fn what_was_imported_is_read_by_day(store: &impl Store) {
    let (march, april) = (measurement("reach", 3, 31, 10.0), measurement("reach", 4, 30, 12.5));
    let other = measurement("mood", 3, 31, -1.0);
    let batch = [april.clone(), other.clone(), march.clone()];
    assert_eq!(import(store, &batch).await, done(3, 0, 0));
    assert_eq!(of(store, "reach").await, [march.clone(), april.clone()]);
    let all: Vec<_> = store.all().await.expect("everything is read").into_iter().collect();
    assert_eq!(all, [("mood".to_owned(), vec![other]), ("reach".to_owned(), vec![march, april])]);
}

async fn the_same_file_twice_changes_nothing(store: &impl Store) {
    let batch = [measurement("reach", 3, 31, 10.0), measurement("reach", 4, 30, 0.1 + 0.2)];
    import(store, &batch).await;
    let before = (store.all().await.expect("read"), store.imports().await.expect("read"));
    let later = batch.clone().map(|mut one| {
        one.imported = "2026-05-01T09:00:00Z".to_owned();
        one
    });
    assert_eq!(import(store, &later).await, done(0, 0, 2));
    let after = (store.all().await.expect("read"), store.imports().await.expect("read"));
    assert_eq!(after, before);
    assert_eq!((after.1[0].added, after.1[0].revised), (2, 0));
}

async fn a_different_value_is_a_new_revision(store: &impl Store) {
    let first = measurement("reach", 3, 31, 10.0);
    let mut second =
        Measurement { value: 11.0, imported: "2026-05-01T09:00:00Z".to_owned(), ..first.clone() };
    second.origin = Origin { file: "mended.csv".to_owned(), row: 7, synthetic: false };
    let third = Measurement { imported: "2026-06-01T09:00:00Z".to_owned(), ..first.clone() };
    import(store, std::slice::from_ref(&first)).await;
    assert_eq!(import(store, std::slice::from_ref(&second)).await, done(0, 1, 0));
    assert_eq!(of(store, "reach").await, [second.clone()]);
    // Back to what was once known is a change like any other.
    assert_eq!(import(store, std::slice::from_ref(&third)).await, done(0, 1, 0));
    assert_eq!(of(store, "reach").await, std::slice::from_ref(&third));
    let kept = store.history("reach", MARCH).await.expect("revisions are read");
    assert_eq!(kept, [first, second, third]);
    let imports = store.imports().await.expect("imports are read");
    let seen: Vec<_> = imports.iter().map(|one| (one.file.as_str(), one.added, one.revised)).collect();
    assert_eq!(seen, [("march.csv", 1, 0), ("mended.csv", 0, 1), ("march.csv", 0, 1)]);
}

async fn a_real_value_replaces_a_synthetic_one(store: &impl Store) {
    let mut made_up = measurement("reach", 3, 31, 10.0);
    made_up.origin.synthetic = true;
    import(store, &[made_up]).await;
    let real = measurement("reach", 3, 31, 10.0);
    assert_eq!(import(store, std::slice::from_ref(&real)).await, done(0, 1, 0));
    assert_eq!(of(store, "reach").await, [real]);
}

async fn one_batch_may_hold_a_day_twice(store: &impl Store) {
    let batch = [10.0, 11.0, 11.0].map(|value| measurement("reach", 3, 31, value));
    assert_eq!(import(store, &batch).await, done(1, 1, 1));
    assert_eq!(of(store, "reach").await[0].value, 11.0);
}

async fn a_batch_is_kept_whole_or_not_at_all(store: &impl Store) {
    for value in [f64::NAN, f64::INFINITY] {
        let batch = [measurement("reach", 3, 31, 1.0), measurement("mood", 3, 31, value)];
        let refused = store.import(&batch).await;
        assert!(matches!(refused, Err(StoreError::NotFinite { kpi, date: MARCH }) if kpi == "mood"));
        assert!(store.all().await.expect("everything is read").is_empty());
        assert!(store.imports().await.expect("imports are read").is_empty());
    }
}

async fn every_text_and_every_number_comes_back(store: &impl Store) {
    let texts = ["'; drop table measurement; --", "охват \"за день\"", "", "a\nb%_\\"];
    let numbers = [f64::MAX, f64::MIN_POSITIVE, 0.1, -9_007_199_254_740_993.0];
    let mut batch = Vec::new();
    for (text, number) in texts.into_iter().zip(numbers) {
        let mut one = measurement(text, 3, 31, number);
        one.origin.file = text.to_owned();
        one.origin.row = u32::MAX;
        batch.push(one);
    }
    batch.push(Measurement { date: date(1990, 1, 1), ..measurement("early", 1, 1, 0.0) });
    import(store, &batch).await;
    for one in batch {
        assert_eq!(of(store, &one.kpi).await, [one]);
    }
}
