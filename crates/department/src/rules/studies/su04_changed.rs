//! # en
//! The answer of the study “{ $study }” has changed: { $was } → { $now }
//!
//! Data go on coming, and an answer holds only for those it was found in. What rests on the study may no longer be so.
//!
//! Read the new answer. Accept it if it stands, and look through what cites the study.
//!
//! # ru
//! Ответ исследования «{ $study }» изменился: { $was } → { $now }
//!
//! Данные приходят и дальше, а ответ верен лишь для тех, на которых он получен. То, что опирается на исследование, может
//! быть уже не так.
//!
//! Прочтите новый ответ. Если он убедителен, примите его и пересмотрите то, где на исследование ссылаются.
//!
//! # bad
//! ```toml studies.toml
//! [study.drivers]
//! name = "What drives comments?"
//! found = "n = 400; video +310"
//! ```
//! ```toml facts.toml
//! [study.drivers]
//! answer = "n = 520; video +120"
//! ```
//!
//! # good
//! ```toml studies.toml
//! [study.drivers]
//! name = "What drives comments?"
//! found = "n = 400; video +310"
//! ```
//! ```toml facts.toml
//! [study.drivers]
//! answer = "n = 400; video +310"
//! ```

use crate::rules::Asked;
use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for study in case.department.studies.iter().filter(|study| !study.found.is_empty()) {
        if let Some(Asked::Answer(now)) = case.facts.studies.get(study.id())
            && *now != study.found
        {
            let at = study.at("found");
            out.find(at).arg("study", study.title()).arg("was", &study.found).arg("now", now);
        }
    }
}
