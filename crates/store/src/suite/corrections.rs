//! What every store must be able to tell of corrections.

use super::at;
use crate::Store;
use control::Point;
use control::correction::{Happened, Run, What};
use jiff::civil::date;
use std::future::Future;

/// Runs the stories, each on a store of its own.
pub async fn stories<S: Store, F: Future<Output = S>>(make: &impl Fn() -> F) {
    a_correction_runs_once_for_a_kpi(&make().await).await;
    what_happens_is_kept_in_order(&make().await).await;
    of_two_who_act_on_what_they_saw_one_is_heard(&make().await).await;
}

fn run(kpi: &str, month: i8) -> Run {
    let day = date(2026, month, 28);
    Run {
        id: 0,
        kpi: kpi.to_owned(),
        target: Point { date: day, value: 40.0 },
        reading: Point { date: day, value: 55.25 },
        what: "Вторая смена".to_owned(),
        owner: "leo".to_owned(),
        due: at(90),
        at: at(1),
        by: String::new(),
        events: Vec::new(),
    }
}

fn happened(minute: u32, what: What) -> Happened {
    Happened { at: at(minute), by: "ada".to_owned(), what }
}

async fn a_correction_runs_once_for_a_kpi(store: &impl Store) {
    assert_eq!((store.runs().await.expect("read"), store.run_stamp().await.expect("read")), (Vec::new(), 0));
    let first = store.open(&run("reply", 1)).await.expect("kept").expect("opened");
    assert_eq!(store.open(&run("reply", 1)).await.expect("asked"), None, "the same");
    assert_eq!(store.open(&run("reply", 2)).await.expect("asked"), None, "while the first runs");
    let other = store.open(&run("reach", 1)).await.expect("kept").expect("another KPI's");
    assert!(store.happen(first, 0, &happened(2, What::Withdrawn("a slip".to_owned()))).await.expect("kept"));
    assert_eq!(store.open(&run("reply", 1)).await.expect("asked"), None, "that target was spoken of");
    let next = store.open(&run("reply", 2)).await.expect("kept").expect("the next target");
    let known: Vec<u64> = store.runs().await.expect("read").iter().map(|run| run.id).collect();
    assert_eq!(known, [next, other, first]);
}

async fn what_happens_is_kept_in_order(store: &impl Store) {
    let id = store.open(&run("reply", 1)).await.expect("kept").expect("opened");
    let day = date(2026, 2, 28);
    let events = [
        happened(2, What::Again(Point { date: day, value: 38.0 }, Point { date: day, value: 61.5 })),
        happened(3, What::Started),
        happened(4, What::Task("Сказать поддержке".to_owned(), "vera".to_owned(), Some(date(2026, 3, 2)))),
        happened(5, What::Task("Tell nobody".to_owned(), String::new(), None)),
        happened(6, What::Note("«заметка» \"'".to_owned())),
        happened(7, What::TaskDone(1, "сказано".to_owned())),
        happened(8, What::Recovered(Point { date: day, value: 37.125 })),
        happened(9, What::Done("медиана 38".to_owned())),
    ];
    let mut stamp = store.run_stamp().await.expect("read");
    for (seen, event) in events.iter().enumerate() {
        assert!(store.happen(id, seen, event).await.expect("kept"));
        let next = store.run_stamp().await.expect("read");
        assert!(next > stamp);
        stamp = next;
    }
    let late = happened(10, What::Note("late".to_owned()));
    assert!(!store.happen(id, events.len(), &late).await.expect("asked"), "it has ended");
    assert!(!store.happen(id + 1, 0, &late).await.expect("asked"), "there is none");
    let expected = Run { id, events: events.to_vec(), ..run("reply", 1) };
    assert_eq!(store.runs().await.expect("read"), [expected]);
}

async fn of_two_who_act_on_what_they_saw_one_is_heard(store: &impl Store) {
    let id = store.open(&run("reply", 1)).await.expect("kept").expect("opened");
    assert!(store.happen(id, 0, &happened(2, What::Started)).await.expect("kept"));
    assert!(!store.happen(id, 0, &happened(3, What::Withdrawn("no".to_owned()))).await.expect("asked"));
    assert!(store.happen(id, 1, &happened(4, What::Withdrawn("no".to_owned()))).await.expect("kept"));
}
