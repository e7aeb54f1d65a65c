//! # en
//! No route takes further what the query “{ $query }” hears.
//!
//! Listening is measured by what the company changed. What is heard and goes to nobody has only been
//! collected.
//!
//! Write a `route` with `query` set to it, and say in `to` or `person` who acts.
//!
//! # ru
//! То, что слышит запрос «{ $query }», не идёт дальше: для него нет маршрута.
//!
//! Слушание измеряют тем, что компания изменила. Услышанное, которое ни до кого не дошло, просто накоплено.
//!
//! Опишите маршрут (`route`): в `query` — этот запрос, в `to` или `person` — кто действует.
//!
//! # bad
//! ```toml listening.toml
//! [query.faults]
//! name = "Faults"
//! purpose = "listen"
//! ```
//!
//! # good
//! ```toml listening.toml
//! [query.faults]
//! name = "Faults"
//! purpose = "listen"
//! [query.rumour]
//! purpose = "clean_up"
//! [route.faults]
//! query = "faults"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let queries = &case.department.queries;
    let routes = case.department.routes.group(queries, |route| &route.query);
    for (query, routes) in routes.with(queries) {
        let acted_on = matches!(query.purpose, Some(Purpose::Listen | Purpose::Answer));
        if acted_on && routes.is_empty() {
            out.find(query.head()).arg("query", query.title());
        }
    }
}
