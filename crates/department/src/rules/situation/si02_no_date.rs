//! # en
//! It is not said on what day “{ $line }” was so.
//!
//! The situation is a point in the development of the business, and a point has a date: without one nobody
//! can tell a fact of today from one of three years ago.
//!
//! Set `date` to the day of the figure or of the report.
//!
//! # ru
//! Не сказано, на какую дату верно: «{ $line }».
//!
//! Ситуация — точка в развитии бизнеса, а у точки есть дата: без неё сегодняшний факт не отличить от факта
//! трёхлетней давности.
//!
//! Укажите в `date` день, на который взята цифра или составлен отчёт.
//!
//! # bad
//! ```toml sostac.toml
//! [channel.vk]
//! name = "The VK community"
//! source = "The community's own statistics"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [channel.vk]
//! name = "The VK community"
//! date = 2026-05-01
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for line in super::lines(case.department).filter(|line| !line.dated) {
        out.find(line.head).arg("line", line.title);
    }
}
