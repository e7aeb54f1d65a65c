//! # en
//! Nobody answers for the objective “{ $objective }”.
//!
//! What everybody answers for is asked of nobody. An owner need not do the work; it is enough that they
//! notice first when it stalls.
//!
//! Name one person in `owner`.
//!
//! # ru
//! За стратегическую цель «{ $objective }» никто не отвечает.
//!
//! За что отвечают все, с того не спросишь ни с кого. Ответственному не обязательно делать самому; важно, что
//! он первым заметит, когда дело встало.
//!
//! Укажите в `owner` одного сотрудника.
//!
//! # bad
//! ```toml scorecard.toml
//! [objective.hear]
//! name = "We hear before we are called"
//! ```
//!
//! # good
//! ```toml department.toml
//! [person.anna]
//! name = "Anna"
//! ```
//! ```toml scorecard.toml
//! [objective.hear]
//! name = "We hear before we are called"
//! owner = "anna"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for objective in case.department.objectives.iter().filter(|objective| objective.owner.is_none()) {
        out.find(objective.head()).arg("objective", objective.title());
    }
}
