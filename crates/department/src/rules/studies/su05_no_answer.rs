//! # en
//! The study “{ $study }” has no answer: { $why }
//!
//! A question that its data cannot answer supports nothing, however well it is put.
//!
//! Mend what the reason names: the file in `data` or `new`, the `filter`, or what was chosen in `options`.
//!
//! # ru
//! У исследования «{ $study }» нет ответа: { $why }
//!
//! Если данные не могут ответить на вопрос, он ничего не подтверждает, как бы хорошо ни был поставлен.
//!
//! Исправьте то, что названо причиной: файл в `data` или `new`, отбор в `filter` или выбранное в `options`.
//!
//! # bad
//! ```toml studies.toml
//! [study.drivers]
//! name = "What drives comments?"
//! data = "lost.csv"
//! method = "regress"
//! ```
//! ```toml facts.toml
//! [study.drivers]
//! fault = "There is no file lost.csv."
//! ```
//!
//! # good
//! ```toml studies.toml
//! [study.drivers]
//! name = "What drives comments?"
//! data = "posts.csv"
//! method = "regress"
//! ```

use crate::rules::Asked;
use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for study in case.department.studies.iter() {
        if let Some(Asked::Fault(why)) = case.facts.studies.get(study.id()) {
            out.find(study.head()).arg("study", study.title()).arg("why", why);
        }
    }
}
