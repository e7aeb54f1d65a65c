//! The texts that findings speak of, and places in them.

use std::sync::{Arc, OnceLock};

/// A stretch of bytes in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// From a pair of byte offsets.
    pub fn new(start: usize, end: usize) -> Self {
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { start: narrow(start), end: narrow(end.max(start)) }
    }

    /// As a range of offsets, for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A file by its number in [`Sources`], or a piece of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct FileId(pub u32);

/// So many files there can be; the numbers from here on are those of pieces.
const FILES: usize = 1 << 16;

/// A stretch of one of the [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// Where in it.
    pub span: Span,
}

/// A line and a column, both counted from 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line.
    pub line: usize,
    /// Column, in characters.
    pub column: usize,
}

/// One file's path and text.
#[derive(Debug, Clone)]
pub struct Source {
    /// Path inside the department, with `/` between folders.
    pub path: Arc<str>,
    /// Its text; of a file that is not UTF-8, as much as can be shown.
    pub text: Arc<str>,
    /// Whether the file is there at all; a standard file that is absent has an empty text.
    pub present: bool,
    /// Where each line begins; found when a place is first shown.
    lines: OnceLock<Vec<u32>>,
}

impl Source {
    /// A file that is there.
    pub fn new(path: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Self {
        Source { path: path.into(), text: text.into(), present: true, lines: OnceLock::new() }
    }

    /// A file that should be there and is not.
    pub fn absent(path: impl Into<Arc<str>>) -> Self {
        Source { present: false, ..Source::new(path, "") }
    }

    /// Line and column of a byte offset; an offset past the end is the end.
    pub fn line_column(&self, offset: u32) -> LineColumn {
        let mut at = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let lines = self.lines();
        let line = lines.partition_point(|&start| start as usize <= at);
        let start = lines[line - 1] as usize;
        LineColumn { line, column: self.text[start..at].chars().count() + 1 }
    }

    /// The line of that number, counted from 1, without its end; and the offset at which it begins.
    pub fn line(&self, number: usize) -> Option<(usize, &str)> {
        let lines = self.lines();
        let start = *lines.get(number.checked_sub(1)?)? as usize;
        let end = lines.get(number).map_or(self.text.len(), |next| *next as usize);
        let line = self.text.get(start..end).filter(|line| !line.is_empty())?;
        Some((start, line.trim_end_matches(['\n', '\r'])))
    }

    fn lines(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let next = self.text.match_indices('\n').map(|(at, _)| at as u32 + 1);
            std::iter::once(0).chain(next).collect()
        })
    }
}

/// All files that a check has read.
///
/// A file may be read in pieces. Places in a piece count from its beginning, so that they hold while other pieces grow and
/// shrink; [`Sources::whole`] says where in the file they are.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<Source>,
    /// Of each piece its file and the offset at which it begins.
    pieces: Vec<(FileId, u32)>,
}

impl Sources {
    /// Takes a file in; more than 65,536 files share the last number.
    pub fn add(&mut self, source: Source) -> FileId {
        if self.files.len() < FILES {
            self.files.push(source);
        }
        FileId((self.files.len() - 1) as u32)
    }

    /// Takes in a piece of a file that begins at an offset.
    pub fn add_piece(&mut self, file: FileId, start: usize) -> FileId {
        self.pieces.push((file, u32::try_from(start).unwrap_or(u32::MAX)));
        FileId((FILES + self.pieces.len() - 1) as u32)
    }

    /// Of each piece the number, its file and the offset at which it begins; in the order of the texts.
    pub fn pieces(&self) -> impl ExactSizeIterator<Item = (FileId, FileId, usize)> {
        let pieces = self.pieces.iter().enumerate();
        pieces.map(|(at, (file, start))| (FileId((FILES + at) as u32), *file, *start as usize))
    }

    /// As it is after another text was put in the place of a file's: the pieces that begin behind an offset of the old text
    /// have moved by so much.
    pub fn moved(&self, file: FileId, text: &str, behind: usize, by: i64) -> Self {
        let mut after = self.clone();
        if let Some(source) = after.files.get_mut(file.0 as usize) {
            *source = Source::new(Arc::clone(&source.path), text);
        }
        for (of, start) in &mut after.pieces {
            if *of == file && *start as usize > behind {
                *start = u32::try_from(i64::from(*start) + by).unwrap_or(u32::MAX);
            }
        }
        after
    }

    /// Where a place is in its file.
    pub fn whole(&self, place: Place) -> Place {
        match self.piece(place.file) {
            None => place,
            Some((file, base)) => {
                let Span { start, end } = place.span;
                let span = Span { start: start.saturating_add(base), end: end.saturating_add(base) };
                Place { file, span }
            }
        }
    }

    fn piece(&self, file: FileId) -> Option<(FileId, u32)> {
        self.pieces.get((file.0 as usize).checked_sub(FILES)?).copied()
    }

    /// The file of that number, or the one that a piece belongs to.
    pub fn get(&self, file: FileId) -> &Source {
        let file = self.piece(file).map_or(file, |(file, _)| file);
        &self.files[file.0 as usize]
    }

    /// The file at that path.
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.files.iter().position(|file| &*file.path == path).map(|at| FileId(at as u32))
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        self.files.iter().enumerate().map(|(at, file)| (FileId(at as u32), file))
    }

    /// Where a place begins.
    pub fn start(&self, place: Place) -> LineColumn {
        let place = self.whole(place);
        self.get(place.file).line_column(place.span.start)
    }

    /// Where a place ends.
    pub fn end(&self, place: Place) -> LineColumn {
        let place = self.whole(place);
        self.get(place.file).line_column(place.span.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let source = Source::new("a.toml", "цель = 1\nимя = \"я\"\n");
        let at = source.text.find('я').expect("the letter is there") as u32;
        assert_eq!(source.line_column(0), LineColumn { line: 1, column: 1 });
        assert_eq!(source.line_column(at), LineColumn { line: 2, column: 3 });
        assert_eq!(source.line_column(10_000).line, 3);
        assert_eq!(source.line(2), Some((13, "имя = \"я\"")));
        assert_eq!((source.line(0), source.line(3)), (None, None));
    }
}
