//! # en
//! It is not said with what the task “{ $task }” is done.
//!
//! The strategy is the set of relevant instruments, and what makes one relevant is a task. A task with none
//! of them has not been thought through to the end.
//!
//! List in `instruments` what it is done with.
//!
//! # ru
//! Не сказано, чем решают задачу «{ $task }».
//!
//! Стратегия — набор релевантных инструментов, а релевантным инструмент делает задача. Задача без инструмента
//! не продумана до конца.
//!
//! Перечислите в `instruments`, чем её решают.
//!
//! # bad
//! ```toml sostac.toml
//! [task.reply]
//! name = "Every question is answered within the hour"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [instrument.vk]
//! name = "The VK community"
//! [task.reply]
//! name = "Every question is answered within the hour"
//! instruments = ["vk"]
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for task in case.department.tasks.iter().filter(|task| task.instruments.is_empty()) {
        out.find(task.at("instruments")).arg("task", task.title());
    }
}
