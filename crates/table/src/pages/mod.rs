//! Parquet files.

mod codec;
mod general;
mod guard;
mod header;
mod hybrid;
mod lane;
mod levels;
mod plain;
mod quick;
mod reader;
mod schema;

#[cfg(test)]
mod tests;

use crate::dataset::block::Block;
use crate::dataset::cells::Cells;
use crate::dataset::guess::guess;
use crate::dataset::rows::{Each, Rows, block_rows};
use crate::dataset::trouble::Troubles;
use crate::{Column, Kind, Source, TableError};
use guard::{guarded, sound};
use levels::Levels;
use parquet::file::reader::{FileReader, SerializedFileReader};
use quick::Shared;
use rayon::prelude::*;
use reader::Bytes;
use schema::{Held, held};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// How many values of a column of text are looked at.
const SAMPLE: usize = 5_000;
/// A row group is cut into parts of no fewer rows than this, so that few groups keep several cores busy.
const PART: u64 = 65_536;
/// A part of no more rows than this and of more columns than [`NARROW`] is read a column after another: its values take less
/// memory than a page and a dictionary of each column would.
const WIDE: u64 = 131_072;
const NARROW: usize = 24;
/// As many parts as there should be.
const PARTS: u64 = 4;

/// A Parquet file.
pub struct Pages {
    source: Arc<dyn Source>,
    reader: SerializedFileReader<Bytes>,
    leaves: Vec<Leaf>,
    parts: Vec<Part>,
    rows: u64,
    /// Buffers of parts that were read, for those to come.
    buffers: Mutex<Vec<Shared>>,
    /// What could not be read.
    pub troubles: Arc<Troubles>,
}

/// A column.
struct Leaf {
    /// Its place among the file's columns, nested ones included.
    at: usize,
    held: Held,
    kind: Kind,
    cells: Cells,
    levels: OnceLock<Levels>,
}

/// Rows of a group.
#[derive(Clone, Copy)]
struct Part {
    group: usize,
    /// The first, counted in the group.
    from: u64,
    rows: u64,
    /// The first, counted in the file.
    row: u64,
}

/// Opens a file; gives its columns, and the names of those that are nested.
pub fn open(source: Arc<dyn Source>) -> Result<(Pages, Vec<Column>, Vec<String>), TableError> {
    let reader = guarded(|| SerializedFileReader::new(Bytes(Arc::clone(&source))).map_err(TableError::io))?;
    sound(reader.metadata())?;
    let about = reader.metadata().file_metadata().schema_descr_ptr();
    let (mut leaves, mut columns, mut nested) = (Vec::new(), Vec::new(), Vec::new());
    for (at, descriptor) in about.columns().iter().enumerate() {
        let name = descriptor.path().parts().join(".");
        match held(descriptor) {
            Some((kind, held)) => {
                columns.push(Column::new(name, kind));
                let cells = Cells::Level(Arc::default());
                leaves.push(Leaf { at, held, kind, cells, levels: OnceLock::new() });
            }
            None => {
                let outer = descriptor.path().parts().first().cloned().unwrap_or(name);
                if !nested.contains(&outer) {
                    nested.push(outer);
                }
            }
        }
    }
    let groups = reader.metadata().num_row_groups() as u64;
    let (mut parts, mut row) = (Vec::new(), 0);
    for group in 0..groups as usize {
        let rows = u64::try_from(reader.metadata().row_group(group).num_rows()).unwrap_or(0);
        let count = PARTS.div_ceil(groups).min(rows / PART).max(1);
        for part in 0..count {
            let (from, until) = (rows * part / count, rows * (part + 1) / count);
            parts.push(Part { group, from, rows: until - from, row: row + from });
        }
        row += rows;
    }
    let mut file = Pages {
        source,
        reader,
        leaves,
        parts,
        rows: row,
        buffers: Mutex::default(),
        troubles: Arc::default(),
    };
    for (at, column) in columns.iter_mut().enumerate().take(file.leaves.len()) {
        if file.leaves[at].kind == Kind::Text {
            let found = guess(&file.sample(at)?.iter().map(String::as_str).collect::<Vec<_>>(), None, None);
            // Whoever wrote text into a typed file meant text.
            let few = found.kind != Kind::Text;
            file.leaves[at].kind = if few { Kind::Word } else { Kind::Text };
            column.kind = file.leaves[at].kind;
            column.examples = found.examples;
        }
    }
    Ok((file, columns, nested))
}

impl Pages {
    /// Takes the kinds that a person asked for.
    pub fn with_kinds(mut self, kinds: &[Kind]) -> Result<Self, TableError> {
        for (at, kind) in kinds.iter().copied().enumerate() {
            let is_text = matches!(self.leaves.get(at), Some(Leaf { held: Held::Text | Held::Bytes, .. }));
            let cells = match is_text && !kind.has_levels() {
                true => {
                    let sample = self.sample(at)?;
                    guess(&sample.iter().map(String::as_str).collect::<Vec<_>>(), None, Some(kind)).cells
                }
                false => Cells::Level(Arc::default()),
            };
            if let Some(leaf) = self.leaves.get_mut(at) {
                (leaf.kind, leaf.cells) = (kind, cells);
            }
        }
        Ok(self)
    }

    /// Reads a part a column beside another.
    fn read_columns(
        &self,
        part: usize,
        place: Part,
        columns: &[usize],
        each: Each<'_>,
    ) -> Result<(), TableError> {
        let column = |&at: &usize| {
            let mut shared = self.buffers().pop().unwrap_or_default();
            let mut lane = self.lane(at, place, &mut shared)?;
            let mut values = vec![0.0; place.rows as usize];
            lane.fill(&mut values, &mut shared)?;
            let trouble = lane.end(&mut shared);
            self.buffers().push(shared);
            Ok((values, (at, trouble)))
        };
        let read = columns.par_iter().map(column).collect::<Result<Vec<_>, TableError>>()?;
        let (all, troubles): (Vec<Vec<f64>>, Vec<_>) = read.into_iter().unzip();
        self.troubles.note(part, troubles);
        let (rows, step) = (place.rows as usize, block_rows(columns.len()));
        for from in (0..rows).step_by(step) {
            let block: Vec<&[f64]> = all.iter().map(|values| &values[from..rows.min(from + step)]).collect();
            if !each(&block) {
                break;
            }
        }
        Ok(())
    }

    /// Reads a part some rows of all columns after another.
    fn read_rows(
        &self,
        part: usize,
        place: Part,
        columns: &[usize],
        shared: &mut Shared,
        each: Each<'_>,
    ) -> Result<(), TableError> {
        let lanes = columns.iter().map(|&at| self.lane(at, place, shared));
        let mut lanes = lanes.collect::<Result<Vec<_>, _>>()?;
        let mut block = Block::new(columns.len(), each);
        let mut left = place.rows as usize;
        while left > 0 {
            let rows = left.min(block_rows(columns.len()));
            for (slot, lane) in lanes.iter_mut().enumerate() {
                lane.fill(block.column(slot, rows), shared)?;
            }
            left -= rows;
            if !block.hand_on_rows(rows) {
                break;
            }
        }
        let troubles = columns.iter().zip(lanes).map(|(column, lane)| (*column, lane.end(shared)));
        self.troubles.note(part, troubles.collect());
        Ok(())
    }

    fn buffers(&self) -> MutexGuard<'_, Vec<Shared>> {
        self.buffers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Some of the first texts of a column.
    fn sample(&self, at: usize) -> Result<Vec<String>, TableError> {
        let mut sample = Vec::new();
        if let Some(part) = self.parts.iter().find(|part| part.rows > 0) {
            let rows = part.rows.min(SAMPLE as u64) as usize;
            let mut reader = self.general(at, *part, Cells::YesNo)?;
            guarded(|| reader.texts(rows, &mut |text| sample.push(text.to_owned())))?;
        }
        Ok(sample)
    }
}

impl Rows for Pages {
    fn parts(&self) -> Result<usize, TableError> {
        Ok(self.parts.len())
    }

    fn rows(&self) -> Option<u64> {
        Some(self.rows)
    }

    fn read(&self, part: usize, columns: &[usize], each: Each<'_>) -> Result<(), TableError> {
        let Some(place) = self.parts.get(part).copied() else { return Ok(()) };
        if place.rows <= WIDE && columns.len() > NARROW {
            return self.read_columns(part, place, columns, each);
        }
        let mut shared = self.buffers().pop().unwrap_or_default();
        let read = self.read_rows(part, place, columns, &mut shared, each);
        self.buffers().push(shared);
        read
    }

    fn levels(&self, column: usize) -> Result<Arc<Vec<String>>, TableError> {
        self.known(column).map(|known| Arc::clone(&known.levels))
    }
}
