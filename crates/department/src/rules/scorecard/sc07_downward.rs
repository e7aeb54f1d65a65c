//! # en
//! An arrow points down: from “{ $cause }” ({ $from }) to “{ $effect }” ({ $to }).
//!
//! Causes lie below: competence makes processes possible, processes serve clients, and clients bring the
//! money. An arrow the other way makes the result the cause of what it came from.
//!
//! Turn the arrow round: take “{ $effect }” out of `leads_to`, and name “{ $cause }” in the other's; or put
//! right the `perspective` of one of them.
//!
//! # ru
//! Стрелка ведёт вниз: от «{ $cause }» ({ $from }) к «{ $effect }» ({ $to }).
//!
//! Причины лежат ниже: компетенции делают возможными процессы, процессы служат клиентам, клиенты приносят
//! деньги. Стрелка вниз объявляет результат причиной того, из чего он сам вырос.
//!
//! Разверните стрелку: уберите «{ $effect }» из `leads_to` и впишите туда у второй цели «{ $cause }» — или
//! исправьте `perspective` у одной из них.
//!
//! # bad
//! ```toml scorecard.toml
//! [objective.margin]
//! perspective = "finance"
//! leads_to = ["models"]
//! [objective.models]
//! perspective = "competence"
//! ```
//!
//! # good
//! ```toml scorecard.toml
//! [objective.models]
//! perspective = "competence"
//! leads_to = ["margin", "lessons"]
//! [objective.lessons]
//! perspective = "competence"
//! [objective.margin]
//! perspective = "finance"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for cause in &case.department.objectives {
        let Some(from) = cause.perspective else { continue };
        for link in &cause.leads_to {
            let Some(effect) = case.department.get(link) else { continue };
            // Finance comes first in the order of the perspectives, so a greater one lies below.
            if let Some(to) = effect.perspective.filter(|to| *to > from) {
                out.find(super::place(cause, link))
                    .arg("cause", cause.title())
                    .arg("effect", effect.title())
                    .arg("from", super::named(from))
                    .arg("to", super::named(to));
            }
        }
    }
}
