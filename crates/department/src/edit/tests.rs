//! Each change on small texts, down to the last sign.

use super::*;
use crate::Files;
use jiff::civil::date;

const TEXT: &str = "# ours\n[about]\nname = \"SMM\"\n\n# the first\n[goal.trust] # keep\nname = \"Trust\"   # a state\ndue = 2026-01-02\nowner = 'anna'\n# out\n\n\
    # the second\n[goal.reach]\nname = \"R\"\n\n# ── Tasks ──\n\n[task.a]\ngoal = \"trust\"\n";

fn files(text: &str) -> Files {
    Files::from([("sostac.toml", text)])
}

fn made(text: &str, change: Change) -> Result<String, EditError> {
    let done = apply(&files(text), &[change])?;
    Ok(String::from_utf8(done.get("sostac.toml").unwrap_or_default().to_vec()).expect("it is text"))
}

/// The text after a field has been set.
fn set(text: &str, subject: &str, field: &str, value: impl Into<Option<Value>>) -> String {
    let (subject, field, value) = (Subject::parse(subject), field.to_owned(), value.into());
    made(text, Change::Set { subject, field, value }).expect("it can be set")
}

fn record(fields: &[(&str, Value)]) -> Value {
    Value::Record(fields.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect())
}

fn mark(day: i8, value: f64) -> Value {
    record(&[("date", date(2026, 1, day).into()), ("value", value.into())])
}

fn texts(items: &[&str]) -> Value {
    Value::List(items.iter().map(|item| Value::from(*item)).collect())
}

#[test]
fn only_the_touched_line_changes() {
    assert_eq!(set(TEXT, "goal.trust", "name", Value::from("T")), TEXT.replace("\"Trust\"", "\"T\""));
    assert_eq!(set(TEXT, "goal.trust", "name", Value::from("Trust")), TEXT);
    assert_eq!(set(TEXT, "goal.trust", "owner", Value::from("anna")), TEXT);
    assert_eq!(
        set(TEXT, "goal.trust", "due", Value::from(date(2027, 3, 4))),
        TEXT.replace("2026-01-02", "2027-03-04")
    );
    assert_eq!(set(TEXT, "goal.trust", "due", None), TEXT.replace("due = 2026-01-02\n", ""));
    assert_eq!(set(TEXT, "goal.trust", "why", None), TEXT);
}

#[test]
fn a_record_in_braces_goes_with_its_line() {
    let text = "[tactic.t]\nname = \"A, b\"\nneeds = { x = 1 } # c\nhow = \"H\"\n";
    assert_eq!(set(text, "tactic.t", "needs", None), text.replace("needs = { x = 1 } # c\n", ""));
    assert_eq!(set(text, "tactic.t", "needs", record(&[])), text.replace("{ x = 1 }", "{}"));
}

#[test]
fn a_new_field_stands_where_its_declaration_puts_it() {
    let new = set(TEXT, "goal.trust", "why", Value::from("W"));
    assert_eq!(new, TEXT.replace("a state\n", "a state\nwhy = \"W\"\n"));
    let new = set(TEXT, "goal.trust", "doubtful", Value::Bool(true));
    assert_eq!(new, TEXT.replace("'anna'\n", "'anna'\ndoubtful = true\n"));
    assert_eq!(
        set(TEXT, "task.a", "name", Value::from("A")),
        TEXT.replace("[task.a]\n", "[task.a]\nname = \"A\"\n")
    );
    assert_eq!(set("[goal.a]", "goal.a", "name", Value::from("A")), "[goal.a]\nname = \"A\"");
}

#[test]
fn lines_end_as_they_did() {
    let text = TEXT.replace('\n', "\r\n");
    let new = set(&text, "goal.trust", "why", Value::from("a\nb"));
    assert_eq!(new, text.replace("a state\r\n", "a state\r\nwhy = \"\"\"\r\na\r\nb\"\"\"\r\n"));
    assert_eq!(values(&files(&new), &Subject::parse("goal.trust")).expect("there")[1].1, Value::from("a\nb"));
    assert_eq!(set(&new, "goal.trust", "why", Value::from("a\r\nb")), new);
    assert_eq!(set(&new, "goal.trust", "why", None), text);
}

#[test]
fn a_table_that_stands_alone_is_made() {
    let new = set(TEXT, "horizons", "long", Value::from(date(2029, 1, 1)));
    assert!(new.contains("name = \"SMM\"\n\n[horizons]\nlong = 2029-01-01\n\n# the first\n"), "{new}");
    let made = apply(
        &Files::default(),
        &[Change::Set {
            subject: Subject::one("business"),
            field: "strategy".to_owned(),
            value: Some("S".into()),
        }],
    );
    assert_eq!(made.expect("it is made").get("business.toml"), Some(&b"[business]\nstrategy = \"S\"\n"[..]));
    assert_eq!(set(TEXT, "strategy", "summary", None), TEXT);
}

#[test]
fn lists_keep_the_items_that_stay() {
    let text = "[action.a]\nafter = [ 'b',\"c\" , \"d\" ] # why\n";
    let after = |items: &[&str]| set(text, "action.a", "after", texts(items));
    assert_eq!(after(&["b", "c", "d", "e"]), text.replace("\"d\" ]", "\"d\", \"e\" ]"));
    assert_eq!(after(&["b", "d"]), text.replace("\"c\" , ", ""));
    assert_eq!(after(&["b", "c"]), text.replace(" , \"d\" ]", " ]"));
    assert_eq!(after(&["x", "b", "c", "d"]), text.replace("[ 'b'", "[ \"x\", 'b'"));
    assert_eq!(after(&["b", "x", "d"]), text.replace("\"c\"", "\"x\""));
    assert_eq!(
        set("[action.a]\nafter = []\n", "action.a", "after", texts(&["b"])),
        "[action.a]\nafter = [\"b\"]\n"
    );
    assert_eq!(set("[action.a]\n", "action.a", "after", texts(&["b"])), "[action.a]\nafter = [\"b\"]\n");
}

#[test]
fn lists_over_several_lines_keep_their_comments() {
    let text = "[action.a]\nafter = [\n  # first\n  \"b\", # bee\n  \"c\" # sea\n]\n";
    let after = |items: &[&str]| set(text, "action.a", "after", texts(items));
    assert_eq!(after(&["b", "c", "d"]), text.replace("\"c\" # sea\n", "\"c\", # sea\n  \"d\"\n"));
    assert_eq!(after(&["b", "x", "c"]), text.replace("# bee\n", "# bee\n  \"x\",\n"));
    assert_eq!(after(&["c"]), text.replace("  \"b\", # bee\n", ""));
    assert_eq!(after(&["x", "b", "c"]), text.replace("  \"b\",", "  \"x\",\n  \"b\","));
    assert_eq!(after(&[]), "[action.a]\nafter = [\n  # first\n]\n");
}

#[test]
fn marks_keep_the_style_that_is_there() {
    let text =
        "[kpi.a]\ntargets = [{ date=2026-01-01, value = 1_0 }, { date = 2026-01-02, value = 20 }] # two\n";
    let targets = |marks: &[Value]| set(text, "kpi.a", "targets", Value::List(marks.to_vec()));
    assert_eq!(targets(&[mark(1, 10.0), mark(2, 25.5)]), text.replace("value = 20", "value = 25.5"));
    assert_eq!(targets(&[mark(1, 10.0), mark(2, 20.0)]), text);
    assert_eq!(targets(&[mark(2, 20.0)]), text.replace("{ date=2026-01-01, value = 1_0 }, ", ""));
    assert_eq!(
        targets(&[mark(1, 10.0), mark(2, 20.0), mark(3, 3.0)]),
        text.replace("20 }", "20 }, { date = 2026-01-03, value = 3 }")
    );
    let text = "[kpi.a]\nname = \"A\"\n\n[[kpi.a.targets]]\ndate = 2026-01-01\nvalue = 10 # ten\n\n# two\n[[kpi.a.targets]]\ndate = 2026-01-02\nvalue = 20\n\n[kpi.b]\n";
    let targets = |marks: &[Value]| set(text, "kpi.a", "targets", Value::List(marks.to_vec()));
    assert_eq!(targets(&[mark(1, 11.0), mark(2, 20.0)]), text.replace("10 #", "11 #"));
    assert_eq!(
        targets(&[mark(1, 10.0)]),
        text.replace("# two\n[[kpi.a.targets]]\ndate = 2026-01-02\nvalue = 20\n\n", "")
    );
    assert_eq!(
        targets(&[mark(1, 10.0), mark(2, 20.0), mark(3, 3.0)]),
        text.replace("value = 20\n", "value = 20\n\n[[kpi.a.targets]]\ndate = 2026-01-03\nvalue = 3\n")
    );
    assert_eq!(set(text, "kpi.a", "targets", None), "[kpi.a]\nname = \"A\"\n\n[kpi.b]\n");
    assert_eq!(
        set(text, "kpi.a", "unit", Value::from("%")),
        text.replace("\"A\"\n", "\"A\"\nunit = \"%\"\n")
    );
}

#[test]
fn corrections_keep_the_style_that_is_there() {
    let new = record(&[("what", "X".into()), ("within", "2d".into())]);
    for (text, expected) in [
        (
            "[kpi.a]\nname = \"A\"\n\n[kpi.a.correction]\n# note\nwhat = 'W' # why\nowner = \"o\"\n",
            "[kpi.a]\nname = \"A\"\n\n[kpi.a.correction]\n# note\nwhat = \"X\" # why\nwithin = \"2d\"\n",
        ),
        (
            "[kpi.a]\ncorrection = {what='W',owner=\"o\"} # c\n",
            "[kpi.a]\ncorrection = {what=\"X\", within = \"2d\"} # c\n",
        ),
        (
            "[kpi.a]\ncorrection.what = 'W' # why\ncorrection.owner = \"o\"\nname = \"A\"\n",
            "[kpi.a]\ncorrection.what = \"X\" # why\ncorrection.within = \"2d\"\nname = \"A\"\n",
        ),
        (
            "[kpi.a]\nname = \"A\"\n\n# next\n[kpi.b]\n",
            "[kpi.a]\nname = \"A\"\n\n[kpi.a.correction]\nwhat = \"X\"\nwithin = \"2d\"\n\n# next\n[kpi.b]\n",
        ),
        (
            "[kpi]\na.name = \"A\"\n",
            "[kpi]\na.name = \"A\"\na.correction = { what = \"X\", within = \"2d\" }\n",
        ),
        (
            "kpi = { a = { name = \"A\" }, b = {} }\n",
            "kpi = { a = { name = \"A\", correction = { what = \"X\", within = \"2d\" } }, b = {} }\n",
        ),
    ] {
        assert_eq!(set(text, "kpi.a", "correction", new.clone()), expected);
    }
    let text = "[kpi.a]\nname = \"A\"\n\n# c\n[kpi.a.correction]\nwhat = 'W'\nwithin = 5\n\n[kpi.b]\n";
    assert_eq!(set(text, "kpi.a", "correction", None), "[kpi.a]\nname = \"A\"\n\n[kpi.b]\n");
    // What is of a wrong type is not shown and not lost.
    let shown = values(&files(text), &Subject::parse("kpi.a")).expect("it is there");
    assert_eq!(shown[1].1, record(&[("what", "W".into())]));
    assert_eq!(
        set(text, "kpi.a", "correction", record(&[("what", "Y".into())])),
        text.replace("'W'", "\"Y\"")
    );
}

#[test]
fn an_element_in_parts_is_edited_where_they_stand() {
    let text = "[kpi.b]\n[kpi.a.correction]\nwhat = \"W\"\n[goal.x]\n";
    let new = set(text, "kpi.a", "name", Value::from("A"));
    assert_eq!(new, text.replace("[kpi.a.", "[kpi.a]\nname = \"A\"\n\n[kpi.a."));
    let new = set(&new, "kpi.a", "correction", record(&[("what", "X".into())]));
    assert_eq!(new, text.replace("[kpi.a.", "[kpi.a]\nname = \"A\"\n\n[kpi.a.").replace("\"W\"", "\"X\""));
    let moved = Files::from([("sostac.toml", ""), ("business.toml", "[goal.x]\nname = \"X\"\n")]);
    let change =
        Change::Set { subject: Subject::parse("goal.x"), field: "name".into(), value: Some("Y".into()) };
    assert_eq!(
        apply(&moved, &[change]).expect("it is there").get("business.toml"),
        Some(&b"[goal.x]\nname = \"Y\"\n"[..])
    );
}

#[test]
fn what_cannot_be_set_is_told() {
    let set = |text: &str, subject: &str, field: &str| {
        let value = Some(Value::Bool(true));
        made(text, Change::Set { subject: Subject::parse(subject), field: field.into(), value }).err()
    };
    assert_eq!(set(TEXT, "goal.none", "name"), Some(EditError::NoElement("goal.none".into())));
    assert_eq!(set(TEXT, "goal.trust", "nam"), Some(EditError::Field("goal".into(), "nam".into())));
    assert_eq!(set(TEXT, "gaol.trust", "name"), Some(EditError::Kind("gaol.trust".into())));
    assert_eq!(set(TEXT, "goal", "name"), Some(EditError::Kind("goal".into())));
    let broken = format!("{TEXT}\n[goal.x]\nname = \"x\nwhy = 1\n");
    assert!(matches!(set(&broken, "goal.x", "name"), Some(EditError::Text { line: 22, .. })));
    assert_eq!(set(&broken, "goal.trust", "doubtful"), None);
    assert_eq!(set(TEXT, "rules", "XX99"), Some(EditError::Field("rules".into(), "XX99".into())));
}

#[test]
fn elements_come() {
    let add = |subject: &str, fields: &[(&str, Value)], after: Option<&str>| {
        let fields = fields.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
        made(TEXT, Change::Add { subject: Subject::parse(subject), fields, after: after.map(str::to_owned) })
    };
    let new = add("goal.fame", &[("owner", "o".into()), ("name", "F".into())], None).expect("it is new");
    assert_eq!(new, TEXT.replace("\"R\"\n", "\"R\"\n\n[goal.fame]\nname = \"F\"\nowner = \"o\"\n"));
    let new = add("goal.fame", &[], Some("trust")).expect("it is new");
    assert_eq!(new, TEXT.replace("# out\n", "# out\n\n[goal.fame]\n"));
    let correction = record(&[("what", "W".into())]);
    let new = add("kpi.a", &[("correction", correction), ("name", "A".into())], None).expect("it is new");
    assert_eq!(new, format!("{TEXT}\n[kpi.a]\nname = \"A\"\n\n[kpi.a.correction]\nwhat = \"W\"\n"));
    let new = add("statement.s", &[], None).expect("it is new");
    assert!(new.starts_with("# ours\n[about]\nname = \"SMM\"\n\n[statement.s]\n\n# the first\n"), "{new}");
    assert_eq!(add("goal.trust", &[], None), Err(EditError::Exists("goal.trust".into())));
    assert_eq!(add("goal.Trust", &[], None), Err(EditError::Id("Trust".into())));
    assert_eq!(add("goal.x", &[], Some("none")), Err(EditError::NoElement("goal.none".into())));
    assert_eq!(add("goal.x", &[("x", 1.0.into())], None), Err(EditError::Field("goal".into(), "x".into())));
}

#[test]
fn elements_go_with_their_comments() {
    let remove = |text: &str, subject: &str| made(text, Change::Remove { subject: Subject::parse(subject) });
    let new = remove(TEXT, "goal.reach").expect("it is there");
    assert_eq!(new, TEXT.replace("# the second\n[goal.reach]\nname = \"R\"\n\n", ""));
    let new = remove(&new, "task.a").expect("it is there");
    assert!(new.ends_with("# out\n\n# ── Tasks ──\n"), "{new}");
    let new = remove(&new, "goal.trust").expect("it is there");
    assert_eq!(new, "# ours\n[about]\nname = \"SMM\"\n\n# ── Tasks ──\n");
    let text = "[kpi.a]\n[kpi.b]\n# c\n[kpi.a.correction]\nwhat = 1\n[[kpi.a.targets]]\n[kpi.c]\n";
    assert_eq!(remove(text, "kpi.a").expect("it is there"), "[kpi.b]\n[kpi.c]\n");
    assert_eq!(
        remove("[kpi]\na.name = 1\nb = {}\na.unit = 2\n", "kpi.a").expect("it is there"),
        "[kpi]\nb = {}\n"
    );
    assert_eq!(remove(TEXT, "goal.none"), Err(EditError::NoElement("goal.none".into())));
}

#[test]
fn elements_move_with_their_comments() {
    let shift = |text: &str, subject: &str, before: Option<&str>| {
        made(text, Change::Move { subject: Subject::parse(subject), before: before.map(str::to_owned) })
            .expect("it moves")
    };
    let (one, two) = (
        "# the first\n[goal.trust] # keep\nname = \"Trust\"   # a state\ndue = 2026-01-02\nowner = 'anna'\n# out\n",
        "# the second\n[goal.reach]\nname = \"R\"\n",
    );
    let swapped = TEXT.replace(&format!("{one}\n{two}"), &format!("{two}\n{one}"));
    assert_ne!(swapped, TEXT);
    assert_eq!(shift(TEXT, "goal.reach", Some("trust")), swapped);
    assert_eq!(shift(TEXT, "goal.trust", None), swapped);
    assert_eq!(shift(&swapped, "goal.reach", None), TEXT);
    for (subject, before) in
        [("goal.trust", Some("reach")), ("goal.reach", None), ("goal.trust", Some("trust"))]
    {
        assert_eq!(shift(TEXT, subject, before), TEXT);
    }
    let end = "[goal.a]\nname = 1\n[goal.b]\nname = 2";
    assert_eq!(shift(end, "goal.b", Some("a")), "[goal.b]\nname = 2\n\n[goal.a]\nname = 1\n");
}

#[test]
fn names_change_wherever_they_are_used() {
    let rename = |files: &Files, subject: &str, to: &str| {
        apply(files, &[Change::Rename { subject: Subject::parse(subject), to: to.to_owned() }])
    };
    let files = Files::from([
        (
            "department.toml",
            "[person.anna]\ncompetences = { x = 1, bpmn = 2 }\n[role.r]\n[role.r.needs]\nbpmn = 3 # k\n[competence.bpmn]\n",
        ),
        (
            "sostac.toml",
            "# anna\n[kpi.a]\nowner = 'anna' # anna\nname = \"anna\"\n[kpi.a.correction]\nowner = \"anna\"\n[[kpi.a.targets]]\n[kpi.b]\nserves = \"a\"\n\
             [tactic.t]\nneeds = { bpmn = 3 }\n",
        ),
        ("scorecard.toml", "[objective.o]\nmeasures = [\n  \"b\", \"a\", # a\n]\n"),
    ]);
    let renamed = rename(&files, "person.anna", "vera").expect("it is there");
    let text =
        |files: &Files, name: &str| String::from_utf8_lossy(files.get(name).unwrap_or_default()).into_owned();
    assert_eq!(
        text(&renamed, "department.toml"),
        text(&files, "department.toml").replace("person.anna", "person.vera")
    );
    assert_eq!(
        text(&renamed, "sostac.toml"),
        text(&files, "sostac.toml")
            .replace("owner = 'anna'", "owner = \"vera\"")
            .replace("owner = \"anna\"", "owner = \"vera\"")
    );
    let renamed = rename(&files, "kpi.a", "k").expect("it is there");
    assert_eq!(
        text(&renamed, "sostac.toml"),
        text(&files, "sostac.toml").replace("kpi.a", "kpi.k").replace("\"a\"", "\"k\"")
    );
    assert_eq!(text(&renamed, "scorecard.toml"), text(&files, "scorecard.toml").replace("\"a\"", "\"k\""));
    let renamed = rename(&files, "competence.bpmn", "maps").expect("it is there");
    assert_eq!(text(&renamed, "department.toml"), text(&files, "department.toml").replace("bpmn", "maps"));
    assert_eq!(text(&renamed, "sostac.toml"), text(&files, "sostac.toml").replace("bpmn", "maps"));
    assert_eq!(rename(&files, "kpi.a", "b"), Err(EditError::Exists("kpi.b".into())));
    assert_eq!(rename(&files, "kpi.a", "B"), Err(EditError::Id("B".into())));
    assert_eq!(rename(&files, "kpi.a", "a"), Ok(files));
}

#[test]
fn changes_follow_one_another() {
    let subject = Subject::parse("goal.new");
    let set = |field: &str| Change::Set {
        subject: subject.clone(),
        field: field.into(),
        value: Some(field.into()),
    };
    let changes = [
        Change::Add { subject: subject.clone(), fields: Vec::new(), after: None },
        set("why"),
        set("name"),
        Change::Move { subject: subject.clone(), before: Some("trust".into()) },
        Change::Rename { subject: subject.clone(), to: "newer".into() },
    ];
    let new = apply(&files(TEXT), &changes).expect("they can be made");
    let text = String::from_utf8_lossy(new.get("sostac.toml").unwrap_or_default());
    assert_eq!(
        text,
        TEXT.replace("# the first", "[goal.newer]\nname = \"name\"\nwhy = \"why\"\n\n# the first")
    );
}
