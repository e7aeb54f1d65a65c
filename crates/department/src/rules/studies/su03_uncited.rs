//! # en
//! Nothing in the documents rests on the study “{ $study }”, although its answer was accepted.
//!
//! Analytical work counts where it changes what is decided. A study that no statement of the situation, no segment and no
//! checkpoint cites stays on a shelf.
//!
//! Name the study in `study` of what it says something about, or delete it.
//!
//! # ru
//! На исследование «{ $study }» ничто в документах не опирается, хотя ответ принят.
//!
//! Аналитика стоит столько, сколько решений она меняет. Исследование, на которое не ссылается ни утверждение ситуации, ни
//! сегмент, ни реперная точка, лежит на полке.
//!
//! Укажите исследование в поле `study` там, о чём оно говорит, или удалите его.
//!
//! # bad
//! ```toml studies.toml
//! [study.kinds]
//! name = "Which kinds of posts have we?"
//! found = "3 clusters"
//! ```
//!
//! # good
//! ```toml studies.toml
//! [study.kinds]
//! name = "Which kinds of posts have we?"
//! found = "3 clusters"
//! ```
//! ```toml sostac.toml
//! [statement.kinds]
//! name = "Half of the posts get no answer at all"
//! study = "kinds"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let department = case.department;
    for study in department.studies.iter().filter(|study| !study.found.is_empty()) {
        if !super::cited(department, study) {
            out.find(study.head()).arg("study", study.title());
        }
    }
}
