//! What two have changed, made into one.

use super::*;

const BASE: &str = "[goal.a]\nname = \"A\"\nowner = \"o\"\n\n[goal.b]\nname = \"B\"\n\n[kpi.k]\ncorrection = { what = \"W\", owner = \"o\" }\n";

fn files(text: &str) -> Files {
    Files::from([("sostac.toml", text)])
}

fn set(subject: &str, field: &str, value: &str) -> Change {
    Change::Set { subject: Subject::parse(subject), field: field.into(), value: Some(value.into()) }
}

/// What becomes of mine after theirs have been saved.
fn merged(theirs: &[Change], mine: &[Change]) -> Result<String, Vec<Conflict>> {
    let base = files(BASE);
    let now = apply(&base, theirs).expect("theirs are made");
    match merge(&base, &now, mine).expect("the texts are sound") {
        Merge::Done(files) => {
            Ok(String::from_utf8_lossy(files.get("sostac.toml").unwrap_or_default()).into_owned())
        }
        Merge::Conflicts(conflicts) => Err(conflicts),
    }
}

#[test]
fn different_fields_come_together() {
    let new =
        merged(&[set("goal.a", "owner", "p")], &[set("goal.a", "name", "X"), set("goal.b", "name", "Y")]);
    assert_eq!(
        new,
        Ok(BASE.replace("\"A\"", "\"X\"").replace("\"B\"", "\"Y\"").replacen("\"o\"", "\"p\"", 1))
    );
    let same = [set("goal.a", "name", "X")];
    assert_eq!(merged(&same, &same), Ok(BASE.replace("\"A\"", "\"X\"")));
    let correction = |what: &str, owner: &str| Change::Set {
        subject: Subject::parse("kpi.k"),
        field: "correction".into(),
        value: Some(Value::Record(vec![("what".into(), what.into()), ("owner".into(), owner.into())])),
    };
    let new = merged(&[correction("W", "p")], &[correction("X", "o")]);
    assert_eq!(new, Ok(BASE.replace("what = \"W\", owner = \"o\"", "what = \"X\", owner = \"p\"")));
}

#[test]
fn the_same_field_is_told_with_both_values() {
    let conflicts =
        merged(&[set("goal.a", "name", "Y")], &[set("goal.a", "name", "X"), set("goal.b", "name", "Z")]);
    let one = Conflict {
        subject: Subject::parse("goal.a"),
        field: "name".into(),
        base: Some("A".into()),
        theirs: Some("Y".into()),
        mine: Some("X".into()),
    };
    assert_eq!(conflicts, Err(vec![one]));
}

#[test]
fn elements_that_came_or_went_are_told() {
    let (a, b) = (Subject::parse("goal.a"), Subject::parse("goal.b"));
    let (remove, rename) =
        (Change::Remove { subject: a.clone() }, Change::Rename { subject: a.clone(), to: "c".into() });
    let mine = [set("goal.a", "name", "X"), set("goal.a", "why", "W")];
    for theirs in [&remove, &rename] {
        let conflicts = merged(std::slice::from_ref(theirs), &mine).expect_err("it is gone");
        let [conflict] = &conflicts[..] else { panic!("{conflicts:?}") };
        assert_eq!((&conflict.subject, &*conflict.field, &conflict.theirs), (&a, "", &None));
        let all = vec![("name".to_owned(), Value::from("X")), ("why".to_owned(), Value::from("W"))];
        assert_eq!(conflict.mine, Some(Value::Record(all)));
    }
    let conflicts =
        merged(&[set("goal.a", "name", "Y")], std::slice::from_ref(&remove)).expect_err("it was changed");
    assert!(matches!(&conflicts[..], [Conflict { theirs: Some(_), mine: None, .. }]), "{conflicts:?}");
    assert_eq!(
        merged(std::slice::from_ref(&remove), std::slice::from_ref(&remove)).as_deref(),
        Ok(BASE.split_once("\n\n").expect("two").1)
    );
    assert!(merged(std::slice::from_ref(&rename), std::slice::from_ref(&rename)).is_ok());
    let add = |name: &str| Change::Add {
        subject: Subject::parse("goal.c"),
        fields: vec![("name".into(), name.into())],
        after: Some("b".into()),
    };
    assert!(merged(&[add("X")], &[add("X")]).is_ok());
    let conflicts = merged(&[add("X")], &[add("Y")]).expect_err("it has come");
    assert!(matches!(&conflicts[..], [Conflict { theirs: Some(_), mine: Some(_), .. }]), "{conflicts:?}");
    let new =
        merged(&[Change::Remove { subject: b }], &[add("X"), set("goal.c", "why", "W")]).expect("it comes");
    assert!(new.contains("owner = \"o\"\n\n[goal.c]\nname = \"X\"\nwhy = \"W\"\n"), "{new}");
}

#[test]
fn a_text_written_by_hand_is_merged_line_by_line() {
    let text = |text: String| [Change::Text { file: "sostac.toml".into(), text }];
    let new = merged(&[set("goal.a", "name", "X")], &text(BASE.replace("\"B\"", "\"Y\" # mine")));
    assert_eq!(new, Ok(BASE.replace("\"A\"", "\"X\"").replace("\"B\"", "\"Y\" # mine")));
    let conflicts =
        merged(&[set("goal.a", "name", "X")], &text(BASE.replace("\"A\"", "\"Z\""))).expect_err("both");
    assert!(
        matches!(&conflicts[..], [Conflict { theirs: Some(Value::Text(_)), mine: Some(Value::Text(_)), .. }]),
        "{conflicts:?}"
    );
}

#[test]
fn what_both_have_added_to_a_list_stands_in_it() {
    let list = |words: &[&str]| Change::Set {
        subject: Subject::parse("task.t"),
        field: "instruments".into(),
        value: Some(Value::List(words.iter().map(|word| Value::from(*word)).collect())),
    };
    let base = files("[task.t]\ninstruments = [\"a\"] # chosen\n");
    let now = apply(&base, &[list(&["a", "b"])]).expect("theirs is made");
    let Merge::Done(both) = merge(&base, &now, &[list(&["a", "c"])]).expect("sound") else {
        panic!("no conflict")
    };
    let text = String::from_utf8_lossy(both.get("sostac.toml").expect("it is there")).into_owned();
    assert_eq!(text, "[task.t]\ninstruments = [\"a\", \"b\", \"c\"] # chosen\n");
    let removed = merge(&base, &now, &[list(&["c"])]).expect("sound");
    assert!(matches!(removed, Merge::Conflicts(_)), "what somebody has removed is for people to decide");
}
