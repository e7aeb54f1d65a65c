//! # en
//! The goal “{ $goal }” is due on { $due }, later than the business goal “{ $lender }” that it serves, on {
//! $end }.
//!
//! A borrowed goal is returned on the lender's day: what SMM reaches after it, the business has had to do
//! without.
//!
//! Bring the goal's `due` forward to { $end } or earlier, or borrow it from a later business goal.
//!
//! # ru
//! Срок цели «{ $goal }» — { $due }, позже срока цели бизнеса «{ $lender }», которой она служит ({ $end }).
//!
//! Заимствованное возвращают к сроку заимодавца: без того, что SMM достигнет позже, бизнесу уже пришлось
//! обойтись.
//!
//! Перенесите `due` цели на { $end } или раньше либо заимствуйте её у более поздней цели бизнеса.
//!
//! # bad
//! ```toml business.toml
//! [business_goal.repeat]
//! name = "More buyers come back"
//! due = 2026-12-31
//! ```
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Buyers trust our answers"
//! borrows = "repeat"
//! due = 2027-06-30
//! ```
//!
//! # good
//! ```toml business.toml
//! [business_goal.repeat]
//! name = "More buyers come back"
//! due = 2026-12-31
//! ```
//! ```toml sostac.toml
//! [goal.trust]
//! name = "Buyers trust our answers"
//! borrows = "repeat"
//! due = 2026-10-31
//! ```

use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    for goal in &case.department.goals {
        let (Some(due), Some(lender)) = (goal.due, case.department.find(&goal.borrows)) else { continue };
        if let Some(end) = lender.due.filter(|end| due > *end) {
            out.find(goal.at("due"))
                .arg("goal", goal.title())
                .arg("due", due)
                .arg("lender", lender.title())
                .arg("end", end);
        }
    }
}
