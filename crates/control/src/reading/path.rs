//! The path from the baseline through the targets.

use super::rhythm;
use crate::{Aggregate, Series, regular, seasons, steps};
use department::model::{Course, Kpi};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The path of a KPI: what it should stand at on each day.
#[derive(Debug, Clone)]
pub struct Path {
    marks: BTreeMap<Date, f64>,
    course: Course,
    season: Option<Season>,
}

/// How much a KPI stands above its own line in each step of its seasons.
#[derive(Debug, Clone)]
struct Season {
    first: Date,
    rhythm: department::model::Rhythm,
    each: Vec<f64>,
}

impl Season {
    /// The season of a history of at least two of its years, with what comes in the two years behind it.
    fn of(kpi: &Kpi, series: &Series, today: Date) -> Option<Self> {
        let found = regular(series, rhythm(kpi), Aggregate::of(kpi.total), today)?;
        let longest = seasons(found.rhythm).iter().copied().fold(0.0, f64::max);
        let ahead = (2.0 * longest).ceil() as usize;
        if longest < 2.0 || found.values.len() < ahead {
            return None;
        }
        let each = stats::lead::season(&found.values, seasons(found.rhythm), ahead).ok()?;
        Some(Season { first: found.first, rhythm: found.rhythm, each })
    }

    fn at(&self, date: Date) -> f64 {
        let step = steps(self.first, date, self.rhythm);
        self.each.get(step.min(self.each.len().saturating_sub(1))).copied().unwrap_or(0.0)
    }
}

impl Path {
    /// The path of a KPI; nothing where it has no target. A course with a season needs two years of figures, else it is a line.
    /// Where a target has the baseline's day, the target holds.
    pub fn new(kpi: &Kpi, series: Option<&Series>, today: Date) -> Option<Self> {
        kpi.targets.first()?;
        let marks = kpi.baseline.iter().chain(&kpi.targets).map(|mark| (mark.date, mark.value)).collect();
        let course = kpi.course.unwrap_or(Course::Line);
        let season = series.filter(|_| course == Course::Season);
        let season = season.and_then(|series| Season::of(kpi, series, today));
        Some(Path { marks, course, season })
    }

    /// What the KPI should stand at on a day: between the baseline or target before and the target behind it, and at the last
    /// target from its day on. Nothing before the first mark.
    pub fn at(&self, date: Date) -> Option<f64> {
        let (&from, &start) = self.marks.range(..=date).next_back()?;
        let Some((&to, &end)) = self.marks.range(date..).find(|(day, _)| **day > date) else {
            return Some(start);
        };
        if self.course == Course::Step {
            return Some(start);
        }
        let days = |from: Date, to: Date| f64::from(from.until(to).map_or(0, |span| span.get_days()));
        let part = days(from, date) / days(from, to);
        let line = start + (end - start) * part;
        // A mark is a figure of its own day: its season lies in it already.
        Some(self.season.as_ref().map_or(line, |season| {
            let marks = season.at(from) * (1.0 - part) + season.at(to) * part;
            line + season.at(date) - marks
        }))
    }
}

/// [`Path::at`] of a KPI whose figures are not at hand.
pub fn expected(kpi: &Kpi, date: Date) -> Option<f64> {
    Path::new(kpi, None, date)?.at(date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Point;
    use crate::test_department::kpi;
    use jiff::civil::date;

    const BASE: &str = "baseline = { date = 2026-01-01, value = 60 }";
    const TARGETS: &str = "targets = [{ date = 2026-03-02, value = 20 }, { date = 2026-01-31, value = 30 }]";

    #[test]
    fn the_path_is_straight_between_marks() {
        let kpi = kpi(&format!("{BASE}\n{TARGETS}"));
        let at = |month, day| expected(&kpi, date(2026, month, day));
        assert_eq!(at(1, 1), Some(60.0));
        assert_eq!(at(1, 16), Some(45.0), "half of thirty days");
        assert_eq!(at(1, 31), Some(30.0));
        assert_eq!(at(2, 15), Some(25.0));
        assert_eq!(at(12, 31), Some(20.0), "held behind the last target");
        assert_eq!(expected(&kpi, date(2025, 12, 31)), None);
    }

    #[test]
    fn a_stepped_path_waits_for_the_day() {
        let kpi = kpi(&format!("{BASE}\n{TARGETS}\ncourse = \"step\""));
        assert_eq!(expected(&kpi, date(2026, 1, 30)), Some(60.0));
        assert_eq!(expected(&kpi, date(2026, 1, 31)), Some(30.0));
    }

    #[test]
    fn a_season_goes_on_along_the_path() {
        let kpi =
            kpi("rhythm = \"month\"\ncourse = \"season\"\nbaseline = { date = 2025-12-31, value = 100 }\n\
            targets = [{ date = 2026-12-31, value = 112 }]");
        let month =
            |n: i32| Date::new(2023 + (n / 12) as i16, (n % 12) as i8 + 1, 1).unwrap().last_of_month();
        // Summer is twenty lower.
        let low = |n: i32| if n % 12 == 6 { -20.0 } else { 0.0 };
        let history = Series::new((0..36).map(|n| Point { date: month(n), value: 100.0 + low(n) }));
        let path = Path::new(&kpi, Some(&history), date(2026, 1, 10)).unwrap();
        let at = |month: i8| path.at(Date::new(2026, month, 1).unwrap().last_of_month()).unwrap();
        assert!((at(5) - (100.0 + 12.0 * 151.0 / 365.0)).abs() < 0.5, "{}", at(5));
        assert!((at(7) - (100.0 + 12.0 * 212.0 / 365.0 - 20.0)).abs() < 0.5, "{}", at(7));
        assert!((at(12) - 112.0).abs() < 1e-9);
    }

    #[test]
    fn without_targets_nothing_is_expected() {
        assert_eq!(expected(&kpi(BASE), date(2026, 6, 1)), None);
        assert_eq!(
            expected(&kpi(TARGETS), date(2026, 1, 1)),
            None,
            "before the first target, without a baseline"
        );
        assert_eq!(expected(&kpi(TARGETS), date(2026, 1, 31)), Some(30.0));
    }

    #[test]
    fn a_target_on_the_baselines_day_holds() {
        let kpi = kpi(&format!("{BASE}\ntargets = [{{ date = 2026-01-01, value = 50 }}]"));
        assert_eq!(expected(&kpi, date(2026, 1, 1)), Some(50.0));
    }
}
