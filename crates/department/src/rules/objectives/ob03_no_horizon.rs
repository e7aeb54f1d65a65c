//! # en
//! The goal “{ $goal }” belongs to no horizon.
//!
//! Each horizon asks for its own patience and its own money. A goal outside them is judged by the wrong
//! measure: a long one as late, a tactical one as far off.
//!
//! Set `horizon`: `tactical`, `middle` or `long`.
//!
//! # ru
//! Цель «{ $goal }» не отнесена ни к одному горизонту.
//!
//! У каждого горизонта своё терпение и свои деньги. Цель вне горизонтов судят не той мерой: долгосрочную
//! сочтут запоздавшей, тактическую — далёкой.
//!
//! Укажите `horizon`: `tactical`, `middle` или `long`.
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
//! horizon = "middle"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for goal in case.department.goals.iter().filter(|goal| !goal.has("horizon")) {
        out.find(goal.head()).arg("goal", goal.title());
    }
}
