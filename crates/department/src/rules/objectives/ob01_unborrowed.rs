//! # en
//! The goal “{ $goal }” is borrowed from no business goal.
//!
//! Goals set apart from the business strategy are the key mistake of most departments: their work cannot be
//! defended, because nobody in the business has asked for it.
//!
//! Name the business goal that needs it in `borrows`; if none does, it is a task, or it is not yours to set.
//!
//! # ru
//! Цель «{ $goal }» не заимствована ни у одной цели бизнеса.
//!
//! Цели, поставленные в отрыве от стратегии бизнеса, — ключевая ошибка большинства отделов: такую работу
//! нечем защитить, потому что бизнес о ней не просил.
//!
//! Укажите в `borrows` цель бизнеса, которой она нужна; если такой нет, перед вами задача или не ваша цель.
//!
//! # bad
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Buyers trust our answers"
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
    for goal in case.department.goals.iter().filter(|goal| goal.borrows.is_none()) {
        out.find(goal.head()).arg("goal", goal.title());
    }
}
