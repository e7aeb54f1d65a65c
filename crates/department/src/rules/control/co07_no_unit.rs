//! # en
//! The KPI “{ $kpi }” has no unit.
//!
//! A figure without a unit is read by each as it suits: 45 may be minutes, per cent or people, and the
//! tolerance means nothing.
//!
//! Write in `unit` what is counted: `min`, `%`, `people`.
//!
//! # ru
//! У показателя «{ $kpi }» нет единицы измерения.
//!
//! Число без единицы каждый читает по-своему: 45 — это минуты, проценты или люди? И допуск тогда ничего не
//! значит.
//!
//! Укажите в `unit`, что считают: `мин`, `%`, `чел.`
//!
//! # bad
//! ```toml sostac.toml
//! [kpi.reply]
//! name = "Time to the first reply"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [kpi.reply]
//! name = "Time to the first reply"
//! unit = "min"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for kpi in case.department.kpis.iter().filter(|kpi| kpi.unit.is_empty()) {
        out.find(kpi.head()).arg("kpi", kpi.title());
    }
}
