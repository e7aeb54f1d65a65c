//! What the first bytes of a text file tell of it.

use super::fields::{Cursor, text};
use super::index::Marks;
use super::{Form, TextFile, json};
use crate::dataset::guess::{Guess, guess};
use crate::{Kind, Source, TableError, delimiter, source};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};
use std::sync::{Arc, OnceLock};

/// How many bytes are looked at; a file that is no longer is known whole.
const SAMPLE: u64 = 2 << 20;
/// The longest file in UTF-16, which is turned into UTF-8 in memory.
const UTF_16: u64 = 512 << 20;
/// How many rows above the header may be titles.
const TITLES: usize = 20;
/// No more columns than this.
pub const COLUMNS: usize = 100_000;

/// A text file, with the guess for each column.
pub fn open(
    source: Arc<dyn Source>,
    form: Form,
    asked: &dyn Fn(&str) -> Option<Kind>,
) -> Result<(TextFile, Vec<Guess>), TableError> {
    let head = source::range(&*source, 0, SAMPLE).map_err(TableError::io)?;
    let (encoding, mark) = Encoding::for_bom(&head).unwrap_or_else(|| (encoding(&head), 0));
    if encoding == UTF_16LE || encoding == UTF_16BE {
        let all = source::range(&*source, 0, UTF_16 + 1).map_err(TableError::io)?;
        if all.len() as u64 > UTF_16 {
            return Err(TableError::TooLarge { what: "bytes", limit: UTF_16 as usize });
        }
        let (text, faulty) = encoding.decode_with_bom_removal(&all);
        return match faulty {
            true => Err(TableError::NotText),
            false => open(Arc::new(text.into_owned().into_bytes()), form, asked),
        };
    }
    if memchr::memchr(0, &head).is_some() {
        return Err(TableError::NotText);
    }
    let whole = source.size() <= SAMPLE;
    let (file, samples, delimiter) = match form {
        Form::Json => of_lines(source, &head[mark..], mark, whole)?,
        Form::Delimited => of_cells(source, &head, mark, encoding, whole)?,
    };
    let cells = |at: usize| samples.get(at).into_iter().flatten().map(String::as_str).collect::<Vec<_>>();
    let guesses = file.names.iter().enumerate();
    let guesses = guesses.map(|(at, name)| guess(&cells(at), delimiter, asked(name))).collect();
    Ok((file, guesses))
}

type Opened = (TextFile, Vec<Vec<String>>, Option<char>);

fn of_lines(source: Arc<dyn Source>, head: &[u8], mark: usize, whole: bool) -> Result<Opened, TableError> {
    let (names, samples) = json::sample(head, whole)?;
    let marks = Marks { between: b'\n', end: b'\n', quotes: false };
    Ok((file(source, Form::Json, UTF_8, marks, mark as u64, 1, names), samples, None))
}

fn of_cells(
    source: Arc<dyn Source>,
    head: &[u8],
    mark: usize,
    encoding: &'static Encoding,
    whole: bool,
) -> Result<Opened, TableError> {
    let decoded = encoding.decode_without_bom_handling(&head[mark..head.len().min(mark + 65_536)]).0;
    let named = delimiter::named(&decoded);
    let delimiter = named.map_or_else(|| delimiter::guessed(&decoded), |(mark, _)| mark);
    // Old line ends are a carriage return alone.
    let end = if !head.contains(&b'\n') && head.contains(&b'\r') { b'\r' } else { b'\n' };
    let marks = Marks { between: delimiter as u8, end, quotes: true };
    let mut cursor = Cursor { bytes: head, at: mark, marks, ended: true };
    let mut number = 1;
    if named.is_some() {
        cursor.at += memchr::memchr(end, cursor.rest()).map_or(0, |line| line + 1);
        number += 1;
    }
    // The header is the first row, or the first with two cells or more where titles stand above it.
    let mut first = None;
    let mut header = None;
    for _ in 0..TITLES {
        while cursor.skip_blank() {
            number += 1;
        }
        if cursor.is_done() {
            break;
        }
        let row = row(&mut cursor, encoding)?;
        number += 1;
        if row.iter().filter(|cell| !cell.is_empty()).count() > 1 {
            header = Some((row, cursor.at, number));
            break;
        }
        first.get_or_insert((row, cursor.at, number));
    }
    let (mut names, start, number) = header.or(first).ok_or(TableError::Empty)?;
    while names.last().is_some_and(String::is_empty) {
        names.pop();
    }
    let (mut cursor, mut samples) = (Cursor { at: start, ..cursor }, vec![Vec::new(); names.len()]);
    loop {
        while cursor.skip_blank() {}
        if cursor.is_done() {
            break;
        }
        let cells = row(&mut cursor, encoding)?;
        // The last row of a sample may be cut short.
        if cursor.is_done() && !whole {
            break;
        }
        for (column, cell) in
            samples.iter_mut().zip(cells.into_iter().chain(std::iter::repeat(String::new())))
        {
            column.push(cell);
        }
    }
    Ok((
        file(source, Form::Delimited, encoding, marks, start as u64, number, names),
        samples,
        Some(delimiter),
    ))
}

fn row(cursor: &mut Cursor<'_>, encoding: &'static Encoding) -> Result<Vec<String>, TableError> {
    let mut cells = Vec::new();
    loop {
        cells.push(text(&cursor.field(), encoding).into_owned());
        if cursor.ended {
            return Ok(cells);
        }
        if cells.len() > COLUMNS {
            return Err(TableError::TooLarge { what: "columns", limit: COLUMNS });
        }
    }
}

fn file(
    source: Arc<dyn Source>,
    form: Form,
    encoding: &'static Encoding,
    marks: Marks,
    start: u64,
    row: u64,
    names: Vec<String>,
) -> TextFile {
    let levels = names.iter().map(|_| OnceLock::new()).collect();
    TextFile {
        source,
        form,
        encoding,
        marks,
        start,
        row,
        names,
        cells: Vec::new(),
        levels,
        parts: OnceLock::new(),
        troubles: Arc::default(),
        piece: super::index::PIECE,
    }
}

/// UTF-8 where every byte of the sample fits it, but for a letter that is cut at its end; else what Russian Excel writes.
fn encoding(head: &[u8]) -> &'static Encoding {
    match std::str::from_utf8(head) {
        Ok(_) => UTF_8,
        Err(error) if error.error_len().is_none() && head.len() as u64 >= SAMPLE => UTF_8,
        Err(_) => WINDOWS_1251,
    }
}
