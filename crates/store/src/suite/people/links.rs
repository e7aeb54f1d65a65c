//! One-time links.

use super::super::{act, at};
use crate::{Link, Role, Store};
use std::future::Future;

/// Runs the stories, each on a store of its own.
pub async fn stories<S: Store, F: Future<Output = S>>(make: &impl Fn() -> F) {
    a_link_is_taken_once(&make().await).await;
    a_link_that_ended_is_not_given(&make().await).await;
}

fn link(hash: &str, made: u32) -> Link {
    Link {
        hash: hash.to_owned(),
        kind: "invite".to_owned(),
        login: "carl".to_owned(),
        email: "carl@example.org".to_owned(),
        role: Role::DataEntry,
        act: act("anna", made),
        expires: at(made + 60),
    }
}

async fn a_link_is_taken_once(store: &impl Store) {
    let (one, two) = (link("1", 0), link("2", 1));
    store.keep_link(&one).await.expect("kept");
    store.keep_link(&two).await.expect("kept");
    assert_eq!(store.links(&at(5)).await.expect("read"), [two.clone(), one.clone()]);
    assert_eq!(store.link("1", &at(5)).await.expect("read"), Some(one.clone()));
    assert_eq!(store.take_link("1", &at(5)).await.expect("taken"), Some(one));
    assert_eq!(store.take_link("1", &at(5)).await.expect("asked"), None);
    assert_eq!(store.link("1", &at(5)).await.expect("read"), None);
    assert_eq!(store.links(&at(5)).await.expect("read"), [two]);
}

async fn a_link_that_ended_is_not_given(store: &impl Store) {
    store.keep_link(&link("1", 0)).await.expect("kept");
    assert_eq!(store.link("1", &at(60)).await.expect("read"), None);
    assert_eq!(store.take_link("1", &at(60)).await.expect("asked"), None);
    assert!(store.links(&at(60)).await.expect("read").is_empty());
}
