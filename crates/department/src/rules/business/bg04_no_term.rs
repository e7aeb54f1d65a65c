//! # en
//! It is not said by when the business goal “{ $goal }” is to be reached.
//!
//! The department's terms are taken from those of the business; a goal without a term lends none, and it is
//! never late.
//!
//! Set `due` to the day that the company's strategy names.
//!
//! # ru
//! Не сказано, к какому сроку должна быть достигнута цель бизнеса «{ $goal }».
//!
//! Сроки отдела исходят из сроков бизнеса; у цели без срока брать нечего, и опоздать с ней нельзя.
//!
//! Укажите в `due` дату из стратегии компании.
//!
//! # bad
//! ```toml business.toml
//! [business_goal.repeat]
//! name = "More buyers come back"
//! ```
//!
//! # good
//! ```toml business.toml
//! [business_goal.repeat]
//! name = "More buyers come back"
//! due = 2027-12-31
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for goal in case.department.business_goals.iter().filter(|goal| !goal.has("due")) {
        out.find(goal.head()).arg("goal", goal.title());
    }
}
