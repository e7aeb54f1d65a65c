//! # en
//! The strategy is not told in a few words.
//!
//! A strategy is why these instruments and not others. Whoever cannot say it in a paragraph has a list of
//! channels.
//!
//! Write it in `summary` of `[strategy]`: what the situation asks for, and why these instruments answer it.
//!
//! # ru
//! Стратегия не изложена в нескольких словах.
//!
//! Стратегия — это почему именно эти инструменты, а не другие. Если её не изложить одним абзацем, перед вами
//! список каналов.
//!
//! Изложите её в `summary` таблицы `[strategy]`: чего требует ситуация и почему на это отвечают именно эти
//! инструменты.
//!
//! # bad
//! ```toml sostac.toml
//! [instrument.vk]
//! name = "The VK community"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [strategy]
//! summary = "Buyers choose in chats, so engineers answer where the choice is made"
//! ```

use crate::rules::business::place;
use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let strategy = &case.department.strategy;
    if strategy.summary.is_empty() {
        out.find(place(case, strategy));
    }
}
