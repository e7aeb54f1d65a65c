//! # en
//! All listening is clean-up: no query listens in order to learn or to answer.
//!
//! Who takes SMM only as a tool to clean up search results and mentions is not doing SMM, and that is to be
//! stopped firmly: the cause of what people write stays where it was.
//!
//! Write queries whose `purpose` is `listen` or `answer`; leave `clean_up` to what is really untrue.
//!
//! # ru
//! Всё слушание сводится к зачистке: ни один запрос не слушает, чтобы узнать или ответить.
//!
//! Кто видит в SMM только зачистку выдачи и упоминаний, тот SMM не занимается, и это нужно решительно
//! прекратить: причина того, что пишут люди, остаётся на месте.
//!
//! Опишите запросы, у которых в `purpose` стоит `listen` или `answer`; `clean_up` оставьте для того, что
//! действительно неправда.
//!
//! # bad
//! ```toml listening.toml
//! [query.scandal]
//! purpose = "clean_up"
//! [query.rumour]
//! purpose = "clean_up"
//! [query.brand]
//! text = "north boilers"
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
//! [query.brand]
//! text = "north boilers"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let (clean_up, all) = super::shares(case.department);
    if all > 0 && clean_up == all {
        out.find(super::sheet(case.department));
    }
}
