//! Rows and columns out of files, and the numbers and days in them.
//!
//! [`read`] takes a table of cells wholly into memory, as an import needs it: CSV in any of its dialects, XLSX, ODS and Parquet.
//! [`Dataset`] is what statistics needs: typed columns with units, of these and of Parquet and JSON lines, in passes over more
//! rows than fit in memory.
//!
//! ```
//! let sheet = table::read("reach.csv", "Дата;Охват\n01.03.2026;1 250,5\n".as_bytes())?;
//! assert_eq!(sheet.header, ["Дата", "Охват"]);
//! let table::Cell::Text(reach) = sheet.rows[0].cell(1) else { unreachable!() };
//! assert_eq!(table::number(reach, table::DecimalMark::Comma), Some(1250.5));
//! # Ok::<(), table::TableError>(())
//! ```
//!
//! Nothing here opens a file: bytes come in as a [`Source`] that is read at a place. No file, however broken, makes it panic.

mod amount;
mod archive;
mod bounds;
mod dataset;
mod date;
mod decode;
mod delimited;
mod delimiter;
mod error;
mod express;
mod grow;
mod month;
mod number;
mod pages;
mod period;
mod repeats;
mod sheet;
mod source;
mod text;
mod unit;
mod unpack;
mod verbs;
mod workbook;

#[cfg(test)]
mod test_zip;

pub use amount::{Amount, amount, figure};
pub use bounds::Bounds;
pub use dataset::{
    Column, ColumnSurvey, Dataset, Each, Kind, Notice, Reading, Role, Survey, Trouble, Values,
};
pub use date::{DateOrder, date, date_order, is_ordered};
pub use error::TableError;
pub use express::{ExpressionError, Why};
pub use month::month;
pub use number::{DecimalMark, decimal_mark, number};
pub use period::period;
pub use sheet::{Cell, Dialect, Row, Sheet};
pub use source::Source;
pub use unit::Unit;
pub use verbs::{Aggregate, Join};

/// A file is no longer than this many bytes, and unpacks to no more than eight times as many.
pub const BYTES: usize = 256 << 20;
/// A sheet has no more rows than this.
pub const ROWS: usize = 5_000_000;
/// A sheet has no more columns than this.
pub const COLUMNS: usize = 4_096;
/// A sheet has no more cells than this, counting each row up to its last filled cell.
pub const CELLS: usize = 50_000_000;

/// Reads a file by its name's ending and by what it holds; of a workbook, its first visible sheet.
pub fn read(name: &str, bytes: &[u8]) -> Result<Sheet, TableError> {
    read_sheet(name, bytes, None)
}

/// As [`read`], from the named sheet of a workbook; a text file has only one and takes no notice of the name.
pub fn read_sheet(name: &str, bytes: &[u8], sheet: Option<&str>) -> Result<Sheet, TableError> {
    read_within(name, bytes, sheet, &Bounds::default())
}

/// As [`read_sheet`], for a file that comes from who knows where: no more is unpacked than the bounds say.
pub fn read_within(
    name: &str,
    bytes: &[u8],
    sheet: Option<&str>,
    bounds: &Bounds,
) -> Result<Sheet, TableError> {
    if bytes.len() > bounds.bytes {
        return Err(TableError::TooLarge { what: "bytes", limit: bounds.bytes });
    }
    let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase());
    if bytes.starts_with(b"PK\x03\x04") {
        return workbook::read(name, bytes, sheet, bounds);
    }
    if bytes.starts_with(b"PAR1") {
        let data = Dataset::open(name, bytes.to_vec(), &Reading::default())?;
        return data.sheet("Parquet", bounds);
    }
    // The container of the binary formats before XLSX, and of a workbook that is locked by a password.
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(TableError::OldOrLocked);
    }
    match ending.as_str() {
        "csv" | "tsv" | "tab" | "txt" | "" => {
            let sheet = delimited::read(name, bytes)?;
            grow::over("rows", sheet.rows.len(), bounds.rows).map(|()| sheet)
        }
        "xlsx" | "xlsm" | "ods" => Err(TableError::Broken { detail: String::new() }),
        "parquet" | "pq" => Err(TableError::NotParquet),
        _ => Err(TableError::UnknownKind { ending }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_table_is_refused_with_a_reason() {
        assert_eq!(
            read("report.pdf", b"%PDF-1.7"),
            Err(TableError::UnknownKind { ending: "pdf".to_owned() })
        );
        assert_eq!(read("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest"), Err(TableError::OldOrLocked));
        assert!(matches!(read("book.xlsx", b"a;b"), Err(TableError::Broken { .. })));
        assert!(matches!(read("book.xlsx", b"PK\x03\x04 cut short"), Err(TableError::Broken { .. })));
        assert_eq!(read("empty.csv", b""), Err(TableError::Empty));
        assert_eq!(read("blank.csv", b"\n ; ;\n\n"), Err(TableError::Empty));
        assert_eq!(read("picture.csv", b"\x89PNG\0\0\x01"), Err(TableError::NotText));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            for name in ["a.csv", "a.tsv", "a.xlsx", "a.ods", "a"] {
                let _ = read(name, &bytes);
                let _ = read(name, &[b"PK\x03\x04", bytes.as_slice()].concat());
                let _ = read(name, &[b"\xff\xfe", bytes.as_slice()].concat());
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in "[a-я0-9\",;\t\r\n =.]{0,200}") {
            if let Ok(sheet) = read("a.csv", text.as_bytes()) {
                prop_assert!(sheet.rows.iter().all(|row| row.cells.iter().any(|cell| *cell != Cell::Empty)));
                prop_assert!(sheet.rows.windows(2).all(|pair| pair[0].number < pair[1].number));
            }
        }

        #[test]
        fn no_broken_workbook_makes_it_panic(at in 0usize..4000, byte in any::<u8>()) {
            let mut bytes = test_zip::xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
            let at = at % bytes.len();
            bytes[at] = byte;
            let _ = read("a.xlsx", &bytes);
        }

        #[test]
        fn no_sheet_text_makes_it_panic(rows in "(<row r=\"[0-9]{1,10}\">|<c r=\"[A-Z]{1,4}[0-9]{1,8}\" s=\"[0-9]\">|<v>[0-9e.-]{0,8}</v>|</c>|</row>){0,12}") {
            let _ = read("a.xlsx", &test_zip::xlsx(&rows));
        }
    }
}
