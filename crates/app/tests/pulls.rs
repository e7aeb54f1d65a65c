//! Imports that fetch their file, against a server of our own.
#![allow(clippy::unwrap_used)] // A helper of a test may stop it.

use app::figures::{
    Every, NamedImport, drop_import, keep_import, last_pull, named_import, named_imports, pull, pull_due,
};
use app::{Act, AppError, Clock, Store, Workspace, hooks};
use control::{Form, Mapping};
use department::Files;
use jiff::civil::date;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use store_sqlite::SqliteStore;

/// Answers with these, one after the other: a status, a further head, a body.
fn server(answers: Vec<(&'static str, String, Vec<u8>)>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/kpi.csv", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for (status, head, body) in answers {
            let (mut stream, _) = listener.accept().unwrap();
            let mut part = [0; 4096];
            assert!(stream.read(&mut part).unwrap() > 0 && part.starts_with(b"GET /"));
            let length = body.len();
            let head = format!("HTTP/1.1 {status}\r\n{head}content-length: {length}\r\n\r\n");
            stream.write_all(&[head.as_bytes(), &body].concat()).unwrap();
        }
    });
    address
}

fn act() -> Act {
    Act { by: "anna".to_owned(), at: Clock::default().instant(), from: String::new() }
}

async fn workspace() -> Workspace {
    let store: Arc<dyn Store> = Arc::new(SqliteStore::memory().await.unwrap());
    let workspace = Workspace::new(store, Clock::fixed(date(2026, 5, 1)));
    let files = Files::from([("sostac.toml", "[kpi.reach]\nname = \"Охват\"\n")]);
    workspace.replace(&act(), &files, "").await.unwrap();
    workspace
}

fn daily(url: &str) -> NamedImport {
    let kpis = vec![("reach".to_owned(), "reach".to_owned())];
    let mapping = Mapping { form: Form::Wide, date: "day".to_owned(), kpis, ..Mapping::default() };
    NamedImport { mapping, url: url.to_owned(), every: Some(Every::Day), partial: false }
}

fn ok(csv: &str) -> (&'static str, String, Vec<u8>) {
    ("200 OK", String::new(), csv.as_bytes().to_vec())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_due_is_fetched_once_and_again_after_its_time() {
    let workspace = workspace().await;
    let store = workspace.store();
    let good = "day,reach\n2026-03-01,5\n2026-03-02,6\n";
    let bad = "day,reach\n2026-03-01,7\nsoon,8\n";
    let url = server(vec![ok(good), ok(bad), ("404 None", String::new(), Vec::new()), ok(good)]);
    hooks::allow(store, &act(), "127.0.0.1").await.unwrap();
    assert!(keep_import(store, store, &act(), " daily ", &daily(&url)).await.unwrap());
    assert_eq!(pull_due(&workspace, store).await.unwrap(), 1);
    let first = last_pull(store, "daily").await.unwrap().unwrap();
    assert_eq!((first.added, first.revised, &*first.problem), (2, 0, ""));
    let kept = store.of("reach").await.unwrap();
    assert_eq!((kept.len(), &*kept[0].origin.file, kept[0].origin.row), (2, "kpi.csv", 2));
    assert_eq!(pull_due(&workspace, store).await.unwrap(), 0, "it is not due again today");

    // Nothing of a file with a fault is kept, and why is kept.
    let faulty = pull(&workspace, store, &act(), "daily").await.unwrap().unwrap();
    assert!(faulty.problem.contains("soon") && faulty.added + faulty.revised == 0, "{}", faulty.problem);
    assert_eq!(store.of("reach").await.unwrap()[0].value, 5.0);
    let absent = pull(&workspace, store, &act(), "daily").await.unwrap().unwrap();
    assert!(absent.problem.contains("404"), "{}", absent.problem);
    let again = pull(&workspace, store, &act(), "daily").await.unwrap().unwrap();
    assert_eq!((again.unchanged, again.added), (2, 0));

    assert!(pull(&workspace, store, &act(), "another").await.unwrap().is_none());
    assert!(drop_import(store, &act(), "daily").await.unwrap());
    assert!(named_imports(store).await.unwrap().is_empty());
    assert!(last_pull(store, "daily").await.unwrap().is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_fetched_from_behind_our_own_doors() {
    let workspace = workspace().await;
    let store = workspace.store();
    for inside in ["http://127.0.0.1/a.csv", "https://localhost/a", "file:///etc/passwd", "gopher://a/", "x"]
    {
        let kept = keep_import(store, store, &act(), "a", &daily(inside)).await;
        assert!(matches!(kept, Err(AppError::Hook(_))), "{inside}");
    }
    // A host that was named and no longer is; and one that leads inside.
    let url = server(vec![("302 There", "location: http://127.0.0.2:1/\r\n".to_owned(), Vec::new())]);
    hooks::allow(store, &act(), "127.0.0.1").await.unwrap();
    keep_import(store, store, &act(), "a", &daily(&url)).await.unwrap();
    let led = pull(&workspace, store, &act(), "a").await.unwrap().unwrap();
    assert!(led.problem.contains("this machine"), "{}", led.problem);
    hooks::allow(store, &act(), "").await.unwrap();
    let refused = pull(&workspace, store, &act(), "a").await.unwrap().unwrap();
    assert!(refused.problem.contains("this machine"), "{}", refused.problem);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_without_end_is_not_read_to_its_end() {
    let workspace = workspace().await;
    let store = workspace.store();
    let endless = vec![b'1'; app::figures::BOUNDS.bytes + 1];
    let url = server(vec![("200 OK", String::new(), endless)]);
    hooks::allow(store, &act(), "127.0.0.1").await.unwrap();
    keep_import(store, store, &act(), "a", &daily(&url)).await.unwrap();
    let long = pull(&workspace, store, &act(), "a").await.unwrap().unwrap();
    assert!(long.problem.contains("16 MB"), "{}", long.problem);
}

#[tokio::test]
async fn names_are_few_and_say_what_they_are() {
    let workspace = workspace().await;
    let store = workspace.store();
    assert!(!keep_import(store, store, &act(), " \n ", &daily("")).await.unwrap());
    for number in 0..app::figures::NAMES {
        assert!(keep_import(store, store, &act(), &number.to_string(), &daily("")).await.unwrap());
    }
    assert!(!keep_import(store, store, &act(), "one more", &daily("")).await.unwrap());
    let changed = NamedImport { partial: true, ..daily("") };
    assert!(keep_import(store, store, &act(), "7", &changed).await.unwrap());
    assert_eq!(named_import(store, "7").await.unwrap(), Some(changed));
}
