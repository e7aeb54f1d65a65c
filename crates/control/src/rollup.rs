//! How far the scorecard has come: measures into objectives, objectives into perspectives, perspectives into the whole.
//!
//! A measure has come as far as its latest value lies on the way from its baseline to its last target; by today it should have
//! come as far as its path does. Both run from 0 to 1: what is overdone in one place makes up for nothing in another.

use crate::reading::{allowance, direction};
use crate::{Series, State, judge, status};
use department::model::{Kpi, Objective, Perspective};
use department::{Department, Element};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// How far something has come.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Progress {
    /// The part of the way that is behind it, 0 to 1; nothing where nothing can be counted.
    pub come: Option<f64>,
    /// The part that should be behind it by the day of what was read.
    pub wanted: Option<f64>,
    /// The part of the weight below it that could be counted, 0 to 1.
    pub counted: f64,
}

/// How far the scorecard has come.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rollup {
    /// All of it.
    pub whole: Progress,
    /// Each perspective, finance on top.
    pub perspectives: Vec<(Perspective, Progress)>,
    /// Each objective, by id.
    pub objectives: BTreeMap<String, Progress>,
}

/// Rolls the scorecard up as it stands on a day.
///
/// Measures of an objective weigh the same; objectives and perspectives weigh what they are given, and the same where none is
/// given any. What cannot be counted (no recent value, no baseline, no target) is left out, and `counted` says how much is in.
pub fn rollup(department: &Department, series: &BTreeMap<String, Series>, today: Date) -> Rollup {
    let measured = |objective: &Objective| {
        let measures = objective.measures.iter().filter_map(|kpi| department.get(kpi));
        together(measures.map(|kpi| (Some(1.0), progress(kpi, series.get(kpi.id()), today))).collect())
    };
    let own = department.objectives.iter().map(|one| (one.id().to_owned(), measured(one)));
    let objectives: BTreeMap<String, Progress> = own.collect();
    let of = |perspective: Perspective| {
        let own = department.objectives.iter().filter(|one| one.perspective == Some(perspective));
        (perspective, together(own.map(|one| (one.weight, objectives[one.id()])).collect()))
    };
    let perspectives: Vec<_> = Perspective::ALL.iter().copied().map(of).collect();
    let weighed = perspectives.iter().map(|(one, progress)| (department.scorecard.weight(*one), *progress));
    Rollup { whole: together(weighed.collect()), perspectives, objectives }
}

/// How far a KPI has come from its baseline to its last target.
fn progress(kpi: &Kpi, series: Option<&Series>, today: Date) -> Progress {
    let status = status(kpi, series, today);
    let found = status.latest.filter(|_| !status.stale).zip(status.expected).zip(ends(kpi));
    let Some(((latest, expected), (from, to))) = found else { return Progress::default() };
    let part = |value: f64| match to - from {
        // Where nothing is to change, it is kept or it is not.
        0.0 => f64::from(judge(value, to, allowance(kpi, to), direction(kpi)) == State::Met),
        way => ((value - from) / way).clamp(0.0, 1.0),
    };
    let come = Some(part(latest.value)).filter(|part| part.is_finite());
    Progress { come, wanted: come.map(|_| part(expected)), counted: f64::from(come.is_some()) }
}

/// The baseline of a KPI and its last target.
fn ends(kpi: &Kpi) -> Option<(f64, f64)> {
    let last = kpi.targets.iter().max_by_key(|mark| mark.date)?;
    Some((kpi.baseline?.value, last.value))
}

/// Parts together, by their weights.
fn together(parts: Vec<(Option<f64>, Progress)>) -> Progress {
    let given = parts.iter().any(|(weight, _)| weight.is_some_and(|weight| weight > 0.0));
    let weight = |own: Option<f64>| if given { own.unwrap_or(0.0).max(0.0) } else { 1.0 };
    let (mut all, mut counted, mut come, mut wanted) = (0.0, 0.0, 0.0, 0.0);
    for (own, part) in &parts {
        all += weight(*own);
        if let Some((is, should)) = part.come.zip(part.wanted) {
            // A part counts as much as of it could be counted.
            let own = weight(*own) * part.counted;
            (counted, come, wanted) = (counted + own, come + own * is, wanted + own * should);
        }
    }
    let mean = |sum: f64| (counted > 0.0).then(|| sum / counted);
    let counted = if all > 0.0 { counted / all } else { 0.0 };
    Progress { come: mean(come), wanted: mean(wanted), counted }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Point;
    use crate::test_department::department;
    use department::{Files, read};
    use jiff::civil::date;

    const TEXT: &str = r#"
[kpi.reply]
kind = "checkpoint"
direction = "down"
rhythm = "month"
tolerance = "10%"
baseline = { date = 2025-12-31, value = 60 }
targets = [{ date = 2026-06-30, value = 50 }, { date = 2026-12-31, value = 40 }]
[kpi.share]
kind = "terminal"
rhythm = "month"
baseline = { date = 2025-12-31, value = 10 }
targets = [{ date = 2026-12-31, value = 20 }]
[kpi.bare]
kind = "measure"
"#;

    const CARD: &str = r#"
[scorecard]
finance = 40
clients = 60
[objective.gladly]
perspective = "clients"
weight = 75
measures = ["reply", "bare"]
[objective.loyal]
perspective = "clients"
weight = 25
measures = ["share"]
[objective.dear]
perspective = "finance"
measures = ["bare"]
"#;

    fn on_the_last_of_june(reply: f64, share: f64) -> Rollup {
        let files = Files::from([("sostac.toml", TEXT), ("scorecard.toml", CARD)]);
        let department = read(&files).department;
        let one = |id: &str, value| {
            let point = Point { date: date(2026, 6, 30), value };
            (id.to_owned(), Series::new([point]))
        };
        let series = BTreeMap::from([one("reply", reply), one("share", share), one("bare", 1.0)]);
        rollup(&department, &series, date(2026, 7, 5))
    }

    #[test]
    fn measures_are_rolled_up_by_weight() {
        // Replies have come a quarter of the way and should have come half of it; the share is where 181 of 365 days would have it.
        let found = on_the_last_of_june(55.0, 10.0 + 10.0 * 181.0 / 365.0);
        let gladly = found.objectives["gladly"];
        assert_eq!((gladly.come, gladly.wanted, gladly.counted), (Some(0.25), Some(0.5), 0.5));
        let half = 181.0 / 365.0;
        // Of 75 only the half could be counted.
        let clients = found.perspectives[1].1;
        assert!((clients.come.unwrap() - (37.5 * 0.25 + 25.0 * half) / 62.5).abs() < 1e-12);
        assert!((clients.wanted.unwrap() - (37.5 * 0.5 + 25.0 * half) / 62.5).abs() < 1e-12);
        assert!((clients.counted - 0.625).abs() < 1e-12);
        assert_eq!(
            found.perspectives[0].1,
            Progress::default(),
            "a measure without a target counts for nothing"
        );
        assert_eq!(found.whole.come, clients.come);
        assert!((found.whole.counted - 0.6 * 0.625).abs() < 1e-12);
    }

    #[test]
    fn what_is_overdone_makes_up_for_nothing() {
        let found = on_the_last_of_june(1.0, 9.0);
        assert_eq!(found.objectives["gladly"].come, Some(1.0));
        assert_eq!(found.objectives["loyal"].come, Some(0.0), "below where it began");
    }

    #[test]
    fn what_is_to_stay_is_kept_or_not() {
        let department = department(
            "[kpi.calm]\ndirection = \"down\"\ntolerance = 1\nrhythm = \"month\"\n\
             baseline = { date = 2025-12-31, value = 5 }\ntargets = [{ date = 2026-12-31, value = 5 }]",
        );
        let kpi = department.kpis.get("calm").unwrap();
        let come = |value| {
            let series = Series::new([Point { date: date(2026, 6, 30), value }]);
            progress(kpi, Some(&series), date(2026, 7, 1)).come
        };
        assert_eq!((come(6.0), come(4.0)), (Some(1.0), Some(1.0)));
        assert_eq!(come(7.0), Some(0.0), "lost");
        let old = Series::new([Point { date: date(2026, 1, 31), value: 5.0 }]);
        assert_eq!(
            progress(kpi, Some(&old), date(2026, 7, 1)),
            Progress::default(),
            "what is old says nothing"
        );
    }
}
