//! # en
//! The process “{ $process }” is described in neither notation.
//!
//! A process that only lives in people's heads cannot be checked, taught or handed on; it leaves with whoever
//! knows it. BPMN shows who does what and when, IDEF0 what goes in, what comes out and what governs it.
//!
//! Draw the process and name its file in `bpmn` or `idef0`.
//!
//! # ru
//! Процесс «{ $process }» не описан ни в одной нотации.
//!
//! Процесс, который живёт только в головах, нельзя ни проверить, ни передать, ни объяснить новому человеку:
//! он уходит вместе с тем, кто его знает. BPMN показывает, кто, что и когда делает, IDEF0 — что на входе, что
//! на выходе и чем это управляется.
//!
//! Опишите процесс и укажите файл в `bpmn` или `idef0`.
//!
//! # bad
//! ```toml scorecard.toml
//! [process.negative_wave]
//! name = "A wave of complaints"
//! ```
//!
//! # good
//! ```toml scorecard.toml
//! [process.negative_wave]
//! name = "A wave of complaints"
//! bpmn = "processes/negative-wave.bpmn"
//! [process.listening]
//! name = "Listening"
//! idef0 = "processes/listening.idef0"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for process in &case.department.processes {
        if process.bpmn.is_empty() && process.idef0.is_empty() {
            out.find(process.head()).arg("process", process.title());
        }
    }
}
