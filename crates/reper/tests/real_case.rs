//! A real brand's page, taken as a user would take it: begin a department, write it, import, check, render.
//!
//! The figures (Moro, Rita, Vala 2016, UCI 368, CC BY 4.0) are not part of the project. They are looked for in
//! `../shared/real/facebook-metrics` beside the repository; without them the test says that it was skipped.

mod common;

use common::{code, data, reper, root, talk, text};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use tempfile::tempdir;

const COLUMNS: [(&str, &str); 3] = [
    ("engaged", "Lifetime Engaged Users"),
    ("reach", "Lifetime Post Total Reach"),
    ("interactions", "Total Interactions"),
];

#[test]
fn a_cosmetics_brand_s_page_of_2014() {
    let file = root().join("../shared/real/facebook-metrics/dataset_Facebook.csv");
    let Ok(figures) = fs::read_to_string(&file) else {
        eprintln!("SKIPPED: {} is not there; the real case was not run", file.display());
        return;
    };
    let folder = tempdir().expect("a folder");
    let department = folder.path().join("brand");
    let today = "2015-01-05";
    assert_eq!(code(&reper(&["init", text(&department)])), 0);
    for name in ["department", "business", "sostac", "scorecard", "listening"] {
        let name = format!("{name}.toml");
        fs::copy(root().join("docs/cosmetics").join(&name), department.join(&name))
            .expect("it can be copied");
    }

    let import = |more: &[&str]| {
        let pairs: Vec<String> = COLUMNS.iter().map(|(kpi, column)| format!("{kpi}={column}")).collect();
        let mut all = vec!["kpi", "import", text(&file), "--into", text(&department), "--today", today];
        for pair in &pairs {
            all.extend(["--kpi", pair]);
        }
        all.extend(["--date", "Post Month", "--year", "2014"]);
        all.extend(more);
        reper(&all)
    };
    let refused = import(&[]);
    assert_eq!(code(&refused), 2, "many posts a month need to be told how they become one figure");
    let preview = import(&["--aggregate", "mean", "--dry-run"]);
    assert!(data(&preview).contains("engaged\t2014-12-31\t883.26"), "{}", data(&preview));
    let first = import(&["--aggregate", "mean"]);
    assert!(talk(&first).contains("New: 36."), "{}", talk(&first));
    let second = import(&["--aggregate", "mean"]);
    assert!(talk(&second).contains("New: 0. Changed and kept as a new revision: 0. Known already: 36."));

    let checked = reper(&["check", text(&department), "--today", today]);
    assert_eq!(code(&checked), 0, "{}", data(&checked));

    let status = reper(&["kpi", "status", "--into", text(&department), "--format", "json", "--today", today]);
    let status: Value = serde_json::from_str(&data(&status)).expect("it is JSON");
    let december = means(&figures, "12");
    for kpi in status["kpis"].as_array().expect("a list") {
        let id = kpi["kpi"].as_str().expect("an id");
        let value = kpi["value"].as_f64().expect("a figure");
        assert!((value - december[id]).abs() < 1e-9, "{id}: {value} against {}", december[id]);
        assert_eq!(kpi["date"], "2014-12-31");
        assert_eq!(
            kpi["state"], "missed",
            "{id}: a tenth short of the target is allowed, and it is further off"
        );
    }

    let out = folder.path().join("out");
    let rendered = reper(&[
        "render",
        text(&department),
        "-o",
        text(&out),
        "--format",
        "html",
        "--lang",
        "ru,en",
        "--today",
        today,
    ]);
    assert_eq!(code(&rendered), 0, "{}", talk(&rendered));
    for name in ["sostac.ru.html", "sostac.en.html", "scorecard.ru.html", "scorecard.en.html"] {
        let page = fs::read_to_string(out.join(name)).expect("it was written");
        assert!(page.contains("A cosmetics brand") && page.contains("<svg"), "{name}");
    }
}

/// The means of a month's posts, counted from the file by other code than the one under test.
fn means(figures: &str, month: &str) -> BTreeMap<&'static str, f64> {
    let mut lines = figures.lines().map(|line| line.trim_end().split(';').collect::<Vec<_>>());
    let header = lines.next().expect("a header");
    let at = |name: &str| header.iter().position(|title| title.trim() == name).expect("the column is there");
    let rows: Vec<Vec<&str>> = lines.filter(|row| row.get(at("Post Month")) == Some(&month)).collect();
    let mean = |column: &str| {
        rows.iter().map(|row| row[at(column)].parse::<f64>().expect("a figure")).sum::<f64>()
            / rows.len() as f64
    };
    COLUMNS.iter().map(|&(kpi, column)| (kpi, mean(column))).collect()
}
