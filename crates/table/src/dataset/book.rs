//! A sheet of a workbook as columns.

use super::cells::{days, is_missing};
use super::guess::{Guess, guess};
use super::memory::{Memory, Values};
use super::trouble::{Trouble, Troubles};
use crate::{Cell, Kind, Sheet};

/// The columns of a sheet in memory, the guess for each, and what could not be read.
pub fn columns(sheet: &Sheet, asked: &dyn Fn(&str) -> Option<Kind>) -> (Memory, Vec<Guess>, Troubles) {
    let troubles = Troubles::default();
    let (mut all, mut guesses) = (Vec::new(), Vec::new());
    for (at, head) in sheet.header.iter().enumerate() {
        let (values, guess, trouble) = column(sheet, at, asked(head));
        troubles.note(0, vec![(at, trouble)]);
        all.push(values);
        guesses.push(guess);
    }
    (Memory::new(all), guesses, troubles)
}

fn column(sheet: &Sheet, at: usize, asked: Option<Kind>) -> (Values, Guess, Trouble) {
    let texts: Vec<String> = sheet.rows.iter().map(|row| row.cell(at).to_string()).collect();
    let cells: Vec<&str> = texts.iter().map(String::as_str).collect();
    let found = guess(&cells, sheet.dialect.delimiter(), asked);
    if found.kind.has_levels() {
        return (Values::words(cells), found, Trouble::default());
    }
    let mut trouble = Trouble::default();
    let value = |(row, text): (&crate::Row, &String)| match row.cell(at) {
        Cell::Number(number) if matches!(found.kind, Kind::Number | Kind::Whole | Kind::YesNo) => *number,
        Cell::Date(date) if matches!(found.kind, Kind::Date | Kind::DateTime) => f64::from(days(*date)),
        _ if is_missing(text) => f64::NAN,
        _ => found.cells.value(text).unwrap_or_else(|| {
            trouble.add(row.number as u64, text);
            f64::NAN
        }),
    };
    let figures = sheet.rows.iter().zip(&texts).map(value).collect();
    (Values::figures(figures), found, trouble)
}
