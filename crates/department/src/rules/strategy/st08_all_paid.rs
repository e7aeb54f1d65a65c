//! # en
//! All instruments are paid media.
//!
//! What is bought ends with the money. Trust grows where the company answers in its own media and where
//! others speak of it of their own will.
//!
//! Choose at least one instrument with `media` set to `own` or `earned`.
//!
//! # ru
//! Все инструменты — оплаченные медиа.
//!
//! Купленное кончается вместе с деньгами. Доверие растёт там, где компания отвечает в собственных медиа и где
//! о ней говорят по своей воле.
//!
//! Выберите хотя бы один инструмент, у которого `media` — `own` или `earned`.
//!
//! # bad
//! ```toml sostac.toml
//! [instrument.bloggers]
//! name = "Reviews by bloggers"
//! media = "paid"
//! [instrument.banners]
//! name = "Banners"
//! media = "paid"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [instrument.bloggers]
//! name = "Reviews by bloggers"
//! media = "paid"
//! [instrument.vk]
//! name = "The VK community"
//! media = "own"
//! ```

use crate::rules::business::place;
use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let Department { strategy, instruments, .. } = case.department;
    if !instruments.is_empty() && instruments.iter().all(|instrument| instrument.media == Some(Media::Paid)) {
        out.find(place(case, strategy));
    }
}
