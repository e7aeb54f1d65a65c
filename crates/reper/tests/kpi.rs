//! `reper kpi import` told nothing, and by a name.

mod common;

use common::{code, data, reper, talk, text};
use std::fs;
use tempfile::tempdir;

const TEXT: &str = "[kpi.reach]\nname = \"Охват\"\nunit = \"чел.\"\nrhythm = \"month\"\n\
    [kpi.er]\nname = \"Вовлечённость\"\nunit = \"%\"\nrhythm = \"month\"\n";

#[test]
fn a_table_is_read_as_it_seems_and_by_a_remembered_name() {
    let folder = tempdir().expect("a folder");
    let department = folder.path().join("smm");
    assert_eq!(code(&reper(&["init", text(&department)])), 0);
    fs::write(department.join("sostac.toml"), TEXT).expect("it is written");
    let file = |name: &str, csv: &str| {
        let path = folder.path().join(name);
        fs::write(&path, csv).expect("it is written");
        path
    };
    let import = |path: &std::path::Path, more: &[&str]| {
        let all = ["kpi", "import", text(path), "--into", text(&department), "--today", "2026-05-01"];
        reper(&[&all[..], more].concat())
    };

    let across =
        file("across.csv", "Показатель;янв.26;фев.26\nОхват;1 000;2 тыс.\nВовлеченность;3,5 %;4 %\n");
    let dry = import(&across, &["--dry-run"]);
    assert_eq!(code(&dry), 0, "{}", talk(&dry));
    assert!(data(&dry).contains("reach\t2026-02-28\t2000") && data(&dry).contains("er\t2026-01-31\t3.5"));
    assert!(talk(&dry).contains("a row for each KPI, periods side by side"), "{}", talk(&dry));
    let done = import(&across, &[]);
    assert!(talk(&done).contains("New: 4."), "{}", talk(&done));

    let long = file(
        "long.csv",
        "Когда;Что;Сколько\n31.03.2026;Reach of posts;5\n31.03.2026;Охват;6\n31.03.2026;Лайки;7\n",
    );
    let said = ["--form", "long", "--date", "Когда", "--name", "Что", "--value", "Сколько"];
    let left = import(&long, &[&said[..], &["--dry-run"]].concat());
    assert!(talk(&left).contains("“Лайки” is no KPI of the department"), "{}", talk(&left));
    let meant = ["--kpi", "reach=Reach of posts", "--aggregate", "sum", "--remember", "posts"];
    let done = import(&long, &[&said[..], &meant].concat());
    assert!(talk(&done).contains("New: 1."), "{}", talk(&done));
    let again = import(&long, &["--as", "posts"]);
    assert!(talk(&again).contains("Known already: 1."), "{}", talk(&again));
    let names = reper(&["kpi", "imports", "--into", text(&department)]);
    assert!(data(&names).starts_with("posts\ta row for each figure"), "{}", data(&names));
    let absent = import(&long, &["--as", "pots"]);
    assert!(code(&absent) == 2 && talk(&absent).contains("No import is called “pots”"), "{}", talk(&absent));

    // A slip is refused, and what can be read is kept only where that is said.
    let slip = file("slip.csv", "Дата;KPI;Факт\n30.04.2026;Овхат;5\n30.04.2026;er;6\n");
    let refused = import(&slip, &[]);
    assert!(code(&refused) == 2 && talk(&refused).contains("perhaps “Охват” is meant"), "{}", talk(&refused));
    assert!(talk(&import(&slip, &["--partial"])).contains("New: 1."));
}

#[test]
fn what_has_changed_since_a_day_is_told() {
    let folder = tempdir().expect("a folder");
    let department = folder.path().join("smm");
    assert_eq!(code(&reper(&["init", text(&department)])), 0);
    let plan = "[kpi.reply]\nname = \"Reply\"\nunit = \"min\"\nrhythm = \"month\"\ndirection = \"down\"\n";
    fs::write(department.join("sostac.toml"), plan).expect("it is written");
    let months = (0..24).map(|at| (2024 + at / 12, at % 12 + 1, at));
    let rows = months.map(|(year, month, at)| {
        let level = if at >= 14 { 45.0 } else { 60.0 };
        format!("01.{month:02}.{year};{:.1}\n", level + 2.0 * (f64::from(at) * 2.3).sin())
    });
    let path = folder.path().join("reply.csv");
    fs::write(&path, format!("Date;reply\n{}", rows.collect::<String>())).expect("it is written");
    let into = ["--into", text(&department), "--today", "2026-02-01"];
    let done = reper(&[&["kpi", "import", text(&path)][..], &into].concat());
    assert_eq!(code(&done), 0, "{}", talk(&done));

    let effect = |more: &[&str]| reper(&[&["kpi", "effect"][..], more, &into].concat());
    let told = effect(&["reply", "--since", "2025-03-01"]);
    assert!(
        data(&told).contains("Reply: better") && data(&told).contains("14 months before"),
        "{}",
        data(&told)
    );
    let json = effect(&["reply", "--since", "2025-03-01", "--format", "json"]);
    assert!(
        data(&json).contains("\"verdict\":\"better\"") && data(&json).contains("\"before\":14"),
        "{}",
        data(&json)
    );
    let few = effect(&["reply", "--since", "2025-12-01"]);
    assert!(data(&few).contains("Insufficient data"), "{}", data(&few));
    assert_eq!(code(&effect(&["nobody", "--since", "2025-12-01"])), 2);
    assert_eq!(code(&effect(&["reply", "--since", "soon"])), 2);
}
