//! # en
//! Nothing tells when the business goal “{ $goal }” is reached; missing: { $missing }.
//!
//! What SMM does is read against the figures of the business. A goal without its figure can be neither
//! borrowed in earnest nor reached.
//!
//! Take from the company's strategy what it is measured by (`metric`) and how much is to be reached
//! (`target`).
//!
//! # ru
//! По чему судить, что цель бизнеса «{ $goal }» достигнута, не сказано; не хватает: { $missing }.
//!
//! Работу SMM сверяют с цифрами бизнеса. Цель без цифры нельзя ни всерьёз заимствовать, ни достичь.
//!
//! Возьмите из стратегии компании, чем цель измеряют (`metric`) и сколько нужно достичь (`target`).
//!
//! # bad
//! ```toml business.toml
//! [business_goal.repeat]
//! name = "More buyers come back"
//! metric = "Share of repeat purchases"
//! ```
//!
//! # good
//! ```toml business.toml
//! [business_goal.repeat]
//! name = "More buyers come back"
//! metric = "Share of repeat purchases"
//! target = 35
//! ```

use crate::rules::business::missing;
use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for goal in &case.department.business_goals {
        let lacks = [("metric", goal.metric.is_empty()), ("target", !goal.has("target"))];
        let missing = missing(&lacks);
        if !missing.is_empty() {
            out.find(goal.head()).arg("goal", goal.title()).arg("missing", missing);
        }
    }
}
