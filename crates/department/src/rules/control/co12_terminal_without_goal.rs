//! # en
//! The terminal KPI “{ $kpi }” measures the end of no goal.
//!
//! A figure is worth reaching for the sake of a goal. Chosen without one, it soon becomes the goal itself.
//!
//! Name in `goal` what it tells of, or give it `kind = "measure"`.
//!
//! # ru
//! Конечный KPI «{ $kpi }» не относится ни к какой цели.
//!
//! Цифры добиваются ради цели. Выбранная без цели, она скоро сама становится целью.
//!
//! Укажите в `goal`, о какой цели он говорит, или задайте ему `kind = "measure"`.
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
//! [goal.trust]
//! name = "Buyers trust our answers"
//! [kpi.advice]
//! name = "Share of buyers who came on an engineer's advice"
//! kind = "terminal"
//! goal = "trust"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for kpi in super::of(case, KpiKind::Terminal).filter(|kpi| !kpi.has("goal")) {
        out.find(kpi.head()).arg("kpi", kpi.title());
    }
}
