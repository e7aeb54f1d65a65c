//! Differences of whole departments: nothing where nothing differs, and exactly what was changed where something was.

#![allow(clippy::unwrap_used)]

use department::diff::{What, diff, groups};
use department::edit::Subject;
use department::{Files, read};
use locale::Lang;
use proptest::prelude::*;

/// A department in the making: elements with their fields as TOML.
type Draft = Vec<(String, Vec<(String, String)>)>;

/// The same draft written in one of many ways: order, comments, blank lines, quotes.
fn written(draft: &Draft, way: u64) -> Files {
    let mut way = way;
    let mut next = |of: u64| {
        way = way.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (way >> 33) % of
    };
    let mut elements: Vec<&(String, Vec<(String, String)>)> = draft.iter().collect();
    if next(2) == 0 {
        elements.reverse();
    }
    let mut text = String::new();
    for (head, fields) in elements {
        text.push_str(["", "\n", "# a comment\n", "\n# [goal.no]\n\n"][next(4) as usize]);
        text.push_str(&format!("[{head}]{}\n", ["", " # here", "  "][next(3) as usize]));
        let mut fields: Vec<&(String, String)> = fields.iter().collect();
        if next(2) == 0 {
            fields.reverse();
        }
        for (key, value) in fields {
            let value = if next(3) == 0 { value.replace('"', "'") } else { value.clone() };
            text.push_str(
                &[format!("{key} = {value}\n"), format!("  {key}={value} # so\n")][next(2) as usize],
            );
        }
    }
    Files::from([("sostac.toml", text)])
}

fn draft() -> impl Strategy<Value = Draft> {
    let word = "[a-zа-я]{1,8}";
    let field = prop_oneof![
        word.prop_map(|text| ("why".to_owned(), format!("\"{text}\""))),
        word.prop_map(|id| ("owner".to_owned(), format!("\"{id}\""))),
        (1..12u8, 1..28u8).prop_map(|(month, day)| ("due".to_owned(), format!("2027-{month:02}-{day:02}"))),
        any::<bool>().prop_map(|truth| ("doubtful".to_owned(), truth.to_string())),
    ];
    let fields = prop::collection::btree_map("[a-z]{3}", prop::collection::vec(field, 0..4), 1..12);
    fields.prop_map(|goals| {
        let goal = |(id, mut fields): (String, Vec<(String, String)>)| {
            fields.sort();
            fields.dedup_by(|a, b| a.0 == b.0);
            fields.push(("name".to_owned(), format!("\"the goal that is called {id}\"")));
            (format!("goal.{id}"), fields)
        };
        goals.into_iter().map(goal).collect()
    })
}

proptest! {
    #[test]
    fn the_same_written_otherwise_is_the_same(draft in draft(), one in any::<u64>(), other in any::<u64>()) {
        prop_assert_eq!(diff(&written(&draft, one), &written(&draft, other)), []);
    }

    #[test]
    fn a_change_is_named_and_nothing_else(
        draft in draft(), at in any::<prop::sample::Index>(), change in 0..4, one in any::<u64>(), other in any::<u64>(),
    ) {
        let mut after = draft.clone();
        let at = at.index(after.len());
        let head = after[at].0.clone();
        let expected = match change {
            0 => {
                after.remove(at);
                (What::Removed, head, "")
            }
            1 => {
                after.push(("task.new".to_owned(), vec![("name".to_owned(), "\"New\"".to_owned())]));
                (What::Added, "task.new".to_owned(), "")
            }
            2 => {
                after[at].1.retain(|(key, _)| key != "horizon");
                after[at].1.push(("horizon".to_owned(), "\"long\"".to_owned()));
                (What::Changed, head, "horizon")
            }
            _ => {
                after[at].0 = "goal.renamed".to_owned();
                (What::Renamed, "goal.renamed".to_owned(), "")
            }
        };
        let found = diff(&written(&draft, one), &written(&after, other));
        prop_assert_eq!(found.len(), 1, "{:?}", found);
        let (what, head, field) = expected;
        prop_assert_eq!((found[0].what, &found[0].subject, &*found[0].field), (what, &Subject::parse(&head), field));
        // And back again it is the opposite.
        let back = diff(&written(&after, one), &written(&draft, other));
        prop_assert_eq!(back.len(), 1, "{:?}", back);
        prop_assert_eq!(&back[0].before, &found[0].after);
    }

    #[test]
    fn nothing_panics(before in "[\\[\\]a-z.=\"'#\n{}0-9я-]{0,80}", after in "[\\[\\]a-z.=\"'#\n{}0-9я-]{0,80}") {
        let side = |text: &str| Files::from([("sostac.toml", format!("[goal.a]\nname = \"A\"\n{text}"))]);
        let (before, after) = (side(&before), side(&after));
        prop_assert_eq!(diff(&before, &before), []);
        let all = diff(&before, &after);
        groups(&read(&before).department, &read(&after).department, &all, Lang::Ru);
    }
}

fn demo(lang: Lang) -> Files {
    demo::files(lang.code()).iter().copied().collect()
}

#[test]
fn the_demo_against_itself_and_against_nothing() {
    for lang in Lang::ALL {
        let files = demo(lang);
        assert_eq!(diff(&files, &files), []);
        let department = read(&files).department;
        let all = diff(&Files::default(), &files);
        let added = all.iter().filter(|one| one.what == What::Added).count();
        assert_eq!(added, department.len());
        let made = groups(&read(&Files::default()).department, &department, &all, lang);
        assert_eq!(made.len(), 15, "every section but the weights of rules");
        assert!(made.iter().flat_map(|group| &group.lines).all(|line| !line.text.contains('‹')));
    }
}

#[test]
fn one_change_of_the_demo_is_one_line() {
    let files = demo(Lang::Ru);
    let mut after = files.clone();
    let text = String::from_utf8(files.get("sostac.toml").unwrap().to_vec()).unwrap();
    let new = text.replacen("{ date = 2027-06-30, value = 50 }", "{ date = 2027-06-30, value = 52 }", 1);
    assert_ne!(new, text);
    after.put("sostac.toml", new);
    let made = groups(&read(&files).department, &read(&after).department, &diff(&files, &after), Lang::Ru);
    assert_eq!(made.len(), 1);
    assert_eq!(made[0].title, "Контроль и коррективы");
    assert_eq!(
        made[0].lines[0].text.replace('\u{a0}', " "),
        "Показатель «Публичные вопросы, решённые без выезда» — целевое значение на 30.06.2027: 50 → 52 %"
    );
}
