//! # en
//! No terminal KPI tells whether the goal “{ $goal }” has been reached.
//!
//! Control begins with the choice of what is to be reached in the end. A goal without a terminal KPI can be
//! argued about for ever and decided never.
//!
//! Add a `[kpi.…]` with `kind = "terminal"` and `goal = "{ $id }"`.
//!
//! # ru
//! По цели «{ $goal }» нет конечного KPI, по которому видно, достигнута ли она.
//!
//! Контроль начинается с выбора того, что должно получиться в итоге. О цели без конечного KPI можно спорить
//! вечно и ни к чему не прийти.
//!
//! Добавьте `[kpi.…]` с `kind = "terminal"` и `goal = "{ $id }"`.
//!
//! # bad
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Buyers trust our answers"
//! [kpi.reply]
//! name = "Time to the first reply"
//! kind = "checkpoint"
//! goal = "trust"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Buyers trust our answers"
//! [kpi.advice]
//! name = "Share of buyers who came on an engineer's advice"
//! kind = "terminal"
//! goal = "trust"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let Department { goals, kpis, .. } = case.department;
    for (goal, measures) in kpis.group(goals, |kpi| &kpi.goal).with(goals) {
        // Of a KPI without a kind CO17 speaks; it may be the one.
        let reached = |kpi: &&Kpi| matches!(kpi.kind, None | Some(KpiKind::Terminal));
        if !measures.iter().any(reached) {
            out.find(goal.head()).arg("goal", goal.title()).arg("id", goal.id());
        }
    }
}
