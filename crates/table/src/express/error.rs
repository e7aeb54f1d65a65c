//! Why an expression cannot be read.

use locale::{Lang, t};

/// Why, with what the reason speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Something else should stand here; what does, or nothing at the end.
    Unexpected(String),
    /// A quote was not closed.
    Unclosed,
    /// There is no such column.
    NoColumn(String),
    /// There is no such function.
    NoFunction(String),
    /// A function takes another number of arguments.
    Arguments(String),
    /// A figure is needed.
    NeedFigure,
    /// Something that is true or false is needed.
    NeedTruth,
    /// A day is needed.
    NeedDay,
    /// The two sides cannot be held against each other.
    Unlike,
    /// Two units that cannot be added or compared.
    Units(String, String),
    /// A function does not take that unit.
    Unit(String),
    /// A whole number from 1 is needed.
    NeedStep,
    /// The expression is too long or too deep.
    TooLarge,
}

/// Where and why an expression cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
pub struct ExpressionError {
    /// The character, from 0.
    pub at: usize,
    /// The reason.
    pub why: Why,
}

impl ExpressionError {
    /// The error in words.
    pub fn message(&self, lang: Lang) -> String {
        let why = match &self.why {
            Why::Unexpected(found) if found.is_empty() => t!(lang, "express-ends"),
            Why::Unexpected(found) => t!(lang, "express-unexpected", found = found),
            Why::Unclosed => t!(lang, "express-unclosed"),
            Why::NoColumn(name) => t!(lang, "express-no-column", name = name),
            Why::NoFunction(name) => {
                t!(lang, "express-no-function", name = name, there = super::functions::NAMES.join(", "))
            }
            Why::Arguments(name) => t!(lang, "express-arguments", name = name),
            Why::NeedFigure => t!(lang, "express-need-figure"),
            Why::NeedTruth => t!(lang, "express-need-truth"),
            Why::NeedDay => t!(lang, "express-need-day"),
            Why::Unlike => t!(lang, "express-unlike"),
            Why::Units(left, right) => t!(lang, "express-units", left = left, right = right),
            Why::Unit(unit) => t!(lang, "express-unit", unit = unit),
            Why::NeedStep => t!(lang, "express-need-step"),
            Why::TooLarge => t!(lang, "express-too-large"),
        };
        t!(lang, "express-at", at = self.at + 1, why = why)
    }
}
