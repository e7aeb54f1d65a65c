//! How a KPI is computed from others: `answered / asked * 100`, `sum(visits, 4)`.
//!
//! ```text
//! formula = sum
//! sum     = product { ("+" | "-") product }
//! product = sign { ("*" | "/") sign }
//! sign    = [ "-" ] value
//! value   = number | KPI | function "(" sum [ "," periods ] ")" | "(" sum ")"
//! ```
//!
//! A KPI stands by its id; one with other signs than letters, digits and `_` stands between backquotes. Functions look back over
//! periods of the derived KPI's own rhythm: `sum`, `mean`, `min`, `max` over so many of them, the present one counted; `previous`
//! so many before (one, where nothing is said); `abs` looks nowhere.

mod parse;
mod units;

pub use parse::{FormulaError, Wrong, parse};
pub use units::{Clash, clash};

use crate::model::Kpi;

/// A formula's text is no longer than this many bytes.
pub const LONGEST: usize = 1_000;
/// No deeper than this.
pub const DEEPEST: usize = 32;
/// Windows reach no further back than this many periods.
pub const FURTHEST: usize = 1_000;

/// A formula.
#[derive(Debug, Clone, PartialEq)]
pub enum Formula {
    /// A number.
    Number(f64),
    /// The figure of a KPI, by its id, and where in the text that stands (bytes).
    Kpi(String, usize),
    /// The negative of something.
    Negative(Box<Formula>),
    /// Two joined by an operation.
    Joined(Operation, Box<Formula>, Box<Formula>),
    /// A function of something over so many periods.
    Over(Function, Box<Formula>, usize),
}

/// An operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
    /// `/`
    By,
}

/// A function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Function {
    /// The sum over a window.
    Sum,
    /// The mean over a window.
    Mean,
    /// The least of a window.
    Min,
    /// The greatest of a window.
    Max,
    /// The figure of so many periods before.
    Previous,
    /// The size without its sign.
    Abs,
}

impl Function {
    /// All.
    pub const ALL: [Function; 6] =
        [Function::Sum, Function::Mean, Function::Min, Function::Max, Function::Previous, Function::Abs];

    /// The word in a formula.
    pub const fn word(self) -> &'static str {
        match self {
            Function::Sum => "sum",
            Function::Mean => "mean",
            Function::Min => "min",
            Function::Max => "max",
            Function::Previous => "previous",
            Function::Abs => "abs",
        }
    }
}

/// The formula of a KPI; none where it has none, or one that cannot be read: then what was measured for it stays.
pub fn of(kpi: &Kpi) -> Option<Formula> {
    parse(&kpi.formula).ok()
}

impl Formula {
    /// How many periods it looks back, the present one not counted.
    pub fn reach(&self) -> usize {
        match self {
            Formula::Number(_) | Formula::Kpi(..) => 0,
            Formula::Negative(of) | Formula::Over(Function::Abs, of, _) => of.reach(),
            Formula::Over(Function::Previous, of, periods) => of.reach().saturating_add(*periods),
            Formula::Over(_, of, periods) => of.reach().saturating_add(periods.saturating_sub(1)),
            Formula::Joined(_, left, right) => left.reach().max(right.reach()),
        }
    }

    /// The KPIs that it is made of, with their places, in the order of the text.
    pub fn kpis(&self) -> Vec<(&str, usize)> {
        match self {
            Formula::Number(_) => Vec::new(),
            Formula::Kpi(id, at) => vec![(id, *at)],
            Formula::Negative(of) | Formula::Over(_, of, _) => of.kpis(),
            Formula::Joined(_, left, right) => [left.kpis(), right.kpis()].concat(),
        }
    }
}
