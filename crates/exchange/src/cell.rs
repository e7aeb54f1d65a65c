//! What stands in a cell of a table that is taken out.

use crate::path::Path;
use crate::records::Records;
use department::edit::Value;
use department::element::{Duration, Shape};
use department::labels::choice_name;
use jiff::civil::Date;
use locale::{Lang, t};

/// A typed cell: how it is written is for the form of the file to say.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing is known.
    #[default]
    Empty,
    /// Text. It is never a formula, whatever it begins with.
    Text(String),
    /// A number.
    Number(f64),
    /// An amount in the department's currency.
    Money(f64),
    /// A number of per cent.
    Percent(f64),
    /// A day.
    Date(Date),
}

impl Cell {
    /// A cell of text; empty text is nothing.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }

    /// A figure in a unit.
    pub fn figure(value: f64, unit: &str) -> Self {
        if unit.trim() == "%" { Cell::Percent(value) } else { Cell::Number(value) }
    }
}

/// What is said between the things that one cell lists.
pub(crate) const BETWEEN: &str = "; ";

/// A field's value in words.
pub(crate) struct Words<'a> {
    /// The other elements, for their names.
    pub records: &'a Records,
    /// The language.
    pub lang: Lang,
}

impl Words<'_> {
    /// The cell of a value of a column.
    pub fn cell(&self, table: &str, path: &Path, value: &Value) -> Cell {
        match value {
            Value::Number(number) if path.is_money(table) => Cell::Money(*number),
            Value::Number(number) if path.is_percent(table) => Cell::Percent(*number),
            Value::Number(number) => Cell::Number(*number),
            Value::Date(day) => Cell::Date(*day),
            value => Cell::text(self.said(table, path.field, path.shape, value)),
        }
    }

    /// A value as text.
    pub fn said(&self, table: &str, field: &str, shape: Shape, value: &Value) -> String {
        match (value, shape) {
            (Value::Text(id), Shape::Ref(kind)) => self.records.title(kind, id).to_owned(),
            (Value::Text(word), Shape::Choice(_)) => choice_name(self.lang, table, field, word),
            (Value::Text(text), Shape::Duration) => match Duration::parse(text) {
                Some(length) => t!(self.lang, &format!("length-{}", length.unit), n = length.amount),
                None => text.clone(),
            },
            (Value::Text(text), _) => text.clone(),
            (Value::Number(number), _) => plain(self.lang, *number),
            (Value::Bool(true), _) => t!(self.lang, "word-yes"),
            (Value::Bool(false), _) => t!(self.lang, "word-no"),
            (Value::Date(day), _) => self::day(self.lang, *day),
            (Value::List(items), Shape::List(inner)) => {
                let each = items.iter().map(|item| self.said(table, field, *inner, item));
                each.collect::<Vec<_>>().join(BETWEEN)
            }
            (Value::Record(fields), Shape::Levels) => {
                let each = fields.iter().map(|(id, level)| {
                    let level = self.said(table, field, Shape::Number, level);
                    format!("{}: {level}", self.records.title("competence", id))
                });
                each.collect::<Vec<_>>().join(BETWEEN)
            }
            (Value::Record(fields), _) => {
                let each = fields.iter().map(|(_, value)| self.said(table, field, Shape::Text, value));
                each.collect::<Vec<_>>().join(": ")
            }
            (Value::List(_), _) => String::new(),
        }
    }
}

/// The ids that a value names.
pub(crate) fn ids(value: &Value) -> String {
    match value {
        Value::Text(id) => id.clone(),
        Value::List(items) => items.iter().filter_map(Value::as_text).collect::<Vec<_>>().join(BETWEEN),
        _ => String::new(),
    }
}

/// A number as a program reads it again: no thousands set off, the language's decimal mark.
pub(crate) fn plain(lang: Lang, number: f64) -> String {
    let text = number.to_string();
    match lang {
        Lang::Ru => text.replace('.', ","),
        Lang::En => text,
    }
}

/// A day as a program reads it again: `07.03.2026` in Russian, `2026-03-07` in English.
pub(crate) fn day(lang: Lang, day: Date) -> String {
    match lang {
        Lang::Ru => locale::date(lang, day),
        Lang::En => day.to_string(),
    }
}
