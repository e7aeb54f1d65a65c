//! # en
//! The initiative “{ $initiative }” serves no objective.
//!
//! Initiatives take the same people and the same money. One that serves no objective cannot be compared with
//! the others, and is kept because somebody likes it.
//!
//! Name in `objective` what it is for, or leave the initiative out.
//!
//! # ru
//! Инициатива «{ $initiative }» не служит ни одной стратегической цели.
//!
//! Инициативы делят одних и тех же людей и одни и те же деньги. Если у инициативы нет цели, её не с чем
//! сравнить: её держат, потому что она кому-то нравится.
//!
//! Укажите в `objective`, для чего она, или откажитесь от неё.
//!
//! # bad
//! ```toml scorecard.toml
//! [initiative.listening_room]
//! name = "A listening room"
//! ```
//!
//! # good
//! ```toml scorecard.toml
//! [objective.hear]
//! name = "We hear before we are called"
//! [initiative.listening_room]
//! name = "A listening room"
//! objective = "hear"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for initiative in case.department.initiatives.iter().filter(|initiative| initiative.objective.is_none()) {
        out.find(initiative.head()).arg("initiative", initiative.title());
    }
}
