//! Edits of the demonstration at random: the text stays TOML, says what was meant, and keeps every line that was not meant.
#![allow(clippy::unwrap_used)]

use department::edit::{Change, Conflict, Merge, Subject, Value, apply, merge, values};
use department::element::{FieldSpec, Shape};
use department::model::schema;
use department::{FILES, Files, read};
use jiff::civil::date;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

type Fields = Vec<(String, Value)>;

/// The demonstration in a language, and every table in it with its fields.
fn demo(language: &str) -> (Files, BTreeMap<Subject, Fields>) {
    let files: Files = demo::files(language).iter().copied().collect();
    let all = tables(&files);
    (files, all)
}

static DEMOS: LazyLock<[(Files, BTreeMap<Subject, Fields>); 2]> = LazyLock::new(|| ["en", "ru"].map(demo));

/// Every table with its fields.
fn tables(files: &Files) -> BTreeMap<Subject, Fields> {
    let mut subjects: Vec<Subject> = schema().into_iter().map(|(_, table, _)| Subject::one(table)).collect();
    read(files).department.each(|kind, meta, _| subjects.push(Subject::of(kind.key(), &*meta.id)));
    subjects.into_iter().filter_map(|subject| Some((subject.clone(), values(files, &subject)?))).collect()
}

fn text(files: &Files, file: &str) -> String {
    String::from_utf8(files.get(file).unwrap_or_default().to_vec()).unwrap()
}

/// Texts that are hard to write down, and plain ones.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~а-яё\n\t\"'\\\\]{0,24}",
        "(\"|'|\\\\|\n|#|\\[goal.x\\]|a|\u{1}|\u{7f}|\r\n|\u{2028}|🦊){0,8}",
        any::<String>().prop_map(|text| text.replace('\r', "")),
        "[a-z]{1,12}",
    ]
}

/// A value of a shape.
fn value(shape: Shape) -> BoxedStrategy<Value> {
    let id = || "[a-z_]{1,9}".prop_map(Value::Text);
    let day = || {
        (2020_i16..2040, 1_i8..13, 1_i8..29)
            .prop_map(|(year, month, day)| Value::Date(date(year, month, day)))
    };
    let number = || {
        prop_oneof![any::<i32>().prop_map(f64::from), any::<f64>().prop_filter("finite", |x| x.is_finite())]
            .prop_map(Value::Number)
    };
    match shape {
        Shape::Text => words().prop_map(|text| Value::Text(text.replace("\r\n", "\n"))).boxed(),
        Shape::Number => number().boxed(),
        Shape::Bool => any::<bool>().prop_map(Value::Bool).boxed(),
        Shape::Date => day().boxed(),
        Shape::Choice(words) => select(words).prop_map(Value::from).boxed(),
        Shape::Ref(_) => id().boxed(),
        Shape::Duration => select(vec!["30m", "4h", "2d"]).prop_map(Value::from).boxed(),
        Shape::Tolerance => prop_oneof![Just(Value::from("5%")), number()].boxed(),
        Shape::List(item) => vec(value(*item), 0..4).prop_map(Value::List).boxed(),
        Shape::Mark => (day(), number())
            .prop_map(|(day, number)| {
                Value::Record(vec![("date".to_owned(), day), ("value".to_owned(), number)])
            })
            .boxed(),
        Shape::Levels => proptest::collection::btree_map("[a-z]{1,6}", 1..6, 0..4)
            .prop_map(|levels| {
                Value::Record(levels.into_iter().map(|(key, level)| (key, f64::from(level).into())).collect())
            })
            .boxed(),
        Shape::Record(fields) => record(fields).boxed(),
    }
}

fn record(fields: &'static [FieldSpec]) -> impl Strategy<Value = Value> {
    let field = |field: &'static FieldSpec| {
        proptest::option::of(value(field.shape)).prop_map(|value| Some((field.key.to_owned(), value?)))
    };
    let all: Vec<_> = fields.iter().map(field).collect();
    all.prop_map(|fields| Value::Record(fields.into_iter().flatten().collect()))
}

/// A demonstration, one of its tables, one of its fields, and what to put there.
fn edit() -> impl Strategy<Value = (usize, Subject, String, Option<Value>)> {
    (0_usize..2, any::<Index>(), any::<Index>()).prop_flat_map(|(language, table, field)| {
        let (subject, _) = DEMOS[language].1.iter().nth(table.index(DEMOS[language].1.len())).unwrap();
        let fields = subject.fields().unwrap();
        let subject = subject.clone();
        if fields.is_empty() {
            return Just((language, Subject::one("about"), "name".to_owned(), None)).boxed();
        }
        let field = &fields[field.index(fields.len())];
        proptest::option::weighted(0.9, value(field.shape))
            .prop_map(move |value| (language, subject.clone(), field.key.to_owned(), value))
            .boxed()
    })
}

/// Whether two values are the same, whatever the order of a record's fields. Ids are trimmed.
fn alike(one: Option<&Value>, other: Option<&Value>) -> bool {
    match (one, other) {
        (Some(Value::Record(one)), Some(Value::Record(other))) => {
            let of = |fields: &Fields, key: &str| {
                fields.iter().find(|(known, _)| known == key).map(|(_, value)| value.clone())
            };
            one.len() == other.len()
                && one.iter().all(|(key, value)| alike(Some(value), of(other, key).as_ref()))
        }
        (Some(Value::List(one)), Some(Value::List(other))) => {
            one.len() == other.len()
                && one.iter().zip(other).all(|(one, other)| alike(Some(one), Some(other)))
        }
        // A list without tables in it is no list when each has a header.
        (None, Some(Value::List(items))) => items.is_empty(),
        (one, other) => one == other,
    }
}

fn field<'f>(fields: &'f Fields, key: &str) -> Option<&'f Value> {
    fields.iter().find(|(known, _)| known == key).map(|(_, value)| value)
}

/// The text is TOML and says what was meant, and nothing else is said otherwise.
fn holds(
    before: &BTreeMap<Subject, Fields>,
    after: &Files,
    changes: &[(Subject, String, Option<Value>)],
) -> Result<(), TestCaseError> {
    let touched: BTreeSet<&str> = changes.iter().filter_map(|(subject, ..)| subject.file()).collect();
    for file in touched {
        let text = text(after, file);
        let parsed = text.parse::<toml_edit::DocumentMut>();
        prop_assert!(parsed.is_ok(), "{:?}", parsed.err().map(|error| error.to_string()));
    }
    let now = tables(after);
    prop_assert_eq!(now.keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>());
    for (subject, fields) in before {
        for spec in subject.fields().unwrap() {
            let meant = changes.iter().rev().find(|(known, key, _)| known == subject && key == spec.key);
            let meant = meant.map_or_else(|| field(fields, spec.key), |(_, _, value)| value.as_ref());
            let found = field(&now[subject], spec.key);
            prop_assert!(alike(found, meant), "{subject} {}: {found:?}, but meant was {meant:?}", spec.key);
        }
    }
    Ok(())
}

/// What is left of a text without the lines that one table may have changed.
fn others(files: &Files, subject: &Subject) -> Vec<String> {
    let mut own = false;
    let file = subject.file().unwrap();
    let head = format!("[{subject}");
    text(files, file)
        .lines()
        .filter(|line| {
            if line.starts_with('[') {
                own = line.starts_with(&head)
                    && !line[head.len()..].starts_with(|sign: char| sign.is_alphanumeric() || sign == '_');
            }
            !own || line.starts_with('#')
        })
        .map(str::to_owned)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_edit_says_what_was_meant((language, subject, key, value) in edit()) {
        let (files, before) = &DEMOS[language];
        let change = Change::Set { subject: subject.clone(), field: key.clone(), value: value.clone() };
        let after = apply(files, std::slice::from_ref(&change)).unwrap();
        holds(before, &after, &[(subject.clone(), key.clone(), value)])?;
        // Comments and the lines of other tables are where they were.
        let multi = matches!(&change, Change::Set { value: Some(value), .. } if format!("{value:?}").contains("\\n"));
        if !multi {
            prop_assert_eq!(others(files, &subject), others(&after, &subject));
        }
        for file in FILES.iter().filter(|file| Some(**file) != subject.file()) {
            prop_assert_eq!(files.get(file), after.get(file));
        }
        // Once more changes nothing, and back again is where it was but for the way a value is written.
        prop_assert_eq!(&apply(&after, std::slice::from_ref(&change)).unwrap(), &after);
        let old = field(&before[&subject], &key).cloned();
        let back = apply(&after, &[Change::Set { subject: subject.clone(), field: key.clone(), value: old }]).unwrap();
        prop_assert_eq!(&tables(&back), before);
    }

    #[test]
    fn many_edits_say_what_was_meant(edits in vec(edit(), 1..12)) {
        let language = edits[0].0;
        let (files, before) = &DEMOS[language];
        let edits: Vec<_> = edits.into_iter().filter(|edit| before.contains_key(&edit.1)).map(|(_, subject, key, value)| (subject, key, value)).collect();
        let changes: Vec<Change> = edits.iter().map(|(subject, field, value)| Change::Set { subject: subject.clone(), field: field.clone(), value: value.clone() }).collect();
        holds(before, &apply(files, &changes).unwrap(), &edits)?;
    }

    #[test]
    fn two_who_edit_at_once_lose_nothing(theirs in vec(edit(), 1..6), mine in vec(edit(), 1..6)) {
        let (base, before) = &DEMOS[0];
        let changes = |edits: &[(usize, Subject, String, Option<Value>)]| -> Vec<Change> {
            edits.iter().map(|(_, subject, field, value)| Change::Set { subject: subject.clone(), field: field.clone(), value: value.clone() }).collect()
        };
        let now = apply(base, &changes(&theirs)).unwrap();
        match merge(base, &now, &changes(&mine)).unwrap() {
            Merge::Done(files) => {
                let all: Vec<_> = theirs.iter().chain(&mine).map(|(_, subject, key, value)| (subject.clone(), key.clone(), value.clone())).collect();
                // Where both touched the same field they meant the same, or one left it as it was.
                let touched = |edit: &&(usize, Subject, String, Option<Value>)| !mine.iter().any(|own| own.1 == edit.1 && own.2 == edit.2);
                if theirs.iter().filter(touched).count() == theirs.len() {
                    holds(before, &files, &all)?;
                }
            }
            Merge::Conflicts(conflicts) => for Conflict { subject, field: key, theirs: there, mine: own, .. } in conflicts {
                prop_assert!(mine.iter().any(|edit| edit.1 == subject && edit.2 == key && edit.3 == own));
                let found = values(&now, &subject).unwrap_or_default();
                prop_assert!(alike(field(&found, &key), there.as_ref()), "{:?} {:?}", found, there);
            },
        }
    }

    #[test]
    fn an_element_comes_and_goes_without_a_trace(language in 0_usize..2, table in any::<Index>(), fields in any::<Index>()) {
        let (files, before) = &DEMOS[language];
        let keyed: Vec<&Subject> = before.keys().filter(|subject| subject.id.is_some()).collect();
        let like = keyed[table.index(keyed.len())];
        let fresh = Subject::of(&*like.table, "quite_new");
        let fields = before[keyed.iter().filter(|subject| subject.table == like.table).nth(fields.index(2)).unwrap_or(&like)].clone();
        let added = apply(files, &[Change::Add { subject: fresh.clone(), fields: fields.clone(), after: like.id.clone() }]).unwrap();
        let found = values(&added, &fresh).unwrap();
        prop_assert!(alike(Some(&Value::Record(found)), Some(&Value::Record(fields))));
        let removed = apply(&added, &[Change::Remove { subject: fresh }]).unwrap();
        prop_assert_eq!(&removed, files);
    }

    #[test]
    fn an_element_moves_and_comes_back(language in 0_usize..2, one in any::<Index>(), other in any::<Index>()) {
        let (files, before) = &DEMOS[language];
        let keyed: Vec<&Subject> = before.keys().filter(|subject| subject.id.is_some()).collect();
        let subject = keyed[one.index(keyed.len())];
        let kin: Vec<&&Subject> = keyed.iter().filter(|other| other.table == subject.table).collect();
        let to = kin[other.index(kin.len())].id.clone();
        let moved = apply(files, &[Change::Move { subject: subject.clone(), before: to }]).unwrap();
        prop_assert_eq!(&tables(&moved), before);
        let sorted = |files: &Files| {
            let mut lines: Vec<String> = text(files, subject.file().unwrap()).lines().filter(|line| !line.is_empty()).map(str::to_owned).collect();
            lines.sort();
            lines
        };
        prop_assert_eq!(sorted(&moved), sorted(files));
    }

    #[test]
    fn a_renamed_element_takes_its_references_along(language in 0_usize..2, one in any::<Index>()) {
        let (files, before) = &DEMOS[language];
        let keyed: Vec<&Subject> = before.keys().filter(|subject| subject.id.is_some()).collect();
        let subject = keyed[one.index(keyed.len())];
        let renamed = apply(files, &[Change::Rename { subject: subject.clone(), to: "quite_new".to_owned() }]).unwrap();
        prop_assert_eq!(read(&renamed).faults, Vec::new());
        let fresh = Subject::of(&*subject.table, "quite_new");
        prop_assert_eq!(values(&renamed, &fresh).unwrap().len(), before[subject].len());
        let back = apply(&renamed, &[Change::Rename { subject: fresh, to: subject.id.clone().unwrap() }]).unwrap();
        prop_assert_eq!(&back, files);
    }
}

#[test]
fn a_forms_edit_of_the_demonstration_changes_one_line() {
    let (files, _) = &DEMOS[0];
    for (subject, key, value, old, new) in [
        ("kpi.first_reply", "name", Value::from("First answer"), None, "name = \"First answer\""),
        ("kpi.first_reply", "tolerance", 3.0.into(), Some("tolerance = \"5%\""), "tolerance = 3"),
        (
            "kpi.first_reply",
            "correction",
            Value::Record(vec![
                ("what".into(), "X".into()),
                ("owner".into(), "leo".into()),
                ("within".into(), "5d".into()),
            ]),
            None,
            "what = \"X\"",
        ),
        ("about", "revised", date(2026, 12, 1).into(), Some("revised = 2026-11-16"), "revised = 2026-12-01"),
    ] {
        let subject = Subject::parse(subject);
        let file = subject.file().unwrap();
        let after = apply(files, &[Change::Set { subject, field: key.into(), value: Some(value) }]).unwrap();
        let (before, after) = (text(files, file), text(&after, file));
        let differ: Vec<(&str, &str)> =
            before.lines().zip(after.lines()).filter(|(old, new)| old != new).collect();
        assert_eq!((before.lines().count(), differ.len()), (after.lines().count(), 1), "{key}: {differ:?}");
        assert_eq!(differ[0].1, new);
        assert!(old.is_none_or(|old| differ[0].0 == old), "{differ:?}");
    }
}
