//! Why a file is no table.

use crate::{ExpressionError, Kind};
use locale::{Lang, t};

/// Why a file could not be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// The name ends in something that is no table.
    #[error("{}", self.message(Lang::En))]
    UnknownKind {
        /// The ending, in lower case.
        ending: String,
    },
    /// The file holds bytes that are no text.
    #[error("{}", self.message(Lang::En))]
    NotText,
    /// An XLS workbook from before 2007, or one that asks for a password.
    #[error("{}", self.message(Lang::En))]
    OldOrLocked,
    /// Named as Parquet, and none.
    #[error("{}", self.message(Lang::En))]
    NotParquet,
    /// A workbook that cannot be opened.
    #[error("{}", self.message(Lang::En))]
    Broken {
        /// What the reader found, in English; empty where it is no workbook at all.
        detail: String,
    },
    /// The workbook has no such sheet.
    #[error("{}", self.message(Lang::En))]
    NoSheet {
        /// The sheet that was asked for.
        name: String,
        /// The sheets that there are.
        there: Vec<String>,
    },
    /// Nothing stands in it.
    #[error("{}", self.message(Lang::En))]
    Empty,
    /// The bytes could not be fetched, unpacked or understood.
    #[error("{}", self.message(Lang::En))]
    Faulty {
        /// What the reader found, in English.
        detail: String,
    },
    /// A line of JSON is no object.
    #[error("{}", self.message(Lang::En))]
    JsonLine {
        /// Its number, from 1.
        row: u64,
        /// What the reader found, in English.
        detail: String,
    },
    /// A row that takes hundreds of megabytes: a quote that nobody closed.
    #[error("{}", self.message(Lang::En))]
    LongRow {
        /// Its number, from 1.
        row: u64,
    },
    /// There is no such column.
    #[error("{}", self.message(Lang::En))]
    NoColumn {
        /// What was asked for.
        name: String,
        /// What there is.
        there: Vec<String>,
    },
    /// A column that holds lists or records.
    #[error("{}", self.message(Lang::En))]
    Nested {
        /// The column.
        column: String,
    },
    /// There is no such kind of column.
    #[error("{}", self.message(Lang::En))]
    NoKind {
        /// What was asked for.
        name: String,
    },
    /// There is no such role of a column.
    #[error("{}", self.message(Lang::En))]
    NoRole {
        /// What was asked for.
        name: String,
    },
    /// A text that should be `column=value`.
    #[error("{}", self.message(Lang::En))]
    NoPair {
        /// The text.
        text: String,
    },
    /// A text that is no unit.
    #[error("{}", self.message(Lang::En))]
    NoUnit {
        /// The text.
        text: String,
    },
    /// A column is not of the kind that is needed.
    #[error("{}", self.message(Lang::En))]
    WrongKind {
        /// The column.
        column: String,
        /// Its kind.
        kind: Kind,
    },
    /// An expression cannot be read.
    #[error("{}", self.message(Lang::En))]
    Expression(#[from] ExpressionError),
    /// More than can be read.
    #[error("{}", self.message(Lang::En))]
    TooLarge {
        /// Of what: `bytes`, `unpacked`, `rows`, `columns` or `cells`.
        what: &'static str,
        /// How many there may be.
        limit: usize,
    },
}

impl TableError {
    /// What reading said.
    pub(crate) fn io(error: impl std::fmt::Display) -> Self {
        TableError::Faulty { detail: error.to_string() }
    }

    /// The error in words.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            TableError::UnknownKind { ending } => t!(lang, "table-unknown-kind", ending = ending),
            TableError::NotText => t!(lang, "table-not-text"),
            TableError::OldOrLocked => t!(lang, "table-old-or-locked"),
            TableError::NotParquet => t!(lang, "table-not-parquet"),
            TableError::Broken { detail } if detail.is_empty() => t!(lang, "table-not-workbook"),
            TableError::Broken { detail } => t!(lang, "table-broken", detail = detail),
            TableError::NoSheet { name, there } => {
                t!(lang, "table-no-sheet", name = name, there = there.join(", "))
            }
            TableError::Faulty { detail } => t!(lang, "table-faulty", detail = detail),
            TableError::JsonLine { row, detail } => t!(lang, "table-json-line", row = *row, detail = detail),
            TableError::LongRow { row } => t!(lang, "table-long-row", row = *row),
            TableError::NoColumn { name, there } => {
                let more = if there.len() > 12 { ", …" } else { "" };
                let there = there.iter().take(12).cloned().collect::<Vec<_>>().join(", ") + more;
                t!(lang, "table-no-column", name = name, there = there)
            }
            TableError::Nested { column } => t!(lang, "table-nested-asked", column = column),
            TableError::NoKind { name } => {
                let there = Kind::ALL.map(Kind::name).join(", ");
                t!(lang, "table-no-kind", name = name, there = there)
            }
            TableError::NoRole { name } => t!(lang, "table-no-role", name = name),
            TableError::NoPair { text } => t!(lang, "table-no-pair", text = text),
            TableError::NoUnit { text } => t!(lang, "table-no-unit", text = text),
            TableError::WrongKind { column, kind } => {
                t!(lang, "table-wrong-kind", column = column, kind = kind.message(lang))
            }
            TableError::Expression(error) => error.message(lang),
            TableError::Empty => t!(lang, "table-empty"),
            TableError::TooLarge { what: "bytes" | "unpacked", limit } => {
                t!(lang, "table-too-long", mebibytes = *limit >> 20)
            }
            TableError::TooLarge { what, limit } => t!(lang, "table-too-large", what = *what, limit = *limit),
        }
    }
}
