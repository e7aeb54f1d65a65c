//! # en
//! “{ $line }” stands in no field of SWOT or TOWS.
//!
//! A statement gets its meaning from its field: the same fact may be a weakness of one's own or a threat from
//! outside. Without a field it takes part in no conclusion.
//!
//! Set `kind`: `strength`, `weakness`, `opportunity` or `threat` for a statement, `so`, `wo`, `st` or `wt`
//! for a conclusion.
//!
//! # ru
//! «{ $line }» не стоит ни в одном поле SWOT или TOWS.
//!
//! Смысл утверждению даёт поле: один и тот же факт может быть своей слабостью, а может — угрозой извне. Вне
//! полей он не участвует ни в одном выводе.
//!
//! Укажите `kind`: для утверждения — `strength`, `weakness`, `opportunity` или `threat`, для вывода — `so`,
//! `wo`, `st` или `wt`.
//!
//! # bad
//! ```toml sostac.toml
//! [statement.slow]
//! name = "Replies take a day"
//! ```
//!
//! # bad
//! ```toml sostac.toml
//! [tows.answer]
//! name = "Answer first"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [statement.slow]
//! name = "Replies take a day"
//! kind = "weakness"
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for statement in case.department.statements.iter().filter(|statement| !statement.has("kind")) {
        out.find(statement.head()).arg("line", statement.title());
    }
    for conclusion in case.department.tows.iter().filter(|conclusion| !conclusion.has("kind")) {
        out.find(conclusion.head()).arg("line", conclusion.title());
    }
}
