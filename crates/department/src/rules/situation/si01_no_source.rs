//! # en
//! It is not said where “{ $line }” is known from.
//!
//! The analysis of the situation is a set of facts. What has no source is an opinion, and a strategy built on
//! opinions cannot be defended.
//!
//! Name in `source` the report, the study, the data or the conversation that it comes from; drop what cannot
//! be confirmed.
//!
//! # ru
//! Не сказано, откуда известно: «{ $line }».
//!
//! Анализ ситуации — это факты. Без источника остаётся мнение, а стратегию, построенную на мнениях, не
//! защитить.
//!
//! Укажите в `source` отчёт, исследование, данные или разговор, откуда это взято; что подтвердить нечем,
//! лучше убрать.
//!
//! # bad
//! ```toml sostac.toml
//! [statement.slow]
//! name = "Replies take a day"
//! kind = "weakness"
//! ```
//!
//! # bad
//! ```toml sostac.toml
//! [segment.installers]
//! name = "Installers"
//! source = ""
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [statement.slow]
//! name = "Replies take a day"
//! kind = "weakness"
//! source = "Support's log of replies, first quarter"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [statement.slow]
//! name = "Replies take a day"
//! kind = "weakness"
//! study = "replies"
//! ```
//! ```toml studies.toml
//! [study.replies]
//! name = "How long do replies take?"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for line in super::lines(case.department).filter(|line| line.source.is_empty() && !line.studied) {
        out.find(line.head).arg("line", line.title);
    }
}
