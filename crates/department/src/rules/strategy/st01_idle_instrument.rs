//! # en
//! No task is done with the instrument “{ $instrument }”.
//!
//! An instrument is relevant only through a task. One that is kept because everybody has it is digital as a
//! toy, not as a tool.
//!
//! Name `{ $id }` in the `instruments` of a task that needs it, or give it up.
//!
//! # ru
//! Инструментом «{ $instrument }» не решают ни одну задачу.
//!
//! Релевантным инструмент делает только задача. Инструмент, который держат потому, что он есть у всех, —
//! цифровая игрушка, а не рабочее средство.
//!
//! Укажите `{ $id }` в `instruments` задачи, которой он нужен, или откажитесь от него.
//!
//! # bad
//! ```toml sostac.toml
//! [instrument.vk]
//! name = "The VK community"
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
    let Department { instruments, tasks, .. } = case.department;
    for (instrument, uses) in tasks.group(instruments, |task| &task.instruments).with(instruments) {
        if uses.is_empty() {
            out.find(instrument.head()).arg("instrument", instrument.title()).arg("id", instrument.id());
        }
    }
}
