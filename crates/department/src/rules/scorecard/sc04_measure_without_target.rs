//! # en
//! The objective “{ $objective }” is measured by “{ $kpi }”, which has no target.
//!
//! A figure without a target is only watched. It becomes a measure when it is written down beforehand which
//! value, on which day, will count as success.
//!
//! Give the KPI “{ $kpi }” its `targets`: a day and a value each.
//!
//! # ru
//! Стратегическая цель «{ $objective }» измеряется показателем «{ $kpi }», у которого нет целевого значения.
//!
//! За числом без целевого значения можно только наблюдать. Мерой оно становится, когда заранее записано,
//! какое значение и к какому дню считать успехом.
//!
//! Задайте показателю «{ $kpi }» целевые значения в `targets`: дата и число.
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.answered]
//! name = "Share of questions answered"
//! ```
//! ```toml scorecard.toml
//! [objective.answer]
//! name = "Every question is answered"
//! measures = ["answered"]
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [kpi.answered]
//! name = "Share of questions answered"
//! targets = [{ date = 2026-12-31, value = 95 }]
//! [kpi.repeat]
//! name = "Share of repeat purchases"
//! kind = "terminal"
//! ```
//! ```toml scorecard.toml
//! [objective.answer]
//! name = "Every question is answered"
//! measures = ["answered", "repeat"]
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for objective in &case.department.objectives {
        for measure in &objective.measures {
            let Some(kpi) = case.department.get(measure) else { continue };
            // A terminal or checkpoint KPI without a target has been reported where it stands.
            let of_control = matches!(kpi.kind, Some(KpiKind::Terminal | KpiKind::Checkpoint));
            if kpi.targets.is_empty() && !of_control {
                out.find(super::place(objective, measure))
                    .arg("objective", objective.title())
                    .arg("kpi", kpi.title());
            }
        }
    }
}
