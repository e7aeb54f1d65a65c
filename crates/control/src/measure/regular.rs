//! A series with one value a period, without gaps.

use super::{Series, forward, period_end};
use crate::Aggregate;
use department::model::Rhythm;
use jiff::civil::Date;
use stats::series::fill;

/// One value a period.
#[derive(Debug, Clone, PartialEq)]
pub struct Regular {
    /// The rhythm of the periods.
    pub rhythm: Rhythm,
    /// The last day of the first period.
    pub first: Date,
    /// The values, one a period.
    pub values: Vec<f64>,
    /// How many of them were not measured but lie on a straight line between those around them.
    pub filled: usize,
}

/// At most so many periods in a row are filled; where more are missing, what came before is left out.
const GAP: usize = 3;
/// A series of which more is missing is read in a slower rhythm.
const MISSING: f64 = 0.2;

impl Regular {
    /// The last day of a period, counted from 0.
    pub fn date(&self, at: usize) -> Date {
        forward(self.first, self.rhythm, i32::try_from(at).unwrap_or(i32::MAX))
    }

    /// The last day of the last period.
    pub fn last(&self) -> Date {
        self.date(self.values.len().saturating_sub(1))
    }
}

/// A series in the periods that have ended by `today`, each with what its values come to. It is read in `rhythm`, or in the next
/// slower one of which no more than a fifth is missing. Gaps of up to three periods are filled; behind a longer one it begins
/// anew. Nothing where there is no whole period.
pub fn regular(series: &Series, rhythm: Rhythm, aggregate: Aggregate, today: Date) -> Option<Regular> {
    let slower = Rhythm::ALL.iter().filter(|other| **other >= rhythm);
    let mut all = slower.filter_map(|rhythm| periods(series, *rhythm, aggregate, today));
    let first = all.next()?;
    let missing = |(_, values): &(Regular, usize)| *values as f64;
    if missing(&first) <= MISSING * first.0.values.len() as f64 {
        return finished(first.0);
    }
    let next = all.find(|one| missing(one) <= MISSING * one.0.values.len() as f64);
    finished(next.map_or(first.0, |one| one.0))
}

/// The periods from the first that was measured to the last, those without a value as no number; and how many those are.
fn periods(series: &Series, rhythm: Rhythm, aggregate: Aggregate, today: Date) -> Option<(Regular, usize)> {
    let mut ends: Vec<(Date, Vec<f64>)> = Vec::new();
    for point in series.points.iter() {
        let end = period_end(point.date, rhythm);
        if end > today {
            break;
        }
        match ends.last_mut() {
            Some((last, values)) if *last == end => values.push(point.value),
            _ => ends.push((end, vec![point.value])),
        }
    }
    let first = ends.first()?.0;
    let mut values = Vec::with_capacity(ends.len());
    let (mut at, mut missing) = (first, 0);
    for (end, measured) in ends {
        while at < end {
            values.push(f64::NAN);
            missing += 1;
            at = forward(at, rhythm, 1);
        }
        values.push(aggregate.over(&measured).unwrap_or(f64::NAN));
        at = forward(at, rhythm, 1);
    }
    Some((Regular { rhythm, first, values, filled: 0 }, missing))
}

/// Begins behind the last long gap and fills the others.
fn finished(mut found: Regular) -> Option<Regular> {
    let (mut run, mut begin) = (0, 0);
    for (at, value) in found.values.iter().enumerate() {
        run = if value.is_nan() { run + 1 } else { 0 };
        if run > GAP {
            begin = at + 1;
        }
    }
    found.first = found.date(begin);
    found.values.drain(..begin);
    found.filled = found.values.iter().filter(|value| value.is_nan()).count();
    if found.filled > 0 {
        found.values = fill(&found.values, 1).ok()?.values;
    }
    (!found.values.is_empty()).then_some(found)
}

impl Regular {
    /// The part of two series that lies in the same periods; nothing where they do not meet or have different rhythms.
    pub fn together(&self, other: &Regular) -> Option<(Regular, Regular)> {
        if self.rhythm != other.rhythm {
            return None;
        }
        let (from, to) = (self.first.max(other.first), self.last().min(other.last()));
        let part = |one: &Regular| {
            let skip = super::steps(one.first, from, one.rhythm);
            let count = super::steps(from, to, one.rhythm) + 1;
            let values = one.values.get(skip..skip + count)?.to_vec();
            Some(Regular { rhythm: one.rhythm, first: from, values, filled: one.filled })
        };
        if from > to { None } else { Some((part(self)?, part(other)?)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Point;
    use jiff::civil::date;

    fn series(points: &[(Date, f64)]) -> Series {
        Series::new(points.iter().map(|&(date, value)| Point { date, value }))
    }

    #[test]
    fn a_periods_values_come_to_one_and_an_open_period_is_left() {
        let days = series(&[
            (date(2026, 1, 5), 1.0),
            (date(2026, 1, 11), 2.0),
            (date(2026, 1, 12), 3.0),
            (date(2026, 1, 19), 9.0),
        ]);
        let found = regular(&days, Rhythm::Week, Aggregate::Sum, date(2026, 1, 20)).unwrap();
        assert_eq!((found.first, found.values.as_slice()), (date(2026, 1, 11), [3.0, 3.0].as_slice()));
        assert_eq!(found.last(), date(2026, 1, 18));
    }

    #[test]
    fn short_gaps_are_filled_and_a_long_one_begins_anew() {
        let month = |n: i8| Date::new(2025, n, 1).unwrap().last_of_month();
        let mut points: Vec<(Date, f64)> = [1, 2, 4, 5, 6].map(|n| (month(n), f64::from(n))).to_vec();
        let found = regular(&series(&points), Rhythm::Month, Aggregate::Last, date(2026, 1, 1)).unwrap();
        assert_eq!((found.values.as_slice(), found.filled), ([1.0, 2.0, 3.0, 4.0, 5.0, 6.0].as_slice(), 1));
        points.extend([11, 12].map(|n| (month(n), f64::from(n))));
        let found = periods(&series(&points), Rhythm::Month, Aggregate::Last, date(2026, 1, 1)).unwrap();
        let found = finished(found.0).unwrap();
        assert_eq!((found.first, found.values.as_slice()), (month(11), [11.0, 12.0].as_slice()));
    }

    #[test]
    fn what_is_measured_seldom_is_read_in_a_slower_rhythm() {
        let quarters = (0..8).map(|n| (date(2024 + n / 4, 3 * (n % 4) as i8 + 3, 20), f64::from(n)));
        let found =
            regular(&series(&quarters.collect::<Vec<_>>()), Rhythm::Day, Aggregate::Mean, date(2026, 6, 1));
        assert_eq!(found.map(|one| (one.rhythm, one.values.len())), Some((Rhythm::Quarter, 8)));
    }

    #[test]
    fn two_series_meet_where_both_have_values() {
        let of = |first, values: &[f64]| Regular {
            rhythm: Rhythm::Month,
            first,
            values: values.to_vec(),
            filled: 0,
        };
        let a = of(date(2026, 1, 31), &[1.0, 2.0, 3.0]);
        let b = of(date(2026, 2, 28), &[7.0, 8.0, 9.0]);
        let (a, b) = a.together(&b).unwrap();
        assert_eq!((a.first, a.values, b.values), (date(2026, 2, 28), vec![2.0, 3.0], vec![7.0, 8.0]));
        let far = of(date(2027, 1, 31), &[1.0]);
        assert!(b_with(&far).is_none());
    }

    fn b_with(far: &Regular) -> Option<(Regular, Regular)> {
        Regular { rhythm: Rhythm::Month, first: date(2026, 2, 28), values: vec![1.0], filled: 0 }
            .together(far)
    }
}
