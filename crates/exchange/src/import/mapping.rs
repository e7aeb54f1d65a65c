//! Which column is what.

use crate::path::{Path, paths};
use department::Kind;
use department::edit::Subject;
use serde::{Deserialize, Serialize};
use table::{DateOrder, DecimalMark};

/// The word of the column that holds ids.
pub const ID: &str = "id";

/// How a row finds the element that it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Matching {
    /// By its id; a row without one by its name.
    #[default]
    Id,
    /// By its name.
    Name,
}

/// What comes first in days like `3/4/2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateChoice {
    /// What the column's other days show.
    #[default]
    Auto,
    /// The day.
    Day,
    /// The month.
    Month,
}

/// What stands before a fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MarkChoice {
    /// What the column's other numbers show.
    #[default]
    Auto,
    /// A comma.
    Comma,
    /// A point.
    Point,
}

/// Which column is what, and how it is read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Mapping {
    /// The kind of element that rows are about: `action`.
    pub kind: String,
    /// Each column's head with what it is: `id`, a column's word, or nothing where it is passed over.
    pub columns: Vec<(String, String)>,
    /// How a row finds its element.
    pub matching: Matching,
    /// How days are read.
    pub dates: DateChoice,
    /// How numbers are read.
    pub mark: MarkChoice,
}

impl Mapping {
    /// The same mapping for a file with these heads: a column is what its head was before.
    pub fn fitted(&self, header: &[String]) -> Self {
        let mut known = self.columns.clone();
        let columns = header.iter().map(|head| {
            let at = known.iter().position(|(name, _)| name == head);
            (head.clone(), at.map_or_else(String::new, |at| known.swap_remove(at).1))
        });
        Mapping { columns: columns.collect(), ..self.clone() }
    }

    /// The kind, where there is such a kind.
    pub fn of_kind(&self) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.key() == self.kind)
    }

    /// The order of days in a column.
    pub(crate) fn order<'a>(&self, texts: impl Iterator<Item = &'a str>) -> DateOrder {
        match self.dates {
            DateChoice::Auto => table::date_order(texts),
            DateChoice::Day => DateOrder::DayFirst,
            DateChoice::Month => DateOrder::MonthFirst,
        }
    }

    /// The decimal mark of a column.
    pub(crate) fn decimal<'a>(
        &self,
        texts: impl Iterator<Item = &'a str> + Clone,
        delimiter: Option<char>,
    ) -> DecimalMark {
        match self.mark {
            MarkChoice::Auto => table::decimal_mark(texts, delimiter),
            MarkChoice::Comma => DecimalMark::Comma,
            MarkChoice::Point => DecimalMark::Point,
        }
    }
}

/// What a column of a kind may be, besides its id.
pub fn targets(kind: Kind) -> Vec<Path> {
    Subject::one(kind.key()).fields().map(paths).unwrap_or_default()
}
