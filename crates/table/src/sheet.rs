//! What a file was read into.

use jiff::civil::Date;
use locale::{Lang, t};

/// The rows and columns of a file or of one sheet of a workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The file's name.
    pub name: String,
    /// How the file is written.
    pub dialect: Dialect,
    /// The names of the columns, trimmed; empty where a column has none.
    pub header: Vec<String>,
    /// The rows below the header that hold anything.
    pub rows: Vec<Row>,
}

/// How a file is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dialect {
    /// Text with a mark between the columns.
    Text {
        /// The encoding's name: `UTF-8`, `windows-1251`, `UTF-16LE`, `UTF-16BE`.
        encoding: &'static str,
        /// The mark between the columns: a comma, a semicolon or a tab.
        delimiter: char,
    },
    /// A workbook.
    Workbook {
        /// `XLSX` or `ODS`.
        kind: &'static str,
        /// The sheet that was read.
        sheet: String,
        /// All its sheets, hidden ones included.
        sheets: Vec<String>,
    },
    /// A file of typed columns.
    Columns {
        /// `Parquet`.
        kind: &'static str,
    },
}

impl Dialect {
    /// The mark between the columns, of a text file.
    pub fn delimiter(&self) -> Option<char> {
        match self {
            Dialect::Text { delimiter, .. } => Some(*delimiter),
            Dialect::Workbook { .. } | Dialect::Columns { .. } => None,
        }
    }

    /// The sheet that was read and all that there are, of a workbook.
    pub fn sheets(&self) -> Option<(&str, &[String])> {
        match self {
            Dialect::Workbook { sheet, sheets, .. } => Some((sheet, sheets)),
            Dialect::Text { .. } | Dialect::Columns { .. } => None,
        }
    }

    /// How the file is written, in words.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Dialect::Text { encoding, delimiter } => {
                let delimiter = match delimiter {
                    '\t' => t!(lang, "table-tab"),
                    ';' => t!(lang, "table-semicolon"),
                    _ => t!(lang, "table-comma"),
                };
                t!(lang, "table-text", encoding = *encoding, delimiter = delimiter)
            }
            Dialect::Workbook { kind, sheet, .. } => t!(lang, "table-workbook", kind = *kind, sheet = sheet),
            Dialect::Columns { kind } => (*kind).to_owned(),
        }
    }
}

/// A row that holds anything.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its number in the file as a spreadsheet shows it, from 1; the header is usually row 1.
    pub number: usize,
    /// Its cells up to the last filled one.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The cell of a column counted from 0; empty where the row is shorter.
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing, or blanks only.
    #[default]
    Empty,
    /// Text, trimmed, never empty. Every filled cell of a text file is text.
    Text(String),
    /// A number that a workbook keeps as such. What the sheet shows as a percentage is a number of per cent.
    Number(f64),
    /// A day that a workbook keeps as such.
    Date(Date),
}

impl Cell {
    /// A cell of that text.
    pub(crate) fn text(text: &str) -> Self {
        match text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}') {
            "" => Cell::Empty,
            text => Cell::Text(text.to_owned()),
        }
    }
}

impl std::fmt::Display for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Cell::Empty => Ok(()),
            Cell::Text(text) => f.write_str(text),
            Cell::Number(number) => write!(f, "{number}"),
            Cell::Date(date) => write!(f, "{date}"),
        }
    }
}
