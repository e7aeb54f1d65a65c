//! What a field's figure counts.

use crate::Department;
use crate::edit::Subject;
use locale::{Lang, money, number, percent};

/// What a figure counts.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Measure {
    /// A plain number.
    Number,
    /// An amount in a currency.
    Money(String),
    /// Hundredths.
    Percent,
    /// Something in a unit of its own.
    Unit(String),
}

impl Measure {
    /// What a field of a department counts.
    pub fn of(department: &Department, subject: &Subject, field: &str) -> Self {
        let id = subject.id.as_deref().unwrap_or_default();
        let unit = |unit: Option<&String>| match unit.map(String::as_str) {
            None | Some("") => Measure::Number,
            Some("%") => Measure::Percent,
            Some(unit) => Measure::Unit(unit.to_owned()),
        };
        let first = field.split('.').next().unwrap_or_default();
        match (&*subject.table, first) {
            (_, "budget" | "cost") => Measure::Money(department.about.currency.clone()),
            ("scorecard", _) | (_, "weight") => Measure::Percent,
            ("business_goal", "baseline" | "target") => {
                unit(department.business_goals.get(id).map(|goal| &goal.unit))
            }
            ("baseline", "value") => unit(department.baselines.get(id).map(|baseline| &baseline.unit)),
            ("kpi", "baseline" | "targets" | "tolerance") => {
                unit(department.kpis.get(id).map(|kpi| &kpi.unit))
            }
            _ => Measure::Number,
        }
    }

    /// A figure with what it counts.
    pub fn say(&self, lang: Lang, figure: f64) -> String {
        match self {
            Measure::Number => number(lang, figure, 4),
            Measure::Money(currency) if currency.is_empty() => number(lang, figure, 2),
            Measure::Money(currency) => money(lang, figure, currency),
            Measure::Percent => percent(lang, figure / 100.0, 4),
            Measure::Unit(unit) => format!("{}\u{a0}{unit}", number(lang, figure, 4)),
        }
    }

    /// A figure that another follows: `60 → 45 min`.
    pub fn before(&self, after: &Measure, lang: Lang, figure: f64) -> String {
        match self {
            Measure::Percent | Measure::Unit(_) if self == after => number(lang, figure, 4),
            _ => self.say(lang, figure),
        }
    }
}
