//! # en
//! No process of the business is described, only the department's own.
//!
//! SMM that knows only its own processes works beside the business. It succeeds where it is built into what
//! the company does anyway: sale, delivery, service, recruiting.
//!
//! Describe the business processes that SMM touches, each with `kind = "business"`, and say in `smm_part`
//! what SMM does in them.
//!
//! # ru
//! Ни один процесс бизнеса не описан, есть только процессы самого отдела.
//!
//! SMM, который знает лишь собственные процессы, работает рядом с бизнесом. Успех приходит, когда он встроен
//! в то, что компания и так делает: продажи, доставку, сервис, наём.
//!
//! Опишите бизнес-процессы, которых касается SMM, с пометкой `kind = "business"`, и в `smm_part` скажите, что
//! в них делает SMM.
//!
//! # bad
//! ```toml scorecard.toml
//! [process.listening]
//! name = "Listening"
//! kind = "department"
//! ```
//!
//! # good
//! ```toml scorecard.toml
//! [process.listening]
//! name = "Listening"
//! kind = "department"
//! [process.delivery]
//! name = "Delivery"
//! kind = "business"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let processes = &case.department.processes;
    let built_in = processes.iter().any(|process| process.kind == Some(ProcessKind::Business));
    if !processes.is_empty() && !built_in {
        out.find(case.department.file("scorecard.toml"));
    }
}
