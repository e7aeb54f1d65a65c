//! # en
//! The formula of “{ $kpi }” names “{ $id }”, which is no KPI.
//!
//! A formula with a part that nobody measures comes to nothing.
//!
//! Name a KPI by its id, the word behind `kpi.` in its heading, or add the one that is missing.
//!
//! # ru
//! Формула показателя «{ $kpi }» называет «{ $id }», а такого показателя нет.
//!
//! Формула с частью, которую никто не измеряет, ничего не даёт.
//!
//! Назовите показатель по его id — слову после `kpi.` в заголовке — или добавьте недостающий.
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.asked]
//! name = "Questions asked"
//! [kpi.share]
//! name = "Share of questions answered"
//! formula = "answered / asked * 100"
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
        let Ok(formula) = parse(&kpi.formula) else { continue };
        let mut told: Vec<&str> = Vec::new();
        for (id, _) in formula.kpis() {
            if case.department.kpis.get(id).is_none() && !told.contains(&id) {
                told.push(id);
                out.find(kpi.at("formula")).arg("kpi", kpi.title()).arg("id", id);
            }
        }
    }
}
