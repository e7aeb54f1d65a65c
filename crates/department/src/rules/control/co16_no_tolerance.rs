//! # en
//! It is not said how far from its target “{ $kpi }” still counts as met.
//!
//! Figures waver of themselves. Without a tolerance a correction opens on a hair's breadth, and soon nobody
//! takes it seriously.
//!
//! Set `tolerance`: `"5%"` of the target, or a number in the KPI's unit; `0` if there is none on purpose.
//!
//! # ru
//! Не сказано, какое отклонение от цели для «{ $kpi }» ещё считается достижением.
//!
//! Цифры колеблются и сами по себе. Без допуска корректива открывается из-за мелочи, и скоро её перестают
//! принимать всерьёз.
//!
//! Укажите `tolerance`: `"5%"` от целевого значения или число в единицах показателя; `0` — если допуска нет
//! намеренно.
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.reply]
//! name = "Time to the first reply"
//! targets = [{ date = 2026-09-30, value = 60 }]
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [kpi.reply]
//! name = "Time to the first reply"
//! targets = [{ date = 2026-09-30, value = 60 }]
//! tolerance = "5%"
//! [kpi.duty]
//! name = "Hours on duty"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let kpis = case.department.kpis.iter();
    for kpi in kpis.filter(|kpi| !kpi.targets.is_empty() && !kpi.has("tolerance")) {
        out.find(kpi.at("targets")).arg("kpi", kpi.title());
    }
}
