//! # en
//! The conclusion “{ $conclusion }” stands in the field `{ $field }`, yet it follows from “{ $statement }”,
//! which is of the kind `{ $kind }`.
//!
//! The four fields are four different answers: to use a strength for an opportunity is not to cover a
//! weakness from a threat. A conclusion in the wrong field leads to the wrong instrument.
//!
//! Choose the `kind` that fits its statements, or take out of `from` the statement that does not belong.
//!
//! # ru
//! Вывод «{ $conclusion }» стоит в поле `{ $field }`, но следует из утверждения «{ $statement }», а оно вида
//! `{ $kind }`.
//!
//! Четыре поля — четыре разных ответа: использовать сильную сторону ради возможности — не то же, что прикрыть
//! слабую от угрозы. Вывод не в своём поле приводит не к тому инструменту.
//!
//! Выберите `kind`, который подходит к его утверждениям, или уберите из `from` лишнее утверждение.
//!
//! # bad
//! ```toml sostac.toml
//! [statement.slow]
//! name = "Replies take a day"
//! kind = "weakness"
//! [statement.chat]
//! name = "Buyers choose in chats"
//! kind = "opportunity"
//! [tows.answer]
//! name = "Answer first"
//! kind = "so"
//! from = ["slow", "chat"]
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [statement.slow]
//! name = "Replies take a day"
//! kind = "weakness"
//! [statement.chat]
//! name = "Buyers choose in chats"
//! kind = "opportunity"
//! [tows.answer]
//! name = "Answer first"
//! kind = "wo"
//! from = ["slow", "chat"]
//! ```

use crate::rules::prelude::*;
use diag::Place;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for conclusion in &case.department.tows {
        let Some(field) = conclusion.kind else { continue };
        for reference in &conclusion.from {
            let Some(statement) = case.department.get(reference) else { continue };
            let Some(kind) = statement.kind.filter(|kind| !fits(field, *kind)) else { continue };
            let place = Place { span: reference.span(), ..conclusion.head() };
            out.find(place)
                .arg("conclusion", conclusion.title())
                .arg("field", field.word())
                .arg("statement", statement.title())
                .arg("kind", kind.word());
        }
    }
}

fn fits(field: TowsField, kind: Swot) -> bool {
    match kind {
        Swot::Strength => matches!(field, TowsField::So | TowsField::St),
        Swot::Weakness => matches!(field, TowsField::Wo | TowsField::Wt),
        Swot::Opportunity => matches!(field, TowsField::So | TowsField::Wo),
        Swot::Threat => matches!(field, TowsField::St | TowsField::Wt),
    }
}
