//! # en
//! The terminal KPI “{ $kpi }” measures no objective of the scorecard.
//!
//! The outward document says what is to be reached in the end, the inward one what the department is built
//! for. A terminal KPI that only one of them knows may be a sign that they have grown apart.
//!
//! Name it in the `measures` of the objective that it speaks of.
//!
//! # ru
//! Конечный KPI «{ $kpi }» не измеряет ни одной стратегической цели.
//!
//! Внешний документ говорит, чего достичь в конце, внутренний — ради чего устроен отдел. Если о конечном KPI
//! знает только один из них, документы, возможно, разошлись.
//!
//! Впишите его в `measures` той стратегической цели, о которой он говорит.
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.repeat]
//! kind = "terminal"
//! ```
//! ```toml scorecard.toml
//! [objective.hear]
//! perspective = "clients"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [kpi.repeat]
//! kind = "terminal"
//! [kpi.reply]
//! kind = "checkpoint"
//! ```
//! ```toml scorecard.toml
//! [objective.hear]
//! measures = ["repeat"]
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [kpi.repeat]
//! kind = "terminal"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let department = case.department;
    if department.objectives.is_empty() {
        return;
    }
    let measured = department.objectives.group(&department.kpis, |objective| &objective.measures);
    for (kpi, objectives) in measured.with(&department.kpis) {
        if kpi.kind == Some(KpiKind::Terminal) && objectives.is_empty() {
            out.find(kpi.head()).arg("kpi", kpi.title());
        }
    }
}
