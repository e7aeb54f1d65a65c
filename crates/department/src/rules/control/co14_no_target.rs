//! # en
//! Nothing is to be reached by “{ $kpi }”: it has no target.
//!
//! Neither terminal nor checkpoint KPIs are there to be watched. Each names a figure and the day on which it
//! is held against it; on that day the correction is decided.
//!
//! Add `targets`, each with its `date` and `value`; if it is only watched, give it `kind = "measure"`.
//!
//! # ru
//! У «{ $kpi }» нет целевого значения: достигать нечего.
//!
//! И конечные, и реперные KPI нужны не для наблюдения. У каждого названы число и день, когда с ним
//! сверяются; в этот день и решают о коррективе.
//!
//! Добавьте `targets`, в каждом — `date` и `value`; если за показателем только наблюдают, задайте ему
//! `kind = "measure"`.
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.reply]
//! name = "Time to the first reply"
//! kind = "checkpoint"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [kpi.reply]
//! name = "Time to the first reply"
//! kind = "checkpoint"
//! targets = [{ date = 2026-09-30, value = 60 }]
//! [kpi.duty]
//! name = "Hours on duty"
//! kind = "measure"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for kpi in &case.department.kpis {
        let reached = matches!(kpi.kind, Some(KpiKind::Terminal | KpiKind::Checkpoint));
        if reached && kpi.targets.is_empty() {
            out.find(kpi.at("targets")).arg("kpi", kpi.title());
        }
    }
}
