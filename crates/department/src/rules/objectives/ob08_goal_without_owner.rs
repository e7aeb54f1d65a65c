//! # en
//! Nobody answers for the goal “{ $goal }”.
//!
//! What belongs to the whole department belongs to no one: on the day of control there must be one person who
//! knows why the goal was or was not reached.
//!
//! Name a person in `owner`.
//!
//! # ru
//! За цель «{ $goal }» никто не отвечает.
//!
//! За что отвечает весь отдел, за то не отвечает никто: в день контроля нужен один человек, который знает,
//! почему цель достигнута или нет.
//!
//! Укажите сотрудника в `owner`.
//!
//! # bad
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Buyers trust our answers"
//! ```
//!
//! # good
//! ```toml department.toml
//! [person.anna]
//! name = "Anna"
//! ```
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Buyers trust our answers"
//! owner = "anna"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for goal in case.department.goals.iter().filter(|goal| !goal.has("owner")) {
        out.find(goal.head()).arg("goal", goal.title());
    }
}
