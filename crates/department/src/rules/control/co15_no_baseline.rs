//! # en
//! It is not said where “{ $kpi }” stood before the plan.
//!
//! A target means something only against its beginning: from 240 minutes to 60 is a year's work, from 65 to
//! 60 is chance. Without a baseline the department cannot show what it has changed.
//!
//! Add `baseline` with its `date` and `value`; if nobody has measured it, measure it first.
//!
//! # ru
//! Не сказано, где «{ $kpi }» был до начала плана.
//!
//! Цель что-то значит только рядом с исходной точкой: с 240 минут до 60 — год работы, с 65 до 60 —
//! случайность. Без исходного значения отдел не покажет, что он изменил.
//!
//! Добавьте `baseline` с полями `date` и `value`; если показатель не измеряли, начните с измерения.
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
//! baseline = { date = 2026-01-01, value = 240 }
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for kpi in case.department.kpis.iter().filter(|kpi| !kpi.has("baseline")) {
        out.find(kpi.head()).arg("kpi", kpi.title());
    }
}
