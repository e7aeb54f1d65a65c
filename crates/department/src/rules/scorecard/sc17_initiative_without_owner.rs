//! # en
//! Nobody answers for the initiative “{ $initiative }”.
//!
//! An initiative is work beside the daily work, and it is the first thing to be put off. It needs someone
//! whose task it is not to let that happen.
//!
//! Name one person in `owner`.
//!
//! # ru
//! За инициативу «{ $initiative }» никто не отвечает.
//!
//! Инициатива — работа сверх ежедневной, и откладывают её первой. Нужен человек, чьё дело — этого не
//! допустить.
//!
//! Укажите в `owner` одного сотрудника.
//!
//! # bad
//! ```toml scorecard.toml
//! [initiative.listening_room]
//! name = "A listening room"
//! ```
//!
//! # good
//! ```toml department.toml
//! [person.anna]
//! name = "Anna"
//! ```
//! ```toml scorecard.toml
//! [initiative.listening_room]
//! name = "A listening room"
//! owner = "anna"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for initiative in case.department.initiatives.iter().filter(|initiative| initiative.owner.is_none()) {
        out.find(initiative.head()).arg("initiative", initiative.title());
    }
}
