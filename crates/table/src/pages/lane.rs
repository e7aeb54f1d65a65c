//! A column being read, by whichever reader suits it.

use super::general::General;
use super::guard::guarded;
use super::quick::{Quick, Shared, is_quick};
use super::schema::Held;
use super::{Pages, Part};
use crate::TableError;
use crate::dataset::cells::Cells;
use crate::dataset::trouble::Trouble;
use foldhash::HashMap;
use parquet::file::reader::FileReader;
use std::sync::Arc;

/// A column being read.
pub struct Lane<'a> {
    reader: Reader<'a>,
    codes: Option<Arc<HashMap<u64, u32>>>,
}

impl Lane<'_> {
    /// Fills with the next values; a missing one is `NaN`.
    pub fn fill(&mut self, out: &mut [f64], shared: &mut Shared) -> Result<(), TableError> {
        self.reader.fill(out, shared)?;
        if let Some(codes) = &self.codes {
            let code = |value: f64| codes.get(&value.to_bits()).map_or(f64::NAN, |code| f64::from(*code));
            out.iter_mut().for_each(|value| *value = code(*value));
        }
        Ok(())
    }

    /// Leaves its buffers to the next, and tells what could not be read.
    pub fn end(self, shared: &mut Shared) -> Trouble {
        match self.reader {
            Reader::General(general) => general.trouble,
            Reader::Quick(quick) => {
                quick.leave(shared);
                Trouble::default()
            }
        }
    }
}

/// Its reader.
pub enum Reader<'a> {
    /// Of plain figures.
    Quick(Quick<'a>),
    /// Of anything.
    General(Box<General>),
}

impl Reader<'_> {
    /// Passes over values.
    pub fn skip(&mut self, count: usize, shared: &mut Shared) -> Result<(), TableError> {
        match self {
            Reader::Quick(quick) => quick.skip(count, shared),
            Reader::General(general) => guarded(|| general.skip(count)),
        }
    }

    /// Fills with the next values; a missing one is `NaN`.
    pub fn fill(&mut self, out: &mut [f64], shared: &mut Shared) -> Result<(), TableError> {
        match self {
            Reader::Quick(quick) => quick.fill(out, shared),
            Reader::General(general) => guarded(|| general.fill(out)),
        }
    }
}

impl Pages {
    /// A reader of a column that stands before a part's first row.
    pub(super) fn lane(&self, at: usize, part: Part, shared: &mut Shared) -> Result<Lane<'_>, TableError> {
        let leaf = self.leaves.get(at).ok_or(TableError::Empty)?;
        let text = matches!(leaf.held, Held::Text | Held::Bytes);
        let codes = match leaf.kind.has_levels() && !text {
            true => Some(Arc::clone(&self.known(at)?.by_bits)),
            false => None,
        };
        let chunk = self.reader.metadata().row_group(part.group).column(leaf.at);
        if let (Held::Figures(plain), true) = (leaf.held, is_quick(chunk)) {
            let mut quick = Quick::new(&*self.source, chunk, plain, shared);
            quick.skip(part.from as usize, shared)?;
            return Ok(Lane { reader: Reader::Quick(quick), codes });
        }
        let cells = match leaf.kind.has_levels() && text {
            true => Cells::Level(Arc::clone(&self.known(at)?.by_text)),
            false => leaf.cells.clone(),
        };
        Ok(Lane { reader: Reader::General(Box::new(self.general(at, part, cells)?)), codes })
    }

    /// The general reader of a column, before a part's first row.
    pub(super) fn general(&self, at: usize, part: Part, cells: Cells) -> Result<General, TableError> {
        let leaf = self.leaves.get(at).ok_or(TableError::Empty)?;
        guarded(|| {
            let group = self.reader.get_row_group(part.group).map_err(TableError::io)?;
            let level = group.metadata().column(leaf.at).column_descr().max_def_level();
            let reader = group.get_column_reader(leaf.at).map_err(TableError::io)?;
            let mut general = General::new(reader, leaf.held, level, cells, part.row - part.from + 1);
            if part.from > 0 {
                general.skip(part.from as usize)?;
            }
            Ok(general)
        })
    }
}
