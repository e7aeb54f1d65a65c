//! What can be added to what a page shows; a page that has nothing of a kind yet teaches how to begin.

use super::edit;
use crate::places;
use crate::visit::Visit;
use department::Kind;
use department::labels::{field_example, kind_help, kind_name, kind_new, kind_plural};
use locale::Lang;
use std::collections::BTreeSet;

/// A kind of which there is nothing yet: what it is for, an example, and where one is added.
pub(super) struct Teach {
    pub name: String,
    pub help: String,
    pub example: String,
    pub href: String,
    pub add: String,
}

/// What a page has nothing of yet.
pub(super) fn teach(visit: &Visit, path: &str) -> Vec<Teach> {
    let (lang, mut there) = (visit.lang, BTreeSet::new());
    visit.view.department().each(|kind, _, _| {
        there.insert(kind);
    });
    let missing = Kind::ALL.iter().filter(|kind| places::page_of(**kind) == path && !there.contains(*kind));
    let one = |kind: &Kind| Teach {
        name: kind_plural(lang, kind.key()),
        help: kind_help(lang, kind.key()),
        example: field_example(lang, kind.key(), "name"),
        href: format!("/new/{}", kind.key()),
        add: kind_new(lang, kind.key()),
    };
    missing.map(one).collect()
}

/// What can be added to what a page shows.
pub(super) fn adds(lang: Lang, path: &str) -> Vec<(String, String)> {
    let alone = edit::ALONE.iter().filter(|(_, page)| *page == path);
    let alone = alone.map(|(table, _)| (format!("/edit/{table}"), kind_name(lang, table)));
    let kinds = Kind::ALL.iter().copied().filter(|kind| places::page_of(*kind) == path);
    alone.chain(kinds.map(|kind| (format!("/edit/{}", kind.key()), kind_plural(lang, kind.key())))).collect()
}
