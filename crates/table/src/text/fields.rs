//! The fields of a row.

use super::index::Marks;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1251};
use memchr::{memchr, memchr2};
use std::borrow::Cow;

/// A place in the bytes of a part.
pub struct Cursor<'a> {
    /// The part's bytes.
    pub bytes: &'a [u8],
    /// Where the next field begins.
    pub at: usize,
    /// How rows and columns are set apart.
    pub marks: Marks,
    /// Whether the row has ended with the field that was last read.
    pub ended: bool,
}

impl<'a> Cursor<'a> {
    /// The rest of the bytes.
    pub fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Whether nothing is left.
    pub fn is_done(&self) -> bool {
        self.at >= self.bytes.len()
    }

    /// Passes over what holds no field at all, a blank line or one of marks only; whether there was such a line.
    pub fn skip_blank(&mut self) -> bool {
        let rest = self.rest();
        let Some(first) = rest.first() else { return false };
        if !(*first == self.marks.between || *first == self.marks.end || first.is_ascii_whitespace()) {
            return false;
        }
        let line = memchr(self.marks.end, rest).unwrap_or(rest.len());
        if !rest[..line].iter().all(|byte| *byte == self.marks.between || byte.is_ascii_whitespace()) {
            return false;
        }
        self.at += line + 1;
        true
    }

    /// Goes behind what ends a field that reaches to `end` bytes from here; `false` where no mark stands there.
    pub fn close(&mut self, end: usize) -> bool {
        let at = self.at + end;
        match self.bytes.get(at) {
            None => (self.at, self.ended) = (at, true),
            Some(byte) if *byte == self.marks.between => (self.at, self.ended) = (at + 1, false),
            Some(byte) if *byte == self.marks.end => (self.at, self.ended) = (at + 1, true),
            Some(b'\r')
                if matches!(self.bytes.get(at + 1), None | Some(b'\n')) && self.marks.end == b'\n' =>
            {
                (self.at, self.ended) = (at + 2, true);
            }
            Some(_) => return false,
        }
        true
    }

    /// The next field without its quotes.
    pub fn field(&mut self) -> Cow<'a, [u8]> {
        let rest = self.rest();
        if self.marks.quotes && rest.first() == Some(&b'"') {
            return self.quoted();
        }
        let end = memchr2(self.marks.between, self.marks.end, rest).unwrap_or(rest.len());
        self.close(end);
        let field = &rest[..end];
        Cow::Borrowed(if self.ended { field.strip_suffix(b"\r").unwrap_or(field) } else { field })
    }

    fn quoted(&mut self) -> Cow<'a, [u8]> {
        let rest = self.rest();
        let mut at = 1;
        let mut whole: Cow<'a, [u8]> = Cow::Borrowed(&[]);
        loop {
            let quote =
                memchr(b'"', rest.get(at..).unwrap_or_default()).map_or(rest.len(), |quote| at + quote);
            let piece = &rest[at.min(rest.len())..quote];
            if whole.is_empty() {
                whole = Cow::Borrowed(piece)
            } else {
                whole.to_mut().extend_from_slice(piece)
            }
            if rest.get(quote + 1) != Some(&b'"') {
                self.at = (self.at + quote + 1).min(self.bytes.len());
                break;
            }
            whole.to_mut().push(b'"');
            at = quote + 2;
        }
        // What stands between the closing quote and the mark belongs to the field, whatever it is.
        if !self.close(0) {
            let rest = self.rest();
            let end = memchr2(self.marks.between, self.marks.end, rest).unwrap_or(rest.len());
            self.close(end);
            let more = if self.ended {
                rest[..end].strip_suffix(b"\r").unwrap_or(&rest[..end])
            } else {
                &rest[..end]
            };
            whole.to_mut().extend_from_slice(more);
        }
        whole
    }

    /// Passes over the next field.
    pub fn skip(&mut self) {
        let rest = self.rest();
        if self.marks.quotes && rest.first() == Some(&b'"') {
            self.quoted();
            return;
        }
        // Fields are short: a plain loop is quicker than a call.
        let is_end = |byte: &u8| *byte == self.marks.between || *byte == self.marks.end;
        let end = rest.iter().position(is_end).unwrap_or(rest.len());
        self.close(end);
    }
}

/// The text of a field, without the blanks around it.
pub fn text<'a>(field: &'a [u8], encoding: &'static Encoding) -> Cow<'a, str> {
    let text = match std::str::from_utf8(field) {
        // ASCII is the same in all of them; other bytes are what the file's encoding says.
        Ok(text) if encoding == UTF_8 || text.is_ascii() => Cow::Borrowed(text),
        _ => {
            let encoding = if encoding == UTF_8 { WINDOWS_1251 } else { encoding };
            encoding.decode_without_bom_handling(field).0
        }
    };
    let blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_matches(blank)),
        Cow::Owned(text) => Cow::Owned(text.trim_matches(blank).to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MARKS: Marks = Marks { between: b',', end: b'\n', quotes: true };

    fn rows(bytes: &[u8]) -> Vec<Vec<Vec<u8>>> {
        let mut cursor = Cursor { bytes, at: 0, marks: MARKS, ended: true };
        let mut rows = Vec::new();
        while !cursor.is_done() {
            let mut row = Vec::new();
            loop {
                row.push(cursor.field().into_owned());
                if cursor.ended {
                    break;
                }
            }
            rows.push(row);
        }
        rows
    }

    proptest! {
        #[test]
        fn fields_are_those_of_the_csv_crate(text in "[a\",\n]{0,60}") {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let want: Vec<Vec<Vec<u8>>> = reader
                .byte_records()
                .map(|record| record.unwrap().iter().map(<[u8]>::to_vec).collect())
                .collect();
            // Blank lines are the caller's to pass over, and csv does so itself.
            let got: Vec<_> = rows(text.as_bytes()).into_iter().filter(|row| *row != [Vec::<u8>::new()]).collect();
            let want: Vec<_> = want.into_iter().filter(|row| *row != [Vec::<u8>::new()]).collect();
            prop_assert_eq!(got, want);
        }

        #[test]
        fn passing_over_is_reading(text in "[a\",\r\n]{0,60}") {
            let mut read = Cursor { bytes: text.as_bytes(), at: 0, marks: MARKS, ended: true };
            let mut skip = Cursor { bytes: text.as_bytes(), at: 0, marks: MARKS, ended: true };
            while !read.is_done() {
                read.field();
                skip.skip();
                prop_assert_eq!((read.at, read.ended), (skip.at, skip.ended));
            }
        }
    }
}
