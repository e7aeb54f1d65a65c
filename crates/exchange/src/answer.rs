//! The tables of an answer as sheets of a workbook.

use crate::{Book, Cell, Column, Sheet};
use locale::{Lang, t};
use study::{Told, Value};

/// All tables of an answer, those for machines too; the last sheet holds its words.
pub fn answer(told: &Told, lang: Lang) -> Book {
    let table = |sheet: &study::Sheet| Sheet {
        key: sheet.name.clone(),
        name: sheet.title.clone(),
        columns: sheet
            .heads
            .iter()
            .map(|head| Column { key: head.name.clone(), title: head.title.clone() })
            .collect(),
        fixed: 1,
        rows: sheet.rows.iter().map(|row| row.iter().map(|value| cell(value, lang)).collect()).collect(),
    };
    let mut sheets: Vec<Sheet> = told.sheets.iter().map(table).collect();
    sheets.push(words(told, lang));
    Book { title: told.title.clone(), author: String::new(), currency: String::new(), sheets }
}

fn cell(value: &Value, lang: Lang) -> Cell {
    match value {
        Value::Number(x) | Value::Fixed(x, _) | Value::P(x) | Value::Share(x) if x.is_finite() => {
            Cell::figure(*x, "")
        }
        Value::Count(count) => Cell::figure(*count as f64, ""),
        Value::Text(text) => Cell::text(text.clone()),
        Value::Flag(_) => Cell::text(value.shown(lang)),
        _ => Cell::Empty,
    }
}

/// What was asked, what it says, what should be known before it is believed.
fn words(told: &Told, lang: Lang) -> Sheet {
    let row = |name: &str, text: &str| vec![Cell::text(name.to_owned()), Cell::text(text.to_owned())];
    let facts = told.facts.iter().map(|(name, value)| row(name, value));
    let (reading, cautions) = (t!(lang, "stats-reading"), t!(lang, "stats-cautions"));
    let said = told.reading.iter().map(|text| row(&reading, text));
    let rows = facts.chain(said).chain(told.cautions.iter().map(|text| row(&cautions, text)));
    let column = |key: &str, title: String| Column { key: key.to_owned(), title };
    Sheet {
        key: "words".to_owned(),
        name: t!(lang, "stats-words"),
        columns: vec![column("name", told.title.clone()), column("text", String::new())],
        fixed: 1,
        rows: rows.collect(),
    }
}
