//! # en
//! These actions wait for one another in a circle: { $circle }.
//!
//! In a circle nothing can begin, and every term that hangs on it is invented.
//!
//! Find the link that is not real and take it out of its `after`.
//!
//! # ru
//! Эти мероприятия по кругу ждут друг друга: { $circle }.
//!
//! В таком круге ничего нельзя начать, и все сроки, которые на нём держатся, выдуманы.
//!
//! Найдите связь, которой на деле нет, и уберите её из `after`.
//!
//! # bad
//! ```toml sostac.toml
//! [action.hire]
//! name = "Hire an analyst"
//! after = ["model"]
//! [action.model]
//! name = "Build the first model"
//! after = ["hire"]
//! ```
//!
//! # bad
//! ```toml sostac.toml
//! [action.model]
//! name = "Build the first model"
//! after = ["model"]
//! ```
//!
//! # good
//! ```toml sostac.toml
//! [action.hire]
//! name = "Hire an analyst"
//! [action.model]
//! name = "Build the first model"
//! after = ["hire"]
//! ```

use crate::rules::prelude::*;
use crate::rules::scorecard::circles::circles;

/// No more than so many actions of a circle are named.
const NAMED: usize = 8;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let actions = &case.department.actions;
    let before = |action: &Action| action.after.iter().filter_map(|before| before.index()).collect();
    let waits: Vec<Vec<usize>> = actions.iter().map(before).collect();
    for circle in circles(&waits) {
        let members = || circle.iter().filter_map(|&at| actions.at(at));
        let Some(first) = members().next() else { continue };
        let mut names: Vec<&str> = members().take(NAMED).map(Element::title).collect();
        if circle.len() > NAMED {
            names.push("…");
        }
        names.push(first.title());
        out.find(first.at("after")).arg("circle", names.join(" → "));
    }
}
