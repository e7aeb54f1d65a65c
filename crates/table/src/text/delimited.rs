//! The rows of delimited text as figures.

use super::TextFile;
use super::fields::{Cursor, text};
use super::index::Part;
use crate::dataset::block::Block;
use crate::dataset::cells::{Cells, is_missing};
use crate::dataset::trouble::Trouble;
use crate::{DecimalMark, TableError};

/// How a wanted column of the file is read.
pub struct Wanted {
    /// Its place in the file.
    pub column: usize,
    /// How its cells are read.
    pub cells: Cells,
    /// What could not be read.
    pub trouble: Trouble,
}

/// Reads a part's rows into a block, which hands itself on whenever it is full.
pub fn read(
    file: &TextFile,
    part: Part,
    bytes: &[u8],
    wanted: &mut [Wanted],
    block: &mut Block<'_>,
) -> Result<(), TableError> {
    // For each column of the file, the place in the block.
    let last = wanted.iter().map(|wanted| wanted.column).max().unwrap_or(0);
    let mut slots = vec![usize::MAX; last + 1];
    for (slot, wanted) in wanted.iter().enumerate() {
        slots[wanted.column] = slot;
    }
    let quotes = file.marks.quotes && memchr::memchr(b'"', bytes).is_some();
    let marks = super::index::Marks { quotes, ..file.marks };
    let mut cursor = Cursor { bytes, at: 0, marks, ended: true };
    let mut row = part.row;
    while !cursor.is_done() {
        if cursor.skip_blank() {
            row += 1;
            continue;
        }
        let mut column = 0;
        loop {
            match slots.get(column).copied() {
                // Nothing that is wanted stands behind: without quotes the row's end is one search away.
                None if !quotes => {
                    let rest = cursor.rest();
                    let end = memchr::memchr(marks.end, rest).unwrap_or(rest.len());
                    cursor.close(end);
                }
                None | Some(usize::MAX) => cursor.skip(),
                Some(slot) => {
                    let value = value(&mut cursor, &mut wanted[slot], file, row);
                    block.set(slot, value);
                }
            }
            column += 1;
            if cursor.ended {
                break;
            }
        }
        for slot in slots.iter().skip(column).filter(|slot| **slot != usize::MAX) {
            block.set(*slot, f64::NAN);
        }
        row += 1;
        if !block.next() {
            break;
        }
    }
    Ok(())
}

fn value(cursor: &mut Cursor<'_>, wanted: &mut Wanted, file: &TextFile, row: u64) -> f64 {
    if let Cells::Number(mark) = wanted.cells
        && let Some(value) = plain(cursor, mark)
    {
        return value;
    }
    let field = cursor.field();
    let text = text(&field, file.encoding);
    if is_missing(&text) {
        return f64::NAN;
    }
    wanted.cells.value(&text).unwrap_or_else(|| {
        wanted.trouble.add(row, &text);
        f64::NAN
    })
}

/// A figure as programs write it, read where it stands; the cursor stays where it is no such figure.
fn plain(cursor: &mut Cursor<'_>, mark: DecimalMark) -> Option<f64> {
    let rest = cursor.rest();
    if !matches!(rest.first()?, b'0'..=b'9' | b'-' | b'.') {
        return None;
    }
    let (value, length) = match mark {
        DecimalMark::Point => fast_float2::parse_partial::<f64, _>(rest).ok()?,
        DecimalMark::Comma => {
            let mut copy = [0; 40];
            let length =
                rest.iter().take_while(|byte| byte.is_ascii_digit() || b",-+eE".contains(byte)).count();
            let copy = copy.get_mut(..length)?;
            for (to, from) in copy.iter_mut().zip(rest) {
                *to = if *from == b',' { b'.' } else { *from };
            }
            let (value, read) = fast_float2::parse_partial::<f64, _>(&*copy).ok()?;
            (value, read)
        }
    };
    (value.is_finite() && cursor.close(length)).then_some(value)
}
