//! # en
//! The checkpoint “{ $kpi }” leads to no terminal KPI.
//!
//! A checkpoint is a mark on the way to something. Without its terminal KPI nobody can tell whether reaching
//! it brings anything, and evidence for it can never be found.
//!
//! Name in `serves` a KPI with `kind = "terminal"`, or give this one
//! `kind = "measure"`.
//!
//! # ru
//! Реперный KPI «{ $kpi }» не ведёт ни к какому конечному.
//!
//! Реперная точка — отметка на пути к чему-то. Без конечного KPI не узнать, даёт ли её достижение хоть
//! что-нибудь, и свидетельств в её пользу не найти.
//!
//! Укажите в `serves` показатель с `kind = "terminal"` или задайте этому
//! `kind = "measure"`.
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.reply]
//! name = "Time to the first reply"
//! kind = "checkpoint"
//! ```
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.duty]
//! name = "Hours on duty"
//! kind = "measure"
//! [kpi.reply]
//! name = "Time to the first reply"
//! kind = "checkpoint"
//! serves = "duty"
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
    for kpi in super::of(case, KpiKind::Checkpoint) {
        // Of a KPI without a kind CO17 speaks; it may be terminal.
        let served = case.department.find(&kpi.serves).and_then(|served| served.kind);
        if !kpi.has("serves") || served.is_some_and(|kind| kind != KpiKind::Terminal) {
            out.find(kpi.at("serves")).arg("kpi", kpi.title());
        }
    }
}
