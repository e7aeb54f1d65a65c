//! Which readings call for a correction.

use super::{Run, RunState, What};
use crate::reading::rhythm;
use crate::{CheckpointReading, Point, Series, State, checkpoints, forward};
use department::element::Duration;
use department::model::Kpi;
use department::{Department, Element};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A reading that calls for something.
#[derive(Debug, Clone)]
pub struct Missed<'a> {
    /// The checkpoint.
    pub kpi: &'a Kpi,
    /// The target.
    pub target: Point,
    /// What was read for it.
    pub reading: Point,
    /// What it calls for.
    pub call: Call,
}

/// What a reading calls for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// The correction is to be opened.
    Open,
    /// The correction of that number runs already: the further miss is added to it.
    Again(u64),
    /// The correction of that number was opened for a reading that has been revised since: its target is met.
    Recovered(u64),
}

/// The readings that call for something. A target is read once its figures are complete (`known_after` behind its day), and it is
/// spoken of once: a reading that wavers about its target opens no second correction, and while one runs for a KPI further
/// misses are added to it. Only checkpoints with a prepared correction call for it.
pub fn missed<'a>(
    department: &'a Department,
    series: &BTreeMap<String, Series>,
    runs: &[Run],
    today: Date,
) -> Vec<Missed<'a>> {
    let mut calls: Vec<Missed<'a>> = Vec::new();
    for read in checkpoints(department, series, today) {
        let CheckpointReading { kpi, mark, reading: Some(reading), state, .. } = read else { continue };
        let prepared = kpi.correction.as_ref().is_some_and(|correction| !correction.what.is_empty());
        if !prepared || today < complete(kpi, mark.date) {
            continue;
        }
        let mut of = runs.iter().filter(|run| run.kpi == kpi.id());
        let known = of.clone().find(|run| run.knows(mark.date));
        let running = of.find(|run| run.state().runs()).map(|run| run.id);
        // What opens now runs for the targets behind it.
        let opens = calls.iter().any(|call| call.kpi.id() == kpi.id() && call.call == Call::Open);
        let call = match (state, known, running) {
            (State::Missed, None, Some(run)) => Call::Again(run),
            (State::Missed, None, None) if !opens => Call::Open,
            (State::Met, Some(run), _) if recovers(run, mark.date) => Call::Recovered(run.id),
            _ => continue,
        };
        let target = Point { date: mark.date, value: mark.value };
        calls.push(Missed { kpi, target, reading, call });
    }
    calls
}

/// Whether a run was opened for a target and has not heard yet that it is met.
fn recovers(run: &Run, day: Date) -> bool {
    let heard = run.events.iter().any(|event| matches!(event.what, What::Recovered(_)));
    run.target.date == day && !heard && matches!(run.state(), RunState::Open | RunState::Started)
}

/// The day from which a target's figures are complete.
fn complete(kpi: &Kpi, day: Date) -> Date {
    day.saturating_add(jiff::Span::new().days(kpi.known_after.map_or(0, whole_days)))
}

fn whole_days(length: Duration) -> i64 {
    (length.minutes() / (24.0 * 60.0)).ceil().clamp(0.0, 3_650.0) as i64
}

/// Whether a figure for a target's day became known too late to act on by itself: more than a period behind the day on which it
/// was to be complete.
pub fn is_late(kpi: &Kpi, day: Date, known: Date) -> bool {
    known > forward(complete(kpi, day), rhythm(kpi), 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::correction::Happened;
    use crate::test_department::department;
    use jiff::civil::date;

    const TEXT: &str = r#"
[kpi.reply]
kind = "checkpoint"
direction = "down"
rhythm = "month"
tolerance = 5
known_after = "3d"
targets = [{ date = 2026-03-31, value = 50 }, { date = 2026-04-30, value = 40 }]
[kpi.reply.correction]
what = "A second shift"
[kpi.bare]
kind = "checkpoint"
rhythm = "month"
targets = [{ date = 2026-03-31, value = 50 }]
"#;

    fn series(points: &[(Date, f64)]) -> BTreeMap<String, Series> {
        let of = || Series::new(points.iter().map(|&(date, value)| Point { date, value }));
        BTreeMap::from([("reply".to_owned(), of()), ("bare".to_owned(), of())])
    }

    fn run(events: Vec<What>) -> Run {
        let happened = |what| Happened { at: String::new(), by: String::new(), what };
        Run {
            id: 7,
            kpi: "reply".to_owned(),
            target: Point { date: date(2026, 3, 31), value: 50.0 },
            reading: Point { date: date(2026, 3, 31), value: 60.0 },
            what: "A second shift".to_owned(),
            owner: String::new(),
            due: String::new(),
            at: String::new(),
            by: String::new(),
            events: events.into_iter().map(happened).collect(),
        }
    }

    fn calls(points: &[(Date, f64)], runs: &[Run], today: Date) -> Vec<(String, Date, Call)> {
        let department = department(TEXT);
        let all = missed(&department, &series(points), runs, today);
        all.iter().map(|one| (one.kpi.id().to_owned(), one.target.date, one.call)).collect()
    }

    const MARCH: Date = date(2026, 3, 31);
    const APRIL: Date = date(2026, 4, 30);

    #[test]
    fn a_missed_target_opens_what_was_prepared_once_its_figures_are_complete() {
        let read = [(MARCH, 60.0)];
        assert!(calls(&read, &[], date(2026, 4, 2)).is_empty(), "not complete yet");
        assert_eq!(calls(&read, &[], date(2026, 4, 3)), [("reply".to_owned(), MARCH, Call::Open)]);
        assert!(calls(&[(MARCH, 55.0)], &[], date(2026, 4, 3)).is_empty(), "within the tolerance");
        assert!(calls(&[], &[], date(2026, 4, 20)).is_empty(), "nothing is known");
    }

    #[test]
    fn a_wobble_opens_it_once() {
        let open = run(Vec::new());
        let day = date(2026, 4, 10);
        assert!(calls(&[(MARCH, 61.0)], std::slice::from_ref(&open), day).is_empty());
        let met = calls(&[(MARCH, 50.0)], std::slice::from_ref(&open), day);
        assert_eq!(met, [("reply".to_owned(), MARCH, Call::Recovered(7))]);
        let heard = run(vec![What::Recovered(Point { date: MARCH, value: 50.0 })]);
        assert!(calls(&[(MARCH, 50.0)], std::slice::from_ref(&heard), day).is_empty());
        assert!(calls(&[(MARCH, 62.0)], &[heard], day).is_empty(), "and missed again: it is open already");
        let done = run(vec![What::Done("done".to_owned())]);
        assert!(calls(&[(MARCH, 62.0)], &[done], day).is_empty(), "spoken of once");
    }

    #[test]
    fn a_further_miss_joins_what_runs() {
        let read = [(MARCH, 60.0), (APRIL, 60.0)];
        let day = date(2026, 5, 10);
        assert_eq!(calls(&read, &[run(Vec::new())], day), [("reply".to_owned(), APRIL, Call::Again(7))]);
        let done = run(vec![What::Done("done".to_owned())]);
        assert_eq!(calls(&read, &[done], day), [("reply".to_owned(), APRIL, Call::Open)]);
        let both = calls(&read, &[], day);
        assert_eq!(
            both,
            [("reply".to_owned(), MARCH, Call::Open)],
            "the second joins once the first has opened"
        );
    }

    #[test]
    fn what_is_known_too_late_is_late() {
        let department = department(TEXT);
        let kpi = department.kpis.get("reply").unwrap();
        assert!(!is_late(kpi, MARCH, date(2026, 5, 3)));
        assert!(is_late(kpi, MARCH, date(2026, 5, 4)));
    }
}
