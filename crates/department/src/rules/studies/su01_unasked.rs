//! # en
//! The study “{ $study }” cannot be asked yet: { $lacks }.
//!
//! A study is a question, data and a method. What lacks one of them is an intention, and nothing can rest on it.
//!
//! Name the data in `data` and the kind of question in `method`.
//!
//! # ru
//! Исследование «{ $study }» пока не провести: { $lacks }.
//!
//! Исследование — это вопрос, данные и метод. Пока чего-то из этого нет, это намерение, и опереться на него нельзя.
//!
//! Укажите данные в `data`, а вид вопроса — в `method`.
//!
//! # bad
//! ```toml studies.toml
//! [study.drivers]
//! name = "What drives comments?"
//! method = "regress"
//! ```
//!
//! # good
//! ```toml studies.toml
//! [study.drivers]
//! name = "What drives comments?"
//! data = "posts.csv"
//! method = "regress"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for study in case.department.studies.iter() {
        let lacks = match (study.data.is_empty(), study.method) {
            (true, _) => "studies-lacks-data",
            (false, None) => "studies-lacks-method",
            _ => continue,
        };
        out.find(study.head()).arg("study", study.title()).arg("lacks", Value::word(lacks));
    }
}
