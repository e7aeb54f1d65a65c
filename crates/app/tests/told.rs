//! What hooks and the audit trail are told.
#![allow(clippy::unwrap_used)] // A helper of a test may stop it.

mod common;

use common::{STAGED, act, case, people};
use department::edit::{Change, Subject};
use locale::Lang;
use serde_json::Value;
use store::{Audit as _, Delivery, EntryFilter, Hook, Hooks as _};

#[tokio::test]
async fn hooks_are_told_of_approvals_and_of_new_errors() {
    let case = case(STAGED, people()).await;
    let hook = |event: &str, active| Hook {
        id: 0,
        url: "https://hook.example/".to_owned(),
        secret: "s".to_owned(),
        events: vec![event.to_owned()],
        active,
    };
    let approval = case.store.keep_hook(&hook("approval", true)).await.unwrap();
    let findings = case.store.keep_hook(&hook("findings", true)).await.unwrap();
    let silent = case.store.keep_hook(&hook("approval", false)).await.unwrap();
    let id = case.propose("anna", 1).await.unwrap();
    case.decide("peter", id, true).await.unwrap();
    case.decide("victor", id, false).await.unwrap();
    case.save(STAGED, "[goal.a]\nhorison = \"long\"\n").await;
    case.save(STAGED, "# changed\n[goal.a]\nhorison = \"long\"\n").await;
    let told = async |hook| {
        let mut all = case.store.deliveries(hook, 10).await.unwrap();
        all.reverse();
        let read = |one: Delivery| serde_json::from_str::<Value>(&one.body).unwrap();
        all.into_iter().map(read).collect::<Vec<_>>()
    };
    let states: Vec<_> = told(approval).await.iter().map(|body| body["state"].clone()).collect();
    assert_eq!(states, ["proposed", "returned"]);
    let found = told(findings).await;
    assert_eq!(found.len(), 1, "errors that were there before are not told again");
    assert_eq!((&found[0]["revision"], &found[0]["added"][0]["code"]), (&2.into(), &"TX03".into()));
    assert_eq!(found[0]["added"][0]["subject"], "goal.a");
    assert!(told(silent).await.is_empty());
    assert_eq!(case.store.due("2030-01-01T00:00:00Z", 10).await.unwrap().len(), 3);
}

#[tokio::test]
async fn the_trail_goes_out_as_a_table() {
    let case = case(STAGED, people()).await;
    let evil = "=cmd|' /C calc'!A0";
    app::note(&case.store, &act("anna"), "export", evil, "", "").await.unwrap();
    let sought = app::Sought { what: "export".to_owned(), ..app::Sought::default() };
    let table = app::trail_csv(&case.store, &sought, Lang::Ru).await.unwrap();
    assert!(table.starts_with("\u{feff}\"№\";\"Когда (UTC)\""), "{table}");
    assert!(table.contains("\"выгрузка\";\"'=cmd|' /C calc'!A0\"") && table.lines().count() == 2, "{table}");
    let english = app::trail_csv(&case.store, &app::Sought::default(), Lang::En).await.unwrap();
    assert!(english.contains("\"save\",\"revision 1") && english.lines().count() == 3, "{english}");
}

#[tokio::test]
async fn a_save_is_told_with_what_was_and_what_is() {
    let case = case(STAGED, people()).await;
    let (subject, field) = (Subject::of("person", "peter"), "post".to_owned());
    let change = Change::Set { subject, field, value: Some("Director of Support".into()) };
    case.workspace.change(&act("anna"), 1, &[change], "He rose").await.unwrap();
    let entries = case.store.entries(&EntryFilter::default()).await.unwrap();
    let entry = &entries[0];
    assert_eq!(entry.subject, "revision 2 · person.peter post");
    assert_eq!(entry.before, "revision 1 · post: Head of Support");
    assert_eq!(entry.after, "He rose · post: Director of Support");
}
