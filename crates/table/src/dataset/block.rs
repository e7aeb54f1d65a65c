//! Rows being gathered.

use super::rows::{Each, block_rows};

/// Some thousand rows of some columns, handed on when they are full.
pub struct Block<'a> {
    columns: Vec<Vec<f64>>,
    filled: usize,
    size: usize,
    each: Each<'a>,
}

impl<'a> Block<'a> {
    /// A block of so many columns.
    pub fn new(columns: usize, each: Each<'a>) -> Self {
        let size = block_rows(columns);
        Block { columns: vec![vec![f64::NAN; size]; columns], filled: 0, size, each }
    }

    /// Puts a value into the row that is being filled.
    #[inline]
    pub fn set(&mut self, column: usize, value: f64) {
        if let Some(place) = self.columns.get_mut(column).and_then(|column| column.get_mut(self.filled)) {
            *place = value;
        }
    }

    /// Goes on to the next row; `false` where no more are wanted.
    #[inline]
    pub fn next(&mut self) -> bool {
        self.filled += 1;
        self.filled < self.size || self.hand_on()
    }

    /// Hands on what has been gathered; `false` where no more is wanted.
    pub fn hand_on(&mut self) -> bool {
        let filled = std::mem::take(&mut self.filled);
        if filled == 0 {
            return true;
        }
        let slices: Vec<&[f64]> = self.columns.iter().map(|column| &column[..filled]).collect();
        (self.each)(&slices)
    }

    /// The place for the values of a column's first rows, for those who fill a column at a time.
    pub fn column(&mut self, column: usize, rows: usize) -> &mut [f64] {
        match self.columns.get_mut(column) {
            Some(column) => {
                let rows = rows.min(column.len());
                &mut column[..rows]
            }
            None => &mut [],
        }
    }

    /// Hands on rows that were filled a column at a time; `false` where no more is wanted.
    pub fn hand_on_rows(&mut self, rows: usize) -> bool {
        self.filled = rows.min(self.size);
        self.hand_on()
    }
}
