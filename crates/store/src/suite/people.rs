//! What every store must be able to tell of people.

mod keys;
mod links;
mod sessions;

use crate::{Role, Store, User};
use std::future::Future;

/// Runs the stories, each on a store of its own.
pub async fn stories<S: Store, F: Future<Output = S>>(make: &impl Fn() -> F) {
    users_are_added_and_changed(&make().await).await;
    the_last_administrator_stays(&make().await).await;
    of_two_administrators_one_stays(&make().await).await;
    sessions::stories(make).await;
    links::stories(make).await;
    keys::stories(make).await;
}

/// Someone with all that a user may have.
fn user(login: &str, role: Role) -> User {
    User {
        login: login.to_owned(),
        name: "Анна О'Нил".to_owned(),
        email: format!("{login}@example.org"),
        role,
        person: Some("anna".to_owned()),
        password: Some("$argon2id$v=19$m=1,t=1,p=1$c2FsdA$aGFzaA".to_owned()),
        totp: Some("GEZDGNBV".to_owned()),
        subject: Some(format!("https://id.example.org|{login}")),
        active: true,
        created: super::at(0),
    }
}

async fn add(store: &impl Store, user: &User) {
    assert!(store.add_user(user).await.expect("asked"), "{} is added", user.login);
}

async fn users_are_added_and_changed(store: &impl Store) {
    assert!(store.users().await.expect("read").is_empty());
    let (mut anna, boris) = (user("anna", Role::Author), user("boris", Role::Viewer));
    add(store, &boris).await;
    add(store, &anna).await;
    assert!(
        !store.add_user(&User { subject: None, ..anna.clone() }).await.expect("asked"),
        "the login is taken"
    );
    let same = User { login: "carl".to_owned(), ..anna.clone() };
    assert!(!store.add_user(&same).await.expect("asked"), "the subject is taken");
    assert_eq!(store.users().await.expect("read"), [anna.clone(), boris.clone()]);

    anna.person = None;
    anna.password = None;
    anna.totp = None;
    anna.subject = None;
    anna.active = false;
    anna.role = Role::Analyst;
    assert!(store.change_user(&anna).await.expect("asked"));
    assert_eq!(store.user("anna").await.expect("read"), Some(anna.clone()));
    assert!(!store.change_user(&user("nobody", Role::Viewer)).await.expect("asked"));
    let taken = User { subject: boris.subject.clone(), ..anna.clone() };
    assert!(!store.change_user(&taken).await.expect("asked"));
    assert_eq!(store.user("anna").await.expect("read"), Some(anna));
    assert_eq!(store.user("nobody").await.expect("read"), None);
}

async fn the_last_administrator_stays(store: &impl Store) {
    let anna = user("anna", Role::Administrator);
    add(store, &anna).await;
    add(store, &User { active: false, ..user("boris", Role::Administrator) }).await;
    add(store, &user("carl", Role::Strategist)).await;
    let idle = User { active: false, ..anna.clone() };
    let lower = User { role: Role::Author, ..anna.clone() };
    for gone in [&idle, &lower] {
        assert!(!store.change_user(gone).await.expect("asked"));
        assert_eq!(store.user("anna").await.expect("read"), Some(anna.clone()));
    }
    // What leaves an administrator one is changed as ever, and so are others.
    assert!(store.change_user(&User { totp: None, ..anna.clone() }).await.expect("asked"));
    assert!(store.change_user(&user("carl", Role::Viewer)).await.expect("asked"));
    assert!(store.change_user(&user("boris", Role::Administrator)).await.expect("asked"));
    assert!(store.change_user(&idle).await.expect("asked"), "boris is one now");
}

async fn of_two_administrators_one_stays(store: &impl Store) {
    for login in ["anna", "boris"] {
        add(store, &user(login, Role::Administrator)).await;
    }
    let idle = |login| User { active: false, ..user(login, Role::Administrator) };
    assert!(store.change_user(&idle("anna")).await.expect("asked"));
    assert!(!store.change_user(&idle("boris")).await.expect("asked"));
}
