//! # en
//! No task leads to the goal “{ $goal }”.
//!
//! A goal is reached by steps in digital space; without a single step it is a wish, and no instrument will be
//! chosen for it.
//!
//! Add a `[task.…]` with `goal = "{ $id }"`, or give the goal up.
//!
//! # ru
//! К цели «{ $goal }» не ведёт ни одна задача.
//!
//! К цели приходят шагами в цифровой среде; без единого шага она остаётся пожеланием, и инструмента под неё
//! никто не выберет.
//!
//! Добавьте `[task.…]` с `goal = "{ $id }"` или откажитесь от цели.
//!
//! # bad
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Buyers trust our answers"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Buyers trust our answers"
//! [task.reply]
//! name = "Every question is answered within the hour"
//! goal = "trust"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let Department { goals, tasks, .. } = case.department;
    for (goal, steps) in tasks.group(goals, |task| &task.goal).with(goals) {
        if steps.is_empty() {
            out.find(goal.head()).arg("goal", goal.title()).arg("id", goal.id());
        }
    }
}
