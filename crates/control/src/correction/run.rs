//! A correction that was opened, and what has happened to it.

use crate::Point;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A correction that was opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// Its number; 0 for a new one.
    pub id: u64,
    /// The id of the KPI.
    pub kpi: String,
    /// The target that was missed.
    pub target: Point,
    /// What was read for it.
    pub reading: Point,
    /// What is done, as it was prepared.
    pub what: String,
    /// The id of the person who does it; empty where nobody was named.
    pub owner: String,
    /// Until when it should be done: an instant as RFC 3339 writes it; empty where no term was set.
    pub due: String,
    /// When it was opened.
    pub at: String,
    /// Who opened it; empty where it opened by itself.
    pub by: String,
    /// What has happened since, in order.
    pub events: Vec<Happened>,
}

/// Something that has happened to a correction.
#[derive(Debug, Clone, PartialEq)]
pub struct Happened {
    /// When.
    pub at: String,
    /// Who did it; empty where it happened by itself.
    pub by: String,
    /// What.
    pub what: What,
}

/// What can happen to a correction; kept under these words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// A further target was missed while it runs.
    Again(Point, Point),
    /// The reading of a target that it has spoken of was revised, and the target is met by what is known now.
    Recovered(Point),
    /// Somebody has begun.
    Started,
    /// A task was added: what, who, until when.
    Task(String, String, Option<Date>),
    /// The task of that number, from 0, is done; with what came of it.
    TaskDone(usize, String),
    /// Something was said.
    Note(String),
    /// It is done: the result.
    Done(String),
    /// It was withdrawn: the reason.
    Withdrawn(String),
}

/// Where a correction stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunState {
    /// Nobody has begun.
    Open,
    /// It is under way.
    Started,
    /// It has a result.
    Done,
    /// It was given up, with a reason.
    Withdrawn,
}

impl RunState {
    /// The word in data; `correction-WORD` is its message.
    pub const fn word(self) -> &'static str {
        match self {
            RunState::Open => "open",
            RunState::Started => "started",
            RunState::Done => "done",
            RunState::Withdrawn => "withdrawn",
        }
    }

    /// Whether something is still to be done.
    pub const fn runs(self) -> bool {
        matches!(self, RunState::Open | RunState::Started)
    }
}

/// A task of a correction.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// What is to be done.
    pub what: String,
    /// The id of the person who does it.
    pub owner: String,
    /// Until when.
    pub due: Option<Date>,
    /// When it was done and what came of it.
    pub done: Option<(String, String)>,
}

impl Run {
    /// Where it stands.
    pub fn state(&self) -> RunState {
        self.events.iter().fold(RunState::Open, |state, event| match event.what {
            What::Done(_) => RunState::Done,
            What::Withdrawn(_) => RunState::Withdrawn,
            What::Started | What::TaskDone(..) if state == RunState::Open => RunState::Started,
            _ => state,
        })
    }

    /// Its tasks: the prepared one first.
    pub fn tasks(&self) -> Vec<Task> {
        let due = self.due.get(..10).and_then(|day| day.parse().ok());
        let first = Task { what: self.what.clone(), owner: self.owner.clone(), due, done: None };
        let mut tasks = vec![first];
        for event in &self.events {
            match &event.what {
                What::Task(what, owner, due) => {
                    tasks.push(Task { what: what.clone(), owner: owner.clone(), due: *due, done: None });
                }
                What::TaskDone(number, note) => {
                    if let Some(task) = tasks.get_mut(*number) {
                        task.done = Some((event.at.clone(), note.clone()));
                    }
                }
                _ => {}
            }
        }
        tasks
    }

    /// When somebody began, and when it was done; as far as it has come to that.
    pub fn times(&self) -> (Option<&str>, Option<&str>) {
        let begins =
            |event: &&Happened| matches!(event.what, What::Started | What::TaskDone(..) | What::Done(_));
        let ends = |event: &&Happened| matches!(event.what, What::Done(_));
        (
            self.events.iter().find(begins).map(|event| event.at.as_str()),
            self.events.iter().find(ends).map(|event| event.at.as_str()),
        )
    }

    /// From its opening to the first who began, in seconds; nothing where nobody has.
    pub fn reaction(&self) -> Option<i64> {
        seconds(&self.at, self.times().0?)
    }

    /// From its opening to its end, in seconds; nothing while it runs.
    pub fn lasted(&self) -> Option<i64> {
        let ends = |event: &&Happened| matches!(event.what, What::Done(_) | What::Withdrawn(_));
        seconds(&self.at, &self.events.iter().find(ends)?.at)
    }

    /// The result, or the reason why it was given up.
    pub fn outcome(&self) -> Option<&str> {
        self.events.iter().rev().find_map(|event| match &event.what {
            What::Done(text) | What::Withdrawn(text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// The numbers of its tasks that should have been done by an instant and are not; none where it has ended.
    pub fn overdue(&self, now: &str) -> Vec<usize> {
        if !self.state().runs() {
            return Vec::new();
        }
        let late = |(number, task): &(usize, Task)| {
            // Instants in whole seconds of UTC, and days, are in the order of their letters.
            let until = match (number, task.due) {
                (0, _) => self.due.clone(),
                (_, Some(day)) => format!("{day}T23:59:59Z"),
                (_, None) => String::new(),
            };
            task.done.is_none() && !until.is_empty() && until.as_str() < now
        };
        self.tasks().into_iter().enumerate().filter(late).map(|(number, _)| number).collect()
    }

    /// The day from which it can have had an effect: when somebody began, else when it was opened.
    pub fn since(&self) -> Option<Date> {
        self.times().0.unwrap_or(&self.at).get(..10)?.parse().ok()
    }

    /// Whether it ran on any day between two.
    pub fn touches(&self, from: Date, to: Date) -> bool {
        let day = |at: &str| at.get(..10).and_then(|day| day.parse::<Date>().ok());
        let ends = |event: &&Happened| matches!(event.what, What::Done(_) | What::Withdrawn(_));
        let end = self.events.iter().find(ends).and_then(|event| day(&event.at));
        day(&self.at).is_some_and(|opened| opened <= to) && end.is_none_or(|end| end >= from)
    }

    /// Whether it has spoken of a target.
    pub fn knows(&self, day: Date) -> bool {
        let again = |event: &Happened| matches!(event.what, What::Again(mark, _) if mark.date == day);
        self.target.date == day || self.events.iter().any(again)
    }
}

/// From one instant to another, at least 0.
fn seconds(from: &str, to: &str) -> Option<i64> {
    let at = |text: &str| text.parse::<Timestamp>().ok().map(Timestamp::as_second);
    Some((at(to)? - at(from)?).max(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn run(events: &[What]) -> Run {
        let happened = |(n, what): (usize, &What)| Happened {
            at: format!("2026-07-0{}T09:00:00Z", n + 2),
            by: "anna".to_owned(),
            what: what.clone(),
        };
        Run {
            id: 1,
            kpi: "reply".to_owned(),
            target: Point { date: date(2026, 6, 30), value: 40.0 },
            reading: Point { date: date(2026, 6, 30), value: 55.0 },
            what: "A second shift".to_owned(),
            owner: "leo".to_owned(),
            due: "2026-07-03T09:00:00Z".to_owned(),
            at: "2026-07-01T09:00:00Z".to_owned(),
            by: String::new(),
            events: events.iter().enumerate().map(happened).collect(),
        }
    }

    #[test]
    fn it_opens_runs_and_ends() {
        assert_eq!(run(&[]).state(), RunState::Open);
        let note = What::Note("seen".to_owned());
        assert_eq!(run(std::slice::from_ref(&note)).state(), RunState::Open);
        let begun = run(&[note, What::Started]);
        assert_eq!((begun.state(), begun.times().0), (RunState::Started, Some("2026-07-03T09:00:00Z")));
        let done = run(&[What::Started, What::Done("median 38".to_owned())]);
        assert_eq!((done.state(), done.outcome()), (RunState::Done, Some("median 38")));
        assert!(!done.state().runs());
        assert_eq!((done.reaction(), done.lasted()), (Some(24 * 3600), Some(48 * 3600)));
        assert_eq!((begun.reaction(), begun.lasted()), (Some(48 * 3600), None));
        assert_eq!(run(&[What::Withdrawn("a slip".to_owned())]).state(), RunState::Withdrawn);
    }

    #[test]
    fn its_tasks_are_done_one_by_one() {
        let other = What::Task("Tell support".to_owned(), "anna".to_owned(), Some(date(2026, 7, 9)));
        let run = run(&[other, What::TaskDone(1, "told".to_owned()), What::TaskDone(7, String::new())]);
        let tasks = run.tasks();
        assert_eq!(tasks.len(), 2);
        assert_eq!((tasks[0].due, tasks[0].done.clone()), (Some(date(2026, 7, 3)), None));
        assert_eq!(tasks[1].done.as_ref().map(|done| done.1.as_str()), Some("told"));
        assert_eq!(run.state(), RunState::Started);
    }

    #[test]
    fn what_is_not_done_in_time_is_overdue_until_it_ends() {
        let late = "2026-07-04T00:00:00Z";
        assert_eq!(run(&[]).overdue(late), [0]);
        assert!(run(&[]).overdue("2026-07-02T00:00:00Z").is_empty());
        assert_eq!(run(&[What::Started]).overdue(late), [0], "to begin is not to be done");
        let other = What::Task("Tell support".to_owned(), String::new(), Some(date(2026, 7, 9)));
        let both = run(&[other, What::TaskDone(0, String::new())]);
        assert!(both.overdue("2026-07-09T20:00:00Z").is_empty());
        assert_eq!(both.overdue("2026-07-10T00:00:00Z"), [1]);
        assert!(run(&[What::Withdrawn("a slip".to_owned())]).overdue(late).is_empty());
    }
}
