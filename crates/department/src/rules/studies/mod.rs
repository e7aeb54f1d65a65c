//! Studies: questions put to data, whose answers the documents rest on.

super::rules! {
    "SU01" su01_unasked,
    "SU02" su02_unanswered,
    "SU03" su03_uncited,
    "SU04" su04_changed,
    "SU05" su05_no_answer,
}

use super::prelude::*;

/// Whether anything in the documents rests on a study.
fn cited(department: &Department, study: &Study) -> bool {
    let by = |reference: &Option<crate::element::Ref<Study>>| {
        department.find(reference).is_some_and(|found| found.id() == study.id())
    };
    department.statements.iter().any(|line| by(&line.study))
        || department.segments.iter().any(|line| by(&line.study))
        || department.kpis.iter().any(|line| by(&line.study))
}
