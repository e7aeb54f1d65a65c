//! Cells that are none of their column's kind.

use foldhash::HashMap;
use std::sync::{Mutex, PoisonError};

/// How many of them are shown.
const SHOWN: usize = 5;

/// The cells of a column that could not be read; each counts as missing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trouble {
    /// How many, in what was read so far.
    pub count: u64,
    /// The first of them: the row as a spreadsheet numbers it, and the text.
    pub first: Vec<(u64, String)>,
}

impl Trouble {
    /// Adds one.
    pub fn add(&mut self, row: u64, text: &str) {
        self.count += 1;
        if self.first.len() < SHOWN {
            self.first.push((row, text.chars().take(60).collect()));
        }
    }
}

/// What went wrong in each column and part; a part that is read again is not counted again.
#[derive(Default)]
pub struct Troubles(Mutex<HashMap<(usize, usize), Trouble>>);

impl Troubles {
    /// Notes what a part had, column by column.
    pub fn note(&self, part: usize, found: Vec<(usize, Trouble)>) {
        if found.iter().any(|(_, trouble)| trouble.count > 0) {
            let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            for (column, trouble) in found {
                if trouble.count > 0 {
                    all.insert((column, part), trouble);
                }
            }
        }
    }

    /// All that is known, by column.
    pub fn by_column(&self) -> Vec<(usize, Trouble)> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut keys: Vec<_> = all.keys().copied().collect();
        keys.sort_unstable();
        let mut columns: Vec<(usize, Trouble)> = Vec::new();
        for key in keys {
            if columns.last().is_none_or(|(column, _)| *column != key.0) {
                columns.push((key.0, Trouble::default()));
            }
            if let (Some((_, sum)), Some(part)) = (columns.last_mut(), all.get(&key)) {
                sum.count += part.count;
                let room = SHOWN - sum.first.len();
                sum.first.extend(part.first.iter().take(room).cloned());
            }
        }
        columns
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_reading_counts_once() {
        let troubles = Troubles::default();
        let mut one = Trouble::default();
        (0..7).for_each(|row| one.add(row, "x"));
        for _ in 0..2 {
            troubles.note(1, vec![(3, one.clone())]);
            troubles.note(0, vec![(3, one.clone()), (4, Trouble::default())]);
        }
        let found = troubles.by_column();
        assert_eq!((found.len(), found[0].0, found[0].1.count), (1, 3, 14));
        assert_eq!(found[0].1.first.len(), SHOWN);
    }
}
