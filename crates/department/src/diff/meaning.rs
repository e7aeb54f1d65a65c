//! What a value means, whatever way it is written: two values that mean the same have the same meaning.

use super::renamed::Renames;
use crate::edit::Value;
use crate::element::{Duration, FieldSpec, Shape};

/// What a field's value means; nothing where it says no more than an absent field does. References are seen under the
/// names that they have afterwards.
pub(super) fn meaning(shape: Option<Shape>, value: &Value, renames: &Renames) -> Option<Value> {
    match (shape, value) {
        (Some(Shape::Ref(kind)), Value::Text(id)) => text(renames.now(kind, id.trim())),
        (Some(Shape::Duration), Value::Text(written)) => match Duration::parse(written) {
            Some(Duration { amount, unit }) => Some(Value::Text(format!("{amount}{unit}"))),
            None => text(written),
        },
        (Some(Shape::Tolerance), Value::Text(written)) => {
            text(&written.replace(char::is_whitespace, "").replace(',', "."))
        }
        (_, Value::Text(written)) => text(written),
        (Some(Shape::List(of)), Value::List(items)) => {
            let mut items: Vec<Value> =
                items.iter().filter_map(|item| meaning(Some(*of), item, renames)).collect();
            items.sort_by_key(order);
            (!items.is_empty()).then_some(Value::List(items))
        }
        (Some(Shape::Levels), Value::Record(parts)) => {
            record(parts.iter().map(|(id, level)| (renames.now("competence", id).to_owned(), level.clone())))
        }
        (Some(Shape::Record(fields)), Value::Record(parts)) => {
            record(parts.iter().filter_map(|(key, value)| {
                Some((key.clone(), meaning(shape_in(fields, key), value, renames)?))
            }))
        }
        (_, Value::Record(parts)) => record(parts.iter().cloned()),
        (_, other) => Some(other.clone()),
    }
}

/// The shape of a field among others.
pub(super) fn shape_in(fields: &[FieldSpec], key: &str) -> Option<Shape> {
    fields.iter().find(|field| field.key == key).map(|field| field.shape)
}

fn text(written: &str) -> Option<Value> {
    let written = written.trim();
    (!written.is_empty()).then(|| Value::Text(written.replace("\r\n", "\n")))
}

fn record(parts: impl Iterator<Item = (String, Value)>) -> Option<Value> {
    let mut parts: Vec<(String, Value)> = parts.collect();
    parts.sort_by(|a, b| a.0.cmp(&b.0));
    (!parts.is_empty()).then_some(Value::Record(parts))
}

/// What a list is put in order by: its order means nothing.
fn order(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Date(day) => day.to_string(),
        Value::Number(figure) => figure.to_string(),
        Value::Record(parts) => parts.iter().map(|(_, value)| order(value)).collect(),
        Value::Bool(_) | Value::List(_) => String::new(),
    }
}
