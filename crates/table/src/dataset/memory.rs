//! Columns in memory.

use super::rows::{Each, Rows, block_rows};
use crate::TableError;
use std::sync::Arc;

/// How many rows a part has.
const PART: usize = 65_536;

/// The values of a column in memory.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Values {
    /// A figure for each row; `NaN` where it is missing.
    pub figures: Vec<f64>,
    /// The words that the figures are indexes of, for a column of words.
    pub levels: Vec<String>,
}

impl Values {
    /// Figures.
    pub fn figures(figures: Vec<f64>) -> Self {
        Values { figures, levels: Vec::new() }
    }

    /// Words; an empty one is missing.
    pub fn words<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let words: Vec<&str> = words.into_iter().map(str::trim).collect();
        let is_filled = |word: &&&str| !super::cells::is_missing(word);
        let levels =
            super::rows::ordered(words.iter().filter(is_filled).map(|word| (*word).to_owned()).collect());
        let places: foldhash::HashMap<&str, f64> =
            levels.iter().zip(0u32..).map(|(level, at)| (level.as_str(), f64::from(at))).collect();
        let figures = words.iter().map(|word| places.get(word).copied().unwrap_or(f64::NAN)).collect();
        Values { figures, levels }
    }
}

/// Rows in memory; all columns are of one length.
pub struct Memory {
    columns: Vec<(Vec<f64>, Arc<Vec<String>>)>,
    rows: usize,
}

impl Memory {
    /// Columns of one length; a shorter one is missing at its end.
    pub fn new(columns: Vec<Values>) -> Self {
        let rows = columns.iter().map(|column| column.figures.len()).max().unwrap_or(0);
        let fill = |mut values: Values| {
            values.figures.resize(rows, f64::NAN);
            (values.figures, Arc::new(values.levels))
        };
        Memory { columns: columns.into_iter().map(fill).collect(), rows }
    }
}

impl Rows for Memory {
    fn parts(&self) -> Result<usize, TableError> {
        Ok(self.rows.div_ceil(PART))
    }

    fn rows(&self) -> Option<u64> {
        Some(self.rows as u64)
    }

    fn read(&self, part: usize, columns: &[usize], each: Each<'_>) -> Result<(), TableError> {
        let chosen: Option<Vec<&[f64]>> = columns
            .iter()
            .map(|&column| self.columns.get(column).map(|(values, _)| values.as_slice()))
            .collect();
        let chosen = chosen.ok_or(TableError::Empty)?;
        let from = part.saturating_mul(PART);
        let until = from.saturating_add(PART).min(self.rows);
        for start in (from..until).step_by(block_rows(columns.len())) {
            let end = until.min(start + block_rows(columns.len()));
            let block: Vec<&[f64]> = chosen.iter().map(|values| &values[start..end]).collect();
            if !each(&block) {
                break;
            }
        }
        Ok(())
    }

    fn levels(&self, column: usize) -> Result<Arc<Vec<String>>, TableError> {
        self.columns.get(column).map(|(_, levels)| Arc::clone(levels)).ok_or(TableError::Empty)
    }
}
