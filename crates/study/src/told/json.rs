//! What was told, for machines.

use super::{Sheet, Style, Told, Value};
use serde_json::{Map, Value as Json, json as object};

/// One object: `method`, `title`, `facts`, a list for each table (`glance` is one object), `reading`, `cautions`. The keys are
/// stable; only words differ by language.
pub fn json(told: &Told) -> Json {
    let mut whole = Map::new();
    whole.insert("method".to_owned(), Json::from(told.method.clone()));
    whole.insert("title".to_owned(), Json::from(told.title.clone()));
    let facts = told.facts.iter().map(|(name, value)| object!({ "name": name, "value": value }));
    whole.insert("facts".to_owned(), facts.collect());
    for sheet in told.sheets.iter().filter(|sheet| sheet.style != Style::People) {
        let mut rows = rows(sheet);
        let value = match sheet.style == Style::Facts && rows.len() == 1 {
            true => rows.remove(0),
            false => Json::Array(rows),
        };
        whole.insert(sheet.name.clone(), value);
    }
    whole.insert("reading".to_owned(), told.reading.iter().cloned().collect());
    whole.insert("cautions".to_owned(), told.cautions.iter().cloned().collect());
    Json::Object(whole)
}

fn rows(sheet: &Sheet) -> Vec<Json> {
    let row = |cells: &Vec<Value>| {
        let named = sheet.heads.iter().zip(cells).map(|(head, cell)| (head.name.clone(), value(cell)));
        Json::Object(named.collect())
    };
    sheet.rows.iter().map(row).collect()
}

fn value(cell: &Value) -> Json {
    match cell {
        Value::Text(text) => Json::from(text.clone()),
        Value::Number(x) | Value::Fixed(x, _) | Value::P(x) | Value::Share(x) => Json::from(*x),
        Value::Count(count) => Json::from(*count),
        Value::Flag(flag) => Json::from(*flag),
        Value::Missing => Json::Null,
    }
}
