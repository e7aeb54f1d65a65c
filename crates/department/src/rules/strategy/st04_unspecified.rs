//! # en
//! The instrument “{ $instrument }” is described in part only; missing: { $missing }.
//!
//! Own, paid and earned media cost different things, money, work or reputation, and each format asks for
//! skills of its own; without this an instrument can be neither compared nor staffed.
//!
//! Set `media` to `own`, `paid` or `earned`, and say in `format` what people will see.
//!
//! # ru
//! Инструмент «{ $instrument }» описан не до конца; не хватает: { $missing }.
//!
//! Собственные, оплаченные и заслуженные медиа стоят разного — денег, труда или репутации, а каждый формат
//! требует своих навыков; без этого инструмент не сравнить с другими и не поручить людям.
//!
//! Укажите в `media` слово `own`, `paid` или `earned`, а в `format` — что увидят люди.
//!
//! # bad
//! ```toml sostac.toml
//! [instrument.vk]
//! name = "The VK community"
//! media = "own"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [instrument.vk]
//! name = "The VK community"
//! media = "own"
//! format = "Answers of engineers to questions"
//! ```

use crate::rules::business::missing;
use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for instrument in &case.department.instruments {
        let missing =
            missing(&[("media", !instrument.has("media")), ("format", instrument.format.is_empty())]);
        if !missing.is_empty() {
            out.find(instrument.head()).arg("instrument", instrument.title()).arg("missing", missing);
        }
    }
}
