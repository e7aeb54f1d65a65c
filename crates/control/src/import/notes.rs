//! What is to be said of a file besides what is wrong with it.

use locale::{Lang, t};

/// So many rows are named; all are counted.
const NAMED: usize = 8;

/// Something that was done with a file, or left undone, and that nobody should find out later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// So many rows above the heads were passed over.
    Above(usize),
    /// Rows of totals were left out.
    Totals(Vec<usize>),
    /// The row below the heads holds units.
    Units(usize),
    /// Columns of a table across whose heads are totals or no periods were left out.
    Columns(Vec<String>),
    /// Rows without a day, in a table whose days stand at the first row of each block, took the day above.
    FilledDays(Vec<usize>),
    /// Rows without a KPI, in a table whose KPIs stand at the first row of each block, took the KPI above.
    FilledNames(Vec<usize>),
    /// Rows of a name that is no KPI's were left out.
    Unknown {
        /// The name.
        name: String,
        /// How many rows.
        rows: usize,
    },
    /// So many more names are no KPI's.
    MoreUnknown(usize),
    /// Values were dated to the last day of their period.
    Settled,
    /// All values of a KPI in per cent lie between 0 and 1.
    Shares(String),
    /// The head says thousands or more, and the KPI's unit does not; the values were taken as they stand.
    Multiplied(String),
}

impl Note {
    /// The note in words.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Note::Above(rows) => t!(lang, "measurements-note-above", n = *rows),
            Note::Totals(rows) => {
                t!(lang, "measurements-note-totals", rows = listed(lang, rows), n = rows.len())
            }
            Note::Units(row) => t!(lang, "measurements-note-units", row = row.to_string()),
            Note::Columns(names) => {
                let rest = if names.len() > NAMED { "…" } else { "" };
                let named: Vec<&str> = names.iter().take(NAMED).map(String::as_str).collect();
                t!(lang, "measurements-note-columns", names = format!("{}{rest}", named.join(", ")))
            }
            Note::FilledDays(rows) => {
                t!(lang, "measurements-note-days", rows = listed(lang, rows), n = rows.len())
            }
            Note::FilledNames(rows) => {
                t!(lang, "measurements-note-names", rows = listed(lang, rows), n = rows.len())
            }
            Note::Unknown { name, rows } => {
                let name: String = name.chars().take(80).collect();
                t!(lang, "measurements-note-unknown", name = name, n = *rows)
            }
            Note::MoreUnknown(names) => t!(lang, "measurements-note-more-unknown", n = *names),
            Note::Settled => t!(lang, "measurements-note-settled"),
            Note::Shares(kpi) => t!(lang, "measurements-note-shares", kpi = kpi),
            Note::Multiplied(column) => t!(lang, "measurements-note-multiplied", column = column),
        }
    }
}

/// The first of some rows, and how many there are where these are not all.
fn listed(lang: Lang, rows: &[usize]) -> String {
    let named: Vec<String> = rows.iter().take(NAMED).map(usize::to_string).collect();
    match rows.len().checked_sub(NAMED) {
        None | Some(0) => named.join(", "),
        Some(more) => t!(lang, "measurements-note-more", rows = named.join(", "), n = more),
    }
}
