//! # en
//! The action “{ $action }” serves no task.
//!
//! A plan is made of steps towards goals. Work that serves no task takes hours from the work that does.
//!
//! Name in `task` what it is done for; if it is for nothing, take it out of the plan.
//!
//! # ru
//! Мероприятие «{ $action }» не служит никакой задаче.
//!
//! План складывается из шагов к целям. Работа, которая не служит ни одной задаче, отнимает часы у той, что
//! служит.
//!
//! Укажите в `task`, ради чего оно; если ни ради чего, уберите его из плана.
//!
//! # bad
//! ```toml sostac.toml
//! [action.rota]
//! name = "Draw up the rota"
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
    for action in case.department.actions.iter().filter(|action| !action.has("task")) {
        out.find(action.head()).arg("action", action.title());
    }
}
