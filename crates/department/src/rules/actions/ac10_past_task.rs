//! # en
//! The action “{ $action }” ends on { $ends }, after its task “{ $task }” is due, on { $due }.
//!
//! Work that ends after its task's term is not counted in it: at control the task is missed, though everybody
//! was busy to the last.
//!
//! Bring `ends` forward to { $due } or earlier, or agree on a later `due` for the task.
//!
//! # ru
//! Мероприятие «{ $action }» заканчивается { $ends }, позже срока своей задачи «{ $task }» ({ $due }).
//!
//! Работа, законченная после срока задачи, в ней не засчитывается: на контроле задача не выполнена, хотя все
//! до последнего были заняты.
//!
//! Перенесите `ends` на { $due } или раньше либо согласуйте более поздний `due` у задачи.
//!
//! # bad
//! ```toml sostac.toml
//! [task.reply]
//! name = "Every question is answered within the hour"
//! due = 2026-07-31
//! [action.rota]
//! name = "Draw up the rota"
//! task = "reply"
//! ends = 2026-08-15
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [task.reply]
//! name = "Every question is answered within the hour"
//! due = 2026-07-31
//! [action.rota]
//! name = "Draw up the rota"
//! task = "reply"
//! ends = 2026-07-31
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for action in &case.department.actions {
        let (Some(ends), Some(task)) = (action.ends, case.department.find(&action.task)) else { continue };
        if let Some(due) = task.due.filter(|due| ends > *due) {
            out.find(action.at("ends"))
                .arg("action", action.title())
                .arg("ends", ends)
                .arg("task", task.title())
                .arg("due", due);
        }
    }
}
