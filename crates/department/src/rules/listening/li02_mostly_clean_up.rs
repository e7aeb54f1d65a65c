//! # en
//! { $clean_up } of { $all } queries with a purpose are there to clean up.
//!
//! Clean-up grows by itself, because it is urgent and can be counted. When most of the listening serves it,
//! the department is on its way to being nothing else.
//!
//! Add queries that `listen` or `answer`, or look whether some of the clean-up should have been an answer:
//! change its `purpose`.
//!
//! # ru
//! На зачистку направлено запросов: { $clean_up } из { $all } с указанным назначением.
//!
//! Зачистка разрастается сама: она всегда срочная, и её легко посчитать. Когда ей служит большая часть
//! слушания, отдел на пути к тому, чтобы не заниматься больше ничем.
//!
//! Добавьте запросы с назначением `listen` или `answer` либо проверьте, не нужен ли вместо зачистки ответ, и
//! поменяйте `purpose`.
//!
//! # bad
//! ```toml listening.toml
//! [query.scandal]
//! purpose = "clean_up"
//! [query.rumour]
//! purpose = "clean_up"
//! [query.brand]
//! purpose = "listen"
//! ```
//!
//! # good
//! ```toml listening.toml
//! [query.scandal]
//! purpose = "clean_up"
//! [query.brand]
//! purpose = "listen"
//! ```
//!
//! # good
//! ```toml listening.toml
//! [query.scandal]
//! purpose = "clean_up"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let (clean_up, all) = super::shares(case.department);
    if clean_up * 2 > all && clean_up < all {
        out.find(super::sheet(case.department)).arg("clean_up", clean_up).arg("all", all);
    }
}
