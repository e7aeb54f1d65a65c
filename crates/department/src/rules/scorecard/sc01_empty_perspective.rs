//! # en
//! The perspective “{ $perspective }” has no objective.
//!
//! Each perspective alone deceives: money without clients, clients without processes, processes without
//! people who can run them. The scorecard balances all four, and one that is empty is one that nobody
//! watches.
//!
//! Write an objective whose `perspective` is `{ $word }`.
//!
//! # ru
//! В ракурсе «{ $perspective }» нет ни одной стратегической цели.
//!
//! Каждый ракурс по отдельности обманчив: деньги без клиентов, клиенты без процессов, процессы без людей,
//! которые их ведут. Система показателей держит в равновесии все четыре, а за пустым ракурсом никто не
//! следит.
//!
//! Опишите стратегическую цель, у которой в `perspective` стоит `{ $word }`.
//!
//! # bad
//! ```toml scorecard.toml
//! [objective.margin]
//! perspective = "finance"
//! ```
//!
//! # bad
//! ```toml scorecard.toml
//! [scorecard]
//! summary = "We listen first"
//! ```
//!
//! # good
//! ```toml scorecard.toml
//! [objective.margin]
//! perspective = "finance"
//! [objective.answer]
//! perspective = "clients"
//! [objective.route]
//! perspective = "processes"
//! [objective.models]
//! perspective = "competence"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let department = case.department;
    if !super::begun(department) {
        return;
    }
    for &perspective in Perspective::ALL {
        let held = department.objectives.iter().any(|objective| objective.perspective == Some(perspective));
        if !held {
            out.find(super::sheet(department))
                .arg("perspective", super::named(perspective))
                .arg("word", perspective.word());
        }
    }
}
