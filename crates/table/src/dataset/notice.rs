//! What a person should know about a file that was read nonetheless.

use super::{Kind, Trouble};
use locale::{Lang, t};

/// Something odd.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// Columns without a head were named by their place.
    Unnamed {
        /// Their names.
        columns: Vec<String>,
    },
    /// Several columns have one head and were numbered.
    Twice {
        /// The head.
        column: String,
        /// How many.
        count: usize,
    },
    /// A column holds lists or records and was left out.
    Nested {
        /// The column.
        column: String,
    },
    /// Cells are none of their column's kind and count as missing.
    Unread {
        /// The column.
        column: String,
        /// The kind that it was taken for.
        kind: Kind,
        /// How many, and the first of them.
        trouble: Trouble,
    },
    /// Cells are infinite, and no method can use them.
    Infinite {
        /// The column.
        column: String,
        /// How many.
        count: u64,
    },
    /// A column has no value.
    AllMissing {
        /// The column.
        column: String,
    },
    /// There are columns and no rows.
    NoRows,
}

impl Notice {
    /// The notice in words.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Notice::Unnamed { columns } => {
                t!(lang, "table-unnamed", count = columns.len(), columns = some(columns))
            }
            Notice::Twice { column, count } => t!(lang, "table-twice", column = column, count = *count),
            Notice::Nested { column } => t!(lang, "table-nested", column = column),
            Notice::Unread { column, kind, trouble } => {
                let shown = trouble.first.iter();
                let shown = shown.map(|(row, text)| t!(lang, "table-unread-cell", row = *row, text = text));
                let cells = shown.collect::<Vec<_>>().join(", ");
                let kind = kind.message(lang);
                t!(lang, "table-unread", column = column, kind = kind, count = trouble.count, cells = cells)
            }
            Notice::Infinite { column, count } => t!(lang, "table-infinite", column = column, count = *count),
            Notice::AllMissing { column } => t!(lang, "table-all-missing", column = column),
            Notice::NoRows => t!(lang, "table-no-rows"),
        }
    }
}

/// The first of many names.
fn some(names: &[String]) -> String {
    let more = if names.len() > 8 { ", …" } else { "" };
    names.iter().take(8).cloned().collect::<Vec<_>>().join(", ") + more
}
