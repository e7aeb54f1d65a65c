//! CSV and its kin.

use crate::grow::Grow;
use crate::{COLUMNS, Cell, Dialect, Sheet, TableError, decode, delimiter, grow};

/// Reads text whose columns are set apart by commas, semicolons or tabs.
pub fn read(name: &str, bytes: &[u8]) -> Result<Sheet, TableError> {
    let (text, encoding) = decode::decode(bytes)?;
    let (mark, text, above) = match delimiter::named(&text) {
        Some((mark, rest)) => (mark, rest, 1),
        None => (delimiter::guessed(&text), &*text, 0),
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(mark as u8)
        .from_reader(text.as_bytes());
    let mut grow = Grow::default();
    let mut record = csv::StringRecord::new();
    let mut number = above;
    loop {
        let start = reader.position().byte() as usize;
        let more = reader.read_record(&mut record).map_err(|error| broken(&error))?;
        if !more {
            break;
        }
        number += blank_lines(text, start) + 1;
        // Before a row of a million empty cells is made.
        let width = record.iter().rev().skip_while(|field| field.trim().is_empty()).count();
        grow::over("columns", width, COLUMNS)?;
        grow.row(number, record.iter().take(width).map(Cell::text).collect())?;
    }
    grow.sheet(name, Dialect::Text { encoding, delimiter: mark })
}

/// How many empty lines stand at a place, which the reader leaves out and a person counts. The place may be
/// between the two halves of a line end.
fn blank_lines(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    if at > 0 && bytes.get(at - 1) == Some(&b'\r') && bytes.get(at) == Some(&b'\n') {
        at += 1;
    }
    let mut lines = 0;
    while let Some(b'\r' | b'\n') = bytes.get(at) {
        at += if bytes[at..].starts_with(b"\r\n") { 2 } else { 1 };
        lines += 1;
    }
    lines
}

fn broken(error: &csv::Error) -> TableError {
    TableError::Broken { detail: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(usize, Vec<String>)> {
        let sheet = read("a.csv", text.as_bytes()).unwrap();
        sheet.rows.iter().map(|row| (row.number, row.cells.iter().map(Cell::to_string).collect())).collect()
    }

    fn row(number: usize, cells: &[&str]) -> (usize, Vec<String>) {
        (number, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn a_russian_excel_file_is_read() {
        let text = "Дата;Охват, тыс.\r\n01.03.2026;1 250,5\r\n";
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(text);
        let sheet = read("охват.csv", &bytes).unwrap();
        assert_eq!(sheet.header, ["Дата", "Охват, тыс."]);
        assert_eq!(sheet.rows[0].cells, [Cell::text("01.03.2026"), Cell::text("1 250,5")]);
        assert_eq!(sheet.dialect, Dialect::Text { encoding: "windows-1251", delimiter: ';' });
    }

    #[test]
    fn rows_are_numbered_as_a_person_counts() {
        for end in ["\n", "\r\n", "\r"] {
            let text = "a,b\n\n1,2\n\n\n,\n3,4\n\"x\ny\",5\n6,7".replace('\n', end);
            let seen: Vec<usize> = rows(&text).iter().map(|row| row.0).collect();
            assert_eq!(seen, [3, 7, 8, 9], "{end:?}");
        }
        assert_eq!(rows("sep=;\na;b\n1;2\n"), [row(3, &["1", "2"])]);
    }

    #[test]
    fn ragged_rows_keep_what_they_have() {
        assert_eq!(
            rows("a,b,c\n1\n1,2,3,4\n,,3\n"),
            [row(2, &["1"]), row(3, &["1", "2", "3", "4"]), row(4, &["", "", "3"])]
        );
        let sheet = read("a.csv", b"a,b\n1\n").unwrap();
        assert_eq!(sheet.rows[0].cell(1), &Cell::Empty);
    }

    #[test]
    fn titles_above_the_header_are_passed_over() {
        let sheet = read("a.csv", "Отчёт за март\n\nДата;Охват\n01.03.2026;5\n".as_bytes()).unwrap();
        assert_eq!(sheet.header, ["Дата", "Охват"]);
        assert_eq!(sheet.rows[0].number, 4);
        assert_eq!(read("a.csv", b"one\n1\n2\n").unwrap().header, ["one"]);
    }

    #[test]
    fn too_many_columns_are_refused() {
        let wide = format!("a{}b\n", ",".repeat(COLUMNS));
        assert_eq!(
            read("a.csv", wide.as_bytes()),
            Err(TableError::TooLarge { what: "columns", limit: COLUMNS })
        );
        let empty = format!("a,b\n1{}\n", ",".repeat(COLUMNS * 2));
        assert_eq!(read("a.csv", empty.as_bytes()).unwrap().rows[0].cells.len(), 1);
    }
}
