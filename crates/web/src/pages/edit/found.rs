//! The findings about one element, by field.

use super::mended::Wanted;
use crate::notes::prose;
use app::View;
use department::book;
use department::edit::Subject;
use diag::{Finding, Place};
use locale::{Lang, t};

/// A finding beside a field.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// The field; empty for the element as a whole.
    pub field: &'static str,
    /// The rule.
    pub code: &'static str,
    /// `error`, `warning` or `advice`: a class.
    pub weight: &'static str,
    /// The weight in words.
    pub word: String,
    /// What is wrong: HTML.
    pub what: String,
    /// What to do: HTML.
    pub mend: String,
    /// Which mend a machine can carry out: see [`super::mended::Wanted`]; empty where it cannot.
    pub fix: String,
    /// What carries it out is called.
    pub button: String,
}

/// All findings about an element.
pub(super) fn found(view: &View, subject: &Subject, lang: Lang) -> Vec<Found> {
    let all = about(view, subject);
    let one = |(at, (field, finding)): (usize, &(&'static str, &Finding))| {
        let weight = finding.severity.word();
        let like = |other: &&(&str, &Finding)| other.0 == *field && other.1.code == finding.code;
        let nth = all.iter().take(at).filter(like).count();
        Found {
            field,
            code: finding.code,
            weight,
            word: t!(lang, &format!("severity-{weight}")),
            what: prose(&book().message(lang, finding)),
            mend: prose(&book().mend(lang, finding)),
            fix: finding.fix.as_ref().map(|_| Wanted::word(finding.code, field, nth)).unwrap_or_default(),
            button: t!(lang, "forms-mend-here"),
        }
    };
    all.iter().enumerate().map(one).collect()
}

/// The findings about an element, each with its field.
pub(super) fn about<'v>(view: &'v View, subject: &Subject) -> Vec<(&'static str, &'v Finding)> {
    let department = view.department();
    let Some(meta) = department.meta(&subject.table, subject.id.as_deref()) else { return Vec::new() };
    // Where the element's piece of the text begins.
    let base = department.sources.whole(Place { file: meta.file, ..Place::default() });
    let place = |finding: &Finding| {
        let start = finding.place.span.start.checked_sub(base.span.start)?;
        if finding.place.file != base.file {
            return None;
        }
        let inside = (meta.head.start..=meta.end).contains(&start);
        meta.field_at(start).or(inside.then_some(""))
    };
    view.findings.iter().filter_map(|finding| Some((place(finding)?, finding))).collect()
}
