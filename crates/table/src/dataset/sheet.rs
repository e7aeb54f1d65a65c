//! A dataset laid out as a sheet of cells, for whoever reads rows and not columns.

use super::{Dataset, Kind};
use crate::grow::over;
use crate::{Bounds, COLUMNS, Cell, Dialect, Row, Sheet, TableError};
use jiff::ToSpan;
use jiff::civil::{Date, date};

impl Dataset {
    /// All its rows as cells, within bounds; rows are counted from 1, because a file of columns has no row of heads.
    pub fn sheet(&self, kind: &'static str, bounds: &Bounds) -> Result<Sheet, TableError> {
        let columns: Vec<usize> = (0..self.columns().len()).collect();
        over("columns", columns.len(), COLUMNS)?;
        if let Some(rows) = self.rows() {
            let rows = usize::try_from(rows).unwrap_or(usize::MAX);
            over("rows", rows, bounds.rows)?;
            over("cells", rows.saturating_mul(columns.len()), bounds.cells)?;
        }
        let values = self.all(&columns)?;
        let mut made: Vec<Row> = Vec::new();
        let height = values.iter().map(Vec::len).max().unwrap_or(0);
        over("rows", height, bounds.rows)?;
        over("cells", height.saturating_mul(columns.len()), bounds.cells)?;
        made.extend((1..=height).map(|number| Row { number, cells: Vec::with_capacity(columns.len()) }));
        for (at, (column, values)) in self.columns().iter().zip(values).enumerate() {
            let levels = self.levels(at)?;
            for (row, value) in made.iter_mut().zip(values) {
                row.cells.push(cell(column.kind, value, &levels));
            }
        }
        made.retain(|row| row.cells.iter().any(|cell| *cell != Cell::Empty));
        let header = self.columns().iter().map(|column| column.head.clone()).collect();
        Ok(Sheet { name: self.name().to_owned(), dialect: Dialect::Columns { kind }, header, rows: made })
    }
}

fn cell(kind: Kind, value: f64, levels: &[String]) -> Cell {
    if value.is_nan() {
        return Cell::Empty;
    }
    match kind {
        Kind::Date | Kind::DateTime => day(value).map_or(Cell::Empty, Cell::Date),
        Kind::Word | Kind::Text => levels.get(value as usize).map_or(Cell::Empty, |text| Cell::text(text)),
        Kind::Number | Kind::Whole | Kind::YesNo => Cell::Number(value),
    }
}

/// The day so many days from 1970-01-01; a moment's own day.
fn day(days: f64) -> Option<Date> {
    let whole = days.floor();
    // What is further away is no day of any calendar, and would make a span panic.
    (whole.abs() < 4_000_000.0).then(|| date(1970, 1, 1).checked_add((whole as i32).days()).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Column, Values};

    #[test]
    fn columns_become_rows_of_cells() {
        let data = Dataset::of_columns(
            "a.parquet",
            vec![
                (Column::new("day", Kind::Date), Values::figures(vec![20_513.0, f64::NAN, 1e18])),
                (Column::new("kpi", Kind::Word), Values::words(["reach", "", "er"])),
                (Column::new("value", Kind::Number), Values::figures(vec![1.5, f64::NAN, 2.0])),
            ],
        );
        let sheet = data.sheet("Parquet", &Bounds::default()).unwrap();
        assert_eq!(sheet.header, ["day", "kpi", "value"]);
        assert_eq!(
            sheet.rows[0].cells,
            [Cell::Date(date(2026, 3, 1)), Cell::text("reach"), Cell::Number(1.5)]
        );
        assert_eq!(sheet.rows[1].number, 3, "a row without anything is left out, and counted");
        assert_eq!(sheet.rows[1].cells[0], Cell::Empty, "no day of any calendar");
        let small = Bounds { cells: 8, ..Bounds::default() };
        assert_eq!(data.sheet("Parquet", &small), Err(TableError::TooLarge { what: "cells", limit: 8 }));
    }
}
