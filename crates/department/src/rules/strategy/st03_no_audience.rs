//! # en
//! It is not said whom the instrument “{ $instrument }” reaches.
//!
//! An instrument is good for someone. Chosen without its audience, it is chosen by fashion.
//!
//! List in `audience` the segments that it reaches.
//!
//! # ru
//! Не сказано, до кого доходит инструмент «{ $instrument }».
//!
//! Инструмент хорош для кого-то. Без аудитории его выбирают по моде.
//!
//! Перечислите в `audience` сегменты, до которых он доходит.
//!
//! # bad
//! ```toml sostac.toml
//! [instrument.vk]
//! name = "The VK community"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [segment.installers]
//! name = "Installers"
//! [instrument.vk]
//! name = "The VK community"
//! audience = ["installers"]
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for instrument in case.department.instruments.iter().filter(|instrument| instrument.audience.is_empty()) {
        out.find(instrument.at("audience")).arg("instrument", instrument.title());
    }
}
