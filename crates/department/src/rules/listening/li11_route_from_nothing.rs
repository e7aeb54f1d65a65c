//! # en
//! The route “{ $route }” begins at no query.
//!
//! A route says who acts on what is heard. Without a query nothing ever sets out on it, while whoever stands
//! at its end waits in good faith.
//!
//! Name in `query` whose finds it carries.
//!
//! # ru
//! Маршрут «{ $route }» не начинается ни с одного запроса.
//!
//! Маршрут говорит, кто действует по услышанному. Без запроса по нему ничего не пойдёт, хотя на другом конце
//! честно ждут.
//!
//! Укажите в `query`, находки какого запроса по нему идут.
//!
//! # bad
//! ```toml listening.toml
//! [route.complaints]
//! name = "Complaints"
//! ```
//!
//! # good
//! ```toml listening.toml
//! [query.faults]
//! name = "Faults"
//! [route.complaints]
//! name = "Complaints"
//! query = "faults"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for route in case.department.routes.iter().filter(|route| route.query.is_none()) {
        out.find(route.head()).arg("route", route.title());
    }
}
