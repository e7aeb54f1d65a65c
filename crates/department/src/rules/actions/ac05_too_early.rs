//! # en
//! The action “{ $action }” starts on { $starts }, while “{ $before }”, which must have ended before, lasts
//! until { $ends }.
//!
//! An order of work that the dates contradict is kept by nobody: either the dates are broken, or the work is
//! done twice.
//!
//! Start on { $ends } or later, end the other sooner, or take it out of `after` if there is no need to wait.
//!
//! # ru
//! Мероприятие «{ $action }» начинается { $starts }, а «{ $before }», которое должно закончиться раньше, идёт
//! до { $ends }.
//!
//! Порядок работ, которому противоречат даты, никто не соблюдает: либо сорвутся сроки, либо работу сделают
//! дважды.
//!
//! Начните { $ends } или позже, закончите другое раньше или уберите его из `after`, если ждать не нужно.
//!
//! # bad
//! ```toml sostac.toml
//! [action.hire]
//! name = "Hire an analyst"
//! ends = 2026-07-31
//! [action.model]
//! name = "Build the first model"
//! starts = 2026-07-20
//! after = ["hire"]
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [action.hire]
//! name = "Hire an analyst"
//! ends = 2026-07-31
//! [action.model]
//! name = "Build the first model"
//! starts = 2026-07-31
//! after = ["hire"]
//! ```

use crate::rules::prelude::*;
use diag::Place;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for action in &case.department.actions {
        let Some(starts) = action.starts else { continue };
        for reference in &action.after {
            let Some(before) = case.department.get(reference) else { continue };
            // Ended in the morning and begun in the afternoon is early enough.
            if let Some(ends) = before.ends.filter(|ends| starts < *ends) {
                out.find(Place { span: reference.span(), ..action.head() })
                    .arg("action", action.title())
                    .arg("starts", starts)
                    .arg("before", before.title())
                    .arg("ends", ends);
            }
        }
    }
}
