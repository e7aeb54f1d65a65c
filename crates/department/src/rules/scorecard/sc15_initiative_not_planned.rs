//! # en
//! The initiative “{ $initiative }” is not in the action plan.
//!
//! The two documents meet here: what the scorecard undertakes is carried out by dated actions of the plan. An
//! initiative without them has been announced, not begun.
//!
//! Name in `actions` the actions that carry it out; write them in the plan if there are none.
//!
//! # ru
//! Инициативы «{ $initiative }» нет в плане действий.
//!
//! Здесь сходятся два документа: то, что затеяно в системе показателей, выполняют мероприятия плана, у
//! которых есть даты. Без них инициатива объявлена, но не начата.
//!
//! Перечислите в `actions` мероприятия, которые её выполняют; если их нет, внесите их в план.
//!
//! # bad
//! ```toml scorecard.toml
//! [initiative.listening_room]
//! name = "A listening room"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [action.furnish]
//! name = "Furnish the room"
//! ```
//! ```toml scorecard.toml
//! [initiative.listening_room]
//! name = "A listening room"
//! actions = ["furnish"]
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for initiative in case.department.initiatives.iter().filter(|initiative| initiative.actions.is_empty()) {
        out.find(initiative.head()).arg("initiative", initiative.title());
    }
}
