//! # en
//! No action of the plan carries out the task “{ $task }”.
//!
//! A task becomes real when someone does something for it on a known day. Until then it stands in the
//! document only.
//!
//! Add an `[action.…]` with `task = "{ $id }"`.
//!
//! # ru
//! Задачу «{ $task }» не выполняет ни одно мероприятие плана.
//!
//! Задача становится реальной, когда кто-то в известный день что-то для неё делает. До тех пор она есть
//! только в документе.
//!
//! Добавьте `[action.…]` с `task = "{ $id }"`.
//!
//! # bad
//! ```toml sostac.toml
//! [task.reply]
//! name = "Every question is answered within the hour"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [task.reply]
//! name = "Every question is answered within the hour"
//! [action.rota]
//! name = "Draw up the rota"
//! task = "reply"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let Department { actions, tasks, .. } = case.department;
    for (task, work) in actions.group(tasks, |action| &action.task).with(tasks) {
        if work.is_empty() {
            out.find(task.head()).arg("task", task.title()).arg("id", task.id());
        }
    }
}
