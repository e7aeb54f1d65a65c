//! # en
//! { $person } has no role in the department.
//!
//! A role says what a person answers for and what they need to be able to do. Without one, neither can be
//! asked, and what they are good at stays unused.
//!
//! Name the roles in `roles`.
//!
//! # ru
//! У сотрудника нет роли в отделе: { $person }.
//!
//! Роль говорит, за что человек отвечает и что должен уметь. Без неё ни того ни другого не спросить, а
//! сильные стороны остаются без применения.
//!
//! Перечислите роли в `roles`.
//!
//! # bad
//! ```toml department.toml
//! [person.anna]
//! name = "Anna"
//! ```
//!
//! # good
//! ```toml department.toml
//! [unit.support]
//! name = "Support"
//! [role.analyst]
//! name = "Analyst"
//! [person.anna]
//! roles = ["analyst"]
//! [person.boris]
//! unit = "support"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let department = case.department;
    let ours = department.people.iter().filter(|person| super::is_ours(department, person));
    for person in ours.filter(|person| person.roles.is_empty()) {
        out.find(person.head()).arg("person", person.title());
    }
}
