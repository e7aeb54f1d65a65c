//! KPIs that are computed from others.

use super::{Point, Series, forward, period_end};
use crate::Aggregate;
use crate::reading::rhythm;
use department::formula::{self, Formula, Function, Operation};
use department::model::{Kpi, Rhythm};
use department::{Department, Element};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// No series is longer than this many periods: a hundred years of days.
const LONGEST: usize = 36_600;

/// A value a period, or none.
type Values = Vec<Option<f64>>;

/// The series of the KPIs that have a formula, from those that were measured. Each is computed in its own rhythm for the periods
/// that have ended by `today`: what a part's figures of a period come to says its `total`; of a sum none of the part's own
/// periods may be missing. Where a part is missing, a divisor is nought or a window is not full, the period has no figure. A
/// figure stands on the last day of its period. Formulas that come back to themselves give
/// nothing; one that cannot be read is none.
pub fn derived(
    department: &Department,
    measured: &BTreeMap<String, Series>,
    today: Date,
) -> BTreeMap<String, Series> {
    let mut work = Work { department, measured, today, found: BTreeMap::new(), open: Vec::new() };
    for kpi in department.kpis.iter().filter(|kpi| formula::of(kpi).is_some()) {
        work.series(kpi);
    }
    work.found
}

struct Work<'a> {
    department: &'a Department,
    measured: &'a BTreeMap<String, Series>,
    today: Date,
    found: BTreeMap<String, Series>,
    /// The KPIs that wait for what they are made of.
    open: Vec<&'a str>,
}

impl<'a> Work<'a> {
    /// The series of a derived KPI; an empty one where there is none.
    fn series(&mut self, kpi: &'a Kpi) -> Series {
        if let Some(found) = self.found.get(kpi.id()) {
            return found.clone();
        }
        if self.open.contains(&kpi.id()) {
            return Series::default();
        }
        self.open.push(kpi.id());
        let series = self.computed(kpi).unwrap_or_default();
        self.open.pop();
        self.found.insert(kpi.id().to_owned(), series.clone());
        series
    }

    fn computed(&mut self, kpi: &'a Kpi) -> Option<Series> {
        let (read_formula, rhythm) = (formula::of(kpi)?, rhythm(kpi));
        let mut parts: BTreeMap<String, (&Kpi, Series)> = BTreeMap::new();
        for (id, _) in read_formula.kpis() {
            let part = self.department.kpis.get(id)?;
            let series = match formula::of(part).is_none() {
                true => self.measured.get(id).cloned().unwrap_or_default(),
                false => self.series(part),
            };
            parts.insert(id.to_owned(), (part, series));
        }
        let first =
            parts.values().filter_map(|(_, series)| series.points.first()).map(|point| point.date).min()?;
        let mut ends = vec![period_end(first, rhythm)];
        while let Some(next) = ends.last().map(|last| forward(*last, rhythm, 1)) {
            if next > self.today || ends.len() >= LONGEST {
                break;
            }
            ends.push(next);
        }
        ends.retain(|end| *end <= self.today);
        let columns =
            parts.iter().map(|(id, (part, series))| (id.as_str(), read(part, series, &ends, rhythm)));
        let columns: BTreeMap<&str, Values> = columns.collect();
        let values = evaluate(&read_formula, &columns, ends.len());
        let points = ends.into_iter().zip(values);
        Some(Series::new(points.filter_map(|(date, value)| Some(Point { date, value: value? }))))
    }
}

/// What a part's figures come to in each period.
fn read(part: &Kpi, series: &Series, ends: &[Date], own: Rhythm) -> Values {
    let aggregate = Aggregate::of(part.total);
    let mut points = series.points.iter().peekable();
    let mut before: Option<Date> = None;
    let each = ends.iter().map(|&end| {
        let mut values = Vec::new();
        while let Some(point) = points.next_if(|point| point.date <= end) {
            values.push(point.value);
        }
        let whole = aggregate != Aggregate::Sum || values.len() >= count(rhythm(part), before, end, own);
        before = Some(end);
        aggregate.over(&values).filter(|_| whole && !values.is_empty())
    });
    each.collect()
}

/// How many periods of a part's rhythm end within one of the derived KPI's; before the first period that is known, as in any.
fn count(rhythm: Rhythm, before: Option<Date>, end: Date, own: Rhythm) -> usize {
    if rhythm >= own {
        return 1;
    }
    let before = before.unwrap_or_else(|| period_end(super::back(end, own, 1), own));
    let mut last = period_end(before, rhythm);
    if last <= before {
        last = forward(last, rhythm, 1);
    }
    let mut count = 0;
    while last <= end && count < 400 {
        count += 1;
        last = forward(last, rhythm, 1);
    }
    count
}

fn evaluate(formula: &Formula, columns: &BTreeMap<&str, Values>, n: usize) -> Values {
    match formula {
        Formula::Number(number) => vec![Some(*number); n],
        Formula::Kpi(id, _) => columns.get(id.as_str()).cloned().unwrap_or_else(|| vec![None; n]),
        Formula::Negative(of) => evaluate(of, columns, n).into_iter().map(|value| Some(-value?)).collect(),
        Formula::Joined(operation, left, right) => {
            let (left, right) = (evaluate(left, columns, n), evaluate(right, columns, n));
            let join = |(a, b): (Option<f64>, Option<f64>)| {
                let (a, b) = (a?, b?);
                let value = match operation {
                    Operation::Plus => a + b,
                    Operation::Minus => a - b,
                    Operation::Times => a * b,
                    Operation::By => a / b,
                };
                Some(value).filter(|value| value.is_finite())
            };
            left.into_iter().zip(right).map(join).collect()
        }
        Formula::Over(function, of, periods) => {
            let of = evaluate(of, columns, n);
            (0..n).map(|at| over(*function, &of, at, *periods)).collect()
        }
    }
}

/// A function at one period; nothing where its window is not full.
fn over(function: Function, of: &Values, at: usize, periods: usize) -> Option<f64> {
    match function {
        Function::Abs => return Some((*of.get(at)?)?.abs()),
        Function::Previous => return *of.get(at.checked_sub(periods)?)?,
        _ => {}
    }
    let from = (at + 1).checked_sub(periods)?;
    let window: Vec<f64> = of.get(from..=at)?.iter().copied().collect::<Option<_>>()?;
    match function {
        Function::Sum => Some(window.iter().sum()),
        Function::Mean => Some(window.iter().sum::<f64>() / periods as f64),
        Function::Min => window.into_iter().reduce(f64::min),
        _ => window.into_iter().reduce(f64::max),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_department::department;
    use jiff::civil::date;

    const TEXT: &str = r#"
[kpi.answered]
rhythm = "week"
total = "sum"
[kpi.asked]
rhythm = "week"
total = "sum"
[kpi.mood]
rhythm = "day"
[kpi.share]
rhythm = "week"
formula = "answered / asked * 100"
[kpi.monthly]
rhythm = "month"
formula = "answered"
[kpi.smooth]
rhythm = "week"
formula = "mean(share, 2) - previous(share)"
[kpi.mean_mood]
rhythm = "week"
formula = "mood"
[kpi.a]
formula = "b + 1"
[kpi.b]
formula = "a + 1"
[kpi.broken]
formula = "answered +"
[kpi.lost]
formula = "nobody * 2"
"#;

    fn weekly(first: Date, values: &[f64]) -> Series {
        let point =
            |(at, value): (i32, &f64)| Point { date: forward(first, Rhythm::Week, at), value: *value };
        Series::new((0..).zip(values).map(point))
    }

    fn found(today: Date) -> BTreeMap<String, Vec<(Date, f64)>> {
        let first = date(2026, 1, 4);
        let days = (0..14).map(|day| Point {
            date: date(2026, 1, 5).saturating_add(jiff::Span::new().days(day)),
            value: if day < 7 { 2.0 } else { 4.0 },
        });
        let measured = BTreeMap::from([
            ("answered".to_owned(), weekly(first, &[8.0, 9.0, 5.0, 7.0, 6.0])),
            ("asked".to_owned(), weekly(first, &[10.0, 12.0, 0.0, 14.0])),
            ("mood".to_owned(), Series::new(days)),
        ]);
        let all = derived(&department(TEXT), &measured, today);
        let plain = |series: Series| series.points.iter().map(|point| (point.date, point.value)).collect();
        all.into_iter().map(|(id, series)| (id, plain(series))).collect()
    }

    #[test]
    fn a_figure_is_computed_where_all_its_parts_are_there() {
        let all = found(date(2026, 2, 10));
        let week = |at| forward(date(2026, 1, 4), Rhythm::Week, at);
        // Nought was asked in the third week, nothing is known of the fifth.
        assert_eq!(all["share"], [(week(0), 80.0), (week(1), 75.0), (week(3), 50.0)]);
        assert_eq!(all["smooth"], [(week(1), 77.5 - 80.0)], "both windows are full in the second week only");
        assert_eq!(all["mean_mood"], [(week(1), 2.0), (week(2), 4.0)]);
    }

    #[test]
    fn a_sum_wants_all_of_its_periods() {
        // January 2026 holds the Sundays 4, 11, 18 and 25; of February's only the first is known.
        assert_eq!(found(date(2026, 3, 10))["monthly"], [(date(2026, 1, 31), 29.0)]);
        assert!(found(date(2026, 1, 30))["monthly"].is_empty(), "the month has not ended");
    }

    #[test]
    fn what_cannot_be_computed_has_no_figures() {
        let all = found(date(2026, 2, 10));
        assert!(["a", "b", "lost"].iter().all(|id| all[*id].is_empty()));
        assert!(!all.contains_key("broken"), "what cannot be read computes nothing: what was measured stays");
    }
}
