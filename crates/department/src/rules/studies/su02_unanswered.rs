//! # en
//! Nobody has accepted an answer to the study “{ $study }”, yet the documents rest on it.
//!
//! What is cited must have been found. Until an analyst has read the answer and accepted it, the statement, the segment or
//! the checkpoint that names the study rests on nothing.
//!
//! Open the study, read the answer with its cautions and accept it; or take the reference out.
//!
//! # ru
//! На исследование «{ $study }» ссылаются документы, но ответа никто не принял.
//!
//! Ссылаться можно на то, что найдено. Пока аналитик не прочёл ответ и не принял его, утверждение, сегмент или реперная
//! точка, где названо исследование, ни на что не опирается.
//!
//! Откройте исследование, прочтите ответ вместе с оговорками и примите его — или уберите ссылку.
//!
//! # bad
//! ```toml studies.toml
//! [study.kinds]
//! name = "Which kinds of posts have we?"
//! data = "posts.csv"
//! method = "cluster"
//! ```
//! ```toml sostac.toml
//! [segment.talkers]
//! name = "Talkers"
//! study = "kinds"
//! ```
//!
//! # good
//! ```toml studies.toml
//! [study.kinds]
//! name = "Which kinds of posts have we?"
//! data = "posts.csv"
//! method = "cluster"
//! found = "3 clusters"
//! ```
//! ```toml sostac.toml
//! [segment.talkers]
//! name = "Talkers"
//! study = "kinds"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let department = case.department;
    for study in department.studies.iter().filter(|study| study.found.is_empty()) {
        if super::cited(department, study) {
            out.find(study.head()).arg("study", study.title());
        }
    }
}
