//! Columns that come in parts, as a file's do.

use stats::{Blocks, Result};

/// Rows of a block at most, so that a part may come in several.
const BLOCK: usize = 700;

/// Columns in three parts.
pub struct Parts {
    pub names: Vec<String>,
    pub columns: Vec<Vec<f64>>,
}

impl Blocks for Parts {
    fn names(&self) -> &[String] {
        &self.names
    }

    fn parts(&self) -> usize {
        3
    }

    fn read(
        &self,
        part: usize,
        columns: &[usize],
        each: &mut dyn FnMut(&[&[f64]]) -> Result<()>,
    ) -> Result<()> {
        let n = self.columns[0].len();
        let (from, until) = (part * n / 3, (part + 1) * n / 3);
        for start in (from..until).step_by(BLOCK) {
            let end = (start + BLOCK).min(until);
            let block: Vec<&[f64]> = columns.iter().map(|&at| &self.columns[at][start..end]).collect();
            each(&block)?;
        }
        Ok(())
    }
}
