//! A difference as a sentence.

use super::figures::Measure;
use super::meaning::shape_in;
use super::sections::Line;
use super::{Difference, What};
use crate::Department;
use crate::edit::{Subject, Value};
use crate::element::{Duration, Shape};
use crate::labels::{capital, choice_name, field_name, kind_name};
use crate::model::FILES;
use jiff::civil::Date;
use locale::{Lang, date, t};

/// Texts longer than this are not told in the sentence, but beside it.
const LONG: usize = 70;
/// What is not there.
const NONE: &str = "—";

/// What differences are told with.
pub(super) struct Words<'a> {
    pub before: &'a Department,
    pub after: &'a Department,
    pub lang: Lang,
}

impl Words<'_> {
    /// A difference in words.
    pub fn line(&self, difference: &Difference) -> Line {
        let Difference { what, subject, before, after, .. } = difference;
        let line = |kind, text| Line { kind, text, before: String::new(), after: String::new() };
        let lang = self.lang;
        match what {
            What::Added => {
                line("added", capital(&t!(lang, "diff-added", what = small(&self.subject(subject)))))
            }
            What::Removed => {
                line("removed", capital(&t!(lang, "diff-removed", what = small(&self.subject(subject)))))
            }
            What::Renamed => {
                let id = |value: &Option<Value>| {
                    value.as_ref().and_then(Value::as_text).unwrap_or(NONE).to_owned()
                };
                let (from, to) = (id(before), id(after));
                line("changed", t!(lang, "diff-renamed", what = self.subject(subject), from = from, to = to))
            }
            What::FileAdded => line("added", t!(lang, "diff-file-added", file = &subject.table)),
            What::FileRemoved => line("removed", t!(lang, "diff-file-removed", file = &subject.table)),
            What::FileChanged if FILES.contains(&subject.table.as_str()) => {
                line("changed", t!(lang, "diff-text", file = &subject.table))
            }
            What::FileChanged => line("changed", t!(lang, "diff-file-changed", file = &subject.table)),
            What::Changed => self.changed(difference),
        }
    }

    /// `Goal “Trust”`, `Situation in short`.
    fn subject(&self, subject: &Subject) -> String {
        let kind = kind_name(self.lang, &subject.table);
        match &subject.id {
            None => kind,
            Some(id) => {
                let now = self.after.title(&subject.table, id);
                let name = now.or_else(|| self.before.title(&subject.table, id)).unwrap_or(id);
                format!("{kind} {}", quoted(self.lang, name))
            }
        }
    }

    fn changed(&self, difference: &Difference) -> Line {
        let Difference { subject, field, before, after, .. } = difference;
        let lang = self.lang;
        let shape = shape_of(subject, field);
        let what = self.subject(subject);
        let label = self.label(subject, field);
        let text = |change: String| t!(lang, "diff-changed", what = what, field = label, change = change);
        let kind = match (before, after) {
            (None, _) if field.starts_with("targets.") || shape == Some(Shape::Mark) => "added",
            (_, None) if field.starts_with("targets.") || shape == Some(Shape::Mark) => "removed",
            _ => "changed",
        };
        let line = |change| Line { kind, text: text(change), before: String::new(), after: String::new() };
        if let Some(Shape::List(item)) = shape
            && *item != Shape::Mark
        {
            return line(self.lists(subject, field, *item, before, after));
        }
        let was = before.as_ref().map(|value| self.value(self.before, subject, field, shape, value));
        let is = after.as_ref().map(|value| self.value(self.after, subject, field, shape, value));
        let long = |text: &Option<String>| {
            text.as_ref().is_some_and(|text| text.chars().count() > LONG || text.contains('\n'))
        };
        if long(&was) || long(&is) {
            let key = match (&was, &is) {
                (None, _) => "diff-written",
                (_, None) => "diff-emptied",
                _ => "diff-reworded",
            };
            let (before, after) = (was.unwrap_or_default(), is.unwrap_or_default());
            return Line { before, after, ..line(t!(lang, key)) };
        }
        // `60 → 45 min`: the unit once, and of a baseline the day once.
        let short = match (before, after) {
            (Some(Value::Number(figure)), Some(_)) => Some(*figure),
            (Some(Value::Record(was)), Some(Value::Record(is))) if shape == Some(Shape::Mark) => {
                match (&was[..], &is[..]) {
                    ([day, (_, Value::Number(figure))], [same, _]) if day == same => Some(*figure),
                    _ => None,
                }
            }
            _ => None,
        };
        let was = match short {
            Some(figure) => {
                let measure = |department| Measure::of(department, subject, field);
                Some(measure(self.before).before(&measure(self.after), lang, figure))
            }
            None => was,
        };
        let said = |text: Option<String>| text.unwrap_or_else(|| NONE.to_owned());
        line(format!("{} → {}", said(was), said(is)))
    }

    /// What came into a list and what left it, by names: one that is only called otherwise has done neither.
    fn lists(
        &self,
        subject: &Subject,
        field: &str,
        item: Shape,
        before: &Option<Value>,
        after: &Option<Value>,
    ) -> String {
        let names = |department, value: &Option<Value>| -> Vec<String> {
            let items = match value {
                Some(Value::List(items)) => items.as_slice(),
                Some(other) => std::slice::from_ref(other),
                None => &[],
            };
            items.iter().map(|value| self.value(department, subject, field, Some(item), value)).collect()
        };
        let (was, is) = (names(self.before, before), names(self.after, after));
        let only = |these: &[String], others: &[String]| -> String {
            these
                .iter()
                .filter(|name| !others.contains(name))
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join(", ")
        };
        let (came, left) = (only(&is, &was), only(&was, &is));
        match (came.is_empty(), left.is_empty()) {
            (false, true) => t!(self.lang, "diff-came", came = came),
            (true, false) => t!(self.lang, "diff-left", left = left),
            (false, false) => t!(self.lang, "diff-came-left", came = came, left = left),
            // The same names as often as before, or more or less often.
            (true, true) => format!("{} → {}", was.join(", "), is.join(", ")),
        }
    }

    /// A field as it is called inside a sentence.
    fn label(&self, subject: &Subject, field: &str) -> String {
        let (table, lang) = (subject.table.as_str(), self.lang);
        if table == "rules" {
            return field.to_owned();
        }
        if field == "name" {
            return t!(lang, "diff-name");
        }
        let Some((first, part)) = field.split_once('.') else {
            return small(&field_name(lang, table, field));
        };
        if let (true, Ok(day)) = (first == "targets", part.parse::<Date>()) {
            return t!(lang, "diff-target", day = date(lang, day));
        }
        let part = match shape_of(subject, first) {
            Some(Shape::Levels) => {
                let competence =
                    self.after.title("competence", part).or_else(|| self.before.title("competence", part));
                competence.unwrap_or(part).to_owned()
            }
            _ => small(&field_name(lang, table, field)),
        };
        t!(lang, "diff-part", field = small(&field_name(lang, table, first)), part = part)
    }

    /// A value as a reader of the documents sees it.
    fn value(
        &self,
        department: &Department,
        subject: &Subject,
        field: &str,
        shape: Option<Shape>,
        value: &Value,
    ) -> String {
        let (table, lang) = (subject.table.as_str(), self.lang);
        match (shape, value) {
            (Some(Shape::Ref(kind)), Value::Text(id)) => {
                let others = [department, self.after, self.before];
                others.iter().find_map(|side| side.title(kind, id)).unwrap_or(id).to_owned()
            }
            (Some(Shape::Choice(_)), Value::Text(word)) => choice_name(lang, table, field, word),
            (_, Value::Text(word)) if table == "rules" => choice_name(lang, table, field, word),
            (Some(Shape::Duration), Value::Text(text)) => match Duration::parse(text) {
                Some(Duration { amount, unit }) => t!(lang, &format!("length-{unit}"), n = amount),
                None => text.clone(),
            },
            (Some(Shape::Tolerance), Value::Text(text)) => {
                let share = text.strip_suffix('%').and_then(|share| share.parse().ok());
                share.map_or_else(|| text.clone(), |share| Measure::Percent.say(lang, share))
            }
            (_, Value::Text(text)) => text.clone(),
            (_, Value::Number(figure)) => Measure::of(department, subject, field).say(lang, *figure),
            (_, Value::Bool(truth)) => t!(lang, if *truth { "word-yes" } else { "word-no" }),
            (_, Value::Date(day)) => date(lang, *day),
            (_, Value::List(items)) => {
                let items = items.iter().map(|item| self.value(department, subject, field, None, item));
                items.collect::<Vec<_>>().join(", ")
            }
            (Some(Shape::Record(fields)), Value::Record(parts)) => {
                let known = fields.iter().filter_map(|field| parts.iter().find(|(key, _)| key == field.key));
                let part = |(key, part): &(String, Value)| {
                    let path = format!("{field}.{key}");
                    self.value(department, subject, &path, shape_in(fields, key), part)
                };
                known.map(part).collect::<Vec<_>>().join("; ")
            }
            (Some(Shape::Mark), Value::Record(parts)) => {
                let of = |key: &str| parts.iter().find(|(known, _)| known == key).map(|(_, value)| value);
                match (of("date"), of("value")) {
                    (Some(Value::Date(day)), Some(Value::Number(figure))) => {
                        let figure = Measure::of(department, subject, field).say(lang, *figure);
                        t!(lang, "diff-mark", figure = figure, day = date(lang, *day))
                    }
                    _ => self.record(department, subject, field, parts),
                }
            }
            (_, Value::Record(parts)) => self.record(department, subject, field, parts),
        }
    }

    fn record(
        &self,
        department: &Department,
        subject: &Subject,
        field: &str,
        parts: &[(String, Value)],
    ) -> String {
        let part = |(key, value): &(String, Value)| {
            format!("{key} {}", self.value(department, subject, field, None, value))
        };
        parts.iter().map(part).collect::<Vec<_>>().join(", ")
    }
}

/// What may stand in a field or in a part of one.
fn shape_of(subject: &Subject, field: &str) -> Option<Shape> {
    let fields = subject.fields()?;
    match field.split_once('.') {
        None => shape_in(fields, field),
        Some((first, part)) => match shape_in(fields, first)? {
            Shape::Record(parts) => shape_in(parts, part),
            _ => Some(Shape::Number),
        },
    }
}

/// A name in the language's quotation marks; those inside it become the inner ones.
fn quoted(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Ru => format!("«{}»", name.replace('«', "„").replace('»', "“")),
        Lang::En => format!("“{}”", name.replace('“', "‘").replace('”', "’")),
    }
}

/// A label as it stands inside a sentence: `KPI` and `SMM` keep their capitals.
fn small(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => label.to_owned(),
    }
}
