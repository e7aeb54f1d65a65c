//! # en
//! It is not said how often “{ $kpi }” is read.
//!
//! Control is a habit, not an event: a KPI without a rhythm is read when someone remembers it, which is when
//! it is too late.
//!
//! Set `rhythm`: `day`, `week`, `month`, `quarter` or `year`.
//!
//! # ru
//! Не сказано, как часто снимают «{ $kpi }».
//!
//! Контроль — привычка, а не событие: показатель без ритма снимают, когда о нём вспомнят, то есть когда уже
//! поздно.
//!
//! Укажите `rhythm`: `day`, `week`, `month`, `quarter` или `year`.
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.reply]
//! name = "Time to the first reply"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [kpi.reply]
//! name = "Time to the first reply"
//! rhythm = "week"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for kpi in case.department.kpis.iter().filter(|kpi| !kpi.has("rhythm")) {
        out.find(kpi.head()).arg("kpi", kpi.title());
    }
}
