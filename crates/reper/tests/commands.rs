//! The commands as a newcomer types them.

mod common;

use common::{code, data, reper, talk, text};
use serde_json::Value;
use std::fs;
use tempfile::tempdir;

#[test]
fn a_new_department_is_begun_checked_and_never_written_over() {
    let folder = tempdir().expect("a folder");
    let department = folder.path().join("ours");
    let begun = reper(&["init", text(&department)]);
    assert_eq!(code(&begun), 0, "{}", talk(&begun));
    assert_eq!(data(&begun).lines().count(), 6);
    let checked = reper(&["check", text(&department)]);
    assert_eq!(code(&checked), 1, "an empty department lacks its situation");
    assert!(data(&checked).contains("error[SI04]"));
    fs::write(department.join("sostac.toml"), "# mine").expect("it can be written");
    let again = reper(&["init", text(&department), "--demo", "en"]);
    assert_eq!(code(&again), 2);
    assert_eq!(fs::read_to_string(department.join("sostac.toml")).expect("it is there"), "# mine");
}

#[test]
fn the_demo_has_its_findings_in_a_stable_form() {
    for (lang, severe) in [("ru", "ошибк"), ("en", "error")] {
        let folder = tempdir().expect("a folder");
        let department = folder.path().join("demo");
        assert_eq!(code(&reper(&["init", text(&department), "--demo", lang])), 0);
        let check = |more: &[&str]| {
            let mut all = vec!["check", text(&department), "--today", "2026-11-23", "--lang", lang];
            all.extend(more);
            reper(&all)
        };
        let told = check(&["--format", "json"]);
        assert_eq!(code(&told), 1);
        let told: Value = serde_json::from_str(&data(&told)).expect("it is JSON");
        let codes: Vec<&str> = told["findings"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|one| one["code"].as_str().expect("a code"))
            .collect();
        assert_eq!(codes, ["CS05", "PR03", "OB11", "CO21", "CO21", "CO03"]);
        for one in told["findings"].as_array().expect("a list") {
            for key in ["severity", "file", "message", "why", "mend"] {
                assert!(one[key].as_str().is_some_and(|text| !text.is_empty()), "{key}");
            }
            assert!(one["line"].as_u64().is_some_and(|line| line > 1) && one["column"].as_u64().is_some());
        }
        assert_eq!(told["summary"]["errors"], 3);
        let sarif: Value = serde_json::from_str(&data(&check(&["--format", "sarif"]))).expect("it is JSON");
        assert_eq!(sarif["version"], "2.1.0");
        assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(6));
        assert!(talk(&check(&[])).contains(severe));
    }
}

#[test]
fn warnings_fail_only_when_that_is_asked_for() {
    let path = common::root().join("docs/cosmetics");
    let check = |more: &[&str]| {
        let mut all = vec!["check", text(&path), "--today", "2014-06-30"];
        all.extend(more);
        code(&reper(&all))
    };
    assert_eq!((check(&[]), check(&["--strict"])), (0, 1));
}

#[test]
fn a_misspelt_key_is_mended_on_request_and_nothing_else_changes() {
    let folder = tempdir().expect("a folder");
    let department = folder.path().join("demo");
    reper(&["init", text(&department), "--demo", "en"]);
    let path = department.join("sostac.toml");
    let whole = fs::read_to_string(&path).expect("it is there");
    fs::write(&path, whole.replacen("\nhorizon = ", "\nhorison = ", 1)).expect("it can be written");
    let mended = reper(&["check", text(&department), "--mend", "--today", "2026-11-23"]);
    assert!(!data(&mended).contains("TX03"), "{}", data(&mended));
    assert_eq!(fs::read_to_string(&path).expect("it is there"), whole);
}

#[test]
fn rules_are_explained_in_both_languages() {
    assert!(data(&reper(&["explain", "co03"])).contains("[kpi.reply.correction]"));
    assert!(data(&reper(&["explain", "CO03", "--lang", "ru"])).contains("реперн"));
    let unknown = reper(&["explain", "XX99"]);
    assert_eq!(code(&unknown), 2);
    assert!(talk(&unknown).contains("CO03"));
}

#[test]
fn wrong_use_is_told_and_exits_with_2() {
    for words in
        [vec!["check", "no-such-folder"], vec!["chekc"], vec!["kpi", "import", "x.csv"], vec!["render", "."]]
    {
        let told = reper(&words);
        assert_eq!(code(&told), 2, "{words:?}: {}", talk(&told));
        assert!(!talk(&told).trim().is_empty() && !talk(&told).contains("panicked"));
    }
    assert!(talk(&reper(&["check", "no-such-folder", "--lang", "ru"])).contains("ничего нет"));
}
