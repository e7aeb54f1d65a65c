//! # en
//! { $person } is asked twice: at the stage { $stage } and at an earlier one.
//!
//! A later stage is a second pair of eyes. Who has agreed once and is asked again lends the second signature no weight.
//!
//! Name somebody else at one of the stages, or leave the person at one only.
//!
//! # ru
//! { $person } решает дважды: на стадии { $stage } и на более ранней.
//!
//! Следующая стадия — это взгляд другого человека. Вторая подпись того, кто уже согласился, ничего к первой не
//! добавляет.
//!
//! Назовите на одной из стадий кого-то другого или оставьте человека только на одной.
//!
//! # bad
//! ```toml department.toml
//! [person.boris]
//! name = "Boris"
//! [approval.first]
//! people = ["boris"]
//! [approval.second]
//! people = ["boris"]
//! ```
//!
//! # good
//! ```toml department.toml
//! [person.boris]
//! name = "Boris"
//! [person.nina]
//! name = "Nina"
//! [approval.first]
//! people = ["boris"]
//! [approval.second]
//! people = ["nina"]
//! ```

use crate::rules::prelude::*;
use diag::Place;
use std::collections::HashSet;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let mut asked = HashSet::new();
    for stage in case.department.approvals.iter() {
        for reference in &stage.people {
            let Some(person) = case.department.get(reference) else { continue };
            if !asked.insert(person.id()) {
                let place = Place { file: stage.head().file, span: reference.span() };
                out.find(place).arg("person", person.title()).arg("stage", stage.title());
            }
        }
    }
}
