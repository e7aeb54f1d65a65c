//! # en
//! Nothing measures the objective “{ $objective }”.
//!
//! An objective without a measure is a wish: nobody can say whether it is nearer than a year ago, and so
//! nobody can defend what was spent on it.
//!
//! Name in `measures` the KPIs that show whether it is being reached.
//!
//! # ru
//! Стратегическая цель «{ $objective }» ничем не измеряется.
//!
//! Цель без показателя — пожелание: нельзя сказать, стала ли она ближе за год, а значит, и защитить то, что
//! на неё потрачено.
//!
//! Перечислите в `measures` показатели, по которым видно, достигается ли она.
//!
//! # bad
//! ```toml scorecard.toml
//! [objective.answer]
//! name = "Every question is answered"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [kpi.answered]
//! name = "Share of questions answered"
//! ```
//! ```toml scorecard.toml
//! [objective.answer]
//! name = "Every question is answered"
//! measures = ["answered"]
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for objective in case.department.objectives.iter().filter(|objective| objective.measures.is_empty()) {
        out.find(objective.head()).arg("objective", objective.title());
    }
}
