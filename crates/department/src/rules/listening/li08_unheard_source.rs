//! # en
//! No query listens to the source “{ $source }”.
//!
//! The list of sources is the map of where clients speak. A place on the map where nobody listens is either
//! not needed or the one from which the surprise will come.
//!
//! Name it in the `sources` of a query, or remove it.
//!
//! # ru
//! Источник «{ $source }» не слушает ни один запрос.
//!
//! Список источников — карта мест, где говорят клиенты. Место на карте, где никто не слушает, либо лишнее,
//! либо именно оттуда придёт неожиданность.
//!
//! Впишите его в `sources` какого-нибудь запроса или уберите.
//!
//! # bad
//! ```toml listening.toml
//! [source.forum]
//! name = "The installers' forum"
//! ```
//!
//! # good
//! ```toml listening.toml
//! [source.forum]
//! name = "The installers' forum"
//! [query.faults]
//! sources = ["forum"]
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let sources = &case.department.listening_sources;
    let queries = case.department.queries.group(sources, |query| &query.sources);
    for (source, queries) in queries.with(sources) {
        if queries.is_empty() {
            out.find(source.head()).arg("source", source.title());
        }
    }
}
