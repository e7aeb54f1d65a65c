//! # en
//! The strategy that the business goals are taken from is not named.
//!
//! Goals are borrowed from the company's own strategy and not thought up in the department: whoever approves
//! the document must be able to open the one that they come from.
//!
//! Write the name of that document in `strategy` of `[business]`, and the day of its adoption in `date`.
//!
//! # ru
//! Стратегия, из которой взяты цели бизнеса, не названа.
//!
//! Цели заимствуют из стратегии самой компании, а не придумывают в отделе: согласующий должен иметь
//! возможность открыть документ, откуда они взяты.
//!
//! Впишите название этого документа в `strategy` таблицы `[business]`, а дату принятия — в `date`.
//!
//! # bad
//! ```toml business.toml
//! [business_goal.repeat]
//! name = "More buyers come back"
//! ```
//!
//! # bad
//! ```toml business.toml
//! [business]
//! date = 2026-01-15
//! [business_goal.repeat]
//! name = "More buyers come back"
//! ```
//!
//! # good
//! ```toml business.toml
//! [business]
//! strategy = "Strategy of the company, 2026 to 2028"
//! [business_goal.repeat]
//! name = "More buyers come back"
//! ```

use crate::rules::business::place;
use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let Department { business, business_goals, .. } = case.department;
    if business.strategy.is_empty() && !business_goals.is_empty() {
        out.find(place(case, business));
    }
}
