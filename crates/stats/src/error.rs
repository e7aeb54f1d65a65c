//! Why a method cannot answer.

/// Why a method cannot answer; the columns are named as they came. Rows count from 0.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Error {
    /// There is less than the method needs, when missing values are left out.
    #[error("{have} {what}, and at least {need} are needed")]
    TooFew {
        /// Of what: `rows`, `columns`, `groups`, `levels`.
        what: &'static str,
        /// How many there are.
        have: usize,
        /// How many are needed.
        need: usize,
    },
    /// A column has one value only.
    #[error("{column} has the same value in every row")]
    Constant {
        /// The column.
        column: String,
    },
    /// A column has no value at all.
    #[error("{column} has no values")]
    Missing {
        /// The column.
        column: String,
    },
    /// A figure is infinite.
    #[error("{column} is infinite in row {row}")]
    Infinite {
        /// The column.
        column: String,
        /// The first such row.
        row: usize,
    },
    /// A column holds words where figures are needed, or the other way round.
    #[error("{column} must be {need}")]
    Kind {
        /// The column.
        column: String,
        /// `number`, `factor`, `scale`, `two levels`, `count`, `positive`, `0 or 1`.
        need: &'static str,
    },
    /// There is no such column.
    #[error("no column {name}")]
    NoColumn {
        /// What was asked for.
        name: String,
        /// What there is.
        there: Vec<String>,
    },
    /// Columns that should be as long as each other are not.
    #[error("{left} rows against {right}")]
    Lengths {
        /// One length.
        left: usize,
        /// The other.
        right: usize,
    },
    /// Some columns follow from others.
    #[error("{} follow from other columns", columns.join(", "))]
    Collinear {
        /// Those that follow.
        columns: Vec<String>,
    },
    /// A column separates the outcomes wholly, so that no finite estimate exists.
    #[error("{column} separates the outcomes")]
    Separated {
        /// The column.
        column: String,
    },
    /// The iteration came to no end.
    #[error("{what} did not converge in {steps} steps")]
    NoConvergence {
        /// Of what.
        what: &'static str,
        /// After how many steps.
        steps: usize,
    },
    /// An option has a value that it cannot have.
    #[error("{name} cannot be {value}: {allowed}")]
    Choice {
        /// The option.
        name: &'static str,
        /// What was asked for.
        value: String,
        /// What it may be.
        allowed: String,
    },
    /// A formula cannot be read.
    #[error("formula, character {at}: {why}")]
    Formula {
        /// Where, in characters from 0.
        at: usize,
        /// Why, as a key: `formula-expected-term`, …
        why: &'static str,
        /// The text that stands there.
        found: String,
    },
    /// A method that is not offered, with the key of its reason: `stepwise`.
    #[error("{what} is not offered")]
    Refused {
        /// Which.
        what: &'static str,
    },
    /// The rows could not be read: what the source said.
    #[error("{0}")]
    Source(String),
    /// Whoever asked has withdrawn.
    #[error("stopped")]
    Stopped,
}
