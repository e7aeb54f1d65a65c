//! Every table and field of the model has its words in both languages, and no words are left of what is gone.

#![allow(clippy::unwrap_used)]

use department::Kind;
use department::element::{FieldSpec, Shape};
use department::labels::*;
use department::model::schema;
use locale::{Lang, sources};
use std::collections::BTreeSet;

/// Every path that a form asks for: fields, parts of records, parts of marks.
fn paths(fields: &'static [FieldSpec]) -> Vec<(String, Shape)> {
    let mut all = Vec::new();
    for field in fields {
        all.push((field.key.to_owned(), field.shape));
        match field.shape {
            Shape::Record(parts) => {
                all.extend(
                    paths(parts).into_iter().map(|(part, shape)| (format!("{}.{part}", field.key), shape)),
                );
            }
            Shape::Mark | Shape::List(Shape::Mark) => {
                all.push((format!("{}.date", field.key), Shape::Date));
                all.push((format!("{}.value", field.key), Shape::Number));
            }
            _ => {}
        }
    }
    all
}

fn sentence(text: &str) -> bool {
    text.ends_with('.')
        && text.chars().next().is_some_and(|first| first.is_uppercase() || first.is_ascii_digit())
}

#[test]
fn every_table_has_its_words() {
    for lang in Lang::ALL {
        for (_, table, _) in schema() {
            let keyed = Kind::ALL.iter().any(|kind| kind.key() == table);
            assert_ne!(kind_name(lang, table), table, "singular of {table} in {lang}");
            assert_ne!(kind_plural(lang, table), table, "plural of {table} in {lang}");
            assert!(sentence(&kind_help(lang, table)), "help of {table} in {lang}");
            assert_eq!(keyed, kind_new(lang, table) != kind_name(lang, table), "new {table} in {lang}");
        }
    }
}

#[test]
fn every_field_has_its_words() {
    for lang in Lang::ALL {
        for (_, table, fields) in schema() {
            let mut names = BTreeSet::new();
            for (field, shape) in paths(fields) {
                let name = field_name(lang, table, &field);
                assert!(name != field && !name.is_empty(), "name of {table}.{field} in {lang}");
                assert!(name.chars().count() <= 40, "{name} is long for a label");
                if !field.contains('.') {
                    assert!(names.insert(name.clone()), "{name} stands twice in {table} in {lang}");
                    assert!(sentence(&field_help(lang, table, &field)), "help of {table}.{field} in {lang}");
                }
                if let Shape::Choice(words) = shape {
                    for word in words {
                        let said = choice_name(lang, table, &field, word);
                        assert!(
                            !said.is_empty() && said != *word || lang == Lang::En,
                            "{table}.{field} {word}"
                        );
                    }
                }
                if shape == Shape::Text && field != "owner" {
                    assert!(
                        !field_example(lang, table, &field).is_empty(),
                        "example of {table}.{field} in {lang}"
                    );
                }
            }
        }
    }
}

#[test]
fn no_words_are_left_of_what_is_gone() {
    let mut known = BTreeSet::new();
    for (_, table, fields) in schema() {
        let dashed = |text: &str| text.replace(['_', '.'], "-");
        known.insert(format!("kinds-{}", dashed(table)));
        known.extend(
            paths(fields).iter().map(|(field, _)| format!("field-{}-{}", dashed(table), dashed(field))),
        );
    }
    for (_, name, text) in sources().iter().filter(|(_, name, _)| ["kinds", "fields"].contains(name)) {
        for key in text.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key) {
            let ours = key.starts_with("kinds-") || key.starts_with("field-");
            assert!(!ours || known.contains(key), "{name}.ftl: {key}");
        }
    }
}

#[test]
fn words_are_those_of_the_glossary() {
    let ru = Lang::Ru;
    assert_eq!(kind_new(ru, "goal"), "Новая цель");
    assert_eq!(kind_new(Lang::En, "goal"), "New goal");
    assert_eq!(kind_name(ru, "business_goal"), "Цель бизнеса");
    assert_eq!(field_name(ru, "objective", "perspective"), "Ракурс");
    assert_eq!(field_name(ru, "kpi", "correction"), "Корректива");
    assert_eq!(field_name(ru, "kpi", "correction.within"), "За какое время");
    assert_eq!(field_name(Lang::En, "kpi", "targets.date"), "Day");
    assert_eq!(choice_name(ru, "kpi", "kind", "checkpoint"), "реперный");
    assert_eq!(choice_name(ru, "query", "purpose", "clean_up"), "зачистка (SERM)");
    assert_eq!(choice_name(ru, "rules", "CO05", "off"), "не проверяется");
    assert_ne!(field_name(ru, "rules", "CO05"), "CO05");
    assert_eq!(field_name(ru, "goal", "nothing_of_the_kind"), "nothing_of_the_kind");
}
