//! Named columns in memory.

use crate::{Error, Result};

/// The code of a factor's missing value.
pub const MISSING: u32 = u32::MAX;

/// Columns of one length.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Frame {
    columns: Vec<Column>,
    rows: usize,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its name, no other's in its frame.
    pub name: String,
    /// What it holds.
    pub values: Values,
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Values {
    /// Figures; missing is `NaN`.
    Number(Vec<f64>),
    /// Words out of a list.
    Factor {
        /// An index into the levels for each row, or [`MISSING`].
        codes: Vec<u32>,
        /// The levels in their order; the first is what others are held against.
        levels: Vec<String>,
        /// Whether their order means something.
        ordered: bool,
    },
}

impl Values {
    /// How many rows.
    pub fn len(&self) -> usize {
        match self {
            Values::Number(values) => values.len(),
            Values::Factor { codes, .. } => codes.len(),
        }
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether a row has no value.
    pub fn is_missing(&self, row: usize) -> bool {
        match self {
            Values::Number(values) => values[row].is_nan(),
            Values::Factor { codes, .. } => codes[row] == MISSING,
        }
    }
}

/// A column's values with more below them.
fn stacked(own: &Column, more: &Values) -> Result<Values> {
    let (codes, levels, ordered) = match (&own.values, more) {
        (Values::Number(own), Values::Number(more)) => return Ok(Values::Number([&own[..], more].concat())),
        (Values::Number(_), _) => return Err(Error::Kind { column: own.name.clone(), need: "number" }),
        (Values::Factor { codes, levels, ordered }, _) => (codes, levels, *ordered),
    };
    let (more, names) = match more {
        Values::Factor { codes, levels, .. } => (codes.clone(), levels.clone()),
        // Where a word stood among figures once, more rows may have figures only.
        Values::Number(figures) => named(figures),
    };
    let mut levels = levels.clone();
    let mut place = |name: String| match levels.iter().position(|level| *level == name) {
        Some(at) => at as u32,
        None => {
            levels.push(name);
            levels.len() as u32 - 1
        }
    };
    let places: Vec<u32> = names.into_iter().map(&mut place).collect();
    let known = more.iter().map(|&code| places.get(code as usize).copied().unwrap_or(MISSING));
    let codes = codes.iter().copied().chain(known).collect();
    Ok(Values::Factor { codes, levels, ordered })
}

/// Figures as codes and levels: a level for each value, rising; its name has 15 digits, as in R.
pub(crate) fn named(figures: &[f64]) -> (Vec<u32>, Vec<String>) {
    let mut distinct: Vec<f64> = figures.iter().copied().filter(|x| !x.is_nan()).map(|x| x + 0.0).collect();
    distinct.sort_by(f64::total_cmp);
    distinct.dedup();
    let code = |x: &f64| match distinct.binary_search_by(|level| level.total_cmp(&(x + 0.0))) {
        Ok(code) => code as u32,
        Err(_) => MISSING,
    };
    let name = |value: &f64| format!("{value:.14e}").parse().unwrap_or(*value).to_string();
    (figures.iter().map(code).collect(), distinct.iter().map(name).collect())
}

impl Frame {
    /// A frame of columns of one length.
    pub fn new(columns: Vec<Column>) -> Result<Self> {
        let rows = columns.first().map_or(0, |column| column.values.len());
        match columns.iter().find(|column| column.values.len() != rows) {
            Some(other) => Err(Error::Lengths { left: rows, right: other.values.len() }),
            None => Ok(Frame { columns, rows }),
        }
    }

    /// How many rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The columns.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The column of a name.
    pub fn column(&self, name: &str) -> Result<&Column> {
        let there = || self.columns.iter().map(|column| column.name.clone()).collect();
        let found = self.columns.iter().find(|column| column.name == name);
        found.ok_or_else(|| Error::NoColumn { name: name.to_owned(), there: there() })
    }

    /// The figures of a column.
    pub fn numbers(&self, name: &str) -> Result<&[f64]> {
        match &self.column(name)?.values {
            Values::Number(values) => Ok(values),
            Values::Factor { .. } => Err(Error::Kind { column: name.to_owned(), need: "number" }),
        }
    }

    /// These rows, and below them those of another frame with the same columns; a level that is new comes after the others.
    pub fn above(&self, below: &Frame) -> Result<Frame> {
        let column = |own: &Column| {
            let values = stacked(own, &below.column(&own.name)?.values)?;
            Ok(Column { name: own.name.clone(), values })
        };
        Frame::new(self.columns.iter().map(column).collect::<Result<_>>()?)
    }

    /// The rows in which every one of the named columns has a value.
    pub fn complete(&self, names: &[&str]) -> Result<Vec<usize>> {
        let columns = names.iter().map(|name| self.column(name)).collect::<Result<Vec<_>>>()?;
        Ok((0..self.rows)
            .filter(|&row| columns.iter().all(|column| !column.values.is_missing(row)))
            .collect())
    }
}
