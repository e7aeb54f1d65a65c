//! # en
//! The cost of “{ $software }” is not given.
//!
//! The finance perspective weighs what the department earns against what it costs. What is missing from the
//! sum makes it look better than it is.
//!
//! Put what a year of it costs into `cost`; if it is free, `0`.
//!
//! # ru
//! Не указано, во что обходится «{ $software }».
//!
//! Ракурс финансов сопоставляет то, что отдел приносит, с тем, во что он обходится. Пропущенный расход
//! приукрашивает итог.
//!
//! Впишите в `cost` стоимость за год; если софт бесплатный — `0`.
//!
//! # bad
//! ```toml department.toml
//! [software.tracker]
//! name = "Tracker"
//! ```
//!
//! # good
//! ```toml department.toml
//! [software.tracker]
//! name = "Tracker"
//! cost = 0
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for software in case.department.software.iter().filter(|software| software.cost.is_none()) {
        out.find(software.head()).arg("software", software.title());
    }
}
