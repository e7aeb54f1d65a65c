//! Why a question has no answer, in words.

use locale::{Lang, t};
use stats::Error;
use table::TableError;

/// Why a question has no answer.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Fault {
    /// The method could not answer.
    #[error("{}", self.message(Lang::En))]
    Stats(#[from] Error),
    /// The data could not be read.
    #[error("{}", self.message(Lang::En))]
    Table(#[from] TableError),
    /// The family has no such option.
    #[error("{}", self.message(Lang::En))]
    NoOption {
        /// What was given.
        name: String,
        /// What there is.
        there: Vec<&'static str>,
    },
    /// An option has a value that it cannot have.
    #[error("{}", self.message(Lang::En))]
    Choice {
        /// The option.
        name: String,
        /// What was given.
        value: String,
        /// What it may be, in signs that need no translation: `0 … 1`, `holm|bh|by`.
        allowed: String,
    },
    /// Something is wrong with the new rows.
    #[error("{}", self.message(Lang::En))]
    Fresh {
        /// Their file.
        file: String,
        /// What is wrong.
        fault: Box<Fault>,
    },
    /// The method has no answer for new rows.
    #[error("{}", self.message(Lang::En))]
    NoFresh,
    /// Data cannot be kept under that name.
    #[error("{}", self.message(Lang::En))]
    DataName {
        /// The name.
        name: String,
    },
    /// The question needs data and none was named.
    #[error("{}", self.message(Lang::En))]
    NoData,
    /// An option that the question cannot do without was not given.
    #[error("{}", self.message(Lang::En))]
    Needed {
        /// The option.
        name: &'static str,
    },
}

impl Fault {
    /// The fault in words: what is wrong and what mends it.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Fault::Stats(error) => said(error, lang),
            Fault::Table(error) => error.message(lang),
            Fault::NoOption { name, there } => {
                let there = there.iter().map(|name| format!("--{name}")).collect::<Vec<_>>().join(", ");
                t!(lang, "stats-no-option", name = name, there = there)
            }
            Fault::Choice { name, value, allowed } => {
                t!(lang, "stats-choice", name = name, value = value, allowed = allowed)
            }
            Fault::Fresh { file, fault } => {
                t!(lang, "stats-new-fault", file = file, fault = fault.message(lang))
            }
            Fault::NoFresh => t!(lang, "stats-new-none"),
            Fault::DataName { name } => t!(lang, "stats-data-name", name = name),
            Fault::NoData => t!(lang, "stats-no-data"),
            Fault::Needed { name } => t!(lang, "stats-needed", name = *name),
        }
    }
}

/// An error of a method in words.
fn said(error: &Error, lang: Lang) -> String {
    match error {
        Error::TooFew { what, have, need } => {
            let what = match *what {
                "rows" => t!(lang, "stats-rows"),
                "columns" => t!(lang, "stats-columns"),
                "groups" => t!(lang, "stats-groups"),
                "levels" => t!(lang, "stats-levels"),
                "clusters" => t!(lang, "stats-clusters"),
                "distinct rows" => t!(lang, "stats-distinct-rows"),
                other => other.to_owned(),
            };
            t!(lang, "stats-too-few", what = what, have = *have, need = *need)
        }
        Error::Constant { column } => t!(lang, "stats-constant", column = column),
        Error::Missing { column } => t!(lang, "stats-all-missing", column = column),
        Error::Infinite { column, row } => t!(lang, "stats-infinite", column = column, row = *row + 1),
        Error::Kind { column, need } => {
            let need = match *need {
                "number" => t!(lang, "stats-need-number"),
                "factor" => t!(lang, "stats-need-factor"),
                "scale" => t!(lang, "stats-need-scale"),
                "two levels" => t!(lang, "stats-need-two-levels"),
                "count" => t!(lang, "stats-need-count"),
                "positive" => t!(lang, "stats-need-positive"),
                "without gaps" => t!(lang, "stats-need-no-gaps"),
                "time" => t!(lang, "stats-need-time"),
                "0 or 1" => t!(lang, "stats-need-binary"),
                other => other.to_owned(),
            };
            t!(lang, "stats-kind", column = column, need = need)
        }
        Error::NoColumn { name, there } => no_column(name, there, lang),
        Error::Lengths { left, right } => t!(lang, "stats-lengths", left = *left, right = *right),
        Error::Collinear { columns } => t!(lang, "stats-collinear", columns = columns.join(", ")),
        Error::Separated { column } => t!(lang, "stats-separated", column = column),
        Error::NoConvergence { what, steps } => {
            let what = match *what {
                "mixture" => return t!(lang, "stats-cluster-flat"),
                other => other,
            };
            t!(lang, "stats-no-convergence", what = what, steps = *steps)
        }
        Error::Choice { name, value, allowed } => {
            t!(lang, "stats-choice", name = *name, value = value, allowed = allowed)
        }
        // The reasons of the formula's reader are keys of the catalogue.
        Error::Formula { at, why, found } => {
            let why = locale::catalogue().text(lang, why, &[("found", found.into())]);
            t!(lang, "stats-formula", at = *at + 1, why = why)
        }
        Error::Refused { what } => locale::catalogue().text(lang, &format!("stats-refused-{what}"), &[]),
        Error::Source(text) => text.clone(),
        Error::Stopped => t!(lang, "stats-stopped"),
    }
}

/// No such column; of many columns only the first are named.
fn no_column(name: &str, there: &[String], lang: Lang) -> String {
    let shown = there.iter().take(12).cloned().collect::<Vec<_>>().join(", ");
    match there.len() > 12 {
        true => t!(lang, "stats-no-column-many", name = name, there = shown, more = there.len() - 12),
        false => t!(lang, "stats-no-column", name = name, there = shown),
    }
}
