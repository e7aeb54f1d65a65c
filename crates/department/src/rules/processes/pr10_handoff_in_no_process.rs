//! # en
//! The hand-off “{ $handoff }” happens in no process.
//!
//! An agreed time tells when, the process tells what for and what comes next. A hand-off outside every
//! process is a favour, and favours end with the people who did them.
//!
//! Name in `process` the process in which it happens.
//!
//! # ru
//! Передача «{ $handoff }» не входит ни в один процесс.
//!
//! Согласованный срок говорит, когда; процесс — зачем и что дальше. Передача вне процессов — личная услуга, а
//! такие услуги кончаются вместе с теми, кто их оказывал.
//!
//! Укажите в `process` процесс, в котором она происходит.
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
//! process = "negative_wave"
//! ```
//! ```toml scorecard.toml
//! [process.negative_wave]
//! name = "A wave of complaints"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for handoff in case.department.handoffs.iter().filter(|handoff| handoff.process.is_none()) {
        out.find(handoff.head()).arg("handoff", handoff.title());
    }
}
