//! Text files as rows: delimited text and JSON lines, in parts of whole rows.

mod delimited;
mod fields;
mod index;
mod json;
mod open;

mod quotes;

pub use open::open;

use crate::dataset::block::Block;
use crate::dataset::cells::{Cells, is_missing};
use crate::dataset::rows::{Each, LEVELS, Rows, each_part, ordered};
use crate::dataset::trouble::Troubles;
use crate::{Source, TableError, source};
use delimited::Wanted;
use encoding_rs::Encoding;
use foldhash::{HashMap, HashSet};
use index::{Marks, Part};
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

/// How the text is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Rows of cells with a mark between.
    Delimited,
    /// JSON, an object a line.
    Json,
}

type Levels = (Arc<Vec<String>>, Arc<HashMap<String, u32>>);

/// A text file of which columns and their kinds are known.
pub struct TextFile {
    source: Arc<dyn Source>,
    form: Form,
    /// In what it is written; UTF-16 has been turned into UTF-8.
    encoding: &'static Encoding,
    marks: Marks,
    /// The first byte below the header.
    start: u64,
    /// The number of the row there.
    row: u64,
    /// The heads of the columns.
    pub names: Vec<String>,
    /// How each column is read.
    pub cells: Vec<Cells>,
    levels: Vec<OnceLock<Levels>>,
    parts: OnceLock<Vec<Part>>,
    /// What could not be read.
    pub troubles: Arc<Troubles>,
    /// About how long a part is.
    pub piece: u64,
}

impl TextFile {
    fn cut(&self) -> Result<&[Part], TableError> {
        if let Some(parts) = self.parts.get() {
            return Ok(parts);
        }
        let parts =
            index::index(&*self.source, self.start, self.source.size(), self.row, self.marks, self.piece)?;
        Ok(self.parts.get_or_init(|| parts))
    }

    fn bytes(&self, part: Part) -> Result<Vec<u8>, TableError> {
        source::range(&*self.source, part.from, part.until).map_err(TableError::io)
    }

    /// All words of a column, in a pass of its own.
    fn find_levels(&self, column: usize) -> Result<Levels, TableError> {
        let parts = self.cut()?;
        let one = |at: usize| {
            let mut found: HashSet<String> = HashSet::default();
            self.words(parts[at], column, &mut |text| {
                if !is_missing(text) && !found.contains(text) {
                    found.insert(text.to_owned());
                }
                found.len() <= LEVELS
            })?;
            Ok(found)
        };
        let mut all = BTreeSet::new();
        each_part(parts.len(), one, &mut |found| all.extend(found))?;
        if all.len() > LEVELS {
            return Err(TableError::TooLarge { what: "levels", limit: LEVELS });
        }
        let levels = ordered(all);
        let codes = levels.iter().cloned().zip(0..).collect();
        Ok((Arc::new(levels), Arc::new(codes)))
    }

    /// The cells of one column in a part, as text.
    fn words(&self, part: Part, column: usize, each: &mut dyn FnMut(&str) -> bool) -> Result<(), TableError> {
        let bytes = self.bytes(part)?;
        if self.form == Form::Json {
            return json::words(self, part, &bytes, column, each);
        }
        let mut cursor = fields::Cursor { bytes: &bytes, at: 0, marks: self.marks, ended: true };
        while !cursor.is_done() {
            if cursor.skip_blank() {
                continue;
            }
            let mut at = 0;
            loop {
                if at == column {
                    if !each(&fields::text(&cursor.field(), self.encoding)) {
                        return Ok(());
                    }
                } else {
                    cursor.skip();
                }
                at += 1;
                if cursor.ended {
                    break;
                }
            }
        }
        Ok(())
    }

    fn known(&self, column: usize) -> Result<&Levels, TableError> {
        let place = self.levels.get(column).ok_or(TableError::Empty)?;
        if let Some(levels) = place.get() {
            return Ok(levels);
        }
        let levels = self.find_levels(column)?;
        Ok(place.get_or_init(|| levels))
    }
}

impl Rows for TextFile {
    fn parts(&self) -> Result<usize, TableError> {
        self.cut().map(<[Part]>::len)
    }

    fn rows(&self) -> Option<u64> {
        None
    }

    fn read(&self, part: usize, columns: &[usize], each: Each<'_>) -> Result<(), TableError> {
        let Some(place) = self.cut()?.get(part).copied() else { return Ok(()) };
        let mut wanted = Vec::with_capacity(columns.len());
        for &column in columns {
            let cells = match self.cells.get(column) {
                Some(Cells::Level(_)) => Cells::Level(Arc::clone(&self.known(column)?.1)),
                Some(cells) => cells.clone(),
                None => return Err(TableError::Empty),
            };
            wanted.push(Wanted { column, cells, trouble: Default::default() });
        }
        let bytes = self.bytes(place)?;
        let mut block = Block::new(columns.len(), each);
        match self.form {
            Form::Delimited => delimited::read(self, place, &bytes, &mut wanted, &mut block)?,
            Form::Json => json::read(self, place, &bytes, &mut wanted, &mut block)?,
        }
        block.hand_on();
        self.troubles.note(part, wanted.into_iter().map(|wanted| (wanted.column, wanted.trouble)).collect());
        Ok(())
    }

    fn levels(&self, column: usize) -> Result<Arc<Vec<String>>, TableError> {
        Ok(Arc::clone(&self.known(column)?.0))
    }
}
