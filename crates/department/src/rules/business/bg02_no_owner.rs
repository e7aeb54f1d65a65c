//! # en
//! Nobody answers for the business goal “{ $goal }”.
//!
//! A borrowed goal is agreed with the one who set it; where no one stands behind it, there is nobody to ask
//! and nobody to report to.
//!
//! Name in `owner` the person in the company who answers for it.
//!
//! # ru
//! За цель бизнеса «{ $goal }» никто не отвечает.
//!
//! Заимствованную цель согласуют с тем, кто её поставил; если за целью никто не стоит, не у кого спросить и
//! не перед кем отчитаться.
//!
//! Укажите в `owner`, кто в компании за неё отвечает.
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
//! owner = "Commercial director"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for goal in case.department.business_goals.iter().filter(|goal| goal.owner.is_empty()) {
        out.find(goal.head()).arg("goal", goal.title());
    }
}
