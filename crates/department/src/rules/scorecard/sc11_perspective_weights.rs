//! # en
//! The weights of the perspectives make { $sum }%, not 100%.
//!
//! Weights say what gives way to what when time or money runs short. If they do not make a whole, each reader
//! completes them in their own way.
//!
//! Change `finance`, `clients`, `processes` and `competence` in `[scorecard]` so that together they make 100.
//!
//! # ru
//! Веса ракурсов в сумме дают { $sum } %, а не 100 %.
//!
//! Веса говорят, чем поступиться, когда не хватает времени или денег. Если они не складываются в целое,
//! каждый достроит его по-своему.
//!
//! Поправьте `finance`, `clients`, `processes` и `competence` в `[scorecard]`, чтобы вместе они давали 100.
//!
//! # bad
//! ```toml scorecard.toml
//! [scorecard]
//! finance = 40
//! clients = 30
//! processes = 20
//! competence = 20
//! ```
//!
//! # good
//! ```toml scorecard.toml
//! [scorecard]
//! finance = 40
//! clients = 30
//! processes = 20
//! competence = 10
//! ```
//!
//! # good
//! ```toml scorecard.toml
//! [scorecard]
//! summary = "We listen first"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let scorecard = &case.department.scorecard;
    let weights = [scorecard.finance, scorecard.clients, scorecard.processes, scorecard.competence];
    if let Some(sum) = super::uneven(weights.into_iter().flatten()) {
        out.find(scorecard.head()).arg("sum", sum);
    }
}
