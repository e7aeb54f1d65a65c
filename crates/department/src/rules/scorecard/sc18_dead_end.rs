//! # en
//! The chain of causes ends in “{ $objective }”, below finance.
//!
//! Competence, processes and service cost money and have to say what for. A chain that stops half-way is a
//! place where spending is never connected with what it earns.
//!
//! Name in `leads_to` what the objective brings about, at last an objective of finance.
//!
//! # ru
//! Цепочка причин обрывается на цели «{ $objective }», не дойдя до финансов.
//!
//! Компетенции, процессы и сервис стоят денег и должны отвечать, ради чего. Если цепочка обрывается на
//! полпути, расходы так и не связаны с тем, что они приносят.
//!
//! Укажите в `leads_to`, к чему приводит эта цель; в конце цепочки — финансовая цель.
//!
//! # bad
//! ```toml scorecard.toml
//! [objective.models]
//! perspective = "competence"
//! leads_to = ["route"]
//! [objective.route]
//! perspective = "processes"
//! ```
//!
//! # good
//! ```toml scorecard.toml
//! [objective.models]
//! perspective = "competence"
//! leads_to = ["margin"]
//! [objective.margin]
//! perspective = "finance"
//! [objective.apart]
//! perspective = "clients"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let objectives = &case.department.objectives;
    let causes = objectives.group(objectives, |cause| &cause.leads_to);
    for (objective, causes) in causes.with(objectives) {
        let below = objective.perspective.is_some_and(|perspective| perspective != Perspective::Finance);
        // One without causes stands alone, which is another rule's matter.
        if below && objective.leads_to.is_empty() && !causes.is_empty() {
            out.find(objective.head()).arg("objective", objective.title());
        }
    }
}
