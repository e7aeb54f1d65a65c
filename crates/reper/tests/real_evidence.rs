//! Three real cases, from the files to verdicts, forecasts and printed reports; docs/evidence tells what they are worth.
//!
//! The figures are not part of the project. They are looked for in `../shared/real` beside the repository; without them each
//! test says that it was skipped.

mod common;

use common::{code, data, reper, root, talk, text};
use serde_json::Value;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::{TempDir, tempdir};

/// The real file, where it is there.
fn real(name: &str) -> Option<PathBuf> {
    let file = root().join("../shared/real").join(name);
    if !file.exists() {
        eprintln!("SKIPPED: {} is not there; the real case was not run", file.display());
        return None;
    }
    Some(file)
}

/// A folder with the plan of a case.
fn plan(case: &str) -> TempDir {
    let folder = tempdir().expect("a folder");
    for entry in fs::read_dir(root().join("docs/evidence").join(case)).expect("the case is there") {
        let entry = entry.expect("a file");
        fs::copy(entry.path(), folder.path().join(entry.file_name())).expect("it can be copied");
    }
    folder
}

fn asked(folder: &Path, words: &[&str], today: &str) -> Value {
    let more = ["--into", text(folder), "--today", today, "--format", "json"];
    let output = reper(&[words, &more].concat());
    assert_eq!(code(&output), 0, "{}", talk(&output));
    serde_json::from_str(&data(&output)).expect("it is JSON")
}

/// Each checkpoint with its verdict.
fn verdicts(evidence: &Value) -> Vec<(String, String)> {
    let word = |one: &Value, key: &str| one[key].as_str().expect("a word").to_owned();
    let all = evidence["evidence"].as_array().expect("a list").iter();
    all.map(|one| (word(one, "checkpoint"), word(one, "verdict"))).collect()
}

/// The control report in both languages; what it says.
fn printed(folder: &Path, today: &str) -> String {
    let out = folder.join("out");
    let report = ["kpi", "report", "--into", text(folder), "-o", text(&out), "--today", today];
    let output = reper(&[&report[..], &["--lang", "ru,en", "--format", "html,xlsx,docx"]].concat());
    assert_eq!(code(&output), 0, "{}", talk(&output));
    let page =
        |lang: &str| fs::read_to_string(out.join(format!("control.{today}.{lang}.html"))).expect("printed");
    assert!(page("ru").contains("<svg") && data(&output).lines().count() == 6);
    page("en")
}

#[test]
fn live_sellers() {
    let Some(file) = real("facebook-live/Live.csv") else { return };
    let (folder, today) = (plan("live"), "2018-06-18");
    let csv = folder.path().join("posts.csv");
    fs::write(&csv, posts(&fs::read_to_string(file).expect("it is text"))).expect("written");
    let import =
        ["kpi", "import", text(&csv), "--into", text(folder.path()), "--aggregate", "sum", "--today", today];
    let output = reper(&import);
    assert!(talk(&output).contains("New: 1740."), "{}", talk(&output));
    let evidence = asked(folder.path(), &["kpi", "evidence"], today);
    let wanted = [
        ("shares", "predicts"),
        ("reactions", "unproven"),
        ("video_share", "unproven"),
        ("evening_share", "unproven"),
        ("per_post", "unproven"),
    ];
    let wanted = wanted.map(|(kpi, verdict)| (kpi.to_owned(), verdict.to_owned()));
    assert_eq!(verdicts(&evidence), wanted);
    let shares = &evidence["evidence"][0];
    assert_eq!((&shares["lag"], &shares["n"], &shares["extremes"]), (&5.into(), &310.into(), &70.into()));
    let forecast = &asked(folder.path(), &["kpi", "forecast"], today)["forecasts"][0];
    println!("{shares:#}\n{forecast:#}");
    let page = printed(folder.path(), today);
    assert!(page.contains("Shares a week") && page.contains("Comments a week"), "{page:.2000}");
}

/// Posts as figures: a row each, with a one for what it is.
fn posts(csv: &str) -> String {
    let mut out = "Date,comments,shares,reactions,posts,videos,evening\n".to_owned();
    for row in csv.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let (day, time) = cells[2].split_once(' ').expect("a day and a time");
        let parts: Vec<u32> = day.split('/').map(|part| part.parse().expect("a number")).collect();
        let hour: u32 = time.split(':').next().and_then(|hour| hour.parse().ok()).expect("an hour");
        let (video, evening) = (u8::from(cells[1] == "video"), u8::from(hour >= 18));
        let (year, month, day) = (parts[2], parts[0], parts[1]);
        let [comments, shares, reactions] = [cells[3], cells[4], cells[5]];
        writeln!(out, "{year}-{month:02}-{day:02},{comments},{shares},{reactions},1,{video},{evening}")
            .expect("a string takes it");
    }
    out
}

#[test]
fn media_spends() {
    let Some(file) = real("media-mix/dt_simulated_weekly.csv") else { return };
    let (folder, today) = (plan("mix"), "2019-11-18");
    let columns = [
        "revenue=revenue",
        "tv=tv_S",
        "ooh=ooh_S",
        "print=print_S",
        "facebook_seen=facebook_I",
        "clicks=search_clicks_P",
        "search=search_S",
        "rivals=competitor_sales_B",
        "facebook=facebook_S",
        "newsletter=newsletter",
    ];
    let mut import = vec!["kpi", "import", text(&file), "--into", text(folder.path()), "--date", "DATE"];
    columns.iter().for_each(|pair| import.extend(["--kpi", pair]));
    let output = reper(&[&import[..], &["--today", today]].concat());
    assert!(talk(&output).contains("New: 2080."), "{}", talk(&output));
    let evidence = asked(folder.path(), &["kpi", "evidence"], today);
    assert_eq!(verdicts(&evidence).len(), 9);
    assert!(verdicts(&evidence).iter().all(|(_, verdict)| verdict == "unproven"), "{evidence:#}");
    let forecast = &asked(folder.path(), &["kpi", "forecast"], today)["forecasts"][0];
    println!("{forecast:#}");
    let page = printed(folder.path(), today);
    assert!(page.contains("Revenue a week") && page.contains("55%"), "{page:.2000}");
}

#[test]
fn news_from_slice_to_slice() {
    let (Some(facebook), Some(linkedin)) =
        (real("news-popularity/Facebook_Palestine.csv"), real("news-popularity/LinkedIn_Palestine.csv"))
    else {
        return;
    };
    let folder = plan("news");
    fs::create_dir(folder.path().join("data")).expect("a folder");
    for file in [&facebook, &linkedin] {
        let name = file.file_name().expect("a name");
        fs::copy(file, folder.path().join("data").join(name)).expect("it can be copied");
    }
    let slices = "TS1,TS6,TS24,TS144";
    let rho = |file: &Path| -> Vec<f64> {
        let ask = ["stats", "correlate", text(file), "--filter", "TS1 >= 0", "--method", "spearman"];
        let output =
            reper(&[&ask[..], &["--columns", slices, "--with", "TS144", "--format", "json"]].concat());
        assert_eq!(code(&output), 0, "{}", talk(&output));
        let found: Value = serde_json::from_str(&data(&output)).expect("it is JSON");
        let rows = found["tidy"].as_array().expect("a table").iter();
        let mut all: Vec<f64> = rows.filter_map(|row| row["estimate"].as_f64()).collect();
        all.sort_by(f64::total_cmp);
        all
    };
    let near = |found: Vec<f64>, wanted: [f64; 3]| {
        assert_eq!(found.len(), 3, "{found:?}");
        found.iter().zip(wanted).for_each(|(is, want)| assert!((is - want).abs() < 0.006, "{is} {want}"));
    };
    near(rho(&facebook), [0.54, 0.76, 0.89]);
    near(rho(&linkedin), [0.50, 0.67, 0.81]);
    let out = folder.path().join("out");
    let render = ["render", text(folder.path()), "-o", text(&out), "--format", "html", "--lang", "en"];
    assert_eq!(code(&reper(&render)), 0);
    let page = fs::read_to_string(out.join("sostac.en.html")).expect("printed");
    assert!(
        page.contains("Early popularity on LinkedIn and its end") && page.contains("0.81"),
        "{page:.500}"
    );
}
