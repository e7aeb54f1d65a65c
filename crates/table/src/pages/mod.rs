//! Parquet files.

mod codec;
mod general;
mod header;
mod hybrid;
mod plain;
mod quick;
mod reader;
mod schema;

#[cfg(test)]
mod tests;

use crate::dataset::block::Block;
use crate::dataset::cells::Cells;
use crate::dataset::guess::guess;
use crate::dataset::rows::{Each, LEVELS, Rows, block_rows, each_part, ordered};
use crate::dataset::trouble::{Trouble, Troubles};
use crate::{Column, Kind, Source, TableError};
use foldhash::HashMap;
use general::General;
use parquet::file::metadata::ParquetMetaData;
use parquet::file::reader::{FileReader, SerializedFileReader};
use quick::{Quick, Shared, is_quick};
use reader::Bytes;
use schema::{Held, held};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, OnceLock};

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

/// The levels, and the code of each: by its text, or by the bits of a figure.
#[derive(Clone)]
struct Levels {
    levels: Arc<Vec<String>>,
    by_text: Arc<HashMap<String, u32>>,
    by_bits: Arc<HashMap<u64, u32>>,
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
    let mut file = Pages { source, reader, leaves, parts, rows: row, troubles: Arc::default() };
    for at in 0..file.leaves.len() {
        if file.leaves[at].kind == Kind::Text {
            let found = guess(&file.sample(at)?.iter().map(String::as_str).collect::<Vec<_>>(), None, None);
            // Whoever wrote text into a typed file meant text.
            let few = found.kind != Kind::Text;
            file.leaves[at].kind = if few { Kind::Word } else { Kind::Text };
            columns[at].kind = file.leaves[at].kind;
            columns[at].examples = found.examples;
        }
    }
    Ok((file, columns, nested))
}

/// Whether the places that the file tells of its columns can be places at all.
fn sound(about: &ParquetMetaData) -> Result<(), TableError> {
    let is_sound = about.row_groups().iter().all(|group| {
        group.columns().iter().all(|column| {
            let start = column.dictionary_page_offset().unwrap_or(0).min(column.data_page_offset());
            let flat = column.column_descr().max_rep_level() > 0 || column.num_values() == group.num_rows();
            start >= 0
                && column.compressed_size() >= 0
                && column.num_values() >= 0
                && group.num_rows() >= 0
                && flat
        })
    });
    match is_sound {
        true => Ok(()),
        false => Err(TableError::Faulty { detail: "the index of the Parquet file is damaged".to_owned() }),
    }
}

/// The crate `parquet` takes some damage for its own mistake and panics; here it is the file's.
fn guarded<A>(work: impl FnOnce() -> Result<A, TableError>) -> Result<A, TableError> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(TableError::Faulty { detail: "the Parquet file is damaged".to_owned() }))
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

    /// Reads a part a column after another.
    fn read_columns(
        &self,
        part: usize,
        place: Part,
        columns: &[usize],
        each: Each<'_>,
    ) -> Result<(), TableError> {
        let (mut shared, mut troubles) = (Shared::default(), Vec::new());
        let mut all = Vec::with_capacity(columns.len());
        for &at in columns {
            let mut lane = self.lane(at, place, &mut shared)?;
            let mut values = vec![0.0; place.rows as usize];
            lane.fill(&mut values, &mut shared)?;
            troubles.push((at, lane.end(&mut shared)));
            all.push(values);
        }
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

    fn sample(&self, at: usize) -> Result<Vec<String>, TableError> {
        let mut sample = Vec::new();
        if let Some(part) = self.parts.iter().find(|part| part.rows > 0) {
            let rows = part.rows.min(SAMPLE as u64) as usize;
            let mut reader = self.general(at, *part, Cells::YesNo)?;
            guarded(|| reader.texts(rows, &mut |text| sample.push(text.to_owned())))?;
        }
        Ok(sample)
    }

    fn general(&self, at: usize, part: Part, cells: Cells) -> Result<General, TableError> {
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

    /// A reader of a column that stands before a part's first row.
    fn lane(&self, at: usize, part: Part, shared: &mut Shared) -> Result<Lane<'_>, TableError> {
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

    fn known(&self, at: usize) -> Result<&Levels, TableError> {
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

/// A column being read.
struct Lane<'a> {
    reader: Reader<'a>,
    codes: Option<Arc<HashMap<u64, u32>>>,
}

impl Lane<'_> {
    fn fill(&mut self, out: &mut [f64], shared: &mut Shared) -> Result<(), TableError> {
        self.reader.fill(out, shared)?;
        if let Some(codes) = &self.codes {
            let code = |value: f64| codes.get(&value.to_bits()).map_or(f64::NAN, |code| f64::from(*code));
            out.iter_mut().for_each(|value| *value = code(*value));
        }
        Ok(())
    }

    /// Leaves its buffers to the next, and tells what could not be read.
    fn end(self, shared: &mut Shared) -> Trouble {
        match self.reader {
            Reader::General(general) => general.trouble,
            Reader::Quick(quick) => {
                quick.leave(shared);
                Trouble::default()
            }
        }
    }
}

enum Reader<'a> {
    Quick(Quick<'a>),
    General(Box<General>),
}

impl Reader<'_> {
    fn skip(&mut self, count: usize, shared: &mut Shared) -> Result<(), TableError> {
        match self {
            Reader::Quick(quick) => quick.skip(count, shared),
            Reader::General(general) => guarded(|| general.skip(count)),
        }
    }

    fn fill(&mut self, out: &mut [f64], shared: &mut Shared) -> Result<(), TableError> {
        match self {
            Reader::Quick(quick) => quick.fill(out, shared),
            Reader::General(general) => guarded(|| general.fill(out)),
        }
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
        let mut shared = Shared::default();
        if place.rows <= WIDE && columns.len() > NARROW {
            return self.read_columns(part, place, columns, each);
        }
        let lanes = columns.iter().map(|&at| self.lane(at, place, &mut shared));
        let mut lanes = lanes.collect::<Result<Vec<_>, _>>()?;
        let mut block = Block::new(columns.len(), each);
        let mut left = place.rows as usize;
        while left > 0 {
            let rows = left.min(block_rows(columns.len()));
            for (slot, lane) in lanes.iter_mut().enumerate() {
                lane.fill(block.column(slot, rows), &mut shared)?;
            }
            left -= rows;
            if !block.hand_on_rows(rows) {
                break;
            }
        }
        let troubles = columns.iter().zip(lanes).map(|(column, lane)| (*column, lane.end(&mut shared)));
        self.troubles.note(part, troubles.collect());
        Ok(())
    }

    fn levels(&self, column: usize) -> Result<Arc<Vec<String>>, TableError> {
        self.known(column).map(|known| Arc::clone(&known.levels))
    }
}
