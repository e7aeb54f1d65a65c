//! # en
//! The hand-off “{ $handoff }” has no `{ $side }`.
//!
//! A hand-off is an agreement between two departments. With one side only it is a hope that somebody will
//! pick the work up.
//!
//! Name in `{ $side }` the department on that side.
//!
//! # ru
//! У передачи «{ $handoff }» не указано `{ $side }`.
//!
//! Передача — договорённость двух отделов. Если названа одна сторона, остаётся надеяться, что работу
//! кто-нибудь подхватит.
//!
//! Укажите в `{ $side }` отдел с этой стороны.
//!
//! # bad
//! ```toml department.toml
//! [unit.smm]
//! name = "SMM"
//! [handoff.complaint]
//! name = "A complaint to support"
//! from = "smm"
//! ```
//!
//! # good
//! ```toml department.toml
//! [unit.smm]
//! name = "SMM"
//! [unit.support]
//! name = "Support"
//! [handoff.complaint]
//! name = "A complaint to support"
//! from = "smm"
//! to = "support"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for handoff in &case.department.handoffs {
        for (side, unit) in [("from", &handoff.from), ("to", &handoff.to)] {
            if unit.is_none() {
                out.find(handoff.head()).arg("handoff", handoff.title()).arg("side", side);
            }
        }
    }
}
