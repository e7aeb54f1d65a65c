//! Sessions.

use super::super::at;
use super::{add, user};
use crate::{Role, Session, Store, User};
use std::future::Future;

/// Runs the stories, each on a store of its own.
pub async fn stories<S: Store, F: Future<Output = S>>(make: &impl Fn() -> F) {
    a_session_comes_with_its_user_until_it_ends(&make().await).await;
    an_idle_user_has_no_session(&make().await).await;
    the_others_of_a_user_are_ended(&make().await).await;
}

fn session(hash: &str, login: &str, opened: u32) -> Session {
    Session {
        hash: hash.to_owned(),
        login: login.to_owned(),
        csrf: format!("csrf of {hash}"),
        opened: at(opened),
        expires: at(opened + 60),
    }
}

async fn open(store: &impl Store, hash: &str, login: &str, opened: u32) -> Session {
    let session = session(hash, login, opened);
    store.open_session(&session).await.expect("opened");
    session
}

async fn hashes(store: &impl Store, login: &str, now: u32) -> Vec<String> {
    let sessions = store.sessions(login, &at(now)).await.expect("read");
    sessions.into_iter().map(|session| session.hash).collect()
}

async fn a_session_comes_with_its_user_until_it_ends(store: &impl Store) {
    let anna = user("anna", Role::Author);
    add(store, &anna).await;
    let one = open(store, "1", "anna", 0).await;
    let found = store.session("1", &at(59)).await.expect("read");
    assert_eq!(found, Some((one, anna)));
    assert_eq!(store.session("1", &at(60)).await.expect("read"), None, "it has ended");
    assert_eq!(store.session("2", &at(1)).await.expect("read"), None, "there is none");
    store.prolong_session("1", &at(61)).await.expect("prolonged");
    store.prolong_session("2", &at(61)).await.expect("there is none to prolong");
    let later = store.session("1", &at(60)).await.expect("read").map(|(session, _)| session.expires);
    assert_eq!(later, Some(at(61)), "its end has moved");
    store.close_session("1").await.expect("closed");
    store.close_session("1").await.expect("closed already");
    assert_eq!(store.session("1", &at(1)).await.expect("read"), None);
    assert!(store.open_session(&session("3", "nobody", 0)).await.is_err(), "there is no such user");
}

async fn an_idle_user_has_no_session(store: &impl Store) {
    let anna = user("anna", Role::Author);
    add(store, &anna).await;
    open(store, "1", "anna", 0).await;
    assert!(store.change_user(&User { active: false, ..anna }).await.expect("asked"));
    assert_eq!(store.session("1", &at(1)).await.expect("read"), None);
}

async fn the_others_of_a_user_are_ended(store: &impl Store) {
    add(store, &user("anna", Role::Author)).await;
    add(store, &user("boris", Role::Author)).await;
    for (hash, login, opened) in
        [("1", "anna", 70), ("2", "anna", 71), ("3", "anna", 72), ("4", "boris", 70), ("5", "boris", 0)]
    {
        open(store, hash, login, opened).await;
    }
    assert_eq!(hashes(store, "anna", 100).await, ["3", "2", "1"]);
    store.close_sessions("anna", "2", &at(100)).await.expect("closed");
    assert_eq!(hashes(store, "anna", 100).await, ["2"]);
    // At minute 30 the fifth would still be open, had it not been swept away with what has run out.
    assert_eq!(hashes(store, "boris", 30).await, ["4"]);
    store.close_sessions("anna", "", &at(100)).await.expect("closed");
    assert!(hashes(store, "anna", 100).await.is_empty());
}
