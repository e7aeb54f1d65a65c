//! Values into a form, and a form back into values.

use super::figure::{figure, number};
use super::form::Form;
use department::edit::Value;
use department::element::{FieldSpec, Shape};
use locale::{Lang, t};

/// So many rows of a list are read from a form.
const ROWS: usize = 500;

/// What cannot be read in a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::pages) struct Wrong {
    /// The control.
    pub name: String,
    /// Why, as a message.
    pub key: &'static str,
}

impl Wrong {
    /// Why, in words.
    pub fn message(&self, lang: Lang) -> String {
        t!(lang, self.key)
    }
}

/// Writes a value into a form, a text for each of its controls.
pub(in crate::pages) fn write(form: &mut Form, name: &str, value: &Value, lang: Lang) {
    write_by(form, name, value, &|number| figure(lang, number));
}

/// As [`write`], with figures as both languages read them: for what goes into an address.
pub(in crate::pages) fn write_plain(form: &mut Form, name: &str, value: &Value) {
    write_by(form, name, value, &|number| number.to_string());
}

fn write_by(form: &mut Form, name: &str, value: &Value, figure: &dyn Fn(f64) -> String) {
    match value {
        Value::Text(text) => form.put(name, text.as_str()),
        Value::Number(number) => form.put(name, figure(*number)),
        Value::Bool(truth) if *truth => form.put(name, "on"),
        Value::Bool(_) => {}
        Value::Date(day) => form.put(name, day.to_string()),
        Value::Record(fields) => {
            fields.iter().for_each(|(key, value)| write_by(form, &format!("{name}.{key}"), value, figure));
        }
        Value::List(items) if items.iter().any(|item| matches!(item, Value::Record(_))) => {
            for (at, item) in items.iter().enumerate() {
                write_by(form, &format!("{name}.{at}"), item, figure);
            }
        }
        Value::List(items) => items.iter().for_each(|item| write_by(form, name, item, figure)),
    }
}

/// What a form says of a field; nothing where it was left empty.
pub(in crate::pages) fn read(
    form: &Form,
    name: &str,
    shape: Shape,
    lang: Lang,
) -> Result<Option<Value>, Wrong> {
    let text = form.one(name);
    let wrong = |key| Err(Wrong { name: name.to_owned(), key });
    Ok(match shape {
        Shape::Text => some(&form.one(name).replace("\r\n", "\n")),
        Shape::Duration => some(text),
        Shape::Ref(_) => some(id(text)),
        Shape::Bool => (!text.is_empty()).then_some(Value::Bool(true)),
        Shape::Choice(words) if text.is_empty() || words.contains(&text) => some(text),
        Shape::Choice(_) => return wrong("forms-wrong-choice"),
        Shape::Tolerance if text.contains('%') => some(text),
        Shape::Number | Shape::Tolerance if text.is_empty() => None,
        Shape::Number | Shape::Tolerance => match number(lang, text) {
            Some(number) => Some(Value::Number(number)),
            None => return wrong("forms-wrong-number"),
        },
        Shape::Date if text.is_empty() => None,
        Shape::Date => match text.parse() {
            Ok(day) => Some(Value::Date(day)),
            Err(_) => return wrong("forms-wrong-date"),
        },
        Shape::Mark => {
            let day = read(form, &format!("{name}.date"), Shape::Date, lang)?;
            let figure = read(form, &format!("{name}.value"), Shape::Number, lang)?;
            match (day, figure) {
                (None, None) => None,
                (Some(day), Some(figure)) => {
                    Some(Value::Record(vec![("date".to_owned(), day), ("value".to_owned(), figure)]))
                }
                _ => return wrong("forms-wrong-mark"),
            }
        }
        Shape::Levels => {
            let mut levels = Vec::new();
            for (key, text) in form.below(name).filter(|(_, text)| !text.is_empty()) {
                match number(lang, text) {
                    Some(level) => levels.push((key.to_owned(), Value::Number(level))),
                    None => return Err(Wrong { name: format!("{name}.{key}"), key: "forms-wrong-number" }),
                }
            }
            (!levels.is_empty()).then_some(Value::Record(levels))
        }
        Shape::Record(fields) => record(form, name, fields, lang)?,
        Shape::List(item) => list(form, name, *item, lang)?,
    })
}

fn record(form: &Form, name: &str, fields: &[FieldSpec], lang: Lang) -> Result<Option<Value>, Wrong> {
    let mut all = Vec::new();
    for field in fields {
        if let Some(value) = read(form, &format!("{name}.{}", field.key), field.shape, lang)? {
            all.push((field.key.to_owned(), value));
        }
    }
    Ok((!all.is_empty()).then_some(Value::Record(all)))
}

fn list(form: &Form, name: &str, item: Shape, lang: Lang) -> Result<Option<Value>, Wrong> {
    let all: Vec<Value> = match item {
        Shape::Text => form.all(name).flat_map(str::lines).filter_map(|line| some(line.trim())).collect(),
        Shape::Ref(_) | Shape::Choice(_) => {
            form.all(name).flat_map(str::lines).filter_map(|one| some(id(one))).collect()
        }
        _ => {
            let mut all = Vec::new();
            for at in 0..ROWS {
                all.extend(read(form, &format!("{name}.{at}"), item, lang)?);
            }
            all
        }
    };
    Ok((!all.is_empty()).then_some(Value::List(all)))
}

/// Whether two values mean the same: an unticked box is as good as none, and spaces at the ends mean nothing.
pub(in crate::pages) fn same(one: Option<&Value>, other: Option<&Value>) -> bool {
    match (one, other) {
        (None | Some(Value::Bool(false)), None | Some(Value::Bool(false))) => true,
        (Some(Value::Text(text)), None) | (None, Some(Value::Text(text))) => text.trim().is_empty(),
        (Some(Value::List(items)), None) | (None, Some(Value::List(items))) => items.is_empty(),
        (Some(Value::Record(fields)), None) | (None, Some(Value::Record(fields))) => fields.is_empty(),
        (Some(Value::Text(one)), Some(Value::Text(other))) => {
            one.trim().replace("\r\n", "\n") == other.trim().replace("\r\n", "\n")
        }
        (Some(Value::List(one)), Some(Value::List(other))) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(Some(one), Some(other)))
        }
        (Some(Value::Record(one)), Some(Value::Record(other))) => {
            let of = |fields: &[(String, Value)], key: &str| {
                fields.iter().find(|(known, _)| known == key).map(|(_, value)| value.clone())
            };
            let mut keys = one.iter().chain(other).map(|(key, _)| key);
            keys.all(|key| same(of(one, key).as_ref(), of(other, key).as_ref()))
        }
        (one, other) => one == other,
    }
}

/// The id in a suggestion: `Anna Petrova · anna`.
pub(super) fn id(text: &str) -> &str {
    text.rsplit_once(" · ").map_or(text, |(_, id)| id).trim()
}

fn some(text: &str) -> Option<Value> {
    (!text.is_empty()).then(|| Value::Text(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use department::Files;
    use department::edit::{Subject, values};
    use department::model::schema;

    #[test]
    fn every_element_of_the_demo_comes_back_from_its_form() {
        for lang in Lang::ALL {
            let files: Files = app::demo_files(lang);
            let reading = department::read(&files);
            let mut subjects: Vec<Subject> =
                schema().into_iter().map(|(_, table, _)| Subject::one(table)).collect();
            reading.department.each(|kind, meta, _| subjects.push(Subject::of(kind.key(), &*meta.id)));
            let mut seen = 0;
            for subject in subjects {
                let Some(found) = values(&files, &subject) else { continue };
                for field in subject.fields().unwrap_or_default() {
                    let old = found.iter().find(|(key, _)| key == field.key).map(|(_, value)| value);
                    let mut form = Form::default();
                    old.iter().for_each(|value| write(&mut form, "f", value, lang));
                    let back = read(&form, "f", field.shape, lang).expect("it was well-formed");
                    assert!(same(old, back.as_ref()), "{subject} {}: {old:?} {back:?}", field.key);
                    seen += 1;
                }
            }
            assert!(seen > 1_000, "{seen}");
        }
    }

    #[test]
    fn a_day_and_its_figure_come_together_and_a_suggestion_is_its_id() {
        let mut form = Form::default();
        form.put("f.date", "2026-01-01");
        assert_eq!(
            read(&form, "f", Shape::Mark, Lang::Ru).map_err(|wrong| wrong.key),
            Err("forms-wrong-mark")
        );
        form.put("g", "Анна Петрова · anna");
        assert_eq!(read(&form, "g", Shape::Ref("person"), Lang::Ru), Ok(Some("anna".into())));
    }
}
