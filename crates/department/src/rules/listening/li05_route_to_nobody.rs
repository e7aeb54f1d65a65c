//! # en
//! The route “{ $route }” leads to nobody.
//!
//! What is heard changes something only if someone acts on it. A route without an end is a pipe into the
//! ground.
//!
//! Name in `to` the department or in `person` the person who acts.
//!
//! # ru
//! Маршрут «{ $route }» ни к кому не ведёт.
//!
//! Услышанное что-то меняет, только если кто-то действует. Маршрут без конца — труба, уходящая в землю.
//!
//! Укажите отдел в `to` или сотрудника в `person`.
//!
//! # bad
//! ```toml listening.toml
//! [route.complaints]
//! name = "Complaints"
//! ```
//!
//! # good
//! ```toml department.toml
//! [unit.support]
//! name = "Support"
//! [person.anna]
//! name = "Anna"
//! ```
//! ```toml listening.toml
//! [route.complaints]
//! name = "Complaints"
//! to = "support"
//! [route.praise]
//! name = "Praise"
//! person = "anna"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for route in &case.department.routes {
        if route.to.is_none() && route.person.is_none() {
            out.find(route.head()).arg("route", route.title());
        }
    }
}
