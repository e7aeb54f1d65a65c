//! What the cells of a row say.

use super::Problem;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use table::{Cell, DateOrder, DecimalMark};

/// What stands for an unknown value in people's tables.
const UNKNOWN: [&str; 8] = ["-", "–", "—", "−", "n/a", "na", "н/д", "нет данных"];

/// Whether a cell says that there is no value.
pub fn is_empty(cell: &Cell) -> bool {
    match cell {
        Cell::Empty => true,
        // Nearly every cell begins with a digit; of a million none is to be copied for nothing.
        Cell::Text(text) if text.len() > 20 || text.as_bytes().first().is_some_and(u8::is_ascii_digit) => {
            false
        }
        Cell::Text(text) => UNKNOWN.contains(&text.to_lowercase().as_str()),
        _ => false,
    }
}

/// The day of a row or a head: of a whole date, of a period, or of a month where its year is given.
pub fn day(cell: &Cell, year: Option<i16>, order: DateOrder, today: Date) -> Result<Date, Problem> {
    let text = || cell.to_string();
    let day = match (cell, year) {
        (Cell::Empty, _) => return Err(Problem::NoDate),
        (Cell::Date(date), _) => *date,
        (_, Some(year)) => match table::month(&text()) {
            Some(month) => Date::new(year, month, 1).map_err(|_| Problem::DateOutOfRange)?.last_of_month(),
            None => period(&text(), order).ok_or(Problem::NotAMonth)?,
        },
        // A workbook may keep 20260301 as a number.
        (_, None) => period(&text(), order).ok_or_else(|| match month_alone(&text()) {
            true => Problem::MonthAlone,
            false => Problem::NotADate(order),
        })?,
    };
    let latest = today.saturating_add(1.year());
    if day < date(1990, 1, 1) || day > latest { Err(Problem::DateOutOfRange) } else { Ok(day) }
}

/// A period or a day, or a year alone, whose last day it is.
fn period(text: &str, order: DateOrder) -> Option<Date> {
    let year = || {
        let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        let year: i16 = text.parse().ok().filter(|year| digits && (1900..2200).contains(year))?;
        Date::new(year, 12, 31).ok()
    };
    table::period(text, order).or_else(year)
}

/// Whether a text is the name of a month, and no year.
fn month_alone(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && table::month(text).is_some()
}

/// The number in a cell for a KPI of that unit.
pub fn value(cell: &Cell, mark: DecimalMark, unit: &str) -> Result<f64, Problem> {
    match cell {
        Cell::Number(number) if number.is_finite() => Ok(*number),
        Cell::Text(text) => match table::number(text, mark) {
            Some(number) => Ok(number),
            None => super::units::amount(text, mark, unit),
        },
        _ => Err(Problem::NotANumber(mark)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_within_reason() {
        let today = date(2026, 3, 15);
        let read = |cell: Cell, year| day(&cell, year, DateOrder::MonthFirst, today);
        let text = |text: &str| Cell::Text(text.to_owned());
        assert_eq!(read(Cell::Number(20_260_301.0), None), Ok(date(2026, 3, 1)));
        assert_eq!(read(Cell::Date(date(2026, 3, 1)), Some(2020)), Ok(date(2026, 3, 1)));
        assert_eq!(read(Cell::Number(2.0), Some(2024)), Ok(date(2024, 2, 29)));
        assert_eq!(read(text("Февраль"), Some(2024)), Ok(date(2024, 2, 29)));
        assert_eq!(read(text("март 2025"), Some(2024)), Ok(date(2025, 3, 31)));
        assert_eq!(read(text("зима"), Some(2024)), Err(Problem::NotAMonth));
        assert_eq!(read(text("зима"), None), Err(Problem::NotADate(DateOrder::MonthFirst)));
        assert_eq!(read(text("Март"), None), Err(Problem::MonthAlone));
        assert_eq!(read(Cell::Empty, None), Err(Problem::NoDate));
        assert_eq!(read(text("31.12.1989"), None), Err(Problem::DateOutOfRange));
        assert_eq!(read(text("15.03.2027"), None), Ok(date(2027, 3, 15)));
        assert_eq!(read(text("16.03.2027"), None), Err(Problem::DateOutOfRange));
        assert_eq!(read(text("1"), Some(i16::MAX)), Err(Problem::DateOutOfRange));
        assert_eq!(read(text("Q1 2026"), None), Ok(date(2026, 3, 31)));
        assert_eq!(read(Cell::Number(2027.0), None), Err(Problem::DateOutOfRange));
        assert_eq!(read(text("2026"), None), Ok(date(2026, 12, 31)));
    }

    #[test]
    fn an_unknown_value_is_no_number_and_no_error() {
        assert!(is_empty(&Cell::Text("Н/Д".to_owned())) && is_empty(&Cell::Empty));
        assert!(!is_empty(&Cell::Number(0.0)) && !is_empty(&Cell::Text("0".to_owned())));
        assert_eq!(
            value(&Cell::Number(f64::NAN), DecimalMark::Point, ""),
            Err(Problem::NotANumber(DecimalMark::Point))
        );
    }
}
