//! # en
//! Nothing is prepared for the day when the checkpoint “{ $kpi }” is missed.
//!
//! This is the question that control exists for: what is done when a checkpoint is passed and its KPI was not
//! reached. Thought out beforehand it is a plan, on the day itself it is an excuse.
//!
//! Add `[kpi.{ $id }.correction]`: what is done, who does it, within which time.
//!
//! # ru
//! На случай, если реперный KPI «{ $kpi }» не достигнут, ничего не подготовлено.
//!
//! Ради этого вопроса контроль и существует: что делать, когда реперная точка пройдена, а её KPI не
//! достигнут. Продуманный заранее, ответ — план; придуманный в тот же день — оправдание.
//!
//! Добавьте `[kpi.{ $id }.correction]`: что делают, кто делает и в какой срок.
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
//! [kpi.reply.correction]
//! what = "A second person on duty from five to nine"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for kpi in super::of(case, KpiKind::Checkpoint).filter(|kpi| !kpi.has("correction")) {
        out.find(kpi.head()).arg("kpi", kpi.title()).arg("id", kpi.id());
    }
}
