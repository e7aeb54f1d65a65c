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
        Cell::Text(text) => UNKNOWN.contains(&text.to_lowercase().as_str()),
        _ => false,
    }
}

/// The day of a row: of a whole date, or of a month where its year is given.
pub fn day(cell: &Cell, year: Option<i16>, order: DateOrder, today: Date) -> Result<Date, Problem> {
    let day = match (cell, year) {
        (Cell::Empty, _) => return Err(Problem::NoDate),
        (Cell::Date(date), _) => *date,
        (cell, Some(year)) => {
            let month = table::month(&cell.to_string()).ok_or(Problem::NotAMonth)?;
            Date::new(year, month, 1).map_err(|_| Problem::DateOutOfRange)?.last_of_month()
        }
        // A workbook may keep 20260301 as a number.
        (cell, None) => table::date(&cell.to_string(), order).ok_or(Problem::NotADate(order))?,
    };
    let latest = today.saturating_add(1.year());
    if day < date(1990, 1, 1) || day > latest { Err(Problem::DateOutOfRange) } else { Ok(day) }
}

/// The number in a cell.
pub fn value(cell: &Cell, mark: DecimalMark) -> Result<f64, Problem> {
    match cell {
        Cell::Number(number) if number.is_finite() => Ok(*number),
        Cell::Text(text) => table::number(text, mark).ok_or(Problem::NotANumber(mark)),
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
        assert_eq!(read(text("зима"), Some(2024)), Err(Problem::NotAMonth));
        assert_eq!(read(text("зима"), None), Err(Problem::NotADate(DateOrder::MonthFirst)));
        assert_eq!(read(Cell::Empty, None), Err(Problem::NoDate));
        assert_eq!(read(text("31.12.1989"), None), Err(Problem::DateOutOfRange));
        assert_eq!(read(text("15.03.2027"), None), Ok(date(2027, 3, 15)));
        assert_eq!(read(text("16.03.2027"), None), Err(Problem::DateOutOfRange));
        assert_eq!(read(text("1"), Some(i16::MAX)), Err(Problem::DateOutOfRange));
    }

    #[test]
    fn an_unknown_value_is_no_number_and_no_error() {
        assert!(is_empty(&Cell::Text("Н/Д".to_owned())) && is_empty(&Cell::Empty));
        assert!(!is_empty(&Cell::Number(0.0)) && !is_empty(&Cell::Text("0".to_owned())));
        assert_eq!(
            value(&Cell::Number(f64::NAN), DecimalMark::Point),
            Err(Problem::NotANumber(DecimalMark::Point))
        );
    }
}
