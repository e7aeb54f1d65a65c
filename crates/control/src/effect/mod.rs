//! What has changed since a day, against how a KPI went before: an interrupted series with its season and with KPIs beside it
//! that the event did not touch.

mod beside;
mod season;
mod words;

pub use beside::beside;

use crate::reading::{direction, rhythm};
use crate::{Aggregate, Regular, Series, regular};
use department::model::{Direction, Kpi, Rhythm};
use jiff::civil::Date;
pub use stats::series::Guess;
use stats::series::{Changed, LEAST_BEFORE, changed};

/// The level of the intervals.
pub const LEVEL: f64 = 0.95;
/// No more periods before the day are looked at: how a KPI went years ago says little of where it was going.
const LONGEST: usize = 120;

/// What has changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// The day.
    pub since: Date,
    /// The figures, period by period.
    pub history: Regular,
    /// What has changed.
    pub changed: Changed,
    /// The ids of the KPIs beside.
    pub beside: Vec<String>,
    /// The seasons that were taken away, in periods.
    pub seasons: Vec<f64>,
    /// What it means for the KPI.
    pub verdict: Turn,
}

/// Which way it has turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// In the wished direction.
    Better,
    /// Against it.
    Worse,
    /// Chance would do as well.
    Unseen,
}

/// Why nothing can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoEffect {
    /// Too few whole periods: so many before, so many after.
    TooFew {
        /// Before.
        before: usize,
        /// After.
        after: usize,
        /// Their rhythm.
        rhythm: Rhythm,
    },
    /// Nothing was measured at all.
    Nothing,
    /// The figure never changes, or lies on a straight line.
    Constant,
    /// What stands beside cannot be told from its own course.
    Beside,
}

/// What a KPI has done from the first period that begins on the day or behind it, against how it went before. The period that
/// holds the day is counted to those before, which makes the change smaller rather than greater.
///
/// # Errors
/// Fewer than eight periods before, fewer than four after.
pub fn effect(
    kpi: &Kpi,
    series: Option<&Series>,
    others: &[(&Kpi, &Series)],
    since: Date,
    today: Date,
) -> Result<Effect, NoEffect> {
    let read = |kpi: &Kpi, series: &Series| regular(series, rhythm(kpi), Aggregate::of(kpi.total), today);
    let mut history = series.and_then(|series| read(kpi, series)).ok_or(NoEffect::Nothing)?;
    let count = history.values.len();
    // The first period of which the one before it ended on the eve of the day, or later.
    let eve = since.saturating_sub(jiff::Span::new().days(1));
    let mut at = (0..count).find(|at| history.date(*at) >= eve).map_or(count, |before| before + 1);
    let skip = at.saturating_sub(LONGEST);
    history.first = history.date(skip);
    history.values.drain(..skip);
    at -= skip;
    let (before, after) = (at.min(history.values.len()), history.values.len().saturating_sub(at));
    let few = NoEffect::TooFew { before, after, rhythm: history.rhythm };
    if before < LEAST_BEFORE {
        return Err(few);
    }
    let (seasons, mut columns) = season::columns(&history, at);
    let mut beside = Vec::new();
    for (other, series) in others {
        let Some((own, control)) = read(other, series).and_then(|found| history.together(&found)) else {
            continue;
        };
        if own.values.len() == history.values.len() {
            columns.push(control.values);
            beside.push(department::Element::id(*other).to_owned());
        }
    }
    let changed = changed(&history.values, &columns, at, LEVEL).map_err(|error| match error {
        stats::Error::TooFew { what: "before" | "after", .. } => few,
        stats::Error::Collinear { .. } | stats::Error::TooFew { .. } => NoEffect::Beside,
        _ => NoEffect::Constant,
    })?;
    let up = direction(kpi) == Direction::Up;
    let verdict = match (changed.average.low > 0.0, changed.average.high < 0.0) {
        (true, _) => {
            if up {
                Turn::Better
            } else {
                Turn::Worse
            }
        }
        (_, true) => {
            if up {
                Turn::Worse
            } else {
                Turn::Better
            }
        }
        _ => Turn::Unseen,
    };
    Ok(Effect { since, history, changed, beside, seasons, verdict })
}

impl Effect {
    /// What the former course would have given in each period since: its last day, the figure, and the interval's ends.
    pub fn without(&self) -> Vec<(Date, f64, f64, f64)> {
        let one = |(step, guess): (usize, &Guess)| {
            (self.history.date(self.changed.at + step), guess.estimate, guess.low, guess.high)
        };
        self.changed.without.iter().enumerate().map(one).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_department::kpi;
    use crate::{Point, forward};
    use jiff::civil::date;

    const WEEKLY: &str = "direction = \"down\"\nrhythm = \"week\"\nunit = \"min\"";

    fn weekly(values: impl IntoIterator<Item = f64>) -> Series {
        let first = date(2025, 1, 5);
        let point = |(at, value)| Point { date: forward(first, Rhythm::Week, at), value };
        Series::new((0..).zip(values).map(point))
    }

    fn wave(t: i32) -> f64 {
        (f64::from(t) * 2.3).sin()
    }

    #[test]
    fn a_fall_is_better_where_down_is_wished() {
        let fallen = weekly((0..40).map(|t| 60.0 + wave(t) - if t >= 25 { 8.0 } else { 0.0 }));
        let since = forward(date(2025, 1, 5), Rhythm::Week, 24).saturating_add(jiff::Span::new().days(1));
        let found = effect(&kpi(WEEKLY), Some(&fallen), &[], since, date(2025, 12, 31)).unwrap();
        assert_eq!((found.verdict, found.changed.at, found.changed.n), (Turn::Better, 25, 40));
        assert!((found.changed.average.estimate + 8.0).abs() < 1.0, "{:?}", found.changed.average);
        let up = kpi(&WEEKLY.replace("down", "up"));
        assert_eq!(effect(&up, Some(&fallen), &[], since, date(2025, 12, 31)).unwrap().verdict, Turn::Worse);
        let same = weekly((0..40).map(|t| 60.0 + wave(t)));
        assert_eq!(effect(&up, Some(&same), &[], since, date(2025, 12, 31)).unwrap().verdict, Turn::Unseen);
        assert_eq!(found.without().len(), 15);
        assert_eq!(found.without()[0].0, forward(date(2025, 1, 5), Rhythm::Week, 25));
    }

    #[test]
    fn what_is_too_short_says_how_short() {
        let short = weekly((0..14).map(wave));
        let day = |week| forward(date(2025, 1, 5), Rhythm::Week, week);
        let found = |since| effect(&kpi(WEEKLY), Some(&short), &[], since, date(2025, 12, 31)).unwrap_err();
        let few = |before, after| NoEffect::TooFew { before, after, rhythm: Rhythm::Week };
        assert_eq!(found(day(11)), few(12, 2));
        assert_eq!(found(day(3)), few(4, 10));
        assert_eq!(found(date(2030, 1, 1)), few(14, 0));
        assert_eq!(found(date(2020, 1, 1)), few(1, 13));
        assert_eq!(effect(&kpi(WEEKLY), None, &[], day(3), day(9)).unwrap_err(), NoEffect::Nothing);
        let level = weekly([3.0; 30]);
        let constant = effect(&kpi(WEEKLY), Some(&level), &[], day(20), date(2025, 12, 31)).unwrap_err();
        assert_eq!(constant, NoEffect::Constant);
        let straight = weekly((0..30).map(f64::from));
        let found = |others: &[(&Kpi, &Series)], series: &Series| {
            effect(&kpi(WEEKLY), Some(series), others, day(20), date(2025, 12, 31)).unwrap_err()
        };
        assert_eq!(found(&[], &straight), NoEffect::Constant, "rounding is nothing to hold a change against");
        let (wavy, own) = (weekly((0..30).map(wave)), kpi(WEEKLY));
        assert_eq!(found(&[(&own, &straight)], &wavy), NoEffect::Beside);
    }
}
