//! What stands in the way of a proposal: errors, and warnings that need a reason.

use crate::View;
use department::book;
use department::labels::kind_name;
use diag::{Finding, Severity};
use locale::Lang;

/// A warning that stands: a reason is given for each rule and subject once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warned {
    /// The rule's code.
    pub code: &'static str,
    /// The element that it speaks of, as `goal.trust`, the table that stands alone, or the file.
    pub subject: String,
    /// What people call it.
    pub title: String,
    /// What the finding says, in the reader's language.
    pub message: String,
}

/// The warnings of a view, each rule and subject once, in the order of the rules' codes.
pub fn warned(view: &View, lang: Lang) -> Vec<Warned> {
    let warnings = view.findings.iter().filter(|finding| finding.severity == Severity::Warning);
    let mut all: Vec<Warned> = warnings
        .map(|finding| {
            let (subject, _) = view.subject(finding.place);
            let title = called(view, &subject, lang);
            Warned { code: finding.code, subject, title, message: book().message(lang, finding) }
        })
        .collect();
    all.sort_by(|one, other| (one.code, &one.subject).cmp(&(other.code, &other.subject)));
    all.dedup_by(|one, other| (one.code, &one.subject) == (other.code, &other.subject));
    all
}

/// What people call the subject of a warning: an element by its title, a table that stands alone by its kind.
pub fn called(view: &View, subject: &str, lang: Lang) -> String {
    let department = view.department();
    let title = match subject.split_once('.') {
        Some((table, id)) => department.title(table, id).map(str::to_owned),
        None => department.meta(subject, None).map(|_| kind_name(lang, subject)),
    };
    title.unwrap_or_else(|| subject.to_owned())
}

/// The errors of a view.
pub fn errors(view: &View) -> impl Iterator<Item = &Finding> {
    view.findings.iter().filter(|finding| finding.severity == Severity::Error)
}
