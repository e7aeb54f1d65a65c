//! What every store must be able to tell of measurements.

use crate::{Act, Imported, Lock, Store, StoreError};
use control::{Kept, Measurement, Origin};
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
    what_has_changed_since_a_stamp_is_known(&make().await).await;
    a_figure_is_confirmed_as_it_is(&make().await).await;
    closed_days_do_not_change(&make().await).await;
    many_are_kept_and_read(&make().await).await;
}

/// A measurement of a day in 2026.
pub fn measurement(kpi: &str, month: i8, day: i8, value: f64) -> Measurement {
    let origin = Origin { file: "march.csv".into(), row: 2, ..Origin::default() };
    let (imported, kept) = ("2026-04-01T09:00:00Z".into(), Kept::default());
    Measurement { kpi: kpi.into(), date: date(2026, month, day), value, origin, imported, kept }
}

const MARCH: Date = date(2026, 3, 31);

fn done(added: usize, revised: usize, unchanged: usize) -> Imported {
    Imported { added, revised, unchanged }
}

async fn import(store: &impl Store, batch: &[Measurement]) -> Imported {
    store.import(batch).await.expect("the batch is kept")
}

/// What is read, as it was before it was kept.
fn plain(list: Vec<Measurement>) -> Vec<Measurement> {
    list.into_iter().map(|one| Measurement { kept: Kept::default(), ..one }).collect()
}

async fn of(store: &impl Store, kpi: &str) -> Vec<Measurement> {
    plain(store.of(kpi).await.expect("a KPI is read"))
}

async fn history(store: &impl Store, kpi: &str) -> Vec<Measurement> {
    store.history(kpi, MARCH).await.expect("revisions are read")
}

fn act() -> Act {
    Act { by: "anna".to_owned(), at: "2026-05-01T09:00:00Z".to_owned(), from: String::new() }
}

async fn nothing_is_known_at_first(store: &impl Store) {
    assert!(store.all().await.expect("everything is read").is_empty());
    assert!(of(store, "reach").await.is_empty());
    assert!(history(store, "reach").await.is_empty());
    assert!(store.imports().await.expect("imports are read").is_empty());
    assert_eq!(import(store, &[]).await, done(0, 0, 0));
}

async fn what_was_imported_is_read_by_day(store: &impl Store) {
    let (march, april) = (measurement("reach", 3, 31, 10.0), measurement("reach", 4, 30, 12.5));
    let other = measurement("mood", 3, 31, -1.0);
    let batch = [april.clone(), other.clone(), march.clone()];
    assert_eq!(import(store, &batch).await, done(3, 0, 0));
    assert_eq!(of(store, "reach").await, [march.clone(), april.clone()]);
    let all = store.all().await.expect("everything is read").into_iter();
    let all: Vec<_> = all.map(|(kpi, list)| (kpi, plain(list))).collect();
    assert_eq!(all, [("mood".to_owned(), vec![other]), ("reach".to_owned(), vec![march, april])]);
}

async fn the_same_file_twice_changes_nothing(store: &impl Store) {
    let batch = [measurement("reach", 3, 31, 10.0), measurement("reach", 4, 30, 0.1 + 0.2)];
    import(store, &batch).await;
    let before = (store.all().await.expect("read"), store.imports().await.expect("read"));
    let later = batch.clone().map(|mut one| {
        one.imported = "2026-05-01T09:00:00Z".into();
        one
    });
    assert_eq!(import(store, &later).await, done(0, 0, 2));
    let after = (store.all().await.expect("read"), store.imports().await.expect("read"));
    assert_eq!(after, before);
    assert_eq!((after.1[0].added, after.1[0].revised), (2, 0));
}

async fn a_different_value_is_a_new_revision(store: &impl Store) {
    let first = measurement("reach", 3, 31, 10.0);
    let mut second = Measurement { value: 11.0, imported: "2026-05-01T09:00:00Z".into(), ..first.clone() };
    second.origin = Origin { file: "mended.csv".into(), row: 7, by: "anna".into(), ..Origin::default() };
    let third = Measurement { imported: "2026-06-01T09:00:00Z".into(), ..first.clone() };
    import(store, std::slice::from_ref(&first)).await;
    assert_eq!(import(store, std::slice::from_ref(&second)).await, done(0, 1, 0));
    assert_eq!(of(store, "reach").await, [second.clone()]);
    // Back to what was once known is a change like any other.
    assert_eq!(import(store, std::slice::from_ref(&third)).await, done(0, 1, 0));
    assert_eq!(of(store, "reach").await, std::slice::from_ref(&third));
    let kept = history(store, "reach").await;
    let revisions: Vec<u32> = kept.iter().map(|one| one.kept.revision).collect();
    assert_eq!((plain(kept), revisions), (vec![first, second, third], vec![1, 2, 3]));
    let imports = store.imports().await.expect("imports are read");
    let seen: Vec<_> =
        imports.iter().map(|one| (one.file.as_str(), one.by.as_str(), one.added, one.revised)).collect();
    assert_eq!(seen, [("march.csv", "", 1, 0), ("mended.csv", "anna", 0, 1), ("march.csv", "", 0, 1)]);
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
        one.origin.file = text.into();
        one.origin.row = u32::MAX;
        batch.push(one);
    }
    batch.push(Measurement { date: date(1990, 1, 1), ..measurement("early", 1, 1, 0.0) });
    import(store, &batch).await;
    for one in batch {
        assert_eq!(of(store, &one.kpi).await, [one]);
    }
}

async fn what_has_changed_since_a_stamp_is_known(store: &impl Store) {
    import(store, &[measurement("reach", 3, 31, 10.0), measurement("mood", 3, 31, 1.0)]).await;
    let stamp = store.stamp().await.expect("a stamp");
    assert_eq!(store.known(0).await.expect("read").len(), 2);
    assert!(store.known(stamp).await.expect("read").is_empty());
    import(store, &[measurement("mood", 4, 30, 2.0)]).await;
    let known = store.known(stamp).await.expect("read");
    assert_eq!(known.keys().collect::<Vec<_>>(), ["mood"]);
    let values: Vec<f64> = known["mood"].series.points.iter().map(|point| point.value).collect();
    assert_eq!(values, [1.0, 2.0]);
    assert!(store.stamp().await.expect("a stamp") > stamp);
}

async fn a_figure_is_confirmed_as_it_is(store: &impl Store) {
    import(store, &[measurement("reach", 3, 31, 10.0), measurement("reach", 4, 30, 12.0)]).await;
    let stamp = store.stamp().await.expect("a stamp");
    let days = [MARCH, date(2020, 1, 1)];
    assert_eq!(store.confirm("reach", &days, &act()).await.expect("confirmed"), 1);
    assert_eq!(store.confirm("reach", &days, &act()).await.expect("confirmed"), 0, "once is enough");
    let known = store.known(stamp).await.expect("read");
    assert_eq!(known["reach"].confirmed, [true, false]);
    assert_eq!(known["reach"].read(true).points.len(), 1);
    import(store, &[measurement("reach", 3, 31, 11.0)]).await;
    let marks = |list: Vec<Measurement>| list.iter().map(|one| one.kept.confirmed).collect::<Vec<_>>();
    assert_eq!(
        marks(store.of("reach").await.expect("read")),
        [false, false],
        "another value is another matter"
    );
    assert_eq!(marks(history(store, "reach").await), [true, false]);
}

async fn closed_days_do_not_change(store: &impl Store) {
    let march = measurement("reach", 3, 31, 10.0);
    import(store, std::slice::from_ref(&march)).await;
    assert_eq!(store.locked().await.expect("read"), None);
    let lock = Lock { until: Some(MARCH), act: act() };
    store.lock(&lock).await.expect("closed");
    assert_eq!(store.locked().await.expect("read").as_ref(), Some(&lock));
    let batch = [measurement("reach", 4, 30, 1.0), Measurement { value: 11.0, ..march.clone() }];
    let refused = store.import(&batch).await;
    assert!(matches!(refused, Err(StoreError::Closed { kpi, date: MARCH, until: MARCH }) if kpi == "reach"));
    assert_eq!(of(store, "reach").await, std::slice::from_ref(&march), "nothing of the batch was kept");
    assert_eq!(import(store, &[march, batch[0].clone()]).await, done(1, 0, 1), "the same again is no change");
    store.lock(&Lock { until: None, act: act() }).await.expect("opened");
    assert_eq!(import(store, &batch[1..]).await, done(0, 1, 0));
}

async fn many_are_kept_and_read(store: &impl Store) {
    let first = date(2020, 1, 1);
    let day = |n: i64| first.saturating_add(jiff::Span::new().days(n));
    let batch: Vec<Measurement> = (0..2501)
        .map(|n| Measurement { date: day(n), value: n as f64 / 7.0, ..measurement("reach", 1, 1, 0.0) })
        .collect();
    let (even, odd): (Vec<_>, Vec<_>) =
        batch.iter().cloned().enumerate().partition(|(number, _)| number % 2 == 0);
    let list = |part: Vec<(usize, Measurement)>| part.into_iter().map(|(_, one)| one).collect::<Vec<_>>();
    assert_eq!(import(store, &list(even)).await.added, 1251);
    assert_eq!(import(store, &list(odd)).await.added, 1250);
    assert_eq!(of(store, "reach").await, batch);
}
