//! Reading again after a change: where a single piece of the texts has changed, only that is read, and all else is shared
//! with the reading before.

use super::{FILE_BYTES, Faults, Reading, is_stray};
use crate::files::Files;
use crate::model::{Department, FILES};
use crate::text::{is_header, parse_piece, pieces};
use diag::FileId;
use std::ops::Range;

/// A file's change: what stands in the place of a piece.
struct Changed<'a> {
    path: &'static str,
    file: FileId,
    piece: FileId,
    /// Where the piece was.
    old: Range<usize>,
    /// What it is now.
    text: &'a str,
}

impl Reading {
    /// The reading of texts that say the same as those of this reading but for one piece, without a fault in either. Nothing
    /// where more has changed, or elements came or went: then all is to be read.
    pub fn again(&self, files: &Files) -> Option<Reading> {
        let before = &self.department;
        let changed = changed(self, files)?;
        let mut list = Vec::new();
        let mut faults = Faults::new(&mut list, changed.piece);
        let (root, syntax) = parse_piece(changed.text);
        let mut now = Department::default();
        let known = root.entries.iter().all(|(key, node)| now.take(changed.path, key, node, &mut faults));
        now.resolve(&before.names(), &mut faults);
        let same = now.in_piece(changed.piece) == before.in_piece(changed.piece);
        if !syntax.is_empty() || !known || !same || !list.is_empty() {
            return None;
        }
        let text = &before.sources.get(changed.file).text;
        let (head, tail) = (&text[..changed.old.start], &text[changed.old.end..]);
        let by = changed.text.len() as i64 - changed.old.len() as i64;
        let mut department = before.clone();
        let whole = [head, changed.text, tail].concat();
        department.sources = before.sources.moved(changed.file, &whole, changed.old.start, by);
        department.adopt(now).then_some(Reading { department, faults: Vec::new() })
    }
}

/// The one piece that has changed.
fn changed<'a>(before: &Reading, files: &'a Files) -> Option<Changed<'a>> {
    if !before.faults.is_empty() || files.by_path.keys().any(|path| is_stray(path)) {
        return None;
    }
    let sources = &before.department.sources;
    let mut found = None;
    for path in FILES {
        let (file, content) = (sources.find(path)?, files.get(path).unwrap_or_default());
        let old = sources.get(file).text.as_bytes();
        if old != content && found.replace((*path, file, old, content)).is_some() {
            return None;
        }
    }
    let (path, file, old, new) = found?;
    let head = common(old.chunks(CHUNK), new.chunks(CHUNK), |one, other| {
        one.iter().zip(other).take_while(|(one, other)| one == other).count()
    });
    let tail = common(old[head..].rchunks(CHUNK), new[head..].rchunks(CHUNK), |one, other| {
        one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count()
    });
    let (old_end, new_len) = (old.len() - tail, new.len());
    let own: Vec<(FileId, usize)> =
        sources.pieces().filter(|(_, of, _)| *of == file).map(|(piece, _, start)| (piece, start)).collect();
    // What is put in just before a header belongs to the piece before it.
    let put_in = old_end == head;
    let after = own.partition_point(|(_, start)| *start < head || (*start == head && !put_in));
    let at = after.saturating_sub(1);
    let (piece, start) = *own.get(at)?;
    let end = own.get(at + 1).map_or(old.len(), |(_, next)| *next);
    if old_end > end || new_len > FILE_BYTES {
        return None;
    }
    let text = std::str::from_utf8(new.get(start..new_len - (old.len() - end))?).ok()?;
    let alone = pieces(text).nth(1).is_none();
    let begins = start == 0 || is_header(text.as_bytes()) && text.starts_with('[');
    let ends = end == old.len() || text.ends_with('\n');
    (alone && begins && ends).then_some(Changed { path, file, piece, old: start..end, text })
}

/// Texts are compared so many bytes at a time.
const CHUNK: usize = 4096;

/// How many bytes are the same, chunk by chunk and in the last by a count of bytes.
fn common<'t>(
    one: impl Iterator<Item = &'t [u8]>,
    other: impl Iterator<Item = &'t [u8]>,
    count: impl Fn(&[u8], &[u8]) -> usize,
) -> usize {
    let mut same = 0;
    for (one, other) in one.zip(other) {
        if one != other {
            return same + count(one, other);
        }
        same += one.len();
    }
    same
}
