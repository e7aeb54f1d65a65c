//! # en
//! It is not known how many hours { $person } can give to the plan.
//!
//! A plan is a promise about people's time. As long as the hours are unknown, nobody can say whether it rests
//! on reckoning or on hope.
//!
//! Put the hours a week into `hours`.
//!
//! # ru
//! Неизвестно, сколько времени может отдать плану сотрудник: { $person }.
//!
//! План распоряжается временем людей. Пока часы неизвестны, не сказать, на чём он держится: на расчёте или на
//! надежде.
//!
//! Впишите в `hours` число часов в неделю.
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
//! [person.anna]
//! hours = 30
//! [person.boris]
//! unit = "support"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let department = case.department;
    let ours = department.people.iter().filter(|person| super::is_ours(department, person));
    for person in ours.filter(|person| person.hours.is_none()) {
        out.find(person.head()).arg("person", person.title());
    }
}
