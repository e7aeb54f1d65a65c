//! # en
//! No process carries out the tactic “{ $tactic }”.
//!
//! SMM fails where it is not built into the processes. A tactic that lives in someone's head goes on holiday
//! with them.
//!
//! Name a process in `process`; if it is not described yet, describe it in BPMN or IDEF0.
//!
//! # ru
//! Тактику «{ $tactic }» не исполняет ни один процесс.
//!
//! SMM терпит неудачу там, где не встроен в процессы. Тактика, которая живёт в голове у одного человека,
//! уходит в отпуск вместе с ним.
//!
//! Укажите процесс в `process`; если он ещё не описан, опишите его в BPMN или IDEF0.
//!
//! # bad
//! ```toml sostac.toml
//! [tactic.rota]
//! name = "A duty rota"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [tactic.rota]
//! name = "A duty rota"
//! process = "reply"
//! ```
//! ```toml scorecard.toml
//! [process.reply]
//! name = "Replying in public"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for tactic in case.department.tactics.iter().filter(|tactic| !tactic.has("process")) {
        out.find(tactic.head()).arg("tactic", tactic.title());
    }
}
