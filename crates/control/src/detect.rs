//! Whether a planned target could be told from what a KPI does by itself.

use crate::reading::rhythm;
use crate::words::{moved, periods};
use crate::{Aggregate, Series, forecast::likely, regular, seasons, steps};
use department::element::Mark;
use department::model::{Kpi, Rhythm};
use jiff::civil::Date;
use locale::{Lang, percent, t};
use stats::series::{Detectable, Plan, detectable};

/// So many periods before the baseline are enough to know how a figure moves by itself.
const LEAST: usize = 24;
/// The level of the test by which a change would be seen.
const LEVEL: f64 = 0.95;
/// How surely one wants to see it.
pub const WISHED: f64 = 0.8;

/// What a plan can show.
#[derive(Debug, Clone, PartialEq)]
pub struct Detected {
    /// The last target.
    pub target: Mark,
    /// The change that is planned: from the baseline to it.
    pub change: f64,
    /// In how many periods.
    pub steps: usize,
    /// Their rhythm.
    pub rhythm: Rhythm,
    /// The power and what it takes.
    pub found: Detectable,
}

/// Whether the change from a KPI's baseline to its last target would be seen in the time between them, by the figures up to the
/// baseline: later ones hold the change itself. Where those are too few, by all up to today. Nothing where there is no such
/// change, or too little is known.
pub fn detect(kpi: &Kpi, series: Option<&Series>, today: Date) -> Option<Detected> {
    let baseline = kpi.baseline?;
    let target = *kpi.targets.iter().max_by_key(|mark| mark.date)?;
    let read = |until| regular(series?, rhythm(kpi), Aggregate::of(kpi.total), until);
    let before = read(baseline.date.min(today)).filter(|found| found.values.len() >= LEAST);
    let history = before.or_else(|| read(today))?;
    let steps = steps(baseline.date, target.date, history.rhythm);
    let change = target.value - baseline.value;
    if steps == 0 || change == 0.0 {
        return None;
    }
    let plan = Plan { change, steps, level: LEVEL, power: WISHED };
    let found = detectable(&history.values, seasons(history.rhythm), plan).ok()?;
    Some(Detected { target, change, steps, rhythm: history.rhythm, found })
}

impl Detected {
    /// Whether the change is seen as surely as one wishes.
    pub fn seen(&self) -> bool {
        self.found.power >= WISHED
    }

    /// What it says, in a paragraph.
    pub fn said(&self, kpi: &Kpi, lang: Lang) -> String {
        let figure = |value: f64| moved(lang, value, &kpi.unit);
        let time = periods(lang, self.rhythm, self.steps);
        let (change, power) = (figure(self.change), likely(lang, self.found.power));
        if self.seen() {
            return t!(lang, "detect-seen", time = time, change = change, power = power);
        }
        let least = figure(self.found.least);
        let first = t!(lang, "detect-unseen", time = time, change = change, power = power, least = least);
        let wished = percent(lang, WISHED, 0);
        let rest = match self.found.steps {
            Some(steps) => {
                t!(lang, "detect-needs", wished = wished, steps = periods(lang, self.rhythm, steps))
            }
            None => t!(lang, "detect-never", wished = wished),
        };
        format!("{first} {rest}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Point;
    use crate::test_department::kpi;
    use jiff::civil::date;
    use stats::Chance;

    fn months(spread: f64) -> Series {
        let mut chance = Chance::new(2);
        let month =
            |n: i32| Date::new(2023 + (n / 12) as i16, (n % 12) as i8 + 1, 1).unwrap().last_of_month();
        Series::new((0..36).map(|n| Point { date: month(n), value: 100.0 + spread * chance.normal() }))
    }

    #[test]
    fn a_great_change_is_seen_and_a_small_one_is_not() {
        let kpi = kpi("unit = \"%\"\nrhythm = \"month\"\nbaseline = { date = 2025-12-31, value = 100 }\n\
            targets = [{ date = 2026-12-31, value = 105 }]");
        let of = |spread| detect(&kpi, Some(&months(spread)), date(2026, 1, 10)).unwrap();
        let (clear, hidden) = (of(1.0), of(10.0));
        assert!(clear.seen() && !hidden.seen(), "{} {}", clear.found.power, hidden.found.power);
        assert_eq!((clear.steps, clear.change), (12, 5.0));
        for lang in [Lang::En, Lang::Ru] {
            for one in [&clear, &hidden] {
                assert!(!one.said(&kpi, lang).contains('‹'));
            }
        }
        assert!(detect(&kpi, None, date(2026, 1, 10)).is_none());
    }
}
