//! # en
//! The objective “{ $objective }” stands alone on the strategy map: nothing leads to it and it leads to
//! nothing.
//!
//! A scorecard is a chain of assumptions: what people can do improves the processes, these improve what
//! clients notice, and that earns money. An objective outside the chain explains nothing and is explained by
//! nothing.
//!
//! Name in `leads_to` what it brings about, or name it in the `leads_to` of what brings it about.
//!
//! # ru
//! Стратегическая цель «{ $objective }» стоит на карте особняком: к ней ничего не ведёт, и сама она никуда не
//! ведёт.
//!
//! Система показателей — цепочка предположений: умения людей улучшают процессы, процессы — то, что замечают
//! клиенты, а это приносит деньги. Цель вне цепочки ничего не объясняет и ничем не объяснена.
//!
//! Укажите в `leads_to`, к чему она приводит, или назовите её в `leads_to` той цели, которая приводит к ней.
//!
//! # bad
//! ```toml scorecard.toml
//! [objective.answer]
//! name = "Every question is answered"
//! leads_to = ["loyalty"]
//! [objective.loyalty]
//! name = "Buyers come back"
//! [objective.fame]
//! name = "Everybody knows us"
//! ```
//!
//! # good
//! ```toml scorecard.toml
//! [objective.answer]
//! name = "Every question is answered"
//! leads_to = ["loyalty"]
//! [objective.loyalty]
//! name = "Buyers come back"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let objectives = &case.department.objectives;
    let causes = objectives.group(objectives, |cause| &cause.leads_to);
    for (objective, causes) in causes.with(objectives) {
        if causes.is_empty() && objective.leads_to.is_empty() {
            out.find(objective.head()).arg("objective", objective.title());
        }
    }
}
