//! The path from the baseline through the targets.

use department::model::Kpi;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What a KPI should stand at on a day: on the straight line between the baseline or target before and the target
/// behind it, and at the last target from its day on.
///
/// Nothing where the KPI has no target, or where the day lies before the first mark. Where a target has the
/// baseline's day, the target holds.
pub fn expected(kpi: &Kpi, date: Date) -> Option<f64> {
    kpi.targets.first()?;
    let marks: BTreeMap<Date, f64> =
        kpi.baseline.iter().chain(&kpi.targets).map(|mark| (mark.date, mark.value)).collect();
    let (&from, &start) = marks.range(..=date).next_back()?;
    let Some((&to, &end)) = marks.range(date..).find(|(day, _)| **day > date) else { return Some(start) };
    let days = |from: Date, to: Date| f64::from(from.until(to).map_or(0, |span| span.get_days()));
    Some(start + (end - start) * days(from, date) / days(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;
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
