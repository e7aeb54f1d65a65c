//! # en
//! Nothing has been concluded from SWOT.
//!
//! SWOT by itself is a list. It becomes the ground of a strategy only when strengths and weaknesses are set
//! against opportunities and threats, and something follows.
//!
//! Add conclusions as `[tows.…]`: what to do with strengths (`so`, `st`) and about weaknesses (`wo`, `wt`).
//!
//! # ru
//! Из SWOT не сделано ни одного вывода.
//!
//! Сам по себе SWOT — только список. Опорой стратегии он становится, когда сильные и слабые стороны
//! сопоставлены с возможностями и угрозами и из этого что-то следует.
//!
//! Добавьте выводы в таблицах `[tows.…]`: как использовать сильные стороны (`so`, `st`) и что делать со
//! слабыми (`wo`, `wt`).
//!
//! # bad
//! ```toml sostac.toml
//! [statement.slow]
//! name = "Replies take a day"
//! kind = "weakness"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [statement.slow]
//! name = "Replies take a day"
//! kind = "weakness"
//! [tows.answer]
//! name = "Answer first"
//! from = ["slow"]
//! ```

use crate::rules::business::place;
use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let Department { situation, statements, tows, .. } = case.department;
    if !statements.is_empty() && tows.is_empty() {
        out.find(place(case, situation));
    }
}
