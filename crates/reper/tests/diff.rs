//! `reper diff` as a person types it.

mod common;

use common::{code, data, reper, talk, text};
use serde_json::Value;
use std::fs;
use std::sync::Arc;
use store_sqlite::SqliteStore;
use tempfile::tempdir;

#[test]
fn two_folders_are_compared_by_meaning() {
    let folder = tempdir().expect("a folder");
    let (one, two) = (folder.path().join("one"), folder.path().join("two"));
    for department in [&one, &two] {
        assert_eq!(code(&reper(&["init", text(department), "--demo", "en"])), 0);
    }
    let same = reper(&["diff", text(&one), text(&two)]);
    assert_eq!((code(&same), data(&same).as_str()), (0, ""), "{}", talk(&same));
    let file = two.join("sostac.toml");
    let sostac = fs::read_to_string(&file).expect("it is there");
    let new = sostac.replacen("value = 50 }", "value = 52 }", 1).replace("\n[goal.", "\n# ours\n[goal.");
    fs::write(&file, new).expect("it can be written");
    for (lang, said, head) in
        [("en", "50 → 52", "Control and correction"), ("ru", "50 → 52", "Контроль и коррективы")]
    {
        let told = reper(&["diff", text(&one), text(&two), "--lang", lang]);
        assert_eq!(code(&told), 1);
        assert!(data(&told).starts_with(head) && data(&told).contains(said), "{}", data(&told));
        assert_eq!(data(&told).trim().lines().count(), 2, "{}", data(&told));
    }
    let told = reper(&["diff", text(&one), text(&two), "--format", "json"]);
    let told: Value = serde_json::from_str(&data(&told)).expect("it is JSON");
    assert_eq!((&told["summary"]["changed"], &told["differences"][0]["after"]), (&1.into(), &52.0.into()));
    assert_eq!(code(&reper(&["diff", text(&one)])), 2);
    assert_eq!(code(&reper(&["diff", text(&one), "99", "--data", text(&one)])), 2);
}

#[test]
fn two_revisions_of_a_server_are_compared_by_their_numbers() {
    let folder = tempdir().expect("a folder");
    let ours = folder.path().join("ours");
    assert_eq!(code(&reper(&["init", text(&ours), "--demo", "en"])), 0);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let (first, last) = runtime.block_on(async {
        let store = Arc::new(SqliteStore::open(ours.join("reper.db")).await.expect("a database"));
        let workspace =
            app::Workspace::new(Arc::clone(&store) as Arc<dyn store::Store>, app::Clock::default());
        let mut files = app::load(&ours).expect("texts");
        workspace.replace(&app::Act::default(), &files, "").await.expect("kept");
        let first = store::Revisions::head(&*store).await.expect("read");
        let sostac =
            String::from_utf8(files.get("sostac.toml").expect("it is there").to_vec()).expect("a text");
        for value in ["value = 52 }", "value = 54 }"] {
            files.put("sostac.toml", sostac.replacen("value = 50 }", value, 1));
            workspace.replace(&app::Act::default(), &files, "").await.expect("kept");
        }
        let last = store::Revisions::head(&*store).await.expect("read");
        store::Backup::close(&*store).await;
        (first, last)
    });
    assert_eq!(last, first + 2);
    let (one, two, three) = (first.to_string(), (first + 1).to_string(), last.to_string());
    for (from, to, said) in [(&one, &three, "50 → 54"), (&two, &three, "52 → 54"), (&three, &one, "54 → 50")]
    {
        let told = reper(&["diff", from, to, "--data", text(&ours)]);
        assert_eq!(code(&told), 1, "{}", talk(&told));
        assert!(
            data(&told).starts_with("Control and correction") && data(&told).contains(said),
            "{}",
            data(&told)
        );
        assert_eq!(data(&told).trim().lines().count(), 2, "{}", data(&told));
    }
    let same = reper(&["diff", &two, &two, "--data", text(&ours)]);
    assert_eq!((code(&same), data(&same).as_str()), (0, ""), "{}", talk(&same));
    assert_eq!(code(&reper(&["diff", &one, "99", "--data", text(&ours)])), 2);
}
