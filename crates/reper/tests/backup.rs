//! A backup while the server works, and a department out of it.

mod common;
mod served;

use common::{code, data, reper, talk, text};
use served::Server;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use store::{Audit, Backup, EntryFilter, Held, Revisions};
use store_sqlite::SqliteStore;
use tempfile::tempdir;

#[test]
fn a_backup_is_taken_while_people_write_and_restored() {
    let folder = tempdir().expect("a folder");
    let server = Server::start(folder.path());
    let (live, file) = (folder.path().join("en"), folder.path().join("copy.reper"));
    let (stop, last) = (AtomicBool::new(false), AtomicU64::new(1));
    let taken = std::thread::scope(|threads| {
        let writer = threads.spawn(|| {
            for number in 0.. {
                let base = last.load(Ordering::Relaxed);
                let id = format!("person_{number}");
                let kept = server.reader.add_person(&id, base).expect("it answers");
                last.store(kept.expect("it is kept"), Ordering::Relaxed);
                if stop.load(Ordering::Relaxed) {
                    return;
                }
            }
        });
        while last.load(Ordering::Relaxed) < 5 && !writer.is_finished() {
            std::thread::yield_now();
        }
        let before = last.load(Ordering::Relaxed);
        let taken = reper(&["backup", text(&file), "--data", text(&live)]);
        stop.store(true, Ordering::Relaxed);
        (before, taken)
    });
    let (before, taken) = taken;
    assert_eq!(code(&taken), 0, "{}", talk(&taken));
    assert!(data(&taken).contains("Revisions: "), "{}", data(&taken));
    let again = reper(&["backup", text(&file), "--data", text(&live)]);
    assert_eq!(code(&again), 2, "a file that is there is not written over");

    let new = folder.path().join("new");
    let restored = reper(&["restore", text(&file), "--data", text(&new)]);
    assert_eq!(code(&restored), 0, "{}", talk(&restored));
    let (head, held) = held(&new);
    assert!(before <= head && head <= last.load(Ordering::Relaxed));
    assert!(held.measurements > 0);
    for what in ["backup", "restore"] {
        let asked = EntryFilter { what: what.to_owned(), ..EntryFilter::default() };
        let told = store(&new, async |store| store.entries(&asked).await.expect("read"));
        assert_eq!(told.len(), 1, "the {what} is told of");
    }
    for number in 1..=head {
        assert!(texts(&live, number) == texts(&new, number), "revision {number} is another");
    }
}

#[test]
fn data_that_is_there_is_kept_beside() {
    let folder = tempdir().expect("a folder");
    let (ours, file) = (folder.path().join("ours"), folder.path().join("copy.reper"));
    assert_eq!(code(&reper(&["init", text(&ours), "--demo", "en"])), 0);
    assert_eq!(code(&reper(&["backup", text(&file), "--data", text(&ours)])), 0);
    let old = fs::read(ours.join("reper.db")).expect("it is there");
    let refused = reper(&["restore", text(&file), "--data", text(&ours)]);
    assert_eq!((code(&refused), fs::read(ours.join("reper.db")).expect("read") == old), (2, true));
    for kept in ["reper.db.before", "reper.db.before-2"] {
        let restored = reper(&["restore", text(&file), "--data", text(&ours), "--replace"]);
        assert_eq!(code(&restored), 0, "{}", talk(&restored));
        assert!(talk(&restored).contains(kept), "{}", talk(&restored));
    }
    assert!(fs::read(ours.join("reper.db.before")).expect("read") == old);
    assert!(held(&ours).1.measurements > 0);
}

#[test]
fn data_that_a_server_works_with_is_not_replaced() {
    let folder = tempdir().expect("a folder");
    let server = Server::start(folder.path());
    let (live, file) = (folder.path().join("en"), folder.path().join("copy.reper"));
    assert_eq!(code(&reper(&["backup", text(&file), "--data", text(&live)])), 0);
    let refused = reper(&["restore", text(&file), "--data", text(&live), "--replace"]);
    assert_eq!(code(&refused), 2, "{}", talk(&refused));
    assert!(talk(&refused).contains("in use") && !live.join("reper.db.before").exists());
    assert!(server.reader.add_person("after", 1).expect("it answers").is_some());
    let live_file = live.join("reper.db");
    let raw = reper(&["restore", text(&live_file), "--data", text(&folder.path().join("raw"))]);
    assert_eq!(code(&raw), 2, "a database at work is no backup: a part of it is in its log");
}

#[test]
fn what_is_no_sound_backup_is_refused_and_nothing_changes() {
    let folder = tempdir().expect("a folder");
    let (ours, file) = (folder.path().join("ours"), folder.path().join("copy.reper"));
    assert_eq!(code(&reper(&["init", text(&ours), "--demo", "ru"])), 0);
    assert_eq!(code(&reper(&["backup", text(&file), "--data", text(&ours)])), 0);
    let good = fs::read(&file).expect("read");
    let mut spoiled = good.clone();
    let middle = spoiled.len() / 2;
    spoiled[middle..middle + 3000].fill(0x55);
    let mut foreign = good.clone();
    foreign[68..72].copy_from_slice(b"OTHR");
    let half = good[..good.len() / 2].to_vec();
    for (what, bytes) in [
        ("spoiled", spoiled),
        ("half", half),
        ("foreign", foreign),
        ("empty", Vec::new()),
        ("text", b"# notes".to_vec()),
    ] {
        let bad = folder.path().join(what);
        fs::write(&bad, &bytes).expect("written");
        let new = folder.path().join("new");
        let refused = reper(&["restore", text(&bad), "--data", text(&new)]);
        assert_eq!(code(&refused), 2, "{what}: {}", talk(&refused));
        assert_eq!(fs::read_dir(&new).expect("a folder").count(), 0, "{what} leaves nothing");
        let before = fs::read(ours.join("reper.db")).expect("read");
        assert_eq!(code(&reper(&["restore", text(&bad), "--data", text(&ours), "--replace"])), 2);
        assert!(fs::read(ours.join("reper.db")).expect("read") == before, "{what} changes nothing");
        assert!(fs::read(&bad).expect("read") == bytes);
    }
    assert_eq!(code(&reper(&["restore", "absent", "--data", text(&ours)])), 2);
    assert_eq!(code(&reper(&["backup", "copy", "--data", text(&folder.path().join("nothing"))])), 2);
}

#[test]
fn a_backup_of_a_newer_reper_is_refused_and_says_why() {
    let folder = tempdir().expect("a folder");
    let (ours, file) = (folder.path().join("ours"), folder.path().join("copy.reper"));
    assert_eq!(code(&reper(&["init", text(&ours), "--demo", "en"])), 0);
    assert_eq!(code(&reper(&["backup", text(&file), "--data", text(&ours)])), 0);
    tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
        use sqlx::Connection;
        let address = format!("sqlite:{}", text(&file));
        let mut copy = sqlx::SqliteConnection::connect(&address).await.expect("a database");
        sqlx::query("INSERT INTO schema (version) VALUES (99)").execute(&mut copy).await.expect("written");
        copy.close().await.expect("closed");
    });
    let newer = fs::read(&file).expect("read");
    let before = fs::read(ours.join("reper.db")).expect("read");
    let new = folder.path().join("new");
    for (data, more) in [(&ours, &["--replace"][..]), (&new, &[])] {
        let refused = reper(&[&["restore", text(&file), "--data", text(data)], more].concat());
        let told = talk(&refused);
        assert_eq!(code(&refused), 2, "{told}");
        assert!(told.contains("later version of Reper (schema 99"), "{told}");
    }
    assert!(fs::read(ours.join("reper.db")).expect("read") == before && !new.join("reper.db").exists());
    assert!(fs::read(&file).expect("read") == newer, "the copy is as it was");
}

fn store<T>(root: &Path, work: impl AsyncFnOnce(&SqliteStore) -> T) -> T {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let store = SqliteStore::open_existing(root.join("reper.db")).await.expect("a database");
        let done = work(&store).await;
        store.close().await;
        done
    })
}

fn held(root: &Path) -> (u64, Held) {
    store(root, async |store| (store.head().await.expect("read"), store.prove().await.expect("whole")))
}

fn texts(root: &Path, number: u64) -> department::Files {
    store(root, async |store| store.texts(number).await.expect("read").expect("it is there"))
}
