//! # en
//! The task “{ $task }” is due on { $due }, after its goal “{ $goal }” is to be reached, on { $end }.
//!
//! A step that is taken after the arrival brings nobody closer: the goal will have been judged without it.
//!
//! Bring the task's `due` forward to { $end } or earlier, or give it to a later goal.
//!
//! # ru
//! Срок задачи «{ $task }» — { $due }, позже, чем должна быть достигнута её цель «{ $goal }» ({ $end }).
//!
//! Шаг, сделанный после прибытия, никого не приближает: о цели будут судить без него.
//!
//! Перенесите `due` задачи на { $end } или раньше либо отнесите её к более поздней цели.
//!
//! # bad
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Buyers trust our answers"
//! due = 2026-12-31
//! [task.reply]
//! name = "Every question is answered within the hour"
//! goal = "trust"
//! due = 2027-01-15
//! ```
//!
//! # bad
//! ```toml sostac.toml
//! [horizons]
//! tactical = 2026-12-31
//! [goal.trust]
//! name = "Buyers trust our answers"
//! horizon = "tactical"
//! [task.reply]
//! name = "Every question is answered within the hour"
//! goal = "trust"
//! due = 2027-01-15
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Buyers trust our answers"
//! due = 2026-12-31
//! [task.reply]
//! name = "Every question is answered within the hour"
//! goal = "trust"
//! due = 2026-12-31
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for task in &case.department.tasks {
        let (Some(due), Some(goal)) = (task.due, case.department.find(&task.goal)) else { continue };
        let end = goal.due.or_else(|| super::end(case, goal.horizon?));
        if let Some(end) = end.filter(|end| due > *end) {
            out.find(task.at("due"))
                .arg("task", task.title())
                .arg("due", due)
                .arg("goal", goal.title())
                .arg("end", end);
        }
    }
}
