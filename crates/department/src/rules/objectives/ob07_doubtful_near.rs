//! # en
//! The return of the goal “{ $goal }” is called doubtful, yet its horizon is `{ $horizon }`.
//!
//! A doubtful return is a mark of the long horizon only: there the business pays for a chance. What is
//! promised for the near horizons is counted upon.
//!
//! Move the goal to the `long` horizon, or take `doubtful` away if the doubt has been settled.
//!
//! # ru
//! Окупаемость цели «{ $goal }» названа сомнительной, а горизонт у неё — `{ $horizon }`.
//!
//! Сомнительная окупаемость бывает только на долгосрочном горизонте: там бизнес платит за шанс. На то, что
//! обещано на ближних горизонтах, рассчитывают.
//!
//! Перенесите цель на горизонт `long` или уберите `doubtful`, если сомнение снято.
//!
//! # bad
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Buyers trust our answers"
//! horizon = "tactical"
//! doubtful = true
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Buyers trust our answers"
//! horizon = "long"
//! doubtful = true
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for goal in case.department.goals.iter().filter(|goal| goal.doubtful) {
        if let Some(horizon) = goal.horizon.filter(|horizon| *horizon != Horizon::Long) {
            out.find(goal.at("doubtful")).arg("goal", goal.title()).arg("horizon", horizon.word());
        }
    }
}
