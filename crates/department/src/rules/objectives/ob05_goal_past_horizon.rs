//! # en
//! The goal “{ $goal }” is due on { $due }, and its horizon `{ $horizon }` ends on { $end }.
//!
//! A horizon is a promise of when its results will be seen. A goal that ends later belongs to the next one,
//! and is paid for and judged there.
//!
//! Bring `due` forward, or move the goal to a later `horizon`.
//!
//! # ru
//! Срок цели «{ $goal }» — { $due }, а её горизонт `{ $horizon }` кончается { $end }.
//!
//! Горизонт — обещание, когда будут видны его результаты. Цель с более поздним сроком относится к следующему
//! горизонту: там её и оплачивают, и оценивают.
//!
//! Приблизьте `due` или перенесите цель на более дальний `horizon`.
//!
//! # bad
//! ```toml sostac.toml
//! [horizons]
//! tactical = 2026-12-31
//! [goal.trust]
//! name = "Buyers trust our answers"
//! horizon = "tactical"
//! due = 2027-03-01
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [horizons]
//! tactical = 2026-12-31
//! [goal.trust]
//! name = "Buyers trust our answers"
//! horizon = "tactical"
//! due = 2026-12-31
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for goal in &case.department.goals {
        let (Some(due), Some(horizon)) = (goal.due, goal.horizon) else { continue };
        if let Some(end) = super::end(case, horizon).filter(|end| due > *end) {
            out.find(goal.at("due"))
                .arg("goal", goal.title())
                .arg("due", due)
                .arg("horizon", horizon.word())
                .arg("end", end);
        }
    }
}
