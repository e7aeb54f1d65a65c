//! # en
//! It is not said at which point of its development the business is.
//!
//! Everything begins here: what helps a business that is starting harms one that is mature, and the same
//! instrument means growth for one and loss for another.
//!
//! Set `stage` of `[situation]` to `start`, `growth`, `maturity`, `decline` or `renewal`.
//!
//! # ru
//! Не сказано, в какой точке развития находится бизнес.
//!
//! С этого всё начинается: что помогает на старте, вредит в зрелости, и один и тот же инструмент одному
//! бизнесу даёт рост, а другому убыток.
//!
//! Укажите в `stage` таблицы `[situation]` одно из слов: `start`, `growth`, `maturity`, `decline`, `renewal`.
//!
//! # bad
//! ```toml sostac.toml
//! [situation]
//! summary = "We sell more than we can serve"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [situation]
//! stage = "growth"
//! ```

use crate::rules::business::place;
use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let situation = &case.department.situation;
    if !situation.has("stage") {
        out.find(place(case, situation));
    }
}
