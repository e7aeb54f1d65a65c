//! Differences for a machine, in a stable shape.

use super::{Difference, What};
use crate::edit::Value;
use serde_json::{Map, Value as Json, json};

/// `{"differences":[{"change","table","id","file","field","before","after"}],"summary":{"added","removed","renamed",
/// "changed"}}`. `change` is one of the summary's words; `table` and `id` are null where a file is meant, `file` where a
/// table is; `field` is null where all of it is meant. Days are written `2026-12-31`.
pub fn json(all: &[Difference]) -> Json {
    let count = |word: &str| all.iter().filter(|difference| difference.what.word() == word).count();
    json!({
        "differences": all.iter().map(one).collect::<Vec<_>>(),
        "summary": {
            "added": count("added"),
            "removed": count("removed"),
            "renamed": count("renamed"),
            "changed": count("changed"),
        },
    })
}

fn one(difference: &Difference) -> Json {
    let Difference { what, subject, field, before, after } = difference;
    let table = (!what.of_file()).then_some(&subject.table);
    json!({
        "change": what.word(),
        "table": table,
        "id": subject.id,
        "file": what.of_file().then_some(&subject.table),
        "field": (*what == What::Changed && !field.is_empty()).then_some(field),
        "before": before.as_ref().map(value),
        "after": after.as_ref().map(value),
    })
}

fn value(of: &Value) -> Json {
    match of {
        Value::Text(text) => json!(text),
        Value::Number(figure) => json!(figure),
        Value::Bool(truth) => json!(truth),
        Value::Date(day) => json!(day.to_string()),
        Value::List(items) => items.iter().map(value).collect(),
        Value::Record(parts) => {
            let parts = parts.iter().map(|(key, part)| (key.clone(), value(part)));
            Json::Object(parts.collect::<Map<_, _>>())
        }
    }
}
