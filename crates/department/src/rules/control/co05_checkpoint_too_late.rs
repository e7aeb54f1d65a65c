//! # en
//! The checkpoint “{ $kpi }” is to be read on { $date }, when its terminal KPI “{ $terminal }” has already
//! been read, on { $end }.
//!
//! A checkpoint is worth having because it comes before. Read after the end it can correct nothing.
//!
//! Set its dates before { $end }, so that a correction still has time to work.
//!
//! # ru
//! Реперный KPI «{ $kpi }» снимают { $date }, когда его конечный KPI «{ $terminal }» уже снят ({ $end }).
//!
//! Реперная точка тем и ценна, что она раньше. Снятая после конца, она ничего не исправит.
//!
//! Назначьте её даты до { $end }, чтобы корректива успела подействовать.
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.advice]
//! name = "Share of buyers who came on an engineer's advice"
//! kind = "terminal"
//! targets = [{ date = 2026-12-31, value = 20 }]
//! [kpi.reply]
//! name = "Time to the first reply"
//! kind = "checkpoint"
//! serves = "advice"
//! targets = [{ date = 2026-09-30, value = 60 }, { date = 2027-03-31, value = 45 }]
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [kpi.advice]
//! name = "Share of buyers who came on an engineer's advice"
//! kind = "terminal"
//! targets = [{ date = 2026-12-31, value = 20 }]
//! [kpi.reply]
//! name = "Time to the first reply"
//! kind = "checkpoint"
//! serves = "advice"
//! targets = [{ date = 2026-09-30, value = 60 }]
//! ```

use crate::rules::prelude::*;
use diag::Place;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    // The last day of each KPI is looked up once: any number of checkpoints may serve one terminal KPI.
    let last_day = |kpi: &Kpi| kpi.targets.iter().map(|target| target.date).max();
    let ends: Vec<_> = case.department.kpis.iter().map(last_day).collect();
    for kpi in super::of(case, KpiKind::Checkpoint) {
        let Some(terminal) = super::terminal(case, kpi) else { continue };
        let end = kpi.serves.as_ref().and_then(|serves| *ends.get(serves.index()?)?);
        let Some(end) = end else { continue };
        if let Some(late) = kpi.targets.iter().find(|target| target.date > end) {
            out.find(Place { span: late.span, ..kpi.head() })
                .arg("kpi", kpi.title())
                .arg("date", late.date)
                .arg("terminal", terminal.title())
                .arg("end", end);
        }
    }
}
