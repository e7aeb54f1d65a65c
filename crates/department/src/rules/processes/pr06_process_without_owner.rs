//! # en
//! Nobody answers for the process “{ $process }”.
//!
//! A process without an owner is followed until the first exception and then changed by everyone a little.
//! The owner keeps the description and the work the same.
//!
//! Name one person in `owner`.
//!
//! # ru
//! За процесс «{ $process }» никто не отвечает.
//!
//! Процесс без владельца соблюдают до первого исключения, а потом каждый понемногу меняет его под себя.
//! Владелец следит, чтобы описание и работа не расходились.
//!
//! Укажите в `owner` одного сотрудника.
//!
//! # bad
//! ```toml scorecard.toml
//! [process.negative_wave]
//! name = "A wave of complaints"
//! ```
//!
//! # good
//! ```toml department.toml
//! [person.anna]
//! name = "Anna"
//! ```
//! ```toml scorecard.toml
//! [process.negative_wave]
//! name = "A wave of complaints"
//! owner = "anna"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for process in case.department.processes.iter().filter(|process| process.owner.is_none()) {
        out.find(process.head()).arg("process", process.title());
    }
}
