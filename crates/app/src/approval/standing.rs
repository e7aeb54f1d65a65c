//! What stands in the way of a proposal: errors, and warnings that need a reason.

use crate::View;
use department::book;
use department::labels::kind_name;
use diag::{Finding, Place, Severity};
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
    let heads = Heads::of(view);
    let warnings = view.findings.iter().filter(|finding| finding.severity == Severity::Warning);
    let mut all: Vec<Warned> = warnings
        .map(|finding| {
            let (subject, _) = heads.at(view, finding.place);
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

/// What a place of the texts is in: the element as `goal.trust`, the table that stands alone, or the file; and what
/// people call it.
pub fn element_at(view: &View, place: Place) -> (String, String) {
    Heads::of(view).at(view, place)
}

/// Where every table of the texts begins.
pub(crate) struct Heads {
    all: Vec<(Place, String, String)>,
}

impl Heads {
    pub fn of(view: &View) -> Self {
        let department = view.department();
        let mut all = Vec::with_capacity(department.len() + 8);
        let start = |meta: &department::element::Meta| Place { file: meta.file, span: meta.head };
        department.each(|kind, meta, title| {
            all.push((start(meta), format!("{}.{}", kind.key(), meta.id), title.to_owned()));
        });
        for (_, table, _) in department::model::schema() {
            if let Some(meta) = department.meta(table, None).filter(|meta| !meta.id.is_empty()) {
                all.push((start(meta), table.to_owned(), table.to_owned()));
            }
        }
        all.sort_unstable_by_key(|(place, ..)| (place.file, place.span.start));
        Heads { all }
    }

    pub fn at(&self, view: &View, place: Place) -> (String, String) {
        let key = (place.file, place.span.start);
        let after = self.all.partition_point(|(head, ..)| (head.file, head.span.start) <= key);
        let found = after.checked_sub(1).and_then(|at| self.all.get(at));
        match found.filter(|(head, ..)| head.file == place.file) {
            Some((_, subject, title)) => (subject.clone(), title.clone()),
            None => {
                let path = view.department().sources.get(place.file).path.to_string();
                (path.clone(), path)
            }
        }
    }
}
