//! What a pass over the whole file says of its columns.

use super::rows::fold;
use super::{Dataset, Notice};
use crate::TableError;

/// A column counted through.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ColumnSurvey {
    /// Rows with a value.
    pub filled: u64,
    /// Rows without one, what could not be read included.
    pub missing: u64,
    /// Infinite values, which are among the filled.
    pub infinite: u64,
    /// The smallest finite value; `NaN` where there is none.
    pub least: f64,
    /// The greatest finite value.
    pub greatest: f64,
}

impl ColumnSurvey {
    const NOTHING: Self =
        ColumnSurvey { filled: 0, missing: 0, infinite: 0, least: f64::NAN, greatest: f64::NAN };

    fn add(&mut self, values: &[f64]) {
        for &value in values {
            if value.is_nan() {
                self.missing += 1;
                continue;
            }
            self.filled += 1;
            if value.is_infinite() {
                self.infinite += 1;
            } else {
                // A minimum with NaN is the other.
                self.least = self.least.min(value);
                self.greatest = self.greatest.max(value);
            }
        }
    }

    fn join(&mut self, other: &Self) {
        self.filled += other.filled;
        self.missing += other.missing;
        self.infinite += other.infinite;
        self.least = self.least.min(other.least);
        self.greatest = self.greatest.max(other.greatest);
    }
}

/// All columns counted through.
#[derive(Debug, Clone, PartialEq)]
pub struct Survey {
    /// How many rows.
    pub rows: u64,
    /// The columns in their order; one of text that has too many levels is left uncounted.
    pub columns: Vec<ColumnSurvey>,
    /// All that is odd, with what only a whole pass finds.
    pub notices: Vec<Notice>,
}

impl Dataset {
    /// Counts all columns through, in one pass.
    pub fn survey(&self) -> Result<Survey, TableError> {
        let chosen: Vec<usize> = (0..self.columns.len()).filter(|&at| self.levels(at).is_ok()).collect();
        let mut all = vec![ColumnSurvey::NOTHING; chosen.len()];
        fold(
            &*self.rows,
            &chosen,
            || vec![ColumnSurvey::NOTHING; chosen.len()],
            |heap, block| heap.iter_mut().zip(block).for_each(|(own, values)| own.add(values)),
            |heap| all.iter_mut().zip(&heap).for_each(|(own, other)| own.join(other)),
        )?;
        let rows = all.first().map_or(0, |column| column.filled + column.missing);
        let mut columns = vec![ColumnSurvey::NOTHING; self.columns.len()];
        let mut notices = self.notices();
        for (at, found) in chosen.into_iter().zip(all) {
            let column = || self.columns[at].name.clone();
            if found.infinite > 0 {
                notices.push(Notice::Infinite { column: column(), count: found.infinite });
            }
            if found.filled == 0 && found.missing > 0 {
                notices.push(Notice::AllMissing { column: column() });
            }
            columns[at] = found;
        }
        if rows == 0 {
            notices.push(Notice::NoRows);
        }
        Ok(Survey { rows, columns, notices })
    }
}
