//! # en
//! It is not said how many hours the action “{ $action }” takes.
//!
//! Without hours nobody sees whether the plan fits into people's weeks, and time is the one thing that cannot
//! be bought later.
//!
//! Estimate `hours`, in all and roughly; it can be put right afterwards.
//!
//! # ru
//! Не сказано, сколько часов займёт мероприятие «{ $action }».
//!
//! Без часов не видно, помещается ли план в рабочие недели людей, а время — единственное, чего потом не
//! докупить.
//!
//! Оцените `hours` — всего и примерно; потом можно уточнить.
//!
//! # bad
//! ```toml sostac.toml
//! [action.rota]
//! name = "Draw up the rota"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [action.rota]
//! name = "Draw up the rota"
//! hours = 6
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for action in case.department.actions.iter().filter(|action| !action.has("hours")) {
        out.find(action.head()).arg("action", action.title());
    }
}
