//! # en
//! The formula of “{ $kpi }” cannot be read: { $wrong } (character { $at }).
//!
//! What cannot be read is not computed: the KPI has no figures, and its checkpoints are never missed.
//!
//! Write it with numbers, the ids of other KPIs, `+ - * /`, brackets, and `sum`, `mean`, `min`, `max` (over so many periods),
//! `previous` and `abs`: `answered / asked * 100`, `sum(visits, 4)`.
//!
//! # ru
//! Формулу показателя «{ $kpi }» нельзя прочесть: { $wrong } (знак { $at }).
//!
//! Что не прочитано, то не считается: у показателя нет значений, и его реперные точки никогда не будут пропущены.
//!
//! Запишите её числами, id других показателей, знаками `+ - * /`, скобками и функциями `sum`, `mean`, `min`, `max` (за столько-то
//! периодов), `previous` и `abs`: `answered / asked * 100`, `sum(visits, 4)`.
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.share]
//! name = "Share of questions answered"
//! formula = "answered / (asked"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [kpi.answered]
//! name = "Questions answered"
//! [kpi.asked]
//! name = "Questions asked"
//! [kpi.share]
//! name = "Share of questions answered"
//! formula = "answered / asked * 100"
//! ```

use crate::formula::parse;
use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for kpi in case.department.kpis.iter().filter(|kpi| kpi.has("formula")) {
        let Err(error) = parse(&kpi.formula) else { continue };
        let quoted = Value::from(error.what.quoted());
        let wrong = Value::Phrase(format!("formula-wrong-{}", error.what.word()), vec![("what", quoted)]);
        let at = kpi.formula.get(..error.at).map_or(0, |before| before.chars().count()) + 1;
        out.find(kpi.at("formula")).arg("kpi", kpi.title()).arg("wrong", wrong).arg("at", at);
    }
}
