//! # en
//! None of the software is analytical.
//!
//! Analysts need machines to work on. Publishing and listening tools show the figures of their own maker;
//! what leads to what, across them all, they do not tell.
//!
//! Describe what the models are built with, with `analytical` in `kind`; if there is nothing, plan it.
//!
//! # ru
//! В отделе нет аналитического софта.
//!
//! Аналитикам нужны аналитические машины. Сервисы публикации и слушания показывают каждый свои цифры, но не
//! скажут, что к чему приводит в целом.
//!
//! Опишите то, на чём строят модели, указав в `kind` значение `analytical`; если такого софта нет,
//! запланируйте его.
//!
//! # bad
//! ```toml department.toml
//! [software.tracker]
//! kind = "work"
//! ```
//!
//! # good
//! ```toml department.toml
//! [software.tracker]
//! kind = "work"
//! [software.models]
//! kind = "analytical"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let software = &case.department.software;
    let analytical = software.iter().any(|one| one.kind == Some(SoftwareKind::Analytical));
    if !software.is_empty() && !analytical {
        out.find(super::our_unit(case.department));
    }
}
