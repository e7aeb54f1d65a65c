//! Which KPIs may stand beside one whose change is looked at.

use crate::correction::Run;
use crate::reading::rhythm;
use crate::{Aggregate, Series, regular};
use department::model::Kpi;
use department::{Department, Element};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// At most so many stand beside.
const MOST: usize = 2;
/// Their steps before the day must go together so closely.
const CLOSE: f64 = 0.5;
/// On at least so many steps.
const STEPS: usize = 12;

/// The KPIs that may stand beside one: measured in the same periods, neither leading to it nor following it, without a correction
/// of their own since the day, and going with it step by step before the day (correlation of their steps at least 0.5 in size: two
/// that merely both rise are no companions). The closest two.
pub fn beside<'a>(
    department: &'a Department,
    series: &'a BTreeMap<String, Series>,
    runs: &[Run],
    kpi: &Kpi,
    since: Date,
    today: Date,
) -> Vec<(&'a Kpi, &'a Series)> {
    let read = |kpi: &Kpi, series: &Series| regular(series, rhythm(kpi), Aggregate::of(kpi.total), today);
    let Some(own) = series.get(kpi.id()).and_then(|series| read(kpi, series)) else { return Vec::new() };
    let serves =
        |one: &Kpi, other: &Kpi| department.find(&one.serves).is_some_and(|to| to.id() == other.id());
    let touched = |other: &Kpi| runs.iter().any(|run| run.kpi == other.id() && run.touches(since, today));
    let mut found: Vec<(f64, &Kpi, &Series)> = Vec::new();
    for other in &department.kpis {
        if other.id() == kpi.id() || serves(other, kpi) || serves(kpi, other) || touched(other) {
            continue;
        }
        let Some(series) = series.get(other.id()) else { continue };
        let Some((mine, theirs)) = read(other, series).and_then(|theirs| own.together(&theirs)) else {
            continue;
        };
        let before = (0..mine.values.len()).take_while(|at| mine.date(*at) < since).count();
        if mine.values.len() < own.values.len() || before <= STEPS {
            continue;
        }
        let steps =
            |values: &[f64]| values[..before].windows(2).map(|pair| pair[1] - pair[0]).collect::<Vec<_>>();
        let r = correlation(&steps(&mine.values), &steps(&theirs.values));
        if r.abs() >= CLOSE {
            found.push((r.abs(), other, series));
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.into_iter().take(MOST).map(|(_, kpi, series)| (kpi, series)).collect()
}

/// Pearson's r; nought where one of both never moves.
fn correlation(x: &[f64], y: &[f64]) -> f64 {
    let n = x.len() as f64;
    let mean = |values: &[f64]| values.iter().sum::<f64>() / n;
    let (mx, my) = (mean(x), mean(y));
    let sum = |f: &dyn Fn(f64, f64) -> f64| x.iter().zip(y).map(|(x, y)| f(x - mx, y - my)).sum::<f64>();
    let (xy, xx, yy) = (sum(&|x, y| x * y), sum(&|x, _| x * x), sum(&|_, y| y * y));
    if xx > 0.0 && yy > 0.0 { xy / (xx * yy).sqrt() } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_department::department;
    use crate::{Point, forward};
    use department::model::Rhythm;
    use jiff::civil::date;

    #[test]
    fn a_companion_goes_with_it_and_is_not_tied_to_it() {
        let department = department(
            "[kpi.own]\nkind = \"checkpoint\"\nserves = \"end\"\nrhythm = \"week\"\n[kpi.end]\nkind = \"terminal\"\nrhythm = \"week\"\n\
             [kpi.market]\nrhythm = \"week\"\n[kpi.noise]\nrhythm = \"week\"\n[kpi.rising]\nrhythm = \"week\"\n",
        );
        let first = date(2025, 1, 5);
        let of = |value: &dyn Fn(f64) -> f64| {
            Series::new(
                (0..40).map(|t| Point { date: forward(first, Rhythm::Week, t), value: value(f64::from(t)) }),
            )
        };
        let wave = |t: f64| (t * 2.3).sin();
        let series = BTreeMap::from([
            ("own".to_owned(), of(&|t| t + wave(t))),
            ("end".to_owned(), of(&|t| t + 2.0 * wave(t))),
            ("market".to_owned(), of(&|t| 5.0 - wave(t) + 0.2 * (t * 5.1).cos())),
            ("noise".to_owned(), of(&|t| (t * 1.1).cos())),
            ("rising".to_owned(), of(&|t| 3.0 * t + (t * 0.7).cos())),
        ]);
        let own = department.kpis.get("own").unwrap();
        let found = |runs: &[Run]| {
            let all = beside(&department, &series, runs, own, date(2025, 8, 1), date(2025, 12, 31));
            all.iter().map(|(kpi, _)| kpi.id().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(found(&[]), ["market"]);
        let point = Point { date: date(2025, 8, 3), value: 1.0 };
        let run = Run {
            id: 1,
            kpi: "market".to_owned(),
            target: point,
            reading: point,
            what: String::new(),
            owner: String::new(),
            due: String::new(),
            at: "2025-08-10T09:00:00Z".to_owned(),
            by: String::new(),
            events: Vec::new(),
        };
        assert!(found(&[run]).is_empty(), "it has a correction of its own");
    }
}
