//! # en
//! Nobody answers for the task “{ $task }”.
//!
//! A step is taken by a person. Where none is named, it waits until somebody happens to have time.
//!
//! Name a person in `owner`.
//!
//! # ru
//! За задачу «{ $task }» никто не отвечает.
//!
//! Шаги делают люди. Если никто не назван, задача ждёт, пока у кого-нибудь найдётся время.
//!
//! Укажите сотрудника в `owner`.
//!
//! # bad
//! ```toml sostac.toml
//! [task.reply]
//! name = "Every question is answered within the hour"
//! ```
//!
//! # good
//! ```toml department.toml
//! [person.anna]
//! name = "Anna"
//! ```
//! ```toml sostac.toml
//! [task.reply]
//! name = "Every question is answered within the hour"
//! owner = "anna"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for task in case.department.tasks.iter().filter(|task| !task.has("owner")) {
        out.find(task.head()).arg("task", task.title());
    }
}
