//! # en
//! It is not said what the KPI “{ $kpi }” is for.
//!
//! The third question of control is which KPIs are terminal and which are checkpoints. The two are read on
//! different days and answered for differently; unmarked figures are a heap.
//!
//! Set `kind`: `terminal` for what is reached in the end, `checkpoint` for what is read on the way, `measure`
//! for what the scorecard watches.
//!
//! # ru
//! Не сказано, для чего нужен показатель «{ $kpi }».
//!
//! Один из вопросов контроля — какие KPI конечные, а какие реперные. Снимают их в разные дни, и спрос за них
//! разный; неразмеченные цифры — просто груда.
//!
//! Укажите `kind`: `terminal` — что достигается в итоге, `checkpoint` — что снимают по пути, `measure` — за
//! чем следит ССП.
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.reply]
//! name = "Time to the first reply"
//! ```
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.advice]
//! name = "Share of buyers who came on an engineer's advice"
//! kind = "terminal"
//! [kpi.reply]
//! name = "Time to the first reply"
//! serves = "advice"
//! [kpi.reply.correction]
//! what = "A second person on duty from five to nine"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [kpi.duty]
//! name = "Hours on duty"
//! kind = "measure"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for kpi in case.department.kpis.iter().filter(|kpi| !kpi.has("kind")) {
        let finding = out.find(kpi.head());
        finding.arg("kpi", kpi.title());
        // `serves` is a field of checkpoints only, `goal` of terminal KPIs only.
        let kind = match (kpi.has("serves"), kpi.has("goal")) {
            (true, false) => KpiKind::Checkpoint,
            (false, true) => KpiKind::Terminal,
            _ => continue,
        };
        if has_own_header(case, kpi) {
            finding.replace(kpi.end(), format!("\nkind = \"{}\"", kind.word()));
        }
    }
}

/// Whether the KPI stands under a header of its own, so that a line can be put at its end.
fn has_own_header(case: &Case<'_>, kpi: &Kpi) -> bool {
    let head = case.department.sources.whole(kpi.head());
    let text = &case.department.sources.get(head.file).text;
    text.get(head.span.end as usize..).is_some_and(|behind| behind.trim_start().starts_with(']'))
}
