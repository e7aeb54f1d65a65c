//! # en
//! The field `{ $kind }` of SWOT is empty.
//!
//! SWOT is worth its four fields together: strengths and weaknesses are the business's own, opportunities and
//! threats come from outside, and the conclusions are drawn from their meeting.
//!
//! Add at least one statement with `kind = "{ $kind }"`. If there truly is none, the analysis has not been
//! carried through.
//!
//! # ru
//! Поле `{ $kind }` в SWOT пустое.
//!
//! SWOT работает, когда заполнены все четыре поля: сильные и слабые стороны — свои, возможности и угрозы
//! приходят извне, а выводы рождаются на их пересечении.
//!
//! Добавьте хотя бы одно утверждение с `kind = "{ $kind }"`. Если добавить нечего, анализ не доведён до
//! конца.
//!
//! # bad
//! ```toml sostac.toml
//! [statement.slow]
//! name = "Replies take a day"
//! kind = "weakness"
//! [statement.people]
//! name = "Our engineers answer in public"
//! kind = "strength"
//! [statement.chat]
//! name = "Buyers choose in chats"
//! kind = "opportunity"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [statement.slow]
//! name = "Replies take a day"
//! kind = "weakness"
//! [statement.people]
//! name = "Our engineers answer in public"
//! kind = "strength"
//! [statement.chat]
//! name = "Buyers choose in chats"
//! kind = "opportunity"
//! [statement.north]
//! name = "North answers within the hour"
//! kind = "threat"
//! ```

use crate::rules::business::place;
use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let Department { situation, statements, .. } = case.department;
    // Where no statement names its field, SI10 says so of each.
    if statements.iter().all(|statement| statement.kind.is_none()) {
        return;
    }
    for kind in Swot::ALL {
        if !statements.iter().any(|statement| statement.kind == Some(*kind)) {
            out.find(place(case, situation)).arg("kind", kind.word());
        }
    }
}
