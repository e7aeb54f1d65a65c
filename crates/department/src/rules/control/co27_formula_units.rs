//! # en
//! The formula of “{ $kpi }” { $clash }.
//!
//! Minutes and visits have no sum, and a figure under a wrong unit is held against a wrong target.
//!
//! Bring both parts to one unit, or say the unit that the formula comes to.
//!
//! # ru
//! Формула показателя «{ $kpi }» { $clash }.
//!
//! У минут и посещений нет суммы, а значение с чужой единицей сравнивают с чужой целью.
//!
//! Приведите обе части к одной единице или укажите единицу, к которой приходит формула.
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.reply]
//! name = "Time to the first reply"
//! unit = "min"
//! [kpi.visits]
//! name = "Visits"
//! unit = "visits"
//! [kpi.both]
//! name = "Both"
//! formula = "reply + visits"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [kpi.reply]
//! name = "Time to the first reply"
//! unit = "min"
//! [kpi.wait]
//! name = "Time to the answer that settles it"
//! unit = "min"
//! [kpi.both]
//! name = "Share of the first reply in the whole time"
//! unit = "%"
//! formula = "reply / (reply + wait) * 100"
//! ```

use crate::formula::{Clash, clash, parse};
use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let kpis = &case.department.kpis;
    let unit = |id: &str| kpis.get(id).map(|kpi| kpi.unit.clone()).unwrap_or_default();
    for kpi in kpis.iter().filter(|kpi| kpi.has("formula")) {
        let Ok(formula) = parse(&kpi.formula) else { continue };
        let Some(clash) = clash(&formula, &kpi.unit, &unit) else { continue };
        let (key, left, right) = match clash {
            Clash::Added(left, right) => ("formula-clash-added", left, right),
            Clash::Comes(left, right) => ("formula-clash-comes", left, right),
        };
        let word = |unit: String| match unit.as_str() {
            "" => Value::word("formula-plain"),
            _ => Value::from(unit),
        };
        let clash = Value::Phrase(key.to_owned(), vec![("left", word(left)), ("right", word(right))]);
        out.find(kpi.at("formula")).arg("kpi", kpi.title()).arg("clash", clash);
    }
}
