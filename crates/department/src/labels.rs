//! What kinds, fields and choices are called on forms.
//!
//! The words stand in the catalogue: a kind as `kinds-goal` with `.new` and `.help`, a field as `field-goal-why` with
//! `.help` and `.example`, a part of a field as `field-kpi-correction-what`. Whatever has no words yet is called by
//! its key, so that a form is never without a label; a test names what lacks them.

use crate::rules::book;
use locale::{Lang, catalogue, t};

/// A kind in the singular: `Goal`.
pub fn kind_name(lang: Lang, table: &str) -> String {
    capital(&say(lang, &format!("kind-{}", dashed(table))).unwrap_or_else(|| table.to_owned()))
}

/// A kind in the plural: `Goals`. A table that stands alone has one name only.
pub fn kind_plural(lang: Lang, table: &str) -> String {
    say(lang, &kinds(table)).unwrap_or_else(|| table.to_owned())
}

/// Adding one of a kind: `New goal`.
pub fn kind_new(lang: Lang, table: &str) -> String {
    say(lang, &format!("{}.new", kinds(table))).unwrap_or_else(|| kind_name(lang, table))
}

/// What a kind is for, in the method's words.
pub fn kind_help(lang: Lang, table: &str) -> String {
    say(lang, &format!("{}.help", kinds(table))).unwrap_or_default()
}

/// A field, or a part of one: `correction.what`, `targets.date`. A rule's weight is called by what the rule says.
pub fn field_name(lang: Lang, table: &str, field: &str) -> String {
    if table == "rules" && book().doc(field).is_some() {
        return book().title(lang, field);
    }
    if let Some(part) = mark_part(field) {
        return t!(lang, part);
    }
    say(lang, &key(table, field)).unwrap_or_else(|| field.to_owned())
}

/// What is written in a field, and why.
pub fn field_help(lang: Lang, table: &str, field: &str) -> String {
    if table == "rules" && book().doc(field).is_some() {
        return book().why(lang, field).to_owned();
    }
    say(lang, &format!("{}.help", key(table, field))).unwrap_or_default()
}

/// An example of a field; empty where what is chosen or picked needs none.
pub fn field_example(lang: Lang, table: &str, field: &str) -> String {
    say(lang, &format!("{}.example", key(table, field))).unwrap_or_default()
}

/// A word of a choice, as both documents say it.
pub fn choice_name(lang: Lang, table: &str, field: &str, word: &str) -> String {
    let key = match (table, field, word) {
        ("rules", _, "off") => "word-off".to_owned(),
        ("rules", ..) => format!("severity-{word}"),
        ("statement", "kind", _) => format!("swot-{word}"),
        ("study", "method", _) => format!("study-method-{word}"),
        ("tows", "kind", _) => format!("tows-field-{word}"),
        (_, "kind", _) => format!("{}-kind-{word}", dashed(table)),
        _ => format!("{}-{word}", dashed(field)),
    };
    say(lang, &key).unwrap_or_else(|| word.to_owned())
}

fn say(lang: Lang, key: &str) -> Option<String> {
    catalogue().get(lang, key, &[])
}

fn kinds(table: &str) -> String {
    format!("kinds-{}", dashed(table))
}

fn key(table: &str, field: &str) -> String {
    format!("field-{}-{}", dashed(table), dashed(field))
}

/// Keys of the catalogue are words with dashes between.
fn dashed(key: &str) -> String {
    key.replace(['_', '.'], "-")
}

/// A day and a figure are called the same wherever they stand together.
fn mark_part(field: &str) -> Option<&'static str> {
    match field.split_once('.')? {
        ("baseline" | "targets", "date") => Some("forms-date"),
        ("baseline" | "targets", "value") => Some("forms-value"),
        _ => None,
    }
}

/// With a capital, as a label or a heading stands.
pub(crate) fn capital(word: &str) -> String {
    let mut rest = word.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}
