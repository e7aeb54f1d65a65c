//! # en
//! The licence of “{ $software }” ended on { $until }.
//!
//! What the plan stands on has to be there on the day it is needed. A licence that has ended is found out on
//! the morning when the report is due.
//!
//! Renew it and put the new day into `until`, or remove the software and what rests on it.
//!
//! # ru
//! Лицензия на «{ $software }» закончилась { $until }.
//!
//! То, на чём стоит план, должно быть на месте в нужный день. Об истёкшей лицензии узнают утром того дня,
//! когда сдают отчёт.
//!
//! Продлите её и поставьте в `until` новую дату — либо уберите софт и то, что на него опирается.
//!
//! # bad
//! ```toml department.toml
//! [software.models]
//! until = 2026-05-31
//! ```
//!
//! # good
//! ```toml department.toml
//! [software.models]
//! until = 2026-06-01
//! [software.tracker]
//! name = "Tracker"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for software in &case.department.software {
        if let Some(until) = software.until.filter(|until| *until < case.today) {
            out.find(software.at("until")).arg("software", software.title()).arg("until", until);
        }
    }
}
