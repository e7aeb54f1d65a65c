//! # en
//! The tactic “{ $tactic }” applies no instrument.
//!
//! A tactic is the process by which an instrument of the strategy is applied; by itself it is a habit without
//! a purpose.
//!
//! Name in `instrument` what it applies.
//!
//! # ru
//! Тактика «{ $tactic }» не применяет никакого инструмента.
//!
//! Тактика — процесс применения инструмента, который выбрала стратегия; сама по себе она лишь привычка без
//! цели.
//!
//! Укажите в `instrument`, что она применяет.
//!
//! # bad
//! ```toml sostac.toml
//! [tactic.rota]
//! name = "A duty rota"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [instrument.vk]
//! name = "The VK community"
//! [tactic.rota]
//! name = "A duty rota"
//! instrument = "vk"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for tactic in case.department.tactics.iter().filter(|tactic| !tactic.has("instrument")) {
        out.find(tactic.head()).arg("tactic", tactic.title());
    }
}
