//! Figures out of pages, without anything between the unpacked bytes and the block.
//!
//! Most columns of figures are plain or by dictionary, and for them the general reader's two copies and an allocation a page
//! cost more than all the arithmetic behind them. What is read here goes from the file into one buffer, is unpacked into
//! another that the column keeps, and from there into the block.

use super::header::{PageHeader, PageKind};
use super::hybrid::Hybrid;
use super::plain::Plain;
use crate::{Source, TableError};
use parquet::basic::{Compression, Encoding};
use parquet::file::metadata::ColumnChunkMetaData;

/// No page unpacks to more than this.
const PAGE: usize = 512 << 20;

/// A column's chunk being read.
pub struct Quick<'a> {
    source: &'a dyn Source,
    compression: Compression,
    plain: Plain,
    /// Bits of a definition level, and the level of a value that is there.
    level: (u8, u32),
    at: u64,
    until: u64,
    start: u64,
    dictionary: Vec<f64>,
    /// Values of the dictionary; behind them may stand what is left of another.
    known: usize,
    page: Vec<u8>,
    /// Bytes of the page; behind them may stand what is left of another.
    size: usize,
    /// Values of the page that are left.
    left: usize,
    levels: Option<Hybrid>,
    body: Body,
}

#[derive(Clone, Copy)]
enum Body {
    /// The next value's place.
    Plain(usize),
    /// Indexes.
    Dictionary(Hybrid),
}

/// Buffers that columns share, and one part after another: what is taken from the system anew costs as much as the copying.
#[derive(Default)]
pub struct Shared {
    packed: Vec<u8>,
    dictionary: Vec<u8>,
    present: Vec<f64>,
    levels: Vec<u32>,
    /// Buffers of columns that are done.
    spare: Vec<(Vec<u8>, Vec<f64>)>,
}

/// Whether a chunk is of that kind.
pub fn is_quick(chunk: &ColumnChunkMetaData) -> bool {
    let known = |encoding| {
        matches!(
            encoding,
            Encoding::PLAIN | Encoding::RLE | Encoding::RLE_DICTIONARY | Encoding::PLAIN_DICTIONARY
        )
    };
    let packed = matches!(
        chunk.compression(),
        Compression::UNCOMPRESSED
            | Compression::SNAPPY
            | Compression::ZSTD(_)
            | Compression::GZIP(_)
            | Compression::LZ4_RAW
    );
    packed && chunk.column_descr().max_rep_level() == 0 && chunk.encodings().all(known)
}

impl<'a> Quick<'a> {
    /// A reader that stands before the chunk's first value.
    pub fn new(
        source: &'a dyn Source,
        chunk: &ColumnChunkMetaData,
        plain: Plain,
        shared: &mut Shared,
    ) -> Self {
        let (page, dictionary) = shared.spare.pop().unwrap_or_default();
        let (start, length) = chunk.byte_range();
        let level = u32::try_from(chunk.column_descr().max_def_level()).unwrap_or(0);
        Quick {
            source,
            compression: chunk.compression(),
            plain,
            level: ((32 - level.leading_zeros()) as u8, level),
            at: start,
            until: start.saturating_add(length).min(source.size()),
            start,
            dictionary,
            known: 0,
            page,
            size: 0,
            left: 0,
            levels: None,
            body: Body::Plain(0),
        }
    }

    /// Leaves its buffers to the next column.
    pub fn leave(self, shared: &mut Shared) {
        shared.spare.push((self.page, self.dictionary));
    }

    /// Passes over values; whole pages of them are not even unpacked.
    pub fn skip(&mut self, mut count: usize, shared: &mut Shared) -> Result<(), TableError> {
        let mut waste = [0.0; 1024];
        while count > 0 {
            if self.left == 0 {
                let header = self.header(self.at)?;
                let is_data = matches!(header.kind, PageKind::Data | PageKind::DataV2);
                // A dictionary that is passed over is fetched when a page asks for it.
                if !is_data || header.values <= count {
                    self.at += (header.length + header.packed) as u64;
                    if is_data {
                        count -= header.values;
                    }
                    continue;
                }
            }
            let take = count.min(waste.len()).min(if self.left == 0 { count } else { self.left });
            self.fill(&mut waste[..take], shared)?;
            count -= take;
        }
        Ok(())
    }

    /// Fills with the next values; a missing one is `NaN`.
    pub fn fill(&mut self, mut out: &mut [f64], shared: &mut Shared) -> Result<(), TableError> {
        while !out.is_empty() {
            while self.left == 0 {
                self.next_page(shared)?;
            }
            let count = out.len().min(self.left);
            let (now, later) = out.split_at_mut(count);
            self.left -= count;
            match &mut self.levels {
                None => self.present(now)?,
                Some(levels) => {
                    shared.levels.clear();
                    let found = &mut shared.levels;
                    levels.each(&self.page, count, |level| found.push(level)).ok_or_else(broken)?;
                    let there = found.iter().filter(|level| **level == self.level.1).count();
                    shared.present.resize(there, 0.0);
                    self.present(&mut shared.present)?;
                    let mut present = shared.present.iter();
                    for (to, level) in now.iter_mut().zip(&shared.levels) {
                        let value = if *level == self.level.1 { present.next() } else { None };
                        *to = value.copied().unwrap_or(f64::NAN);
                    }
                }
            }
            out = later;
        }
        Ok(())
    }

    /// Values that are there.
    fn present(&mut self, out: &mut [f64]) -> Result<(), TableError> {
        match &mut self.body {
            Body::Plain(at) => {
                let until = *at + out.len() * self.plain.size();
                let page = self.page.get(..self.size).unwrap_or_default();
                self.plain.read(page.get(*at..until).ok_or_else(broken)?, out);
                *at = until;
            }
            Body::Dictionary(indexes) => {
                let (count, mut wrong) = (out.len(), false);
                let mut to = out.iter_mut();
                let dictionary = self.dictionary.get(..self.known).unwrap_or_default();
                let put = |index: u32| match (to.next(), dictionary.get(index as usize)) {
                    (Some(to), Some(value)) => *to = *value,
                    _ => wrong = true,
                };
                indexes.each(&self.page, count, put).filter(|()| !wrong).ok_or_else(broken)?;
            }
        }
        Ok(())
    }

    fn header(&self, at: u64) -> Result<PageHeader, TableError> {
        // Statistics may stand in it; most headers have some forty bytes.
        for size in [256u64, 1 << 16, 1 << 22] {
            let bytes = crate::source::range(self.source, at, self.until.min(at.saturating_add(size)));
            if let Some(header) = PageHeader::read(&bytes.map_err(TableError::io)?) {
                let ends = (header.packed as u64).checked_add(at + header.length as u64);
                let fits = ends.is_some_and(|end| end <= self.until);
                return if fits && header.unpacked <= PAGE { Ok(header) } else { Err(broken()) };
            }
        }
        Err(broken())
    }

    fn next_page(&mut self, shared: &mut Shared) -> Result<(), TableError> {
        let header = self.header(self.at)?;
        let body = self.at + header.length as u64;
        self.at = body + header.packed as u64;
        match header.kind {
            PageKind::Other => return Ok(()),
            PageKind::Dictionary => return self.read_dictionary(header, body, shared),
            PageKind::Data | PageKind::DataV2 => {}
        }
        let by_dictionary = matches!(header.encoding, 2 | 8);
        if by_dictionary && self.known == 0 {
            let first = self.header(self.start)?;
            if first.kind == PageKind::Dictionary {
                self.read_dictionary(first, self.start + first.length as u64, shared)?;
            }
        }
        let mut page = std::mem::take(&mut self.page);
        let unpacked = self.unpack(header, body, &mut shared.packed, &mut page);
        (self.page, self.size) = (page, header.unpacked);
        unpacked?;
        let mut at = 0;
        let mut levels = None;
        if header.kind == PageKind::DataV2 {
            at = header.repetition.checked_add(header.definition).ok_or_else(broken)?;
            levels = (self.level.0 > 0).then(|| Hybrid::new(self.level.0, header.repetition, at));
        } else if self.level.0 > 0 {
            let length = self
                .page
                .first_chunk()
                .map(|bytes| u32::from_le_bytes(*bytes) as usize)
                .ok_or_else(broken)?;
            at = length.checked_add(4).ok_or_else(broken)?;
            levels = Some(Hybrid::new(self.level.0, 4, at));
        }
        // Where nothing is missing, one run says so.
        self.levels = levels.filter(|levels| !levels.clone().is_all(&self.page, self.level.1, header.values));
        self.body = match by_dictionary {
            true => {
                let width = *self.page.get(at).ok_or_else(broken)?;
                Body::Dictionary(Hybrid::new(width, at + 1, header.unpacked))
            }
            false => Body::Plain(at),
        };
        self.left = header.values;
        Ok(())
    }

    fn read_dictionary(
        &mut self,
        header: PageHeader,
        body: u64,
        shared: &mut Shared,
    ) -> Result<(), TableError> {
        let mut page = std::mem::take(&mut shared.dictionary);
        let unpacked = self.unpack(header, body, &mut shared.packed, &mut page);
        let read = unpacked.and_then(|()| {
            let length = header.values.checked_mul(self.plain.size()).ok_or_else(broken)?;
            let bytes = page.get(..length.min(header.unpacked)).filter(|bytes| bytes.len() == length);
            let bytes = bytes.ok_or_else(broken)?;
            if self.dictionary.len() < header.values {
                self.dictionary.resize(header.values, 0.0);
            }
            self.plain.read(bytes, &mut self.dictionary);
            self.known = header.values;
            Ok(())
        });
        shared.dictionary = page;
        read
    }

    /// Brings a page's bytes into a buffer.
    fn unpack(
        &self,
        header: PageHeader,
        body: u64,
        packed: &mut Vec<u8>,
        page: &mut Vec<u8>,
    ) -> Result<(), TableError> {
        let size = header.unpacked;
        if page.len() < size {
            page.resize(size, 0);
        }
        // Behind this page's end may stand what is left of one before, which nothing reads.
        let page = &mut page[..size];
        let in_front = if header.kind == PageKind::DataV2 {
            header.definition.saturating_add(header.repetition)
        } else {
            0
        };
        if self.compression == Compression::UNCOMPRESSED || !header.is_packed {
            if header.packed != size {
                return Err(broken());
            }
            return self.source.read_at(body, page).map_err(TableError::io);
        }
        if packed.len() < header.packed {
            packed.resize(header.packed, 0);
        }
        let packed = &mut packed[..header.packed];
        self.source.read_at(body, packed).map_err(TableError::io)?;
        let (levels, packed) = packed.split_at_checked(in_front).ok_or_else(broken)?;
        let (front, page) = page.split_at_mut_checked(in_front).ok_or_else(broken)?;
        front.copy_from_slice(levels);
        super::codec::unpack(self.compression, packed, page).ok_or_else(broken)
    }
}

fn broken() -> TableError {
    TableError::Faulty { detail: "a page of the Parquet file is damaged".to_owned() }
}
