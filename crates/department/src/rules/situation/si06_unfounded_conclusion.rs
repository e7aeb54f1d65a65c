//! # en
//! The conclusion “{ $conclusion }” follows from no statement of SWOT.
//!
//! A conclusion is drawn from facts that are written down; one that follows from nothing was there before the
//! analysis, and the analysis has changed nothing.
//!
//! Name in `from` the statements that it follows from: one of the business's own and one from outside.
//!
//! # ru
//! Вывод «{ $conclusion }» не следует ни из одного утверждения SWOT.
//!
//! Выводы делают из записанных фактов; вывод, который ни из чего не следует, был готов до анализа, и анализ
//! ничего не изменил.
//!
//! Укажите в `from` утверждения, из которых он следует: одно о самом бизнесе и одно о внешней среде.
//!
//! # bad
//! ```toml sostac.toml
//! [tows.answer]
//! name = "Answer first"
//! kind = "so"
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [statement.people]
//! name = "Our engineers answer in public"
//! kind = "strength"
//! [tows.answer]
//! name = "Answer first"
//! from = ["people"]
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for conclusion in case.department.tows.iter().filter(|conclusion| conclusion.from.is_empty()) {
        out.find(conclusion.head()).arg("conclusion", conclusion.title());
    }
}
