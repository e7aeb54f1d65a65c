//! Cells as values of fields.

use super::lookup::Lookup;
use super::{Problem, TEXT};
use crate::csv::unsafe_again;
use crate::import::guess::plain;
use department::edit::Value;
use department::element::{Duration, Shape};
use department::labels::choice_name;
use locale::Lang;
use table::{Cell, DateOrder, DecimalMark};

/// How the cells of a column are read.
pub(super) struct Column {
    /// What stands in it.
    pub shape: Shape,
    /// The kind of table and its field, for the names of choices.
    pub of: (&'static str, &'static str),
    /// The order of its days.
    pub order: DateOrder,
    /// Its decimal mark.
    pub mark: DecimalMark,
}

/// The text of a cell, without the apostrophe that stands before what would be a formula.
pub(super) fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => unsafe_again(text).trim().to_owned(),
        other => other.to_string(),
    }
}

impl Column {
    /// The value of a cell; nothing where the cell is empty.
    pub fn value(&self, cell: &Cell, lookup: &mut Lookup<'_>) -> Result<Option<Value>, Problem> {
        let text = text(cell);
        // A dash says that nothing is known.
        if text.is_empty() || text == "—" {
            return Ok(None);
        }
        if text.len() > TEXT {
            return Err(Problem::Long);
        }
        self.read(self.shape, cell, &text, lookup).map(Some)
    }

    fn read(&self, shape: Shape, cell: &Cell, text: &str, lookup: &mut Lookup<'_>) -> Result<Value, Problem> {
        match shape {
            Shape::Text => Ok(Value::from(text)),
            Shape::Number => self.number(cell, text).map(Value::Number),
            Shape::Date => self.date(cell, text).map(Value::Date),
            Shape::Bool => truth(text).map(Value::Bool),
            Shape::Choice(words) => self.word(words, text),
            Shape::Ref(kind) => lookup.find(kind, text).map(Value::Text),
            Shape::Duration => length(text, self.mark).map(Value::Text),
            Shape::Tolerance => self.tolerance(cell, text),
            Shape::List(Shape::Mark) => self.marks(text),
            Shape::List(inner) => self.list(*inner, text, lookup),
            Shape::Levels => levels(text, lookup),
            // These are columns of their own, a part each.
            Shape::Mark | Shape::Record(_) => Err(Problem::Half),
        }
    }

    fn number(&self, cell: &Cell, text: &str) -> Result<f64, Problem> {
        match cell {
            Cell::Number(number) => Ok(*number),
            _ => number(text, self.mark).ok_or(Problem::Number),
        }
    }

    fn date(&self, cell: &Cell, text: &str) -> Result<jiff::civil::Date, Problem> {
        match cell {
            Cell::Date(day) => Ok(*day),
            Cell::Number(_) => Err(Problem::Date),
            _ => table::date(text, self.order).ok_or(Problem::Date),
        }
    }

    fn word(&self, words: &[&str], text: &str) -> Result<Value, Problem> {
        let wanted = plain(text);
        let (table, field) = self.of;
        let called = |word: &&&str| {
            let names = Lang::ALL.map(|lang| choice_name(lang, table, field, word));
            plain(word) == wanted || names.iter().any(|name| plain(name) == wanted)
        };
        let found = words.iter().find(called);
        found
            .map(|word| Value::from(*word))
            .ok_or_else(|| Problem::Word(words.iter().map(|word| (*word).to_owned()).collect()))
    }

    fn tolerance(&self, cell: &Cell, text: &str) -> Result<Value, Problem> {
        let share = text.strip_suffix('%').map(str::trim);
        match (cell, share) {
            (Cell::Number(number), _) => Ok(Value::Number(*number)),
            (_, Some(share)) => number(share, self.mark)
                .map(|share| Value::Text(format!("{share}%")))
                .ok_or(Problem::Tolerance),
            (_, None) => number(text, self.mark).map(Value::Number).ok_or(Problem::Tolerance),
        }
    }

    fn list(&self, inner: Shape, text: &str, lookup: &mut Lookup<'_>) -> Result<Value, Problem> {
        // A name may hold a comma; a semicolon or a new line is only ever between names.
        let firm = text.contains([';', '\n']);
        let whole = !firm && (!text.contains(',') || self.read(inner, &Cell::Empty, text, lookup).is_ok());
        let pieces: Vec<&str> = match (whole, firm) {
            (true, _) => vec![text],
            (false, true) => text.split([';', '\n']).collect(),
            (false, false) => text.split(',').collect(),
        };
        let mut items = Vec::with_capacity(pieces.len());
        for piece in pieces.into_iter().map(str::trim).filter(|piece| !piece.is_empty()) {
            let item = self.read(inner, &Cell::Empty, piece, lookup)?;
            if !items.contains(&item) {
                items.push(item);
            }
        }
        Ok(Value::List(items))
    }

    /// `31.03.2026: 60; 30.06.2026: 45`
    fn marks(&self, text: &str) -> Result<Value, Problem> {
        let mut marks = Vec::new();
        for piece in text.split([';', '\n']).map(str::trim).filter(|piece| !piece.is_empty()) {
            let (day, value) = piece.split_once([':', '=']).ok_or(Problem::Marks)?;
            let day = table::date(day.trim(), self.order).ok_or(Problem::Marks)?;
            let value = number(value, self.mark).ok_or(Problem::Marks)?;
            let fields = [("date", Value::Date(day)), ("value", Value::Number(value))];
            marks.push(Value::Record(fields.map(|(key, value)| (key.to_owned(), value)).into()));
        }
        Ok(Value::List(marks))
    }
}

/// A number with the column's decimal mark; where that does not fit, with the other.
fn number(text: &str, mark: DecimalMark) -> Option<f64> {
    let other = match mark {
        DecimalMark::Point => DecimalMark::Comma,
        DecimalMark::Comma => DecimalMark::Point,
    };
    table::number(text, mark).or_else(|| table::number(text, other))
}

fn truth(text: &str) -> Result<bool, Problem> {
    match &*text.to_lowercase() {
        "true" | "yes" | "y" | "1" | "x" | "+" | "✓" | "да" | "истина" | "х" => Ok(true),
        "false" | "no" | "n" | "0" | "-" | "–" | "нет" | "ложь" => Ok(false),
        _ => Err(Problem::Truth),
    }
}

/// `4h`, `4 ч`, `2 дня`, `1 week`: how many, and the first letter of what.
fn length(text: &str, mark: DecimalMark) -> Result<String, Problem> {
    let text = text.trim();
    let at = text.find(|sign: char| sign.is_alphabetic()).ok_or(Problem::Length)?;
    let unit = match text[at..].to_lowercase().chars().next() {
        Some('m' | 'м') => 'm',
        Some('h' | 'ч') => 'h',
        Some('d' | 'д') => 'd',
        Some('w' | 'н') => 'w',
        _ => return Err(Problem::Length),
    };
    let amount = number(&text[..at], mark).ok_or(Problem::Length)?;
    let written = format!("{amount}{unit}");
    Duration::parse(&written).map(|_| written).ok_or(Problem::Length)
}

/// `Regression: 4; Listening: 3`
fn levels(text: &str, lookup: &mut Lookup<'_>) -> Result<Value, Problem> {
    let mut levels: Vec<(String, Value)> = Vec::new();
    for piece in text.split([';', '\n']).map(str::trim).filter(|piece| !piece.is_empty()) {
        let (name, level) = piece.rsplit_once([':', '=']).ok_or(Problem::Levels)?;
        let level = level.trim().parse::<u8>().ok().filter(|level| (1..=5).contains(level));
        let id = lookup.find("competence", name)?;
        if levels.iter().any(|(known, _)| *known == id) {
            return Err(Problem::Levels);
        }
        levels.push((id, Value::Number(f64::from(level.ok_or(Problem::Levels)?))));
    }
    Ok(Value::Record(levels))
}
