//! What every store must be able to tell of control reports.

use super::{act, at};
use crate::{Report, Store};
use jiff::civil::date;
use std::future::Future;

/// Runs the stories, each on a store of its own.
pub async fn stories<S: Store, F: Future<Output = S>>(make: &impl Fn() -> F) {
    a_report_ends_once_with_its_files(&make().await).await;
    a_month_is_asked_for_once(&make().await).await;
}

async fn a_report_ends_once_with_its_files(store: &impl Store) {
    assert_eq!(store.reports(10).await.expect("read"), []);
    let on = date(2026, 10, 31);
    let id = store.ask_report(&act("ada", 1), on, "ru,en", "").await.expect("kept").expect("asked");
    let asked = Report {
        id,
        on,
        langs: "ru,en".to_owned(),
        month: String::new(),
        act: act("ada", 1),
        revision: 0,
        done: String::new(),
        problem: String::new(),
        files: Vec::new(),
    };
    assert_eq!(store.report(id).await.expect("read"), Some(asked.clone()));
    assert_eq!(store.asked_report().await.expect("read"), Some(asked.clone()));
    let files = [("control.ru.pdf".to_owned(), b"%PDF".to_vec()), ("control.en.xlsx".to_owned(), Vec::new())];
    assert!(store.end_report(id, &at(2), 7, "", &files).await.expect("ended"));
    assert!(!store.end_report(id, &at(3), 8, "late", &[]).await.expect("asked"), "it has ended");
    assert!(!store.end_report(id + 1, &at(3), 8, "", &[]).await.expect("asked"), "there is none");
    let names = vec![("control.en.xlsx".to_owned(), 0), ("control.ru.pdf".to_owned(), 4)];
    let done = Report { revision: 7, done: at(2), files: names, ..asked };
    assert_eq!(store.reports(10).await.expect("read"), [done]);
    assert_eq!(store.asked_report().await.expect("read"), None, "none is waiting");
    assert_eq!(store.report_file(id, "control.ru.pdf").await.expect("read"), Some(b"%PDF".to_vec()));
    assert_eq!(store.report_file(id, "control.ru.docx").await.expect("read"), None);

    let failed = store.ask_report(&act("ada", 4), on, "ru,en", "").await.expect("kept").expect("asked again");
    assert!(store.end_report(failed, &at(5), 0, "no room", &[]).await.expect("ended"));
    let known = store.reports(1).await.expect("read");
    assert_eq!((known.len(), known[0].id, &*known[0].problem), (1, failed, "no room"), "the latest first");
    assert!(store.drop_report(id).await.expect("dropped"));
    assert!(!store.drop_report(id).await.expect("asked"));
    assert_eq!(store.report_file(id, "control.ru.pdf").await.expect("read"), None);
    assert_eq!(store.report(id).await.expect("read"), None);
}

async fn a_month_is_asked_for_once(store: &impl Store) {
    let ask = |day, month| {
        let act = act("(schedule)", 1);
        async move { store.ask_report(&act, day, "ru", month).await.expect("asked") }
    };
    let first = ask(date(2026, 9, 30), "2026-09").await.expect("the first");
    assert_eq!(ask(date(2026, 9, 30), "2026-09").await, None, "two servers with one store");
    assert!(ask(date(2026, 10, 31), "2026-10").await.is_some());
    assert!(ask(date(2026, 9, 30), "").await.is_some(), "by a person");
    assert!(store.drop_report(first).await.expect("dropped"));
    assert_eq!(ask(date(2026, 9, 30), "2026-09").await, None, "what was dropped is not made again");
}
