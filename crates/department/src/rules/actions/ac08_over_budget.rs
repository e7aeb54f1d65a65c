//! # en
//! In the financial year that begins on { $from } the plan costs { $sum }, and the limit is { $limit }.
//!
//! Money is the first perspective of the business. A plan above its limit is cut by someone else, and not
//! where the goals would have it cut.
//!
//! Take out or move actions, choose cheaper instruments, or agree on another `budget` in `[about]`. Counted
//! are the budgets of the actions that start in that year and a year's cost of instruments and software.
//!
//! # ru
//! В финансовом году, который начинается { $from }, план стоит { $sum } при лимите { $limit }.
//!
//! Деньги — первый ракурс бизнеса. План дороже лимита урежет кто-то другой, и не там, где это подсказали бы
//! цели.
//!
//! Уберите или передвиньте мероприятия, выберите инструменты дешевле или согласуйте другой `budget` в
//! `[about]`. Учтены бюджеты мероприятий, которые начинаются в этом году, и годовая стоимость инструментов и
//! софта.
//!
//! # bad
//! ```toml department.toml
//! [about]
//! budget = 1000000
//! financial_year = 4
//! [software.tracker]
//! name = "Tracker"
//! cost = 300000
//! ```
//! ```toml sostac.toml
//! [instrument.bloggers]
//! name = "Reviews by bloggers"
//! cost = 500000
//! [action.study]
//! name = "Study of the installers"
//! starts = 2027-02-01
//! budget = 250000
//! ```
//!
//! # good
//! ```toml department.toml
//! [about]
//! budget = 1000000
//! financial_year = 4
//! [software.tracker]
//! name = "Tracker"
//! cost = 300000
//! ```
//! ```toml sostac.toml
//! [instrument.bloggers]
//! name = "Reviews by bloggers"
//! cost = 500000
//! [action.study]
//! name = "Study of the installers"
//! starts = 2027-02-01
//! budget = 150000
//! [action.second]
//! name = "Second study of the installers"
//! starts = 2027-04-01
//! budget = 150000
//! ```

use crate::rules::prelude::*;
use jiff::civil::Date;
use std::collections::BTreeMap;

pub(super) fn check(case: &Case<'_>, out: &mut Findings) {
    let Department { about, actions, instruments, software, .. } = case.department;
    let Some(limit) = about.budget else { return };
    let yearly = instruments.iter().filter_map(|instrument| instrument.cost).sum::<f64>()
        + software.iter().filter_map(|program| program.cost).sum::<f64>();
    let month =
        about.financial_year.filter(|month| (1.0..=12.0).contains(month)).map_or(1, |month| month as i8);
    // What costs every year costs this year, whether or not an action starts in it.
    let mut years = BTreeMap::from([(beginning(case.today, month), 0.0)]);
    for action in actions {
        if let (Some(starts), Some(budget)) = (action.starts, action.budget) {
            *years.entry(beginning(starts, month)).or_default() += budget;
        }
    }
    for (from, budgets) in years {
        let sum = (yearly + budgets).round();
        if sum > limit {
            out.find(about.at("budget")).arg("from", from).arg("sum", sum).arg("limit", limit);
        }
    }
}

/// The first day of the financial year in which a day falls.
fn beginning(day: Date, month: i8) -> Date {
    let year = if day.month() < month { day.year().saturating_sub(1) } else { day.year() };
    Date::new(year, month, 1).unwrap_or(Date::MIN)
}
