//! # en
//! The action “{ $action }” is not placed in time; missing: { $missing }.
//!
//! The plan says what is carried out at which stage. Without its first and last day an action belongs to no
//! stage, nobody's week holds it, and nothing can wait for it.
//!
//! Set `starts` and `ends`.
//!
//! # ru
//! У мероприятия «{ $action }» нет места во времени; не хватает: { $missing }.
//!
//! План говорит, что и на каком этапе выполняется. Без первого и последнего дня мероприятие не относится ни к
//! какому этапу, ни на чью неделю не ложится, и ждать его никто не может.
//!
//! Укажите `starts` и `ends`.
//!
//! # bad
//! ```toml sostac.toml
//! [action.rota]
//! name = "Draw up the rota"
//! starts = 2026-06-01
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [action.rota]
//! name = "Draw up the rota"
//! starts = 2026-06-01
//! ends = 2026-06-05
//! ```

use crate::rules::business::missing;
use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for action in &case.department.actions {
        let missing = missing(&[("starts", !action.has("starts")), ("ends", !action.has("ends"))]);
        if !missing.is_empty() {
            out.find(action.head()).arg("action", action.title()).arg("missing", missing);
        }
    }
}
