//! `reper diff` as a person types it.

mod common;

use common::{code, data, reper, talk, text};
use serde_json::Value;
use std::fs;
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
