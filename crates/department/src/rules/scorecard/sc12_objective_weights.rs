//! # en
//! The weights of the objectives in the perspective “{ $perspective }” make { $sum }%, not 100%.
//!
//! Inside a perspective too, weights say what comes first. An objective without a weight among weighted ones
//! counts for nothing, and surely nobody meant that.
//!
//! Change the `weight` of its objectives so that together they make 100, and leave none of them without.
//!
//! # ru
//! Веса целей в ракурсе «{ $perspective }» в сумме дают { $sum } %, а не 100 %.
//!
//! И внутри ракурса веса говорят, что важнее. Цель без веса среди взвешенных не значит ничего, а этого
//! наверняка никто не хотел.
//!
//! Поправьте `weight` целей этого ракурса, чтобы вместе они давали 100, и не оставляйте ни одной без веса.
//!
//! # bad
//! ```toml scorecard.toml
//! [objective.hear]
//! perspective = "clients"
//! weight = 60
//! [objective.change]
//! perspective = "clients"
//! ```
//!
//! # good
//! ```toml scorecard.toml
//! [objective.hear]
//! perspective = "clients"
//! weight = 60
//! [objective.change]
//! perspective = "clients"
//! weight = 40
//! [objective.models]
//! perspective = "competence"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let department = case.department;
    for &perspective in Perspective::ALL {
        let inside = || department.objectives.iter().filter(|one| one.perspective == Some(perspective));
        let weighed = || inside().filter_map(|one| Some((one, one.weight?)));
        let Some((first, _)) = weighed().next() else { continue };
        if let Some(sum) = super::uneven(weighed().map(|(_, weight)| weight)) {
            out.find(first.at("weight")).arg("perspective", super::named(perspective)).arg("sum", sum);
        }
    }
}
