//! # en
//! No instrument reaches the segment “{ $segment }”.
//!
//! The audience was described in order to choose instruments for it. A segment that none reaches is either
//! not ours, or not served.
//!
//! Name `{ $id }` in the `audience` of an instrument, or remove the segment from the analysis.
//!
//! # ru
//! До сегмента «{ $segment }» не доходит ни один инструмент.
//!
//! Аудиторию описывали, чтобы подобрать под неё инструменты. Сегмент, до которого не доходит ни один, либо не
//! наш, либо брошен.
//!
//! Укажите `{ $id }` в `audience` одного из инструментов или уберите сегмент из анализа.
//!
//! # bad
//! ```toml sostac.toml
//! [segment.installers]
//! name = "Installers"
//! [segment.owners]
//! name = "Owners of houses"
//! [instrument.vk]
//! name = "The VK community"
//! audience = ["owners"]
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [segment.owners]
//! name = "Owners of houses"
//! [instrument.vk]
//! name = "The VK community"
//! audience = ["owners"]
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let Department { instruments, segments, .. } = case.department;
    // Where no instrument names its audience, ST03 says so of each.
    if instruments.iter().all(|instrument| instrument.audience.is_empty()) {
        return;
    }
    for (segment, reach) in instruments.group(segments, |instrument| &instrument.audience).with(segments) {
        if reach.is_empty() {
            out.find(segment.head()).arg("segment", segment.title()).arg("id", segment.id());
        }
    }
}
