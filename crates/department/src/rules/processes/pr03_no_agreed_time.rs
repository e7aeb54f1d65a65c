//! # en
//! No time is agreed for the hand-off “{ $handoff }”.
//!
//! Work is lost at borders, seldom inside a department. Without an agreed time the one side waits and the
//! other does not know that anybody is waiting.
//!
//! Agree on a time with the department that takes, and write it in `agreed`: `30m`, `4h`, `2d`.
//!
//! # ru
//! Для передачи «{ $handoff }» не согласован срок.
//!
//! Работа теряется на границах, а не внутри отделов. Без согласованного срока одна сторона ждёт, а другая не
//! знает, что её ждут.
//!
//! Договоритесь о сроке с отделом, который принимает, и запишите его в `agreed`: `30m`, `4h`, `2d`.
//!
//! # bad
//! ```toml department.toml
//! [handoff.complaint]
//! name = "A complaint to support"
//! ```
//!
//! # good
//! ```toml department.toml
//! [handoff.complaint]
//! name = "A complaint to support"
//! agreed = "4h"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for handoff in case.department.handoffs.iter().filter(|handoff| handoff.agreed.is_none()) {
        out.find(handoff.head()).arg("handoff", handoff.title());
    }
}
