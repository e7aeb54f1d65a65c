//! A sheet that grows row by row within the limits.

use crate::{CELLS, COLUMNS, Cell, Dialect, ROWS, Row, Sheet, TableError};

/// How many rows above the header may be titles.
const TITLES: usize = 20;

/// The rows so far.
#[derive(Default)]
pub struct Grow {
    rows: Vec<Row>,
    cells: usize,
}

impl Grow {
    /// Adds a row; one without anything in it is left out.
    pub fn row(&mut self, number: usize, mut cells: Vec<Cell>) -> Result<(), TableError> {
        let width = cells.iter().rposition(|cell| *cell != Cell::Empty).map_or(0, |last| last + 1);
        if width == 0 {
            return Ok(());
        }
        cells.truncate(width);
        cells.shrink_to_fit();
        self.cells += width;
        over("columns", width, COLUMNS)?;
        over("cells", self.cells, CELLS)?;
        // One more than the limit, for the header.
        over("rows", self.rows.len(), ROWS)?;
        self.rows.push(Row { number, cells });
        Ok(())
    }

    /// The sheet: its header is the first row, or the first with two cells or more where titles stand above it.
    pub fn sheet(mut self, name: &str, dialect: Dialect) -> Result<Sheet, TableError> {
        let filled = |row: &Row| row.cells.iter().filter(|cell| **cell != Cell::Empty).count();
        let header = self.rows.iter().take(TITLES).position(|row| filled(row) > 1).unwrap_or(0);
        if self.rows.is_empty() {
            return Err(TableError::Empty);
        }
        let rows = self.rows.split_off(header + 1);
        let header = self.rows.pop().map(|row| row.cells).unwrap_or_default();
        let header = header.iter().map(Cell::to_string).collect();
        Ok(Sheet { name: name.to_owned(), dialect, header, rows })
    }
}

/// An error where there are more than may be.
pub fn over(what: &'static str, count: usize, limit: usize) -> Result<(), TableError> {
    if count > limit { Err(TableError::TooLarge { what, limit }) } else { Ok(()) }
}
