//! # en
//! The task “{ $task }” serves no goal.
//!
//! A step that leads nowhere costs as much as one that does. Most of what keeps SMM departments busy is of
//! this kind.
//!
//! Name in `goal` what it is for; if it is for nothing, drop it.
//!
//! # ru
//! Задача «{ $task }» не служит никакой цели.
//!
//! Шаг в никуда стоит столько же, сколько шаг к цели. Из таких шагов и состоит большая часть занятости
//! SMM-отделов.
//!
//! Укажите в `goal`, ради чего она; если ни ради чего, откажитесь от неё.
//!
//! # bad
//! ```toml sostac.toml
//! [task.reply]
//! name = "Every question is answered within the hour"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Buyers trust our answers"
//! [task.reply]
//! name = "Every question is answered within the hour"
//! goal = "trust"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for task in case.department.tasks.iter().filter(|task| !task.has("goal")) {
        out.find(task.head()).arg("task", task.title());
    }
}
