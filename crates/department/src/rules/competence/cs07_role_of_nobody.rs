//! # en
//! Nobody has the role “{ $role }”.
//!
//! A role is a promise that somebody sees to something. Empty, it still stands in the document, so that
//! everybody supposes it is done.
//!
//! Add it to the `roles` of a person, or remove it.
//!
//! # ru
//! Роль «{ $role }» никто не исполняет.
//!
//! Роль — обещание, что за этим кто-то следит. Пустая, она всё равно стоит в документе, и все думают, что
//! дело делается.
//!
//! Добавьте её в `roles` сотрудника или уберите.
//!
//! # bad
//! ```toml department.toml
//! [role.analyst]
//! name = "Analyst"
//! ```
//!
//! # good
//! ```toml department.toml
//! [role.analyst]
//! name = "Analyst"
//! [person.anna]
//! roles = ["analyst"]
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let roles = &case.department.roles;
    let people = case.department.people.group(roles, |person| &person.roles);
    for (role, people) in people.with(roles) {
        if people.is_empty() {
            out.find(role.head()).arg("role", role.title());
        }
    }
}
