//! What `reper serve` has answered as saved is there after `kill -9`.

mod served;

use served::Server;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;
use store::{Audit, Backup, EntryFilter, Revisions};
use store_sqlite::SqliteStore;

/// Who save at once.
const WRITERS: usize = 8;
/// Saves that are begun.
const SAVES: u64 = 200;
/// Saves after which the server is killed.
const UNTIL: usize = 100;

#[test]
fn no_save_that_was_answered_is_lost_by_a_kill() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut server = Server::start(folder.path());
    let reader = server.reader.clone();
    let (next, answered) = (AtomicU64::new(0), Mutex::new(Vec::new()));
    let stopped = AtomicBool::new(false);
    let saved = || answered.lock().expect("no writer panics").len();
    std::thread::scope(|threads| {
        for _ in 0..WRITERS {
            threads.spawn(|| {
                let mut base = 1;
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let id = format!("person_{number}");
                    // The server that was killed answers no more.
                    let Ok(kept) = reader.add_person(&id, base) else { return };
                    let Some(revision) = kept.filter(|_| number < SAVES) else {
                        stopped.store(true, Ordering::Relaxed);
                        return;
                    };
                    base = revision;
                    answered.lock().expect("no writer panics").push((revision, id));
                }
            });
        }
        while saved() < UNTIL {
            assert!(!stopped.load(Ordering::Relaxed), "a save was refused after {}", saved());
            std::thread::sleep(Duration::from_millis(1));
        }
        server.kill();
    });
    let answered = answered.into_inner().expect("no writer panics");
    assert!((UNTIL..SAVES as usize).contains(&answered.len()), "it was killed in the middle");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(all_are_there(&folder.path().join("en/reper.db"), &answered));
    let check = Command::new(env!("CARGO_BIN_EXE_reper")).arg("check").arg(folder.path().join("en")).output();
    assert!(matches!(check.expect("it runs").status.code(), Some(0 | 1)), "it is checked as before");
    // And the department goes on from there.
    let server = Server::start(folder.path());
    let (last, _) = answered.iter().max().expect("there are some");
    let (_, page) = server.reader.get("/edit/person/person_0").expect("it answers");
    assert!(page.starts_with("HTTP/1.1 200"));
    assert!(
        server.reader.add_person("after", *last).expect("it answers").is_some_and(|number| number > *last)
    );
}

async fn all_are_there(path: &std::path::Path, answered: &[(u64, String)]) {
    let store = SqliteStore::open_existing(path).await.expect("the database is whole");
    let held = store.prove().await.expect("every text is as it was kept");
    for (revision, id) in answered {
        let texts = store.texts(*revision).await.expect("read").expect("the revision is there");
        let text = String::from_utf8_lossy(texts.get("department.toml").expect("the file")).into_owned();
        assert!(text.contains(&format!("[person.{id}]")), "{id} is not in revision {revision}");
    }
    // Each revision has its entry of the trail, whatever the moment of the end.
    let saves = EntryFilter { what: "save".to_owned(), ..EntryFilter::default() };
    let entries = store.entries(&saves).await.expect("read");
    assert_eq!(entries.len() as u64, held.revisions);
    store.close().await;
}
