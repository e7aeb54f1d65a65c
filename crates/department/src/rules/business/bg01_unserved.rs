//! # en
//! No goal of the department serves the business goal “{ $goal }”.
//!
//! SMM exists for the business: a goal of the business that nobody in the department has taken up is a place
//! where the department is not yet of use.
//!
//! Borrow it: name `{ $id }` in the `borrows` of a goal. If SMM can do nothing for it, leave it out of this
//! list.
//!
//! # ru
//! Цели бизнеса «{ $goal }» не служит ни одна цель отдела.
//!
//! SMM нужен бизнесу ради его целей: цель, за которую в отделе никто не взялся, — место, где от отдела пока
//! нет пользы.
//!
//! Заимствуйте её: укажите `{ $id }` в поле `borrows` одной из целей. Если SMM ничем здесь не поможет,
//! уберите её из этого списка.
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
//! ```
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Buyers trust our answers"
//! borrows = "repeat"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let department = case.department;
    let goals = department.goals.group(&department.business_goals, |goal| &goal.borrows);
    for (goal, served_by) in goals.with(&department.business_goals) {
        if served_by.is_empty() {
            out.find(goal.head()).arg("goal", goal.title()).arg("id", goal.id());
        }
    }
}
