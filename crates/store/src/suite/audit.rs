//! What every store must be able to tell of the audit trail.

use super::{at, entry};
use crate::{Entry, EntryFilter, Store};
use std::future::Future;

/// Runs the stories, each on a store of its own.
pub async fn stories<S: Store, F: Future<Output = S>>(make: &impl Fn() -> F) {
    the_trail_grows_by_one(&make().await).await;
    entries_are_found(&make().await).await;
}

async fn found(store: &impl Store, filter: EntryFilter) -> Vec<u64> {
    store.entries(&filter).await.expect("read").iter().map(|one| one.id).collect()
}

async fn the_trail_grows_by_one(store: &impl Store) {
    assert!(found(store, EntryFilter::default()).await.is_empty());
    let mut kept: Vec<Entry> = Vec::new();
    for minute in 0..3 {
        let mut new = entry("anna", minute, "export", "KPI '%_");
        (new.before, new.after) = ("60 min".to_owned(), "45 мин".to_owned());
        // A number that somebody brings along is not looked at.
        new.id = 7;
        store.note(&new).await.expect("kept");
        kept.insert(0, Entry { id: u64::from(minute) + 1, ..new });
        assert_eq!(store.entries(&EntryFilter::default()).await.expect("read"), kept);
    }
}

async fn entries_are_found(store: &impl Store) {
    for (minute, by, what, subject) in [
        (0, "anna", "save", "revision 1"),
        (1, "boris", "approve", "revision 1"),
        (2, "anna", "export", "sostac.pdf"),
        (3, "anna", "save", "revision 2 · goal.trust due"),
    ] {
        store.note(&entry(by, minute, what, subject)).await.expect("kept");
    }
    let word = str::to_owned;
    let all = EntryFilter::default;
    assert_eq!(found(store, EntryFilter { by: word("anna"), ..all() }).await, [4, 3, 1]);
    assert_eq!(found(store, EntryFilter { what: word("save"), ..all() }).await, [4, 1]);
    assert_eq!(found(store, EntryFilter { subject: word("revision"), ..all() }).await, [4, 2, 1]);
    assert!(found(store, EntryFilter { subject: word("%"), ..all() }).await.is_empty());
    assert_eq!(found(store, EntryFilter { from: at(1), until: at(3), ..all() }).await, [3, 2]);
    assert_eq!(found(store, EntryFilter { before: 4, limit: 2, ..all() }).await, [3, 2]);
    assert_eq!(found(store, EntryFilter { by: word("anna"), before: 4, limit: 1, ..all() }).await, [3]);
}
