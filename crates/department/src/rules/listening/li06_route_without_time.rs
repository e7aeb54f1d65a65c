//! # en
//! The route “{ $route }” has no time.
//!
//! A public question ages by the hour: an answer after three days speaks of the company louder than the
//! question did. What has no time cannot be late, so nobody notices.
//!
//! Put into `within` the time in which somebody acts: `30m`, `4h`, `2d`.
//!
//! # ru
//! У маршрута «{ $route }» нет срока.
//!
//! Публичный вопрос стареет с каждым часом: ответ через три дня говорит о компании громче самого вопроса. Что
//! не имеет срока, нельзя просрочить — и опоздания никто не замечает.
//!
//! Впишите в `within` время, за которое начинают действовать: `30m`, `4h`, `2d`.
//!
//! # bad
//! ```toml listening.toml
//! [route.complaints]
//! name = "Complaints"
//! ```
//!
//! # good
//! ```toml listening.toml
//! [route.complaints]
//! name = "Complaints"
//! within = "1h"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for route in case.department.routes.iter().filter(|route| route.within.is_none()) {
        out.find(route.head()).arg("route", route.title());
    }
}
