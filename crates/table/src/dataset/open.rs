//! A file as a dataset, by its name's ending and by what it holds.

use super::guess::Guess;
use super::rows::Rows;
use super::trouble::Troubles;
use super::{Column, Dataset, Notice, Reading, Role, book, names};
use crate::text::{self, Form};
use crate::{Bounds, Source, TableError, Unit, pages, source, unpack};
use std::sync::Arc;

/// The longest workbook; the format cannot be read in pieces.
const BOOK: u64 = 256 << 20;

impl Dataset {
    /// Opens Parquet, CSV in any dialect, JSON lines, XLSX or ODS; text may be packed by gzip or Zstandard.
    ///
    /// Of a large text only the beginning is looked at here; a cell that does not fit what was guessed from it is told by
    /// [`Dataset::notices`] after a pass.
    pub fn open(name: &str, source: impl Source + 'static, reading: &Reading) -> Result<Self, TableError> {
        open(name, Arc::new(source), reading)
    }
}

fn open(name: &str, source: Arc<dyn Source>, reading: &Reading) -> Result<Dataset, TableError> {
    let head = source::range(&*source, 0, 8).map_err(TableError::io)?;
    let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase());
    if head.starts_with(b"PAR1") {
        let (file, columns, nested) = pages::open(source)?;
        let troubles = Arc::default();
        let notices = nested.into_iter().map(|column| Notice::Nested { column }).collect();
        return finish(name, columns, notices, troubles, reading, |kinds| {
            Ok(Arc::new(file.with_kinds(kinds)?))
        });
    }
    if head.starts_with(b"\x1f\x8b") || head.starts_with(b"\x28\xb5\x2f\xfd") {
        let inner = name.rsplit_once('.').map_or(name, |(inner, _)| inner);
        let mut data = open(inner, Arc::new(unpack::unpack(&*source)?), reading)?;
        data.name = name.to_owned();
        return Ok(data);
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"\xd0\xcf\x11\xe0") {
        return workbook(name, &*source, reading);
    }
    let form = match ending.as_str() {
        "jsonl" | "ndjson" | "json" => Form::Json,
        "csv" | "tsv" | "tab" | "txt" | "dat" | "" => Form::Delimited,
        "parquet" | "pq" => return Err(TableError::NotParquet),
        "xlsx" | "xlsm" | "ods" => {
            return Err(TableError::Broken { detail: String::new() });
        }
        _ => return Err(TableError::UnknownKind { ending }),
    };
    let (mut file, guesses) = text::open(source, form, &|head| asked(reading, head))?;
    let columns = file.names.iter().zip(&guesses).map(|(head, guess)| column(head, guess)).collect();
    file.cells = guesses.into_iter().map(|guess| guess.cells).collect();
    let troubles = Arc::clone(&file.troubles);
    finish(name, columns, Vec::new(), troubles, reading, |_| Ok(Arc::new(file)))
}

fn workbook(name: &str, source: &dyn Source, reading: &Reading) -> Result<Dataset, TableError> {
    if source.size() > BOOK {
        return Err(TableError::TooLarge { what: "bytes", limit: BOOK as usize });
    }
    let bytes = source::range(source, 0, BOOK).map_err(TableError::io)?;
    let sheet = crate::read_within(name, &bytes, reading.sheet.as_deref(), &Bounds::default())?;
    drop(bytes);
    let (memory, guesses, troubles) = book::columns(&sheet, &|head| asked(reading, head));
    let columns = sheet.header.iter().zip(&guesses).map(|(head, guess)| column(head, guess)).collect();
    finish(name, columns, Vec::new(), Arc::new(troubles), reading, |_| Ok(Arc::new(memory)))
}

/// The kind that was asked for a head, by the head itself or by the name that will be its own.
fn asked(reading: &Reading, head: &str) -> Option<super::Kind> {
    let name = Unit::of_head(head, true).0;
    reading.kinds.iter().rev().find(|(asked, _)| asked == head || *asked == name).map(|(_, kind)| *kind)
}

fn column(head: &str, guess: &Guess) -> Column {
    Column { examples: guess.examples.clone(), ..Column::new(head, guess.kind) }
}

/// Names, units and roles, guessed and as they were asked for.
fn finish(
    name: &str,
    mut columns: Vec<Column>,
    mut notices: Vec<Notice>,
    troubles: Arc<Troubles>,
    reading: &Reading,
    rows: impl FnOnce(&[super::Kind]) -> Result<Arc<dyn Rows>, TableError>,
) -> Result<Dataset, TableError> {
    for column in &mut columns {
        (column.name, column.unit) = Unit::of_head(&column.head, column.kind.is_figure());
        let lower = column.name.to_lowercase();
        if (lower == "id" || lower.ends_with("_id") || lower.ends_with(" id")) && !column.kind.has_levels() {
            column.role = Role::Id;
        }
        if let Some(kind) = asked(reading, &column.head) {
            column.kind = kind;
        }
    }
    let (columns, renamed) = names::distinct(columns);
    notices.extend(renamed);
    let kinds: Vec<super::Kind> = columns.iter().map(|column| column.kind).collect();
    let rows = rows(&kinds)?;
    let mut data = Dataset { name: name.to_owned(), columns, notices, rows, troubles };
    let place = |data: &Dataset, column: &str| match data.column(column) {
        Err(TableError::NoColumn { .. }) if reading.lenient => Ok(None),
        found => found.map(Some),
    };
    for (column, _) in &reading.kinds {
        place(&data, column)?;
    }
    for (column, unit) in &reading.units {
        if let Some(at) = place(&data, column)? {
            data.columns[at].unit = unit.clone();
        }
    }
    for (column, role) in &reading.roles {
        if let Some(at) = place(&data, column)? {
            data.columns[at].role = *role;
        }
    }
    Ok(data)
}
