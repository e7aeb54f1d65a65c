//! # en
//! The query “{ $query }” does not say what is done with what it hears.
//!
//! Whoever finds a mention has to know at once whether to learn from it, to answer it or to clear it up.
//! Without a purpose each decides anew.
//!
//! Put `listen`, `answer` or `clean_up` into `purpose`.
//!
//! # ru
//! Запрос «{ $query }» не говорит, что делать с услышанным.
//!
//! Нашедший упоминание должен сразу понимать: учесть его, ответить или зачистить. Без назначения каждый
//! решает заново.
//!
//! Впишите в `purpose` одно из: `listen`, `answer`, `clean_up`.
//!
//! # bad
//! ```toml listening.toml
//! [query.brand]
//! text = "north boilers"
//! ```
//!
//! # good
//! ```toml listening.toml
//! [query.brand]
//! text = "north boilers"
//! purpose = "listen"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for query in case.department.queries.iter().filter(|query| query.purpose.is_none()) {
        out.find(query.head()).arg("query", query.title());
    }
}
