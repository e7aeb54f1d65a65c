//! Keys of programs.

use super::super::at;
use super::{add, user};
use crate::{Key, Role, Store, User};
use std::future::Future;

/// Runs the stories, each on a store of its own.
pub async fn stories<S: Store, F: Future<Output = S>>(make: &impl Fn() -> F) {
    a_key_comes_with_its_owner(&make().await).await;
    its_use_is_noted_once_an_hour(&make().await).await;
    a_key_that_ended_is_not_given(&make().await).await;
}

fn key(id: &str, expires: Option<u32>) -> Key {
    Key {
        id: id.to_owned(),
        name: "выгрузка".to_owned(),
        hash: format!("hash of {id}"),
        scopes: vec!["read".to_owned(), "measure".to_owned()],
        login: "anna".to_owned(),
        created: at(0),
        expires: expires.map(at),
        used: None,
    }
}

async fn a_key_comes_with_its_owner(store: &impl Store) {
    let anna = user("anna", Role::Analyst);
    add(store, &anna).await;
    let (one, two) = (key("one", None), Key { scopes: Vec::new(), ..key("two", Some(30)) });
    store.keep_key(&one).await.expect("kept");
    store.keep_key(&two).await.expect("kept");
    assert_eq!(store.keys().await.expect("read"), [one.clone(), two]);
    let (found, owner) = store.key("hash of one", &at(5)).await.expect("read").expect("it is good");
    assert_eq!((Key { used: None, ..found }, owner), (one, anna));
    assert!(store.drop_key("one").await.expect("dropped") && !store.drop_key("one").await.expect("asked"));
    assert!(store.key("hash of one", &at(5)).await.expect("read").is_none());
}

async fn its_use_is_noted_once_an_hour(store: &impl Store) {
    add(store, &user("anna", Role::Analyst)).await;
    store.keep_key(&key("one", None)).await.expect("kept");
    for (now, used) in [(5, at(0)), (59, at(0)), (60, at(60)), (119, at(60)), (5, at(60))] {
        let (found, _) = store.key("hash of one", &at(now)).await.expect("read").expect("it is good");
        assert_eq!(found.used, Some(used.clone()));
        assert_eq!(store.keys().await.expect("read")[0].used, Some(used));
    }
}

async fn a_key_that_ended_is_not_given(store: &impl Store) {
    let anna = user("anna", Role::Analyst);
    add(store, &anna).await;
    store.keep_key(&key("one", Some(60))).await.expect("kept");
    assert!(store.key("hash of one", &at(60)).await.expect("read").is_none());
    assert!(store.change_user(&User { active: false, ..anna }).await.expect("changed"));
    assert!(store.key("hash of one", &at(5)).await.expect("read").is_none(), "its owner is gone");
}
