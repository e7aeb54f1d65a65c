//! Why a file is no table.

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
    /// The error in words.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            TableError::UnknownKind { ending } => t!(lang, "table-unknown-kind", ending = ending),
            TableError::NotText => t!(lang, "table-not-text"),
            TableError::OldOrLocked => t!(lang, "table-old-or-locked"),
            TableError::Broken { detail } if detail.is_empty() => t!(lang, "table-not-workbook"),
            TableError::Broken { detail } => t!(lang, "table-broken", detail = detail),
            TableError::NoSheet { name, there } => {
                t!(lang, "table-no-sheet", name = name, there = there.join(", "))
            }
            TableError::Empty => t!(lang, "table-empty"),
            TableError::TooLarge { what: "bytes" | "unpacked", limit } => {
                t!(lang, "table-too-long", mebibytes = *limit >> 20)
            }
            TableError::TooLarge { what, limit } => t!(lang, "table-too-large", what = *what, limit = *limit),
        }
    }
}
