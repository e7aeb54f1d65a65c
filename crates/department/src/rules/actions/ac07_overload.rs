//! # en
//! { $person } is planned for { $load } h in the week of { $week } and can give { $hours } h a week to the
//! plan.
//!
//! A plan that people cannot carry is broken in its first month, and the checkpoints are then missed for a
//! reason that no correction mends.
//!
//! Move “{ $action }”, the largest part of that week, give it to someone else, or put `hours` right. The
//! hours of an action are counted as spread evenly over its working days.
//!
//! # ru
//! { $person }: на неделю с { $week } запланировано { $load } ч, а на план есть { $hours } ч в неделю.
//!
//! План, который людям не по силам, срывается в первый же месяц, и реперные точки не достигаются по причине,
//! которую никакая корректива не исправит.
//!
//! Передвиньте «{ $action }» — самую большую часть этой недели, поручите его другому или уточните `hours`.
//! Часы мероприятия считаются распределёнными поровну по его рабочим дням.
//!
//! # bad
//! ```toml department.toml
//! [person.anna]
//! name = "Anna"
//! hours = 20
//! ```
//! ```toml sostac.toml
//! [action.rota]
//! name = "Draw up the rota"
//! owner = "anna"
//! starts = 2026-06-01
//! ends = 2026-06-12
//! hours = 30
//! [action.model]
//! name = "Build the first model"
//! owner = "anna"
//! starts = 2026-06-08
//! ends = 2026-06-09
//! hours = 6
//! ```
//!
//! # bad
//! ```toml department.toml
//! [person.anna]
//! name = "Anna"
//! hours = 20
//! ```
//! ```toml sostac.toml
//! [action.duty]
//! name = "Duty"
//! owner = "anna"
//! starts = 2026-06-03
//! ends = 2027-06-02
//! hours = 1500
//! ```
//!
//! # good
//! ```toml department.toml
//! [person.anna]
//! name = "Anna"
//! hours = 20
//! ```
//! ```toml sostac.toml
//! [action.rota]
//! name = "Draw up the rota"
//! owner = "anna"
//! starts = 2026-06-01
//! ends = 2026-06-12
//! hours = 30
//! [action.model]
//! name = "Build the first model"
//! owner = "anna"
//! starts = 2026-06-06
//! ends = 2026-06-07
//! hours = 5
//! ```

use super::load::Load;
use crate::rules::prelude::*;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let Department { actions, people, .. } = case.department;
    for (person, work) in actions.group(people, |action| &action.owner).with(people) {
        let Some(hours) = person.hours else { continue };
        let loads: Vec<_> = work.iter().filter_map(|action| Some((*action, Load::of(action)?))).collect();
        let Some((week, worst)) = super::load::worst(loads.iter().map(|(_, load)| load)) else { continue };
        let worst = (worst * 10.0).round() / 10.0;
        if worst <= hours {
            continue;
        }
        let share = |load: &Load| load.in_week(week);
        let largest = loads.iter().max_by(|(_, a), (_, b)| share(a).total_cmp(&share(b)));
        out.find(person.at("hours"))
            .arg("person", person.title())
            .arg("load", worst)
            .arg("week", super::load::monday(week))
            .arg("hours", hours)
            .arg("action", largest.map_or("—", |(action, _)| action.title()));
    }
}
