//! # en
//! SMM touches the process “{ $process }” and has no place in it.
//!
//! SMM fails where it is not built into the business processes: people say in public what the process has
//! done, and nobody in the process hears of it.
//!
//! Say in `smm_part` what SMM does in it, and draw that step in the process; if SMM does not touch it, remove
//! `touches_smm`.
//!
//! # ru
//! Процесс «{ $process }» затрагивает SMM, но места для SMM в нём нет.
//!
//! SMM терпит неудачу там, где не встроен в бизнес-процессы: люди публично говорят о том, чем для них
//! обернулся процесс, а внутри процесса об этом никто не узнаёт.
//!
//! Опишите в `smm_part`, что делает в нём SMM, и нарисуйте этот шаг; если процесс SMM не касается, уберите
//! `touches_smm`.
//!
//! # bad
//! ```toml scorecard.toml
//! [process.delivery]
//! name = "Delivery"
//! kind = "business"
//! touches_smm = true
//! ```
//!
//! # good
//! ```toml scorecard.toml
//! [process.delivery]
//! name = "Delivery"
//! kind = "business"
//! touches_smm = true
//! smm_part = "Tells the depot what buyers write about late vans, within the hour"
//! [process.payroll]
//! name = "Payroll"
//! kind = "business"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for process in &case.department.processes {
        // The department's own processes are SMM throughout.
        let of_business = process.kind != Some(ProcessKind::Department);
        if of_business && process.touches_smm && process.smm_part.is_empty() {
            out.find(process.at("touches_smm")).arg("process", process.title());
        }
    }
}
