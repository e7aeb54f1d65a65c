//! XLSX and ODS.

use crate::grow::{Grow, over};
use crate::{Bounds, COLUMNS, Cell, Dialect, Sheet, TableError, archive, repeats};
use calamine::{Data, DataRef, ExcelDateTime, Ods, Reader, SheetType, SheetVisible, Style, Xlsx};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How an ODS archive begins: its type stands unpacked in the first entry.
const ODS: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

/// Reads the named sheet of a workbook, or its first visible one.
pub fn read(name: &str, bytes: &[u8], sheet: Option<&str>, bounds: &Bounds) -> Result<Sheet, TableError> {
    archive::check(bytes, bounds)?;
    let ods = bytes.get(..128).unwrap_or(bytes).windows(ODS.len()).any(|window| window == ODS);
    // The reader is not ours; should a file find a fault in it, only that file suffers.
    let read = catch_unwind(AssertUnwindSafe(|| match ods {
        true => read_ods(name, bytes, sheet, bounds),
        false => read_xlsx(name, bytes, sheet, bounds),
    }));
    read.unwrap_or_else(|_| Err(TableError::Broken { detail: "the file is damaged".to_owned() }))
}

/// Cell by cell, because a range is laid out whole in memory: two cells in opposite corners would fill it.
fn read_xlsx(name: &str, bytes: &[u8], sheet: Option<&str>, bounds: &Bounds) -> Result<Sheet, TableError> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let dialect = choose("XLSX", book.sheets_metadata(), sheet)?;
    let Dialect::Workbook { sheet, .. } = &dialect else { return Err(TableError::Empty) };
    let mut reader = book.worksheet_cells_reader(sheet).map_err(broken)?;
    let percent: Vec<bool> = reader.styles().iter().map(is_percent).collect();
    let mut rows: BTreeMap<u32, Vec<Cell>> = BTreeMap::new();
    let mut cells = 0;
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(broken)? {
        let (row, column) = cell.get_position();
        let column = column as usize;
        let value = match cell.get_value() {
            DataRef::Int(number) => of_number(*number as f64, percent.get(style) == Some(&true)),
            DataRef::Float(number) => of_number(*number, percent.get(style) == Some(&true)),
            DataRef::DateTime(time) => of_time(time),
            DataRef::DateTimeIso(text) => of_iso(text),
            DataRef::String(text) | DataRef::DurationIso(text) => Cell::text(text),
            DataRef::SharedString(text) => Cell::text(text),
            DataRef::Bool(truth) => Cell::Text(truth.to_string()),
            DataRef::Error(error) => Cell::Text(error.to_string()),
            DataRef::Empty => Cell::Empty,
        };
        if value == Cell::Empty {
            continue;
        }
        over("columns", column + 1, COLUMNS)?;
        let row = rows.entry(row).or_default();
        if row.len() <= column {
            cells += column + 1 - row.len();
            over("cells", cells, bounds.cells)?;
            row.resize(column + 1, Cell::Empty);
        }
        row[column] = value;
    }
    over("rows", rows.len(), bounds.rows.saturating_add(1))?;
    let mut grow = Grow::default();
    for (row, cells) in rows {
        grow.row(row as usize + 1, cells)?;
    }
    grow.sheet(name, dialect)
}

fn read_ods(name: &str, bytes: &[u8], sheet: Option<&str>, bounds: &Bounds) -> Result<Sheet, TableError> {
    // The reader lays out every cell of every sheet in memory, a cell that says so as often as it says.
    let content = archive::entry(bytes, "content.xml", bounds.unpacked).unwrap_or_default();
    over("cells", repeats::cells(&content), bounds.cells)?;
    drop(content);
    let mut book = Ods::new(Cursor::new(bytes)).map_err(broken)?;
    let dialect = choose("ODS", book.sheets_metadata(), sheet)?;
    let Dialect::Workbook { sheet, .. } = &dialect else { return Err(TableError::Empty) };
    let range = book.worksheet_range(sheet).map_err(broken)?;
    over("rows", range.height(), bounds.rows.saturating_add(1))?;
    let (top, left) = range.start().unwrap_or_default();
    let mut grow = Grow::default();
    for (at, row) in range.rows().enumerate() {
        let filled = row.iter().rposition(|cell| *cell != Data::Empty).map_or(0, |last| last + 1);
        over("columns", left as usize + filled, COLUMNS)?;
        let before = std::iter::repeat_n(Cell::Empty, left as usize);
        grow.row(top as usize + at + 1, before.chain(row[..filled].iter().map(of_data)).collect())?;
    }
    grow.sheet(name, dialect)
}

/// The sheet to read: that of the name, or the first visible one.
fn choose(kind: &'static str, all: &[calamine::Sheet], wanted: Option<&str>) -> Result<Dialect, TableError> {
    let sheets: Vec<String> = all
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    let visible = all
        .iter()
        .find(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.as_str());
    let sheet = match wanted {
        Some(name) => sheets.iter().find(|sheet| *sheet == name).cloned(),
        None => visible.map(str::to_owned).or_else(|| sheets.first().cloned()),
    };
    match (sheet, wanted) {
        (Some(sheet), _) => Ok(Dialect::Workbook { kind, sheet, sheets }),
        (None, Some(name)) => Err(TableError::NoSheet { name: name.to_owned(), there: sheets }),
        (None, None) => Err(TableError::Empty),
    }
}

fn of_data(data: &Data) -> Cell {
    match data {
        Data::Int(number) => of_number(*number as f64, false),
        Data::Float(number) => of_number(*number, false),
        Data::DateTime(time) => of_time(time),
        Data::DateTimeIso(text) => of_iso(text),
        Data::Empty => Cell::Empty,
        other => Cell::text(&other.to_string()),
    }
}

fn of_number(number: f64, percent: bool) -> Cell {
    match number {
        number if !number.is_finite() => Cell::Text(number.to_string()),
        // 0.07 is kept for what is shown as 7%; the rounding takes away what binary fractions add.
        number if percent && number.abs() < 1e6 => Cell::Number((number * 1e14).round() / 1e12),
        number if percent => Cell::Number(number * 100.0),
        number => Cell::Number(number),
    }
}

/// A day; a time of day or a length of time is no figure of its own and stays text.
fn of_time(time: &ExcelDateTime) -> Cell {
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    if time.is_duration() || time.as_f64() < 1.0 {
        let hours = if time.is_duration() { (time.as_f64() * 24.0).floor() } else { f64::from(hour) };
        return Cell::Text(format!("{hours}:{minute:02}:{second:02}"));
    }
    let date = Date::new(year as i16, month as i8, day as i8);
    date.map_or_else(|_| Cell::Text(format!("{year}-{month:02}-{day:02}")), Cell::Date)
}

fn of_iso(text: &str) -> Cell {
    let day = text.get(..10).and_then(|day| day.parse().ok());
    day.map_or_else(|| Cell::text(text), Cell::Date)
}

fn is_percent(style: &Style) -> bool {
    style.number_format.as_ref().is_some_and(|format| format.format_code.contains('%'))
}

fn broken(error: impl std::fmt::Display) -> TableError {
    TableError::Broken { detail: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_zip::{ods, xlsx};
    use jiff::civil::date;

    const HEAD: &str = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Дата</t></is></c>\
        <c r=\"B2\" t=\"inlineStr\"><is><t> ER </t></is></c></row>";

    fn sheet(rows: &str) -> Sheet {
        read("a.xlsx", &xlsx(&format!("{HEAD}{rows}")), None, &Bounds::default()).unwrap()
    }

    #[test]
    fn days_numbers_and_percentages_are_kept_as_such() {
        let sheet = sheet(
            "<row r=\"5\"><c r=\"A5\" s=\"1\"><v>46082</v></c><c r=\"B5\" s=\"2\"><v>0.07</v></c>\
             <c r=\"D5\"><v>-1.5</v></c><c r=\"E5\" t=\"b\"><v>1</v></c><c r=\"F5\" t=\"e\"><v>#N/A</v></c></row>",
        );
        assert_eq!(sheet.header, ["Дата", "ER"]);
        assert_eq!(sheet.rows[0].number, 5);
        let cells = [
            Cell::Date(date(2026, 3, 1)),
            Cell::Number(7.0),
            Cell::Empty,
            Cell::Number(-1.5),
            Cell::text("true"),
            Cell::text("#N/A"),
        ];
        assert_eq!(sheet.rows[0].cells, cells);
    }

    #[test]
    fn the_first_visible_sheet_is_read_or_the_one_that_is_named() {
        let book = xlsx(HEAD);
        let Dialect::Workbook { kind, sheet, sheets } =
            read("a.xlsx", &book, None, &Bounds::default()).unwrap().dialect
        else {
            panic!("a workbook")
        };
        assert_eq!((kind, sheet.as_str()), ("XLSX", "Март"));
        assert_eq!(sheets, ["Notes", "Март"]);
        assert_eq!(read("a.xlsx", &book, Some("Notes"), &Bounds::default()).unwrap().header, ["7"]);
        let absent = read("a.xlsx", &book, Some("April"), &Bounds::default());
        assert_eq!(absent, Err(TableError::NoSheet { name: "April".to_owned(), there: sheets }));
    }

    #[test]
    fn cells_in_far_corners_cost_nothing() {
        let far = sheet("<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>");
        assert_eq!((far.rows.len(), far.rows[0].number), (1, 1_048_576));
        let wide = xlsx("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>");
        assert_eq!(
            read("a.xlsx", &wide, None, &Bounds::default()),
            Err(TableError::TooLarge { what: "columns", limit: COLUMNS })
        );
    }

    #[test]
    fn an_ods_sheet_is_read() {
        let cell = |kind: &str, text: &str| {
            format!("<table:table-cell {kind}><text:p>{text}</text:p></table:table-cell>")
        };
        let head =
            cell("office:value-type=\"string\"", "Дата") + &cell("office:value-type=\"string\"", "Охват");
        let row = cell("office:value-type=\"date\" office:date-value=\"2026-03-01\"", "01.03.26")
            + &cell("office:value-type=\"float\" office:value=\"12.5\"", "12,5");
        let book = ods(&format!(
            "<table:table-row>{head}</table:table-row><table:table-row table:number-rows-repeated=\"2\">\
             <table:table-cell/></table:table-row><table:table-row>{row}</table:table-row>"
        ));
        let sheet = read("a.ods", &book, None, &Bounds::default()).unwrap();
        assert_eq!(sheet.header, ["Дата", "Охват"]);
        assert_eq!(sheet.rows[0].number, 4);
        assert_eq!(sheet.rows[0].cells, [Cell::Date(date(2026, 3, 1)), Cell::Number(12.5)]);
    }

    #[test]
    fn lengths_of_time_stay_text() {
        use calamine::ExcelDateTimeType::{DateTime, TimeDelta};
        assert_eq!(of_time(&ExcelDateTime::new(1.5, TimeDelta, false)), Cell::text("36:00:00"));
        assert_eq!(of_time(&ExcelDateTime::new(0.25, DateTime, false)), Cell::text("6:00:00"));
        let never = "1900-02-29";
        assert_eq!(of_time(&ExcelDateTime::new(60.0, DateTime, false)), Cell::text(never));
    }
}
