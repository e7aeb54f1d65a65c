//! # en
//! The arrows of the strategy map go round in a circle: { $circle }.
//!
//! Where each is the cause of the next and of itself, nobody can tell where to begin, and a rise proves
//! nothing: it could have come from anywhere.
//!
//! Remove from `leads_to` the arrow that you believe in least.
//!
//! # ru
//! Стрелки стратегической карты замыкаются в круг: { $circle }.
//!
//! Если каждая цель — причина следующей и самой себя, неясно, с чего начинать, а рост ни о чём не говорит: он
//! мог прийти откуда угодно.
//!
//! Уберите из `leads_to` ту стрелку, в которую верите меньше всего.
//!
//! # bad
//! ```toml scorecard.toml
//! [objective.answer]
//! leads_to = ["loyalty"]
//! [objective.loyalty]
//! leads_to = ["answer"]
//! ```
//!
//! # bad
//! ```toml scorecard.toml
//! [objective.answer]
//! leads_to = ["answer"]
//! ```
//!
//! # good
//! ```toml scorecard.toml
//! [objective.listen]
//! leads_to = ["answer", "loyalty"]
//! [objective.answer]
//! leads_to = ["loyalty"]
//! [objective.loyalty]
//! name = "Buyers come back"
//! ```

use crate::rules::prelude::*;

/// No more than so many objectives of a circle are named.
const NAMED: usize = 8;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let objectives = &case.department.objectives;
    let next: Vec<Vec<usize>> =
        objectives.iter().map(|cause| cause.leads_to.iter().filter_map(|to| to.index()).collect()).collect();
    for circle in super::circles::circles(&next) {
        let members = || circle.iter().filter_map(|&at| objectives.at(at));
        let Some(first) = members().next() else { continue };
        let mut names: Vec<&str> = members().take(NAMED).map(Element::title).collect();
        if circle.len() > NAMED {
            names.push("…");
        }
        names.push(first.title());
        out.find(first.at("leads_to")).arg("circle", names.join(" → "));
    }
}
