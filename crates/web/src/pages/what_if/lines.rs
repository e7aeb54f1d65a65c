//! The lines of one field that may be tried: one, or one for each of its parts.

use super::table::{Control, Line, Maker};
use super::trial::value;
use crate::pages::edit::Form;
use crate::pages::edit::values::{read, same};
use crate::pages::states::{UNKNOWN, figure};
use department::Element;
use department::edit::Value;
use department::element::{FieldSpec, Shape};
use department::labels::{choice_name, field_name};
use locale::{date, t};

/// The lines of one field in the making.
pub(super) struct Made<'m> {
    pub maker: &'m Maker<'m>,
    pub table: &'m str,
    pub name: &'m str,
    pub form: &'m Form,
    pub unit: &'m str,
}

impl Made<'_> {
    /// Targets, and room for one more.
    pub fn marks(&self, was: Option<&Value>, tried: bool) -> Vec<Line> {
        let lang = self.maker.lang;
        let old = if let Some(Value::List(marks)) = was { &marks[..] } else { &[] };
        let at = self.form.below(self.name).filter_map(|(rest, _)| rest.split('.').next()?.parse().ok());
        let rows = at.max().map_or(0, |last: usize| last.saturating_add(1)).min(100).max(old.len());
        let line = |at: usize| {
            let name = format!("{}.{at}", self.name);
            let label = t!(lang, "what-if-target", n = at + 1);
            let part = |key: &str, shape: Shape| {
                let (name, word) = (format!("{name}.{key}"), t!(lang, &format!("what-if-{key}")));
                self.control(&name, key, shape, &format!("{label}: {word}"))
            };
            let mut controls = vec![part("value", Shape::Number), part("date", Shape::Date)];
            if let (Some(wrong), Some(first)) = (self.wrong(&name), controls.first_mut()) {
                first.wrong = wrong;
            }
            let now = old.get(at).map_or_else(|| UNKNOWN.to_owned(), |mark| self.mark(mark));
            Line { tried: tried && self.mark_differs(&name, old.get(at)), label, below: false, now, controls }
        };
        (0..=rows).map(line).collect()
    }

    /// Whether a target in the form is not the one that stands.
    fn mark_differs(&self, name: &str, old: Option<&Value>) -> bool {
        let is = read(self.form, name, Shape::Mark, self.maker.lang);
        !is.is_ok_and(|is| same(old, is.as_ref()))
    }

    fn mark(&self, mark: &Value) -> String {
        let Value::Record(parts) = mark else { return UNKNOWN.to_owned() };
        match (value(parts, "value"), value(parts, "date")) {
            (Some(Value::Number(wanted)), Some(Value::Date(day))) => {
                let (lang, wanted) = (self.maker.lang, figure(self.maker.lang, *wanted, self.unit));
                format!("{wanted} {}", t!(lang, "web-by", date = date(lang, *day)))
            }
            _ => UNKNOWN.to_owned(),
        }
    }

    /// A line for each part of a record.
    pub fn parts(
        &self,
        whole: &str,
        key: &str,
        parts: &[FieldSpec],
        was: Option<&Value>,
        tried: Option<Option<&Value>>,
    ) -> Vec<Line> {
        let of = |record: Option<&Value>, part: &str| match record {
            Some(Value::Record(fields)) => value(fields, part).cloned(),
            _ => None,
        };
        let line = |part: &FieldSpec| {
            let path = format!("{key}.{}", part.key);
            let label = format!("{whole}: {}", field_name(self.maker.lang, self.table, &path).to_lowercase());
            let old = of(was, part.key);
            Line {
                below: false,
                now: self.maker.said(self.table, &path, part.shape, old.as_ref(), ""),
                tried: tried.is_some_and(|tried| of(tried, part.key) != old),
                controls: vec![self.control(
                    &format!("{}.{}", self.name, part.key),
                    &path,
                    part.shape,
                    &label,
                )],
                label,
            }
        };
        parts.iter().map(line).collect()
    }

    pub fn control(&self, name: &str, key: &str, shape: Shape, label: &str) -> Control {
        let lang = self.maker.lang;
        let none = || (String::new(), UNKNOWN.to_owned());
        let (kind, choices) = match shape {
            Shape::Choice(words) => {
                let named =
                    words.iter().map(|word| ((*word).to_owned(), choice_name(lang, self.table, key, word)));
                ("choice", std::iter::once(none()).chain(named).collect())
            }
            Shape::Ref(_) => {
                let people = self.maker.view.department().people.iter();
                let named = people.map(|person| (person.id().to_owned(), person.title().to_owned()));
                ("choice", std::iter::once(none()).chain(named).collect())
            }
            Shape::Number | Shape::Tolerance => ("number", Vec::new()),
            Shape::Date => ("date", Vec::new()),
            _ => ("text", Vec::new()),
        };
        Control {
            kind,
            name: name.to_owned(),
            label: label.to_owned(),
            value: self.form.one(name).to_owned(),
            choices,
            unit: if matches!(shape, Shape::Number) { self.unit.to_owned() } else { String::new() },
            wrong: self.wrong(name).unwrap_or_default(),
        }
    }

    fn wrong(&self, name: &str) -> Option<String> {
        let wrong = self.maker.trial.wrong.iter().find(|(wrong, _)| wrong == name);
        wrong.map(|(_, why)| why.clone())
    }
}
