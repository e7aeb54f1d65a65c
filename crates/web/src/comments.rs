//! Comments as they stand on pages: beside what they speak of, or in a list.

use crate::notes::when;
use crate::places;
use app::approval::Approvals;
use app::{Comment, View};
use department::edit::Subject;
use locale::{Lang, t};

/// A comment, ready to be read.
pub(crate) struct Said {
    pub id: u64,
    /// The element's anchor: `goal.trust`; empty for the whole.
    pub element: String,
    /// What the element is called.
    pub title: String,
    /// The page that shows the element; empty where there is none any more.
    pub href: String,
    pub text: String,
    /// By whom, when, of which revision, in words.
    pub said: String,
    /// By whom and when it was settled, in words; empty where it is open.
    pub settled: String,
}

/// The comments that a test lets through, in order.
pub(crate) fn said(
    view: &View,
    approvals: &Approvals,
    lang: Lang,
    which: impl Fn(&Comment) -> bool,
) -> Vec<Said> {
    approvals
        .comments
        .iter()
        .filter(|comment| which(comment))
        .map(|comment| one(view, comment, lang))
        .collect()
}

fn one(view: &View, comment: &Comment, lang: Lang) -> Said {
    let title = title(view, &comment.element, lang);
    let place = title.as_ref().and_then(|_| places::named(&comment.element));
    let settled = comment.settled.as_ref();
    Said {
        id: comment.id,
        element: comment.element.clone(),
        href: place.map_or_else(String::new, |(kind, id)| places::href(view.department(), kind, id)),
        title: match title {
            _ if comment.element.is_empty() => t!(lang, "comments-whole"),
            Some(title) => title,
            None => format!("{} ({})", comment.element, t!(lang, "comments-gone")),
        },
        text: comment.text.clone(),
        said: t!(
            lang,
            "comments-said",
            by = &*comment.act.by,
            when = when(&comment.act.at),
            revision = comment.revision
        ),
        settled: settled.map_or_else(String::new, |act| {
            t!(lang, "comments-settled-by", by = &*act.by, when = when(&act.at))
        }),
    }
}

/// What an element is called; nothing where there is no such element.
pub(crate) fn title(view: &View, element: &str, lang: Lang) -> Option<String> {
    let subject = Subject::parse(element);
    let meta = view.department().meta(&subject.table, subject.id.as_deref())?;
    if meta.id.is_empty() {
        return None;
    }
    let mut found = None;
    view.department().each(|kind, own, title| {
        if kind.key() == subject.table && own.id == meta.id {
            found = Some(title.to_owned());
        }
    });
    Some(found.unwrap_or_else(|| department::labels::kind_name(lang, &subject.table)))
}
