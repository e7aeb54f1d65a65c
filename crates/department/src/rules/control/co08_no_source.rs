//! # en
//! It is not said where the figures of “{ $kpi }” come from.
//!
//! The owner of the business must be able to trust every figure. One whose source is unknown cannot be
//! checked, and cannot be read again by someone else.
//!
//! Name in `source` the system, the report or the person that gives the figure.
//!
//! # ru
//! Не сказано, откуда берутся цифры показателя «{ $kpi }».
//!
//! Владелец бизнеса должен иметь возможность доверять каждой цифре. Цифру неизвестного происхождения не
//! проверить, и никто другой её заново не снимет.
//!
//! Укажите в `source` систему, отчёт или человека, откуда её берут.
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
//! source = "The inbox's own log"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for kpi in case.department.kpis.iter().filter(|kpi| kpi.source.is_empty()) {
        out.find(kpi.head()).arg("kpi", kpi.title());
    }
}
