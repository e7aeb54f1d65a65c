//! How much of people's weeks actions take.

use crate::model::Action;
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// A Monday; days and ISO weeks are counted from it.
const EPOCH: Date = date(1970, 1, 5);

/// The hours of one action, spread evenly over its working days, Monday to Friday.
#[derive(Debug, Clone, Copy)]
pub(super) struct Load {
    hours: f64,
    /// First day.
    first: i64,
    /// The day after the last.
    over: i64,
}

impl Load {
    /// Of an action that has hours and both dates in order.
    pub(super) fn of(action: &Action) -> Option<Self> {
        let (hours, starts, ends) = (action.hours?, action.starts?, action.ends?);
        let (first, over) = (day(starts), day(ends) + 1);
        (hours > 0.0 && first < over).then_some(Load { hours, first, over })
    }

    /// The hours that fall into a week.
    pub(super) fn in_week(&self, week: i64) -> f64 {
        let days = working_days(self.first, self.over);
        if days == 0 {
            // Over a weekend only: that weekend's week.
            return if week == self.first.div_euclid(7) { self.hours } else { 0.0 };
        }
        let (monday, next) = (week * 7, week * 7 + 7);
        let here = working_days(self.first.max(monday), self.over.min(next));
        self.hours * here as f64 / days as f64
    }

    /// The stretches of weeks with equal hours: the first week, those between, the last.
    fn stretches(&self) -> [(i64, i64); 3] {
        let (from, to) = (self.first.div_euclid(7), (self.over - 1).div_euclid(7));
        [(from, from), (from + 1, to - 1), (to.max(from + 1), to)]
    }
}

/// The first of the weeks in which all loads together are heaviest, and their hours in it.
pub(super) fn worst<'a>(loads: impl Iterator<Item = &'a Load>) -> Option<(i64, f64)> {
    let mut changes: Vec<(i64, f64)> = Vec::new();
    for load in loads {
        for (from, to) in load.stretches().into_iter().filter(|(from, to)| from <= to) {
            let hours = load.in_week(from);
            changes.extend([(from, hours), (to + 1, -hours)]);
        }
    }
    changes.sort_by_key(|&(week, _)| week);
    let (mut now, mut worst) = (0.0, None);
    for of_week in changes.chunk_by(|a, b| a.0 == b.0) {
        now += of_week.iter().map(|(_, change)| change).sum::<f64>();
        // What rounding adds is no heavier week.
        if worst.is_none_or(|(_, heaviest)| now > heaviest + 1e-6) {
            worst = Some((of_week[0].0, now));
        }
    }
    worst
}

/// The Monday of a week.
pub(super) fn monday(week: i64) -> Date {
    let days = i32::try_from(week * 7).unwrap_or_default();
    EPOCH.saturating_add(days.days())
}

fn day(date: Date) -> i64 {
    date.duration_since(EPOCH).as_hours() / 24
}

/// Working days from `first` up to the day before `over`.
fn working_days(first: i64, over: i64) -> i64 {
    let before = |day: i64| day.div_euclid(7) * 5 + day.rem_euclid(7).min(5);
    (before(over) - before(first)).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn load(starts: Date, ends: Date, hours: f64) -> Load {
        let mut action = Action::default();
        (action.starts, action.ends, action.hours) = (Some(starts), Some(ends), Some(hours));
        Load::of(&action).expect("dates in order")
    }

    #[test]
    fn hours_fall_on_working_days() {
        // Thursday to the Tuesday after: two days and two days.
        let load = load(date(2026, 6, 4), date(2026, 6, 9), 8.0);
        let week = day(date(2026, 6, 1)) / 7;
        assert_eq!((load.in_week(week), load.in_week(week + 1), load.in_week(week + 2)), (4.0, 4.0, 0.0));
        assert_eq!(monday(week), date(2026, 6, 1));
        assert_eq!(worst([load].iter()), Some((week, 4.0)));
    }

    #[test]
    fn the_ends_of_the_calendar_are_weeks_too() {
        let load = load(Date::MIN, Date::MAX, 8.0);
        assert!(worst([load].iter()).is_some_and(|(_, hours)| hours > 0.0));
        assert!(monday(day(Date::MAX).div_euclid(7)) <= Date::MAX);
    }

    proptest! {
        #[test]
        fn the_worst_week_is_the_heaviest_of_all_weeks(
            spans in prop::collection::vec((-60_i32..60, 0_i32..60, 1_u32..100), 1..8),
        ) {
            let loads: Vec<Load> = spans
                .iter()
                .map(|&(from, long, hours)| {
                    let starts = date(2026, 6, 1).saturating_add(from.days());
                    load(starts, starts.saturating_add(long.days()), f64::from(hours))
                })
                .collect();
            let all = |week: i64| loads.iter().map(|load| load.in_week(week)).sum::<f64>();
            let first = day(date(2026, 6, 1)) / 7 - 10;
            let heaviest = (first..first + 30).map(all).fold(0.0, f64::max);
            let (week, hours) = worst(loads.iter()).expect("there is a load");
            prop_assert!((hours - heaviest).abs() < 1e-9 && (all(week) - hours).abs() < 1e-9);
            prop_assert!((first..week).all(|earlier| all(earlier) < heaviest - 1e-9));
        }
    }
}
