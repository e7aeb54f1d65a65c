//! A sheet with its row of heads, wherever that stands.

use super::column;
use super::names::{Named, Names};
use super::words::{is_date, is_name, is_value};
use super::{ImportError, Mapping};
use std::borrow::Cow;
use table::{Cell, DateOrder, Row, Sheet};

/// So many rows may stand above the heads: the name of a report, who made it, of which period it is.
const ABOVE: usize = 15;

/// A sheet with its row of heads.
pub struct Headed<'a> {
    /// The heads.
    pub header: Cow<'a, [String]>,
    /// The heads' row as a person counts it; 0 where the file tells no number.
    pub row: usize,
    /// The rows below.
    pub rows: &'a [Row],
    /// How many rows were passed over.
    pub above: usize,
    /// How many columns there are.
    pub width: usize,
    /// The mark between the columns, of a text file.
    pub delimiter: Option<char>,
}

impl<'a> Headed<'a> {
    /// The sheet as the reader of the file gave it.
    fn plain(sheet: &'a Sheet) -> Self {
        let width = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(sheet.header.len());
        Headed {
            header: Cow::Borrowed(&sheet.header),
            row: 0,
            rows: &sheet.rows,
            above: 0,
            width,
            delimiter: sheet.dialect.delimiter(),
        }
    }

    /// The sheet with the first row that speaks of days, KPIs or values as its heads, where the reader's own does not.
    pub fn new(sheet: &'a Sheet, names: &Names) -> Self {
        let plain = Headed::plain(sheet);
        if speaks(sheet.header.iter().map(String::as_str), names) {
            return plain;
        }
        let heads = |row: &Row| row.cells.iter().map(Cell::to_string).collect::<Vec<String>>();
        let found = sheet.rows.iter().take(ABOVE).position(|row| {
            let heads = heads(row);
            is_heads(row) && speaks(heads.iter().map(String::as_str), names)
        });
        match found.and_then(|at| Some((at, sheet.rows.get(at)?, sheet.rows.get(at + 1..)?))) {
            Some((at, head, rows)) => {
                Headed { header: Cow::Owned(heads(head)), row: head.number, rows, above: at + 1, ..plain }
            }
            None => plain,
        }
    }

    /// As [`Headed::new`]; where the columns of a mapping stand in the reader's heads and not there, with those.
    pub fn for_mapping(sheet: &'a Sheet, names: &Names, mapping: &Mapping) -> Self {
        let (own, plain) = (Headed::new(sheet, names), Headed::plain(sheet));
        let used = mapping.kpis.iter().map(|(_, column)| column);
        let mut used =
            used.chain([&mapping.date, &mapping.name, &mapping.value]).filter(|name| !name.is_empty());
        if own.above > 0 && used.any(|name| own.column(name).is_err() && plain.column(name).is_ok()) {
            return plain;
        }
        own
    }

    /// The place of a column.
    pub fn column(&self, name: &str) -> Result<usize, ImportError> {
        column::find(&self.header, self.width, name)
    }

    /// The name of a column.
    pub fn name(&self, at: usize) -> String {
        column::name(&self.header, at)
    }

    /// The head of a column; empty where it has none.
    pub fn head(&self, at: usize) -> &str {
        self.header.get(at).map_or("", String::as_str)
    }
}

/// Whether some of the heads are words of a table of figures, KPIs of the department, or periods beside each other.
fn speaks<'t>(heads: impl Iterator<Item = &'t str>, names: &Names) -> bool {
    let mut periods = 0;
    for head in heads.filter(|head| !head.is_empty()) {
        if is_date(head) || is_name(head) || is_value(head) || matches!(names.find(head), Named::Kpi(_)) {
            return true;
        }
        periods += usize::from(is_period(head));
    }
    periods > 1
}

/// Whether a row of a sheet may be one of heads: two words or more, and no figures but years.
fn is_heads(row: &Row) -> bool {
    let filled = row.cells.iter().filter(|cell| **cell != Cell::Empty).count();
    let (mut dates, mut figures) = (0, 0);
    for cell in &row.cells {
        match cell {
            Cell::Empty => {}
            Cell::Date(_) => dates += 1,
            Cell::Number(number) => figures += usize::from(!(1990.0..=2100.0).contains(number)),
            Cell::Text(text) if is_period(text) => dates += 1,
            Cell::Text(text) => figures += usize::from(table::figure(text).len() == text.len()),
        }
    }
    filled > 1 && figures == 0 && dates != 1
}

/// Whether a head names a period or a month.
pub fn is_period(head: &str) -> bool {
    let word = || head.chars().any(char::is_alphabetic) && table::month(head).is_some();
    table::period(head, DateOrder::DayFirst).is_some() || word()
}
