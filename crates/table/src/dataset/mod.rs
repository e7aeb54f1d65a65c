//! Typed columns, and passes over their rows.

pub(crate) mod block;
mod book;
pub(crate) mod cells;
mod column;
pub(crate) mod guess;
mod memory;
mod names;
mod notice;
mod open;
pub(crate) mod rows;
mod sheet;
mod survey;
pub(crate) mod trouble;

#[cfg(test)]
mod tests;

pub use column::{Column, Kind, Reading, Role};
pub use memory::Values;
pub use notice::Notice;
pub use rows::Each;
pub use survey::{ColumnSurvey, Survey};
pub use trouble::Trouble;

pub(crate) use memory::Memory;

use crate::TableError;
use rows::Rows;
use std::sync::Arc;
use trouble::Troubles;

/// A table of typed columns: a file that is read in passes, columns in memory, or what was made of either.
///
/// ```
/// use table::{Dataset, Reading};
/// let text = "day;reach, people\n01.03.2026;1 250,5\n02.03.2026;—\n";
/// let data = Dataset::open("reach.csv", text.as_bytes().to_vec(), &Reading::default())?;
/// assert_eq!(data.columns()[1].name, "reach");
/// assert_eq!(data.columns()[1].unit.to_string(), "people");
/// let mut sum = 0.0;
/// data.read(0, &[1], &mut |block| {
///     sum += block[0].iter().filter(|value| !value.is_nan()).sum::<f64>();
///     true
/// })?;
/// assert_eq!(sum, 1250.5);
/// # Ok::<(), table::TableError>(())
/// ```
#[derive(Clone)]
pub struct Dataset {
    name: String,
    columns: Vec<Column>,
    notices: Vec<Notice>,
    rows: Arc<dyn Rows>,
    troubles: Arc<Troubles>,
}

impl Dataset {
    /// Columns that are in memory.
    pub fn of_columns(name: impl Into<String>, columns: Vec<(Column, Values)>) -> Self {
        let (columns, values): (Vec<Column>, Vec<Values>) = columns.into_iter().unzip();
        let (columns, notices) = names::distinct(columns);
        let rows = Arc::new(Memory::new(values));
        Dataset { name: name.into(), columns, notices, rows, troubles: Arc::default() }
    }

    /// A table made of another's rows.
    pub(crate) fn of_rows(&self, columns: Vec<Column>, rows: Arc<dyn Rows>) -> Self {
        let (columns, notices) = names::distinct(columns);
        let notices = self.notices.iter().chain(&notices).cloned().collect();
        Dataset { name: self.name.clone(), columns, notices, rows, troubles: Arc::clone(&self.troubles) }
    }

    /// Its rows, to make others of.
    pub(crate) fn shared(&self) -> Arc<dyn Rows> {
        Arc::clone(&self.rows)
    }

    /// What it is called: its file's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The columns in their order.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The place of a column, by its name or by its head as it stands in the file.
    pub fn column(&self, name: &str) -> Result<usize, TableError> {
        let by = |of: fn(&Column) -> &String| self.columns.iter().position(|column| of(column) == name);
        if let Some(Notice::Nested { column }) =
            self.notices.iter().find(|notice| matches!(notice, Notice::Nested { column } if column == name))
        {
            return Err(TableError::Nested { column: column.clone() });
        }
        let heads = self.columns.iter().filter(|column| column.head == name).count();
        by(|column| &column.name).or_else(|| by(|column| &column.head).filter(|_| heads == 1)).ok_or_else(
            || {
                let there = self.columns.iter().map(|column| column.name.clone()).collect();
                TableError::NoColumn { name: name.to_owned(), there }
            },
        )
    }

    /// How many rows, where that is known without reading them.
    pub fn rows(&self) -> Option<u64> {
        self.rows.rows()
    }

    /// How many parts the rows come in; their order is the order of the rows.
    pub fn parts(&self) -> Result<usize, TableError> {
        self.rows.parts()
    }

    /// Reads a part's rows in their order, some thousand at a time, a slice for each of the columns; parts may be read beside
    /// each other. The callback ends the reading with `false`.
    pub fn read(&self, part: usize, columns: &[usize], each: Each<'_>) -> Result<(), TableError> {
        let mut own: Vec<usize> = Vec::with_capacity(columns.len());
        let places: Vec<usize> = columns
            .iter()
            .map(|column| {
                own.iter().position(|known| known == column).unwrap_or_else(|| {
                    own.push(*column);
                    own.len() - 1
                })
            })
            .collect();
        if own.len() == columns.len() {
            return self.rows.read(part, columns, each);
        }
        self.rows.read(part, &own, &mut |block| {
            let block: Vec<&[f64]> = places.iter().filter_map(|&at| block.get(at).copied()).collect();
            each(&block)
        })
    }

    /// The levels of a column of words, in their order; found in a pass of its own where the file does not tell.
    pub fn levels(&self, column: usize) -> Result<Arc<Vec<String>>, TableError> {
        match self.columns.get(column) {
            Some(own) if own.kind.has_levels() => self.rows.levels(column),
            _ => Ok(Arc::default()),
        }
    }

    /// All values of a column in memory.
    pub fn values(&self, column: usize) -> Result<Values, TableError> {
        let mut all = self.all(&[column])?;
        let levels = self.levels(column)?.to_vec();
        Ok(Values { figures: all.pop().unwrap_or_default(), levels })
    }

    /// All values of some columns in memory, read beside each other.
    pub fn all(&self, columns: &[usize]) -> Result<Vec<Vec<f64>>, TableError> {
        let over = TableError::TooLarge { what: "cells", limit: rows::IN_MEMORY };
        let size = self.rows().and_then(|rows| usize::try_from(rows).ok()).unwrap_or(0);
        if size.saturating_mul(columns.len()) > rows::IN_MEMORY {
            return Err(over);
        }
        let mut all: Vec<Vec<f64>> = vec![Vec::new(); columns.len()];
        let mut is_over = false;
        for &column in columns {
            self.levels(column)?;
        }
        rows::each_part(
            self.parts()?,
            |part| {
                let mut own: Vec<Vec<f64>> = vec![Vec::new(); columns.len()];
                self.read(part, columns, &mut |block| {
                    own.iter_mut().zip(block).for_each(|(own, values)| own.extend_from_slice(values));
                    true
                })?;
                Ok(own)
            },
            &mut |own: Vec<Vec<f64>>| {
                is_over |= all.iter().map(Vec::len).sum::<usize>() > rows::IN_MEMORY;
                if !is_over {
                    all.iter_mut().zip(own).for_each(|(all, own)| all.extend(own));
                }
            },
        )?;
        if is_over { Err(over) } else { Ok(all) }
    }

    /// What is odd about the file: heads that were changed, cells that could not be read so far.
    pub fn notices(&self) -> Vec<Notice> {
        let unread = self.troubles.by_column().into_iter().filter_map(|(column, trouble)| {
            let column = self.columns.get(column)?;
            Some(Notice::Unread { column: column.name.clone(), kind: column.kind, trouble })
        });
        self.notices.iter().cloned().chain(unread).collect()
    }
}

impl std::fmt::Debug for Dataset {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Dataset")
            .field("name", &self.name)
            .field("columns", &self.columns)
            .finish_non_exhaustive()
    }
}
