//! # en
//! No part of the audience has been described.
//!
//! Instruments are chosen for people. Who speaks to everyone listens to no one in particular, and cannot tell
//! whether the right ones have answered.
//!
//! Add `[segment.…]` tables: who they are, what they want, how many they are and where that is known from.
//!
//! # ru
//! Не описан ни один сегмент аудитории.
//!
//! Инструменты подбирают под людей. Кто обращается ко всем, не слушает никого и не узнает, откликнулись ли
//! те, кто нужен.
//!
//! Добавьте таблицы `[segment.…]`: кто эти люди, чего хотят, сколько их и откуда это известно.
//!
//! # bad
//! ```toml sostac.toml
//! [situation]
//! stage = "growth"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [segment.installers]
//! name = "Installers"
//! ```

use crate::rules::business::place;
use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    if case.department.segments.is_empty() {
        out.find(place(case, &case.department.situation));
    }
}
