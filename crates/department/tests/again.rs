//! Reading again after a change comes to the same as reading all of it.

use department::edit::{Change, Subject, Value, apply};
use department::{FILES, Files, Reading, check, read};
use jiff::civil::date;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::sync::LazyLock;

static DEMOS: LazyLock<[(Files, Reading); 2]> = LazyLock::new(|| {
    ["en", "ru"].map(|language| {
        let files: Files = demo::files(language).iter().copied().collect();
        let reading = read(&files);
        (files, reading)
    })
});

/// All that a reading says; the numbers of ids are in no order.
fn told(reading: &Reading) -> String {
    let told = format!("{:?}", reading.department);
    let mut parts = told.split("ids: {");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + part.split_once('}').map_or(part, |(_, rest)| rest))
}

/// That both readings say the same, places included.
fn same(again: &Reading, files: &Files) {
    let whole = read(files);
    assert!(told(again) == told(&whole), "another department");
    assert_eq!(again.faults, whole.faults);
    let today = date(2026, 11, 23);
    assert_eq!(check(again, today), check(&whole, today));
}

#[test]
fn a_field_that_is_set_is_read_alone() {
    let (files, reading) = &DEMOS[0];
    let mut subjects = Vec::new();
    reading.department.each(|kind, meta, _| subjects.push(Subject::of(kind.key(), &*meta.id)));
    let mut read_alone = 0;
    for subject in &subjects {
        for value in [Some(Value::from("A name — имя")), None] {
            let (subject, field) = (subject.clone(), "name".to_owned());
            let after = apply(files, &[Change::Set { subject, field, value }]).expect("a name can be set");
            if after == *files {
                continue;
            }
            let again = reading.again(&after).expect("one piece has changed");
            same(&again, &after);
            read_alone += 1;
        }
    }
    assert!(read_alone > subjects.len(), "{read_alone} of {}", subjects.len());
}

#[test]
fn what_comes_goes_or_breaks_is_read_whole() {
    let (files, reading) = &DEMOS[0];
    let text = |file: &str| String::from_utf8(files.get(file).expect("it is there").to_vec()).expect("UTF-8");
    let sostac = text("sostac.toml");
    let first = sostac.find("\n[goal.").expect("a goal") + 1;
    let id = sostac[first + 6..].split(']').next().expect("an id");
    let put = |file: &str, text: String| {
        let mut after = files.clone();
        after.put(file, text);
        after
    };
    let second =
        sostac.split("\n[goal.").nth(2).and_then(|rest| rest.split(']').next()).expect("a second goal");
    let whole = [
        put("sostac.toml", sostac.replacen(&format!("[goal.{id}]"), &format!("[goal.{second}]"), 1)),
        put("sostac.toml", format!("{sostac}\n[goal.another]\n")),
        put("sostac.toml", sostac.replacen(&format!("[goal.{id}]"), "[goal.renamed]", 1)),
        put("sostac.toml", sostac.replacen(&format!("[goal.{id}]"), &format!("goal.{id}]"), 1)),
        put("sostac.toml", format!("{}why = \"\"\"\n{}", &sostac[..first], &sostac[first..])),
        put("sostac.toml", format!("{sostac}\n[goal.{id}.more]\nx = 1\n")),
        put("stray.toml", String::new()),
    ];
    for after in &whole {
        assert!(reading.again(after).is_none());
    }
    let mut both = put("sostac.toml", format!("{sostac}# the end\n"));
    both.put("business.toml", format!("{}# the end\n", text("business.toml")));
    assert!(reading.again(&both).is_none());
    assert!(reading.again(&put("sostac.toml", format!("{sostac}# the end\n"))).is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_change_of_the_text_comes_to_the_same(
        demo in 0..2_usize,
        file in select(FILES),
        at in any::<Index>(),
        length in prop_oneof![Just(0_usize), 1..4_usize, 1..200_usize],
        put in prop_oneof![
            "[a-zа-я =\"\\[\\]\n#.]{0,12}",
            select(&["\n", "\"\"\"", "[goal.x]\n", "# a note\n", "name = \"x\"\n", "due = 2026-01-01\n", ""][..]).prop_map(str::to_owned),
        ],
    ) {
        let (files, reading) = &DEMOS[demo];
        let text = std::str::from_utf8(files.get(file).unwrap_or_default()).expect("UTF-8");
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let from = at.index(places.len());
        let to = (from + length).min(places.len() - 1);
        let mut after = files.clone();
        after.put(file, format!("{}{put}{}", &text[..places[from]], &text[places[to]..]));
        if let Some(again) = reading.again(&after) {
            same(&again, &after);
        }
    }
}
