//! # en
//! It is not said by when the task “{ $task }” is to be done.
//!
//! The horizon of the goal leaves only so much room for its steps: without a term nobody can tell whether
//! they fit into it.
//!
//! Set `due` no later than the goal's own.
//!
//! # ru
//! Не сказано, к какому сроку должна быть выполнена задача «{ $task }».
//!
//! Горизонт цели отводит её шагам ограниченное время: без срока не понять, укладываются ли они в него.
//!
//! Укажите `due` не позже срока цели.
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
//! due = 2026-12-31
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for task in case.department.tasks.iter().filter(|task| !task.has("due")) {
        out.find(task.head()).arg("task", task.title());
    }
}
