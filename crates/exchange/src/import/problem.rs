//! What is wrong with a cell.

use department::labels::kind_name;
use locale::{Lang, t};

/// A cell that could not be read, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellError {
    /// The row as a person counts it.
    pub row: usize,
    /// The head of the column; empty where the row as a whole is meant.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// No number.
    Number,
    /// No day.
    Date,
    /// Neither yes nor no.
    Truth,
    /// None of the words that may stand there; these may.
    Word(Vec<String>),
    /// No length of time.
    Length,
    /// Neither a number nor a percentage.
    Tolerance,
    /// No list of days with values.
    Marks,
    /// No list of competences with levels.
    Levels,
    /// There is no such element; its kind, and what is most like it.
    Unknown(&'static str, Option<String>),
    /// Several elements of that kind are called so.
    Ambiguous(&'static str),
    /// The id is no plain word.
    Id,
    /// An earlier row is about the same element.
    Twice(usize),
    /// A new element has neither name nor id.
    Nameless,
    /// Only a part of what belongs together is there.
    Half,
    /// Too much text.
    Long,
}

impl CellError {
    /// The error in words, with its place.
    pub fn message(&self, lang: Lang) -> String {
        let problem = self.problem.message(lang, &self.value);
        match self.column.as_str() {
            "" => t!(lang, "exchange-error-row", row = self.row.to_string(), problem = problem),
            column => t!(
                lang,
                "exchange-error-cell",
                row = self.row.to_string(),
                column = column,
                problem = problem
            ),
        }
    }
}

impl Problem {
    /// The problem in words, with the value that has it.
    pub fn message(&self, lang: Lang, value: &str) -> String {
        let short: String = value.chars().take(60).collect();
        let say = |key: &str| t!(lang, &format!("exchange-not-{key}"), value = short.clone());
        match self {
            Problem::Number => say("number"),
            Problem::Date => say("date"),
            Problem::Truth => say("truth"),
            Problem::Length => say("length"),
            Problem::Tolerance => say("tolerance"),
            Problem::Marks => say("marks"),
            Problem::Levels => say("levels"),
            Problem::Id => say("id"),
            Problem::Word(words) => {
                t!(lang, "exchange-not-word", value = short.clone(), words = words.join(", "))
            }
            Problem::Unknown(kind, None) => {
                t!(lang, "exchange-unknown", value = short.clone(), kind = kind_name(lang, kind))
            }
            Problem::Unknown(kind, Some(near)) => {
                t!(
                    lang,
                    "exchange-unknown-near",
                    value = short.clone(),
                    kind = kind_name(lang, kind),
                    near = near
                )
            }
            Problem::Ambiguous(kind) => {
                t!(lang, "exchange-ambiguous", value = short.clone(), kind = kind_name(lang, kind))
            }
            Problem::Twice(row) => t!(lang, "exchange-twice", row = row.to_string()),
            Problem::Nameless => t!(lang, "exchange-nameless"),
            Problem::Half => t!(lang, "exchange-half"),
            Problem::Long => t!(lang, "exchange-long"),
        }
    }
}
