//! What is wrong with a file or with one of its rows.

use jiff::civil::Date;
use locale::{Lang, Value, t};
use table::{DateOrder, DecimalMark};

/// Why nothing of a file can be imported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The file has no such column.
    #[error("{}", self.message(Lang::En))]
    NoColumn {
        /// The column that was asked for.
        name: String,
        /// The columns that there are, at most ten, the most like it first.
        there: Vec<String>,
    },
    /// The department has no such KPI.
    #[error("{}", self.message(Lang::En))]
    UnknownKpi {
        /// The id that was asked for.
        id: String,
        /// The id most like it.
        near: Option<String>,
    },
    /// A KPI that is computed from others was given a column.
    #[error("{}", self.message(Lang::En))]
    Computed {
        /// Its id.
        id: String,
    },
    /// A KPI was given two columns.
    #[error("{}", self.message(Lang::En))]
    KpiTwice {
        /// Its id.
        id: String,
    },
    /// No KPI was given a column.
    #[error("{}", self.message(Lang::En))]
    NoKpi,
    /// No row is of a KPI.
    #[error("{}", self.message(Lang::En))]
    NoneNamed,
    /// No column's head is a day or a period.
    #[error("{}", self.message(Lang::En))]
    NoPeriods,
    /// The heads are months of no year.
    #[error("{}", self.message(Lang::En))]
    NoYear,
    /// The file has a header and nothing below it.
    #[error("{}", self.message(Lang::En))]
    NoRows,
}

impl ImportError {
    /// The error in words.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            ImportError::NoColumn { name, .. } if name.trim().is_empty() => {
                t!(lang, "measurements-no-column")
            }
            ImportError::NoColumn { name, there } => {
                t!(lang, "import-no-column", name = name, there = there.join(", "))
            }
            ImportError::UnknownKpi { id, near: Some(near) } => {
                t!(lang, "import-unknown-kpi-near", id = id, near = near)
            }
            ImportError::UnknownKpi { id, near: None } => t!(lang, "import-unknown-kpi", id = id),
            ImportError::Computed { id } => t!(lang, "import-computed-kpi", id = id),
            ImportError::KpiTwice { id } => t!(lang, "import-kpi-twice", id = id),
            ImportError::NoKpi => t!(lang, "import-no-kpi"),
            ImportError::NoneNamed => t!(lang, "measurements-none-named"),
            ImportError::NoPeriods => t!(lang, "measurements-no-periods"),
            ImportError::NoYear => t!(lang, "measurements-no-year"),
            ImportError::NoRows => t!(lang, "import-no-rows"),
        }
    }
}

/// A cell that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowError {
    /// The row as a person counts it; 0 for the row of heads that the file's reader found.
    pub row: usize,
    /// The column's place, counted from 0.
    pub at: usize,
    /// The column's name.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// What is wrong with it.
    pub problem: Problem,
}

impl RowError {
    /// The error in words, with its place.
    pub fn message(&self, lang: Lang) -> String {
        let problem = self.problem.message(lang, &self.value);
        if self.row == 0 {
            return t!(lang, "measurements-in-head", column = &self.column, problem = problem);
        }
        t!(lang, "import-row", row = self.row.to_string(), column = &self.column, problem = problem)
    }
}

/// What is wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// No day, in the order that the column's other values show.
    NotADate(DateOrder),
    /// No month, where the year was given.
    NotAMonth,
    /// A month of no year.
    MonthAlone,
    /// The row has values and no day.
    NoDate,
    /// The row has a value and names no KPI.
    NoKpi,
    /// No KPI is called so, but one is called nearly so.
    UnknownKpi {
        /// What that one is called.
        near: String,
    },
    /// The figure is in another unit than the KPI.
    OtherUnit,
    /// The day lies before 1990 or more than a year ahead.
    DateOutOfRange,
    /// No number, with the decimal mark that the column's other values show.
    NotANumber(DecimalMark),
    /// An earlier row has the same day, and nothing says what becomes of several.
    Duplicate {
        /// That row.
        first: usize,
        /// The day.
        date: Date,
    },
    /// The period's values come to more than a number can hold.
    TooGreat,
}

impl Problem {
    /// The problem in words, with the value that has it.
    pub fn message(&self, lang: Lang, value: &str) -> String {
        let value: String = value.chars().take(60).collect();
        match self {
            Problem::NotADate(_) if !value.contains('/') => {
                t!(lang, "measurements-not-a-date", value = value)
            }
            Problem::NotADate(DateOrder::DayFirst) => t!(lang, "import-not-a-date-day-first", value = value),
            Problem::NotADate(DateOrder::MonthFirst) => t!(lang, "import-not-a-date", value = value),
            Problem::NotAMonth => t!(lang, "import-not-a-month", value = value),
            Problem::MonthAlone => t!(lang, "measurements-month-alone", value = value),
            Problem::NoKpi => t!(lang, "measurements-no-name"),
            Problem::UnknownKpi { near } => t!(lang, "measurements-near", value = value, near = near),
            Problem::OtherUnit => t!(lang, "measurements-other-unit", value = value),
            Problem::NoDate => t!(lang, "import-no-date"),
            Problem::DateOutOfRange => t!(lang, "import-date-out-of-range", value = value),
            Problem::NotANumber(mark) => {
                let mark = match mark {
                    DecimalMark::Point => Value::word("import-mark-point"),
                    DecimalMark::Comma => Value::word("import-mark-comma"),
                };
                t!(lang, "import-not-a-number", value = value, mark = mark)
            }
            Problem::Duplicate { first, date } => {
                t!(lang, "import-duplicate", date = *date, first = first.to_string())
            }
            Problem::TooGreat => t!(lang, "import-too-great"),
        }
    }
}
