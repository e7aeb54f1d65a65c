//! # en
//! Nobody answers for the software “{ $software }”.
//!
//! Software that belongs to everybody is updated, paid for and understood by nobody; it turns from a working
//! tool into a toy, and then into a bill.
//!
//! Name one person in `owner`.
//!
//! # ru
//! За софт «{ $software }» никто не отвечает.
//!
//! Общий софт никто не обновляет, не продлевает и толком не знает: из рабочего инструмента он становится
//! игрушкой, а потом — строкой расходов.
//!
//! Укажите в `owner` одного сотрудника.
//!
//! # bad
//! ```toml department.toml
//! [software.tracker]
//! name = "Tracker"
//! ```
//!
//! # good
//! ```toml department.toml
//! [person.anna]
//! name = "Anna"
//! [software.tracker]
//! name = "Tracker"
//! owner = "anna"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for software in case.department.software.iter().filter(|software| software.owner.is_none()) {
        out.find(software.head()).arg("software", software.title());
    }
}
