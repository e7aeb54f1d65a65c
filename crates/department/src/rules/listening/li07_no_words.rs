//! # en
//! The query “{ $query }” has no words to listen for.
//!
//! A query is the ear of the department; without words it hears nothing, while the document says that
//! somebody listens.
//!
//! Write in `text` the words that people use, also the slips and the nicknames.
//!
//! # ru
//! В запросе «{ $query }» нет слов, по которым слушать.
//!
//! Запрос — ухо отдела; без слов оно не слышит ничего, хотя по документу кажется, что кто-то слушает.
//!
//! Впишите в `text` слова, которыми говорят люди, вместе с опечатками и прозвищами.
//!
//! # bad
//! ```toml listening.toml
//! [query.brand]
//! name = "Our name"
//! text = "  "
//! ```
//!
//! # good
//! ```toml listening.toml
//! [query.brand]
//! name = "Our name"
//! text = "north boilers"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for query in case.department.queries.iter().filter(|query| query.text.is_empty()) {
        out.find(query.at("text")).arg("query", query.title());
    }
}
