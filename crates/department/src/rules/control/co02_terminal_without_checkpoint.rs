//! # en
//! No checkpoint leads to the terminal KPI “{ $kpi }”.
//!
//! A terminal KPI is read when it is too late to change anything. Checkpoints are read on the way, while a
//! correction still helps.
//!
//! Add a `[kpi.…]` with `kind = "checkpoint"` and `serves = "{ $id }"`: what moves earlier, and moves this
//! one.
//!
//! # ru
//! К конечному KPI «{ $kpi }» не ведёт ни одна реперная точка.
//!
//! Конечный KPI снимают, когда менять что-либо поздно. Реперные снимают по пути, пока корректива ещё поможет.
//!
//! Добавьте `[kpi.…]` с `kind = "checkpoint"` и `serves = "{ $id }"`: то, что сдвигается раньше и сдвигает
//! этот показатель.
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.advice]
//! name = "Share of buyers who came on an engineer's advice"
//! kind = "terminal"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [kpi.advice]
//! name = "Share of buyers who came on an engineer's advice"
//! kind = "terminal"
//! [kpi.reply]
//! name = "Time to the first reply"
//! kind = "checkpoint"
//! serves = "advice"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let kpis = &case.department.kpis;
    for (kpi, served_by) in kpis.group(kpis, |kpi| &kpi.serves).with(kpis) {
        // Of a KPI without a kind CO17 speaks; it may be the one.
        let leads = |kpi: &&Kpi| matches!(kpi.kind, None | Some(KpiKind::Checkpoint));
        if kpi.kind == Some(KpiKind::Terminal) && !served_by.iter().any(leads) {
            out.find(kpi.head()).arg("kpi", kpi.title()).arg("id", kpi.id());
        }
    }
}
