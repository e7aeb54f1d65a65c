//! The words of a column, and their codes.

use super::guard::guarded;
use super::lane::Reader;
use super::quick::{Quick, Shared, is_quick};
use super::schema::Held;
use super::{Pages, Part};
use crate::TableError;
use crate::dataset::cells::Cells;
use crate::dataset::rows::{LEVELS, each_part, ordered};
use foldhash::HashMap;
use parquet::file::reader::FileReader;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The levels, and the code of each: by its text, or by the bits of a figure.
#[derive(Clone)]
pub struct Levels {
    /// The words in their order.
    pub levels: Arc<Vec<String>>,
    /// The code of a text.
    pub by_text: Arc<HashMap<String, u32>>,
    /// The code of a figure, by its bits.
    pub by_bits: Arc<HashMap<u64, u32>>,
}

impl Pages {
    /// The levels of a column, found in a pass of its own where they are asked for first.
    pub(super) fn known(&self, at: usize) -> Result<&Levels, TableError> {
        let leaf = self.leaves.get(at).ok_or(TableError::Empty)?;
        if let Some(levels) = leaf.levels.get() {
            return Ok(levels);
        }
        let levels = match leaf.held {
            Held::Text | Held::Bytes => self.text_levels(at)?,
            _ => self.figure_levels(at)?,
        };
        Ok(leaf.levels.get_or_init(|| levels))
    }

    fn text_levels(&self, at: usize) -> Result<Levels, TableError> {
        let one = |part: usize| {
            let part = self.parts[part];
            let mut found = BTreeSet::new();
            let (mut reader, mut left) = (self.general(at, part, Cells::YesNo)?, part.rows as usize);
            while left > 0 && found.len() <= LEVELS {
                let rows = left.min(4096);
                let mut add = |text: &str| {
                    if !found.contains(text) {
                        found.insert(text.to_owned());
                    }
                };
                guarded(|| reader.texts(rows, &mut add))?;
                left -= rows;
            }
            Ok(found)
        };
        let mut all = BTreeSet::new();
        each_part(self.parts.len(), one, &mut |found| all.extend(found))?;
        few(all.len())?;
        let levels = ordered(all);
        let by_text = levels.iter().cloned().zip(0..).collect();
        Ok(Levels { levels: Arc::new(levels), by_text: Arc::new(by_text), by_bits: Arc::default() })
    }

    /// The levels of figures that are to be words: they are written as figures.
    fn figure_levels(&self, at: usize) -> Result<Levels, TableError> {
        let one = |part: usize| {
            let part = self.parts[part];
            let (mut found, mut shared) = (BTreeSet::new(), Shared::default());
            let leaf = &self.leaves[at];
            let chunk = self.reader.metadata().row_group(part.group).column(leaf.at);
            let mut reader = match leaf.held {
                Held::Figures(plain) if is_quick(chunk) => {
                    Reader::Quick(Quick::new(&*self.source, chunk, plain, &mut shared))
                }
                _ => Reader::General(Box::new(self.general(at, Part { from: 0, ..part }, Cells::YesNo)?)),
            };
            reader.skip(part.from as usize, &mut shared)?;
            let (mut left, mut values) = (part.rows as usize, vec![0.0; 4096]);
            while left > 0 && found.len() <= LEVELS {
                let rows = left.min(4096);
                reader.fill(&mut values[..rows], &mut shared)?;
                found.extend(
                    values[..rows].iter().filter(|value| !value.is_nan()).map(|value| sortable(*value)),
                );
                left -= rows;
            }
            Ok(found)
        };
        let mut all = BTreeSet::new();
        each_part(self.parts.len(), one, &mut |found| all.extend(found))?;
        few(all.len())?;
        let values: Vec<f64> = all.into_iter().map(unsortable).collect();
        let levels = values.iter().map(f64::to_string).collect();
        let by_bits = values.iter().map(|value| value.to_bits()).zip(0..).collect();
        Ok(Levels { levels: Arc::new(levels), by_text: Arc::default(), by_bits: Arc::new(by_bits) })
    }
}

fn few(levels: usize) -> Result<(), TableError> {
    if levels > LEVELS { Err(TableError::TooLarge { what: "levels", limit: LEVELS }) } else { Ok(()) }
}

/// Bits that are ordered as the figures are.
fn sortable(value: f64) -> u64 {
    let bits = value.to_bits();
    if bits >> 63 == 0 { bits ^ 1 << 63 } else { !bits }
}

fn unsortable(bits: u64) -> f64 {
    f64::from_bits(if bits >> 63 == 1 { bits ^ 1 << 63 } else { !bits })
}
