//! Targets by their days: what was read on each, and what is to come.

use super::status::{allowance, direction, rhythm};
use crate::{Point, Series, State, back, judge};
use department::element::Mark;
use department::model::{Kpi, KpiKind};
use department::{Department, Element};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// One target of a KPI and how it was reached.
#[derive(Debug, Clone, Copy)]
pub struct CheckpointReading<'a> {
    /// The KPI.
    pub kpi: &'a Kpi,
    /// The target and its day.
    pub mark: Mark,
    /// The value that was read for it, where its day has come and one was measured in time.
    pub reading: Option<Point>,
    /// Met, missed, upcoming or unknown; never at risk.
    pub state: State,
    /// Days from today to the target's day; below 0 where it has passed.
    pub due_in_days: i64,
}

/// The targets of all checkpoint KPIs, by day; series are found by the KPI's id.
pub fn checkpoints<'a>(
    department: &'a Department,
    series: &BTreeMap<String, Series>,
    today: Date,
) -> Vec<CheckpointReading<'a>> {
    readings(department, KpiKind::Checkpoint, series, today)
}

/// As [`checkpoints`], of terminal KPIs.
pub fn terminals<'a>(
    department: &'a Department,
    series: &BTreeMap<String, Series>,
    today: Date,
) -> Vec<CheckpointReading<'a>> {
    readings(department, KpiKind::Terminal, series, today)
}

/// The targets of all KPIs of a kind, by day; on one day in the order of the text.
///
/// A target is read from its day on: its reading is the last value of that day or before, if it falls in the one
/// period of the KPI's rhythm that ends with that day (a month where there is no rhythm). It is met where the
/// value is short of the target by no more than the tolerance, else missed. Without a reading it is upcoming until
/// its day is over, then unknown.
pub fn readings<'a>(
    department: &'a Department,
    kind: KpiKind,
    series: &BTreeMap<String, Series>,
    today: Date,
) -> Vec<CheckpointReading<'a>> {
    let mut list: Vec<_> = department
        .kpis
        .iter()
        .filter(|kpi| kpi.kind == Some(kind))
        .flat_map(|kpi| kpi.targets.iter().map(move |&mark| reading(kpi, mark, series.get(kpi.id()), today)))
        .collect();
    list.sort_by_key(|reading| reading.mark.date);
    list
}

fn reading<'a>(kpi: &'a Kpi, mark: Mark, series: Option<&Series>, today: Date) -> CheckpointReading<'a> {
    let since = back(mark.date, rhythm(kpi), 1);
    let due = mark.date <= today;
    let reading = series
        .filter(|_| due)
        .and_then(|series| series.at_or_before(mark.date))
        .filter(|point| point.date > since);
    let state = match reading {
        Some(point) => match judge(point.value, mark.value, allowance(kpi, mark.value), direction(kpi)) {
            State::Met => State::Met,
            _ => State::Missed,
        },
        None if mark.date >= today => State::Upcoming,
        None => State::Unknown,
    };
    let due_in_days = today.until(mark.date).map_or(0, |span| i64::from(span.get_days()));
    CheckpointReading { kpi, mark, reading, state, due_in_days }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_department::department;
    use jiff::civil::date;

    const TEXT: &str = r#"
[kpi.share]
kind = "terminal"
targets = [{ date = 2026-12-31, value = 20 }]
[kpi.reply]
kind = "checkpoint"
direction = "down"
rhythm = "month"
tolerance = 5
targets = [{ date = 2026-04-30, value = 40 }, { date = 2026-03-31, value = 50 }]
[kpi.mood]
kind = "checkpoint"
rhythm = "week"
targets = [{ date = 2026-04-05, value = 0 }]
"#;

    fn series(kpi: &str, points: &[(Date, f64)]) -> BTreeMap<String, Series> {
        let points = points.iter().map(|&(date, value)| Point { date, value });
        BTreeMap::from([(kpi.to_owned(), Series::new(points))])
    }

    fn states(series: &BTreeMap<String, Series>, today: Date) -> Vec<(&'static str, State, i64)> {
        let department = department(TEXT);
        let list = checkpoints(&department, series, today);
        list.iter()
            .map(|one| (if one.kpi.id() == "reply" { "reply" } else { "mood" }, one.state, one.due_in_days))
            .collect()
    }

    #[test]
    fn what_lies_ahead_is_upcoming_and_sorted_by_day() {
        let seen = states(&BTreeMap::new(), date(2026, 3, 31));
        assert_eq!(
            seen,
            [("reply", State::Upcoming, 0), ("mood", State::Upcoming, 5), ("reply", State::Upcoming, 30)]
        );
        assert_eq!(states(&BTreeMap::new(), date(2026, 4, 1))[0], ("reply", State::Unknown, -1));
    }

    #[test]
    fn a_target_is_read_with_its_tolerance() {
        let state = |value| states(&series("reply", &[(date(2026, 3, 31), value)]), date(2026, 4, 1))[0].1;
        assert_eq!([state(30.0), state(55.0), state(55.5)], [State::Met, State::Met, State::Missed]);
        let today = states(&series("reply", &[(date(2026, 3, 31), 60.0)]), date(2026, 3, 31))[0];
        assert_eq!(today, ("reply", State::Missed, 0), "read on the day itself where the value is there");
        let early = states(&series("reply", &[(date(2026, 3, 31), 60.0)]), date(2026, 3, 30))[0];
        assert_eq!(early, ("reply", State::Upcoming, 1), "not read before its day");
    }

    #[test]
    fn only_a_value_of_the_targets_own_period_is_read() {
        let state = |day| states(&series("reply", &[(day, 1.0)]), date(2026, 4, 2))[0].1;
        assert_eq!(state(date(2026, 2, 28)), State::Unknown, "that is February's");
        assert_eq!(state(date(2026, 3, 1)), State::Met);
        assert_eq!(state(date(2026, 4, 1)), State::Unknown, "behind the target");
        let week = |day| states(&series("mood", &[(day, 0.0)]), date(2026, 4, 6))[1].1;
        assert_eq!((week(date(2026, 3, 29)), week(date(2026, 3, 30))), (State::Unknown, State::Met));
    }

    #[test]
    fn terminal_kpis_are_read_alike() {
        let department = department(TEXT);
        let year = series("share", &[(date(2026, 12, 31), 20.0)]);
        let list = terminals(&department, &year, date(2027, 1, 1));
        assert_eq!((list.len(), list[0].state, list[0].reading.unwrap().value), (1, State::Met, 20.0));
        assert!(readings(&department, KpiKind::Measure, &year, date(2027, 1, 1)).is_empty());
    }
}
