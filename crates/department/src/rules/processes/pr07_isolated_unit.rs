//! # en
//! Nothing connects the department “{ $unit }” with ours: no hand-off reaches it and it runs no process.
//!
//! People do not write to departments, they write to the company; sooner or later what is heard concerns each
//! of them. Where no way is agreed beforehand, it is looked for during the crisis.
//!
//! Describe a `handoff` to it or from it, or name it as the `unit` of the process that it runs.
//!
//! # ru
//! Отдел «{ $unit }» ничем не связан с нашим: до него не доходит ни одна передача, и он не ведёт ни одного
//! процесса.
//!
//! Люди пишут не отделам, а компании, и рано или поздно услышанное коснётся каждого отдела. Если о пути не
//! договорились заранее, его ищут в разгар кризиса.
//!
//! Опишите передачу (`handoff`) к нему или от него либо укажите его в `unit` того процесса, который он ведёт.
//!
//! # bad
//! ```toml department.toml
//! [unit.smm]
//! name = "SMM"
//! ours = true
//! [unit.legal]
//! name = "Legal"
//! ```
//!
//! # good
//! ```toml department.toml
//! [unit.smm]
//! name = "SMM"
//! ours = true
//! [unit.legal]
//! name = "Legal"
//! [unit.depot]
//! name = "Depot"
//! [handoff.question]
//! to = "legal"
//! ```
//! ```toml scorecard.toml
//! [process.delivery]
//! unit = "depot"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let Department { units, handoffs, processes, .. } = case.department;
    let passing = handoffs.group(units, |handoff| handoff.from.iter().chain(&handoff.to));
    let running = processes.group(units, |process| &process.unit);
    for (at, unit) in units.iter().enumerate() {
        if !unit.ours && passing.of(at).is_empty() && running.of(at).is_empty() {
            out.find(unit.head()).arg("unit", unit.title());
        }
    }
}
