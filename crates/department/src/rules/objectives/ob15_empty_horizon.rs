//! # en
//! The horizon `{ $horizon }` has no goals.
//!
//! Three horizons keep one another in balance: without near goals nobody sees results in time, without middle
//! ones the steps do not add up, without long ones the department only reacts.
//!
//! Set a goal with `horizon = "{ $horizon }"`, borrowed from the business strategy as all are.
//!
//! # ru
//! На горизонте `{ $horizon }` нет ни одной цели.
//!
//! Три горизонта уравновешивают друг друга: без тактических целей результатов не дождутся, без среднесрочных
//! шаги не складываются в путь, без долгосрочных отдел только реагирует.
//!
//! Поставьте цель с `horizon = "{ $horizon }"`, заимствовав её, как и все, из стратегии бизнеса.
//!
//! # bad
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Buyers trust our answers"
//! horizon = "middle"
//! [goal.name_for_it]
//! name = "Installers call the whole kind of device by our name"
//! horizon = "long"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [goal.fast]
//! name = "Nobody waits for an answer overnight"
//! horizon = "tactical"
//! [goal.trust]
//! name = "Buyers trust our answers"
//! horizon = "middle"
//! [goal.name_for_it]
//! name = "Installers call the whole kind of device by our name"
//! horizon = "long"
//! ```

use crate::rules::business::place;
use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let Department { goals, horizons, .. } = case.department;
    // Where no goal names its horizon, OB03 says so of each.
    if goals.iter().all(|goal| goal.horizon.is_none()) {
        return;
    }
    for horizon in Horizon::ALL {
        if !goals.iter().any(|goal| goal.horizon == Some(*horizon)) {
            let place = if horizons.has(horizon.word()) {
                horizons.at(horizon.word())
            } else {
                place(case, horizons)
            };
            out.find(place).arg("horizon", horizon.word());
        }
    }
}
