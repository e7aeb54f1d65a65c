//! # en
//! Nobody is named to carry out the action “{ $action }”.
//!
//! A plan that does not say who is a list of wishes with dates.
//!
//! Name a person in `owner`.
//!
//! # ru
//! Мероприятие «{ $action }» никому не поручено.
//!
//! План, в котором не сказано кто, — список пожеланий с датами.
//!
//! Укажите сотрудника в `owner`.
//!
//! # bad
//! ```toml sostac.toml
//! [action.rota]
//! name = "Draw up the rota"
//! ```
//!
//! # good
//! ```toml department.toml
//! [person.anna]
//! name = "Anna"
//! ```
//! ```toml sostac.toml
//! [action.rota]
//! name = "Draw up the rota"
//! owner = "anna"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for action in case.department.actions.iter().filter(|action| !action.has("owner")) {
        out.find(action.head()).arg("action", action.title());
    }
}
