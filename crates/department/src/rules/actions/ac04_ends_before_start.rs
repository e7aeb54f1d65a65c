//! # en
//! The action “{ $action }” ends on { $ends }, before it starts, on { $starts }.
//!
//! Such an action falls out of every calendar and every count of hours, and what waits for it seems free to
//! begin.
//!
//! Put `starts` and `ends` right: one of the two has slipped, most often by a year or a month.
//!
//! # ru
//! Мероприятие «{ $action }» заканчивается { $ends }, ещё не начавшись: начало — { $starts }.
//!
//! Такое мероприятие выпадает из календаря и из подсчёта часов, а то, что его ждёт, как будто можно начинать.
//!
//! Исправьте `starts` или `ends`: в одной из дат описка, чаще всего в годе или месяце.
//!
//! # bad
//! ```toml sostac.toml
//! [action.rota]
//! name = "Draw up the rota"
//! starts = 2026-06-05
//! ends = 2026-06-01
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [action.rota]
//! name = "Draw up the rota"
//! starts = 2026-06-01
//! ends = 2026-06-01
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for action in &case.department.actions {
        let (Some(starts), Some(ends)) = (action.starts, action.ends) else { continue };
        if ends < starts {
            out.find(action.at("ends")).arg("action", action.title()).arg("starts", starts).arg("ends", ends);
        }
    }
}
