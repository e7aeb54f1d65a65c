//! A KPI's values in the order of time.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A value on a day.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// The day.
    pub date: Date,
    /// The value.
    pub value: f64,
}

/// Values sorted by day, one a day. Copies share them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Series {
    /// The values.
    pub points: Arc<[Point]>,
}

impl Series {
    /// A series of points in any order; of several on one day the last given holds.
    pub fn new(points: impl IntoIterator<Item = Point>) -> Self {
        let by_day: BTreeMap<Date, f64> = points.into_iter().map(|point| (point.date, point.value)).collect();
        Series { points: by_day.into_iter().map(|(date, value)| Point { date, value }).collect() }
    }

    /// The last value on that day or before it.
    pub fn at_or_before(&self, date: Date) -> Option<Point> {
        let behind = self.points.partition_point(|point| point.date <= date);
        self.points.get(behind.checked_sub(1)?).copied()
    }

    /// The last value.
    pub fn last(&self) -> Option<Point> {
        self.points.last().copied()
    }

    /// The values from one day to another, both included; none where the days are the wrong way round.
    pub fn between(&self, from: Date, to: Date) -> &[Point] {
        let start = self.points.partition_point(|point| point.date < from);
        let end = self.points.partition_point(|point| point.date <= to);
        self.points.get(start..end).unwrap_or(&[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn series(points: &[(i8, f64)]) -> Series {
        Series::new(points.iter().map(|&(month, value)| Point { date: date(2026, month, 1), value }))
    }

    #[test]
    fn the_value_of_a_day_is_the_last_before_it() {
        let series = series(&[(3, 3.0), (1, 1.0), (3, 4.0)]);
        assert_eq!(series.at_or_before(date(2025, 12, 31)), None);
        assert_eq!(series.at_or_before(date(2026, 1, 1)).unwrap().value, 1.0);
        assert_eq!(series.at_or_before(date(2026, 2, 28)).unwrap().value, 1.0);
        assert_eq!(series.last().unwrap().value, 4.0, "the later of two on one day");
        assert_eq!(Series::default().last(), None);
    }

    #[test]
    fn both_ends_are_between() {
        let series = series(&[(1, 1.0), (2, 2.0), (3, 3.0)]);
        assert_eq!(series.between(date(2026, 2, 1), date(2026, 3, 1)).len(), 2);
        assert!(series.between(date(2026, 3, 1), date(2026, 1, 1)).is_empty());
    }
}
