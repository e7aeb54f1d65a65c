//! What stands beside a number: the unit that the form names, the department's currency, hours.

use super::form::Form;
use department::Department;
use locale::{Lang, sign, t};

/// A unit beside a number.
#[derive(Default)]
pub(super) struct Unit {
    /// The unit.
    pub word: String,
    /// The control that names it, where it is named in the same form: the script keeps both alike.
    pub of: &'static str,
    /// What the number may be instead: `or %`.
    pub or: String,
}

impl Unit {
    /// The unit of a field of a table.
    pub fn of(lang: Lang, department: &Department, form: &Form, table: &str, field: &str) -> Self {
        let named = || Unit { word: form.one("f.unit").to_owned(), of: "f.unit", or: String::new() };
        let word = |word: String| Unit { word, ..Unit::default() };
        match (table, field) {
            ("kpi", "baseline.value" | "targets.value")
            | ("business_goal", "baseline" | "target")
            | ("baseline", "value") => named(),
            ("kpi", "tolerance") => Unit { or: t!(lang, "forms-or-share"), ..named() },
            (_, "budget" | "cost") => word(sign(&department.about.currency).to_owned()),
            ("person", "hours") => word(t!(lang, "forms-hours-a-week")),
            (_, "hours") => word(t!(lang, "forms-hours")),
            _ => Unit::default(),
        }
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.word.is_empty() && self.of.is_empty()
    }
}
