//! Which readings call for a correction.

use super::{Run, What};
use crate::reading::rhythm;
use crate::{CheckpointReading, Point, Series, State, checkpoints, forward};
use department::element::Duration;
use department::model::Kpi;
use department::{Department, Element};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// So many days a miss may at least be acted on.
const WEEK: i64 = 7;

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

/// The readings that call for something by themselves. A target is read once its figures are complete (`known_after` behind
/// its day), and not when that is long past ([`is_late`]): ten years of history brought in today open nothing. It is spoken of
/// once: a reading that wavers about its target opens no second correction, and while one runs for a KPI further misses are
/// added to it. Only checkpoints with a prepared correction call for it.
///
/// Of several targets of a KPI that call at once the first opens; the others are called with [`Call::Again`] when it runs, so
/// whoever acts on the calls asks again until there are none.
pub fn missed<'a>(
    department: &'a Department,
    series: &BTreeMap<String, Series>,
    runs: &[Run],
    today: Date,
) -> Vec<Missed<'a>> {
    let mut calls: Vec<Missed<'a>> = Vec::new();
    for read in checkpoints(department, series, today) {
        let CheckpointReading { kpi, mark, reading: Some(reading), state, .. } = read else { continue };
        if !prepared(kpi) || today < complete(kpi, mark.date) {
            continue;
        }
        let mut of = runs.iter().filter(|run| run.kpi == kpi.id());
        let known = of.clone().find(|run| run.knows(mark.date));
        let running = of.find(|run| run.state().runs()).map(|run| run.id);
        // What opens now runs for the targets behind it.
        let opens = calls.iter().any(|call| call.kpi.id() == kpi.id() && call.call == Call::Open);
        let late = is_late(kpi, mark.date, today);
        let call = match (state, known, running) {
            (State::Missed, None, Some(run)) if !late => Call::Again(run),
            (State::Missed, None, None) if !late && !opens => Call::Open,
            (State::Met, Some(run), _) if recovers(run, mark.date) => Call::Recovered(run.id),
            _ => continue,
        };
        let target = Point { date: mark.date, value: mark.value };
        calls.push(Missed { kpi, target, reading, call });
    }
    calls
}

/// The missed target of a KPI for which a person may open the prepared correction by hand: the last whose day has come, if none
/// has spoken of it and none runs for the KPI.
pub fn by_hand<'a>(
    department: &'a Department,
    series: &BTreeMap<String, Series>,
    runs: &[Run],
    today: Date,
    kpi: &str,
) -> Option<Missed<'a>> {
    let own = |read: &CheckpointReading<'_>| read.kpi.id() == kpi && read.mark.date <= today;
    let last = checkpoints(department, series, today).into_iter().rfind(own)?;
    let spoken = |run: &Run| run.kpi == kpi && (run.state().runs() || run.knows(last.mark.date));
    let open = last.state == State::Missed && prepared(last.kpi) && !runs.iter().any(spoken);
    let target = Point { date: last.mark.date, value: last.mark.value };
    Some(Missed { kpi: last.kpi, target, reading: last.reading.filter(|_| open)?, call: Call::Open })
}

fn prepared(kpi: &Kpi) -> bool {
    kpi.correction.as_ref().is_some_and(|correction| !correction.what.is_empty())
}

/// Whether a run has spoken of a target as missed and has not heard yet that it is met.
fn recovers(run: &Run, day: Date) -> bool {
    let heard = run.events.iter().any(|event| matches!(event.what, What::Recovered(met) if met.date == day));
    run.knows(day) && !heard && run.state().runs()
}

/// The day from which a target's figures are complete.
fn complete(kpi: &Kpi, day: Date) -> Date {
    day.saturating_add(jiff::Span::new().days(kpi.known_after.map_or(0, whole_days)))
}

fn whole_days(length: Duration) -> i64 {
    (length.minutes() / (24.0 * 60.0)).ceil().clamp(0.0, 3_650.0) as i64
}

/// Whether a target's day is too long past to act on by itself: more than a period of the KPI's rhythm, and more than a week,
/// behind the day from which its figures are complete.
pub fn is_late(kpi: &Kpi, day: Date, today: Date) -> bool {
    let complete = complete(kpi, day);
    today > forward(complete, rhythm(kpi), 1).max(complete.saturating_add(jiff::Span::new().days(WEEK)))
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
        // The one day on which both may still be acted on: March's month ends, April's figures are complete.
        let day = date(2026, 5, 3);
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
    fn each_target_is_heard_of_when_it_recovers() {
        let miss = |day| Point { date: day, value: 60.0 };
        let both = run(vec![What::Again(miss(APRIL), miss(APRIL))]);
        let met = [(MARCH, 50.0), (APRIL, 40.0)];
        let found = calls(&met, std::slice::from_ref(&both), date(2026, 5, 10));
        let of = |day| ("reply".to_owned(), day, Call::Recovered(7));
        assert_eq!(found, [of(MARCH), of(APRIL)]);
        let heard = run(vec![both.events[0].what.clone(), What::Recovered(miss(MARCH))]);
        assert_eq!(calls(&met, &[heard], date(2026, 5, 10)), [of(APRIL)]);
        let given_up = run(vec![What::Withdrawn("a slip".to_owned())]);
        assert!(calls(&met[..1], &[given_up], date(2026, 5, 10)).is_empty(), "it hears no more");
    }

    #[test]
    fn what_was_given_up_is_not_opened_again_for_the_same_target() {
        let given_up = run(vec![What::Withdrawn("a slip".to_owned())]);
        let read = [(MARCH, 60.0), (APRIL, 60.0)];
        assert!(calls(&read[..1], std::slice::from_ref(&given_up), date(2026, 4, 10)).is_empty());
        let next = calls(&read, &[given_up], date(2026, 5, 3));
        assert_eq!(next, [("reply".to_owned(), APRIL, Call::Open)]);
    }

    #[test]
    fn what_is_seen_too_late_is_opened_by_hand_only() {
        let department = department(TEXT);
        let kpi = department.kpis.get("reply").unwrap();
        assert!(!is_late(kpi, MARCH, date(2026, 5, 3)));
        assert!(is_late(kpi, MARCH, date(2026, 5, 4)));
        let read = [(MARCH, 60.0)];
        let day = date(2026, 4, 29);
        assert_eq!(calls(&read, &[], day).len(), 1);
        assert!(calls(&read, &[], date(2026, 5, 4)).is_empty());
        let hand = |runs: &[Run], today| {
            by_hand(&department, &series(&read), runs, today, "reply").map(|one| one.target.date)
        };
        // From April's day on April's target is the last, and nothing is known of it.
        assert_eq!((hand(&[], day), hand(&[], date(2026, 5, 4))), (Some(MARCH), None));
        assert_eq!(hand(&[run(Vec::new())], day), None, "one runs");
        assert_eq!(hand(&[run(vec![What::Withdrawn("a slip".to_owned())])], day), None, "spoken of");
    }
}
