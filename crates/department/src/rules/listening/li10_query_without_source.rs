//! # en
//! The query “{ $query }” listens nowhere: it names no source.
//!
//! The same words mean one thing in a review and another in a chat of engineers. Whoever does not know where
//! to listen cannot tell what silence means either.
//!
//! Name in `sources` the places where it listens.
//!
//! # ru
//! Запрос «{ $query }» нигде не слушает: в нём не назван ни один источник.
//!
//! Одни и те же слова в отзыве и в чате инженеров значат разное. Если неизвестно, где слушаем, то непонятно и
//! то, что значит тишина.
//!
//! Перечислите в `sources` места, где он слушает.
//!
//! # bad
//! ```toml listening.toml
//! [query.faults]
//! name = "Faults"
//! ```
//!
//! # good
//! ```toml listening.toml
//! [source.forum]
//! name = "The installers' forum"
//! [query.faults]
//! name = "Faults"
//! sources = ["forum"]
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for query in case.department.queries.iter().filter(|query| query.sources.is_empty()) {
        out.find(query.head()).arg("query", query.title());
    }
}
