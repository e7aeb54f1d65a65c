//! # en
//! No tactic says how the instrument “{ $instrument }” is applied.
//!
//! The strategy chooses the instrument, the tactic is the process that makes it work; without one each person
//! applies it in their own way, and nothing can be repeated or improved.
//!
//! Add a `[tactic.…]` with `instrument = "{ $id }"`.
//!
//! # ru
//! Как применяют инструмент «{ $instrument }», не говорит ни одна тактика.
//!
//! Стратегия выбирает инструмент, а работать его заставляет тактика — процесс применения; без неё каждый
//! применяет его по-своему, и ничего нельзя ни повторить, ни улучшить.
//!
//! Добавьте `[tactic.…]` с `instrument = "{ $id }"`.
//!
//! # bad
//! ```toml sostac.toml
//! [instrument.vk]
//! name = "The VK community"
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
    let Department { instruments, tactics, .. } = case.department;
    for (instrument, ways) in tactics.group(instruments, |tactic| &tactic.instrument).with(instruments) {
        if ways.is_empty() {
            out.find(instrument.head()).arg("instrument", instrument.title()).arg("id", instrument.id());
        }
    }
}
