//! # en
//! The objective “{ $objective }” belongs to no perspective.
//!
//! An objective is read by its perspective: it says whether this is what the department earns, what its
//! clients notice, how it works, or what it can do. Without it the objective has no band on the strategy map.
//!
//! Put `finance`, `clients`, `processes` or `competence` into `perspective`.
//!
//! # ru
//! Стратегическая цель «{ $objective }» не относится ни к одному ракурсу.
//!
//! Цель читают через ракурс: это то, что отдел приносит деньгами, что замечают клиенты, как он работает или
//! что умеет. Без ракурса ей нет места на стратегической карте.
//!
//! Впишите в `perspective` один из ракурсов: `finance`, `clients`, `processes` или `competence`.
//!
//! # bad
//! ```toml scorecard.toml
//! [objective.answer]
//! name = "Every question is answered"
//! ```
//!
//! # good
//! ```toml scorecard.toml
//! [objective.answer]
//! name = "Every question is answered"
//! perspective = "clients"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for objective in case.department.objectives.iter().filter(|objective| objective.perspective.is_none()) {
        out.find(objective.head()).arg("objective", objective.title());
    }
}
