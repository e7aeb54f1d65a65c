//! What every store must be able to tell of hooks and settings.

use super::at;
use crate::{Delivery, Hook, Store};
use std::future::Future;

/// Runs the stories, each on a store of its own.
pub async fn stories<S: Store, F: Future<Output = S>>(make: &impl Fn() -> F) {
    hooks_are_kept_and_dropped(&make().await).await;
    what_is_due_is_given_until_it_is_delivered(&make().await).await;
    named_values_are_kept(&make().await).await;
}

fn hook(id: u64) -> Hook {
    Hook {
        id,
        url: "https://example.org/hook".to_owned(),
        secret: "secret".to_owned(),
        events: vec!["approval".to_owned(), "findings".to_owned()],
        active: true,
    }
}

fn delivery(hook: u64, next: u32) -> Delivery {
    Delivery {
        id: 0,
        hook,
        event: "approval".to_owned(),
        body: "{\"текст\":\"…\"}".to_owned(),
        tries: 0,
        next: Some(at(next)),
        outcome: String::new(),
    }
}

async fn hooks_are_kept_and_dropped(store: &impl Store) {
    let one = store.keep_hook(&hook(0)).await.expect("kept");
    let two = store.keep_hook(&hook(0)).await.expect("kept");
    let changed = Hook { active: false, events: Vec::new(), ..hook(one) };
    assert_eq!(store.keep_hook(&changed).await.expect("kept"), one);
    assert_eq!(store.hooks().await.expect("read"), [changed, hook(two)]);
    store.queue(&delivery(two, 0)).await.expect("queued");
    assert!(store.drop_hook(two).await.expect("dropped") && !store.drop_hook(two).await.expect("asked"));
    assert!(store.due(&at(1), 10).await.expect("read").is_empty());
    let three = store.keep_hook(&hook(0)).await.expect("kept");
    assert!(three > two, "a number is not given twice: who is told knows us by it");
}

async fn what_is_due_is_given_until_it_is_delivered(store: &impl Store) {
    let one = store.keep_hook(&hook(0)).await.expect("kept");
    let first = store.queue(&delivery(one, 5)).await.expect("queued");
    let second = store.queue(&delivery(one, 0)).await.expect("queued");
    let (first, second) =
        (Delivery { id: first, ..delivery(one, 5) }, Delivery { id: second, ..delivery(one, 0) });
    assert_eq!(store.due(&at(4), 10).await.expect("read"), std::slice::from_ref(&second));
    assert_eq!(store.due(&at(5), 10).await.expect("read"), [first.clone(), second.clone()]);
    assert_eq!(store.due(&at(5), 1).await.expect("read"), std::slice::from_ref(&first));
    let late = Delivery { tries: 1, next: Some(at(9)), outcome: "503".to_owned(), ..first };
    let done = Delivery { tries: 1, next: None, outcome: "204".to_owned(), ..second };
    store.delivered(&late).await.expect("kept");
    store.delivered(&done).await.expect("kept");
    assert!(store.due(&at(8), 10).await.expect("read").is_empty());
    assert_eq!(store.due(&at(9), 10).await.expect("read"), std::slice::from_ref(&late));
    assert_eq!(store.deliveries(one, 10).await.expect("read"), [done.clone(), late]);
    assert_eq!(store.deliveries(one, 1).await.expect("read"), [done]);
    store.keep_hook(&Hook { active: false, ..hook(one) }).await.expect("kept");
    assert!(store.due(&at(9), 10).await.expect("read").is_empty(), "who is switched off is not told");
}

async fn named_values_are_kept(store: &impl Store) {
    assert_eq!(store.setting("mapping/a").await.expect("read"), None);
    for (name, value) in [("mapping/б", "2"), ("mapping/a", "0"), ("mapping/a", "1"), ("mapping%", "3")] {
        store.set(name, Some(value)).await.expect("kept");
    }
    assert_eq!(store.setting("mapping/a").await.expect("read").as_deref(), Some("1"));
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(
        store.settings("mapping/").await.expect("read"),
        [pair("mapping/a", "1"), pair("mapping/б", "2")]
    );
    assert_eq!(store.settings("").await.expect("read").len(), 3);
    store.set("mapping/a", None).await.expect("removed");
    assert_eq!(store.setting("mapping/a").await.expect("read"), None);
}
