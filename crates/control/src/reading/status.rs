//! How a KPI stands today.

use super::Path;
use crate::{Point, Series, State, back, judge};
use department::element::Mark;
use department::model::{Direction, Kpi, Rhythm};
use jiff::civil::Date;

/// How a KPI stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Status {
    /// The last value of today or before.
    pub latest: Option<Point>,
    /// What the path from baseline through targets wanted on that value's day.
    pub expected: Option<f64>,
    /// The first target of today or later.
    pub next: Option<Mark>,
    /// Met, at risk, missed or unknown; never upcoming.
    pub state: State,
    /// Whether the latest value is older than two periods of the KPI's rhythm.
    pub stale: bool,
}

impl Status {
    /// The word of how it stands; `state-WORD` is its message. While a target is still ahead, the path to it says
    /// only whether one is on course or behind: *met* and *missed* are for the day itself.
    pub const fn word(&self) -> &'static str {
        match (self.state, self.next) {
            (State::Met, Some(_)) => "on-course",
            (State::Missed, Some(_)) => "behind",
            (state, _) => state.word(),
        }
    }
}

/// Holds a KPI's latest value against the path at that value's day, with the tolerance taken at the path.
///
/// Unknown where there is no value, no path to hold it against, or only a value older than two periods: what was
/// measured so long ago says nothing about today. Without a rhythm a month is taken, without a direction up.
pub fn status(kpi: &Kpi, series: Option<&Series>, today: Date) -> Status {
    let latest = series.and_then(|series| series.at_or_before(today));
    let path = Path::new(kpi, series, today);
    let expected = latest.and_then(|point| path?.at(point.date));
    let next = kpi.targets.iter().filter(|mark| mark.date >= today).min_by_key(|mark| mark.date).copied();
    let stale = latest.is_some_and(|point| point.date < back(today, rhythm(kpi), 2));
    let state = match (latest, expected) {
        (Some(point), Some(expected)) if !stale => {
            judge(point.value, expected, allowance(kpi, expected), direction(kpi))
        }
        _ => State::Unknown,
    };
    Status { latest, expected, next, state, stale }
}

/// How far from a target still counts as met; nothing where the KPI has no tolerance.
pub(crate) fn allowance(kpi: &Kpi, target: f64) -> f64 {
    kpi.tolerance.map_or(0.0, |tolerance| tolerance.at(target))
}

pub(crate) fn direction(kpi: &Kpi) -> Direction {
    kpi.direction.unwrap_or(Direction::Up)
}

pub(crate) fn rhythm(kpi: &Kpi) -> Rhythm {
    kpi.rhythm.unwrap_or(Rhythm::Month)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_department::kpi;
    use jiff::civil::date;

    /// Falls from 60 on 1 January by 10 in 30 days.
    const DOWN: &str = "direction = \"down\"\nrhythm = \"month\"\ntolerance = \"10%\"\n\
        baseline = { date = 2026-01-01, value = 60 }\ntargets = [{ date = 2026-03-02, value = 40 }]";

    fn series(points: &[(Date, f64)]) -> Series {
        Series::new(points.iter().map(|&(date, value)| Point { date, value }))
    }

    #[test]
    fn the_latest_value_is_held_against_the_path_of_its_day() {
        let kpi = kpi(DOWN);
        let on = date(2026, 1, 31);
        let state = |value| status(&kpi, Some(&series(&[(on, value)])), date(2026, 2, 10)).state;
        assert_eq!(
            [state(40.0), state(55.0), state(60.0), state(60.1)].map(State::word),
            ["met", "met", "risk", "missed"]
        );
        let status = status(&kpi, Some(&series(&[(on, 55.0), (date(2026, 2, 28), 10.0)])), date(2026, 2, 10));
        assert_eq!(status.latest, Some(Point { date: on, value: 55.0 }), "what lies ahead is not read");
        assert_eq!(status.expected, Some(50.0));
        assert_eq!(status.next.unwrap().value, 40.0);
    }

    #[test]
    fn without_a_recent_value_the_state_is_unknown() {
        let kpi = kpi(DOWN);
        let none = status(&kpi, None, date(2026, 2, 1));
        assert_eq!((none.state, none.stale, none.expected), (State::Unknown, false, None));
        let old = series(&[(date(2026, 1, 31), 1.0)]);
        assert_eq!(status(&kpi, Some(&old), date(2026, 3, 31)).state, State::Met, "two months to the day");
        let stale = status(&kpi, Some(&old), date(2026, 4, 1));
        assert_eq!((stale.state, stale.stale), (State::Unknown, true));
        assert_eq!(stale.next, None);
    }

    #[test]
    fn without_a_path_the_state_is_unknown() {
        let bare = kpi("unit = \"%\"");
        let status = status(&bare, Some(&series(&[(date(2026, 1, 31), 1.0)])), date(2026, 2, 1));
        assert_eq!((status.state, status.stale), (State::Unknown, false));
        assert!(status.latest.is_some());
    }

    #[test]
    fn a_target_of_zero_needs_an_absolute_tolerance() {
        let zero = |tolerance: &str| {
            kpi(&format!("direction = \"down\"\ntargets = [{{ date = 2026-01-01, value = 0 }}]\n{tolerance}"))
        };
        let one = series(&[(date(2026, 1, 31), 1.0)]);
        let state = |tolerance: &str| status(&zero(tolerance), Some(&one), date(2026, 2, 1)).state;
        assert_eq!(state("tolerance = \"50%\""), State::Missed);
        assert_eq!(state("tolerance = 1"), State::Met);
        assert_eq!(state("tolerance = 0.5"), State::AtRisk);
        assert_eq!(state(""), State::Missed);
    }
}
