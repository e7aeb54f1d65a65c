//! Studies that are asked of new rows too, from the command line and from the department's text.
#![allow(clippy::unwrap_used)] // A helper of a test may stop it.

use app::facts;
use app::studies::{Question, ask, export};
use department::Files;
use locale::Lang;
use std::path::Path;
use store_sqlite::SqliteStore;
use study::{Options, Selection, family};

const POSTS: &str = "type,length,comments\nvideo,10,9\nphoto,20,4\nvideo,30,14\nphoto,5,2\nvideo,22,11\nphoto,14,3\nvideo,8,8\n";
const MAY: &str = "type,length\nvideo,12\nphoto,12\nstory,12\n";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("data")).unwrap();
    std::fs::write(folder.path().join("data/posts.csv"), POSTS).unwrap();
    std::fs::write(folder.path().join("data/may.csv"), MAY).unwrap();
    folder
}

fn exported(folder: &Path, out: &str) -> String {
    let family = family("regress").unwrap();
    let options = Options::new(family.options, [("formula", "comments ~ type + length")]).unwrap();
    let (posts, may) = (folder.join("data/posts.csv"), folder.join("data/may.csv"));
    let selection =
        Selection { derive: vec!["share = comments / length".to_owned()], ..Selection::default() };
    let question = Question {
        family,
        options: &options,
        file: Some(&posts),
        fresh: Some(&may),
        selection: &selection,
        watch: None,
    };
    let (answer, _) = ask(question, Lang::En).unwrap();
    let today = jiff::civil::date(2026, 11, 23);
    let files = export(&*answer, "posts.csv", Path::new(out), Lang::En, today).unwrap();
    String::from_utf8_lossy(&files[0].1).into_owned()
}

#[test]
fn new_rows_go_out_with_the_answer() {
    let folder = folder();
    let csv = exported(folder.path(), "answer.csv");
    assert_eq!(csv.trim_end().lines().count(), 4, "a head and three rows: {csv}");
    let json: serde_json::Value = serde_json::from_str(&exported(folder.path(), "answer.json")).unwrap();
    let new = json["new"].as_array().unwrap();
    assert!(new.len() == 3 && new[0]["pred_low"].is_f64() && new[2]["fitted"].is_null(), "{json:#}");
    assert!(exported(folder.path(), "answer.r").contains("interval = \"prediction\""));
    assert!(exported(folder.path(), "answer.txt").contains("type = “story”"));
}

/// What came of a study of these lines.
async fn of(lines: &str) -> String {
    let folder = folder();
    let text = format!("[study.may]\nname = \"What to expect in May?\"\ndata = \"posts.csv\"\n{lines}\n");
    let mut files = Files::default();
    files.put("studies.toml", text);
    let department = department::read(&files).department;
    let store = SqliteStore::memory().await.unwrap();
    let today = jiff::civil::date(2026, 6, 1);
    let found = facts(&department, folder.path(), &store, today).await.unwrap();
    match found.studies.values().next().unwrap() {
        department::Asked::Answer(digest) => format!("answer: {digest}"),
        department::Asked::Fault(why) => format!("fault: {why}"),
    }
}

#[tokio::test]
async fn a_study_is_asked_of_new_rows_as_it_stands_in_the_text() {
    let model = "method = \"regress\"\noptions = [\"formula = comments ~ type + length\"]";
    let answer = of(&format!("{model}\nnew = \"may.csv\"")).await;
    assert!(answer.starts_with("answer: n = 7"), "{answer}");
    let other = "method = \"regress\"\noptions = [\"formula = length ~ comments\"]\nnew = \"may.csv\"";
    let fault = of(other).await;
    assert!(fault.starts_with("fault: ") && fault.contains("comments"), "{fault}");
    let lost = of(&format!("{model}\nnew = \"june.csv\"")).await;
    assert!(lost.starts_with("fault: ") && lost.contains("june.csv"), "{lost}");
    let none = of("method = \"describe\"\nnew = \"may.csv\"").await;
    assert!(none.starts_with("fault: "), "{none}");
}
