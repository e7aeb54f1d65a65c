//! The tables as text, in the dialect of the language's Excel: commas, points and ISO days in English; semicolons, decimal
//! commas and days with points in Russian. Both are UTF-8 with its mark, by which Excel knows it.

use crate::book::{Book, Sheet};
use crate::cell::{Cell, day, plain};
use locale::Lang;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A table as CSV.
pub fn csv(sheet: &Sheet, lang: Lang) -> Vec<u8> {
    let delimiter = match lang {
        Lang::Ru => b';',
        Lang::En => b',',
    };
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(::csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    // Writing into memory does not fail, and every row has as many cells as there are heads.
    let _ = writer.write_record(sheet.columns.iter().map(|column| safe(&column.title)));
    for row in &sheet.rows {
        let _ = writer.write_record(row.iter().map(|cell| written(cell, lang)));
    }
    writer.into_inner().unwrap_or_default()
}

/// Every table of a book as CSV, in one archive.
pub fn archive(book: &Book, lang: Lang) -> zip::result::ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    for sheet in &book.sheets {
        archive.start_file(format!("{}.csv", sheet.key), options)?;
        archive.write_all(&csv(sheet, lang))?;
    }
    Ok(archive.finish()?.into_inner())
}

fn written(cell: &Cell, lang: Lang) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => safe(text),
        Cell::Number(number) | Cell::Money(number) => plain(lang, *number),
        Cell::Percent(number) => plain(lang, *number) + "%",
        Cell::Date(date) => day(lang, *date),
    }
}

/// Text that no spreadsheet takes for a formula: an apostrophe stands before what would be one.
fn safe(text: &str) -> String {
    if text.starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() }
}

/// The text without the apostrophe that [`safe`] put before it.
pub(crate) fn unsafe_again(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULA) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Column;

    fn sheet(cell: Cell) -> Sheet {
        let column = |title: &str| Column { key: "a".to_owned(), title: title.to_owned() };
        let columns = vec![column("А"), column("Б")];
        Sheet {
            key: "a".to_owned(),
            name: "a".to_owned(),
            columns,
            fixed: 1,
            rows: vec![vec![cell, Cell::Number(-1.5)]],
        }
    }

    #[test]
    fn each_language_has_its_dialect() {
        let day = Cell::Date(jiff::civil::date(2026, 3, 7));
        let text = |lang| String::from_utf8(csv(&sheet(day.clone()), lang)).expect("it is UTF-8");
        assert_eq!(text(Lang::Ru), "\u{feff}А;Б\r\n07.03.2026;-1,5\r\n");
        assert_eq!(text(Lang::En), "\u{feff}А,Б\r\n2026-03-07,-1.5\r\n");
    }

    #[test]
    fn no_text_is_a_formula() {
        for start in FORMULA {
            let text = format!("{start}cmd|' /C calc'!A0");
            let made = String::from_utf8(csv(&sheet(Cell::text(&*text)), Lang::En)).expect("it is UTF-8");
            let first = made.lines().nth(1).unwrap_or_default().trim_start_matches('"');
            assert!(first.starts_with('\''), "{made}");
            assert_eq!(unsafe_again(&safe(&text)), text);
        }
        assert_eq!(unsafe_again("'it is"), "'it is");
    }
}
