//! # en
//! It is not said by when the goal “{ $goal }” is to be reached.
//!
//! Control needs a day on which the goal is compared with what came of it; a goal without a term is never
//! missed, and so never corrected.
//!
//! Set `due` within the goal's horizon.
//!
//! # ru
//! Не сказано, к какому сроку должна быть достигнута цель «{ $goal }».
//!
//! Контролю нужен день, когда цель сверяют с результатом; цель без срока нельзя не достичь, а значит, нельзя
//! и вовремя поправить дело.
//!
//! Укажите `due` в пределах горизонта цели.
//!
//! # bad
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Buyers trust our answers"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Buyers trust our answers"
//! due = 2026-12-31
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for goal in case.department.goals.iter().filter(|goal| !goal.has("due")) {
        out.find(goal.head()).arg("goal", goal.title());
    }
}
