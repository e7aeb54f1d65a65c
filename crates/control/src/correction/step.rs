//! Which steps a correction that was opened allows.

use super::{Run, What};

/// A text of a step is no longer than this many characters.
pub const LONGEST: usize = 4_000;
/// A correction has no more tasks than this.
pub const MOST_TASKS: usize = 50;
/// No more than this happens to a correction.
const MOST_EVENTS: usize = 1_000;

/// Why a step is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It has ended.
    Ended,
    /// Somebody has begun already.
    Begun,
    /// Nothing was written where something must be: a task, a note, a result, a reason.
    Empty,
    /// The text is too long.
    Long,
    /// There is no task of that number that is still to be done.
    NoTask,
    /// So many tasks are still to be done: it has no result yet.
    Tasks(usize),
    /// It has as many tasks, or as long a journal, as one may have.
    Full,
}

impl Run {
    /// Whether something may happen to it now.
    ///
    /// # Errors
    /// It has ended, a text is missing or too long, a task is not there, or tasks are still to be done where a result is told.
    pub fn allows(&self, what: &What) -> Result<(), Refused> {
        if !self.state().runs() {
            return Err(Refused::Ended);
        }
        // What it must still be able to hear is its end.
        let ends = matches!(what, What::Done(_) | What::Withdrawn(_));
        if self.events.len() >= MOST_EVENTS && !ends {
            return Err(Refused::Full);
        }
        let tasks = self.tasks();
        let written = |text: &str| match text.trim() {
            "" => Err(Refused::Empty),
            text if text.chars().count() > LONGEST => Err(Refused::Long),
            _ => Ok(()),
        };
        match what {
            What::Again(..) | What::Recovered(_) => Ok(()),
            What::Started if self.times().0.is_some() => Err(Refused::Begun),
            What::Started => Ok(()),
            What::Task(..) if tasks.len() >= MOST_TASKS => Err(Refused::Full),
            What::Task(text, ..) | What::Note(text) | What::Withdrawn(text) => written(text),
            What::TaskDone(number, note) => match tasks.get(*number) {
                Some(task) if task.done.is_none() && note.chars().count() <= LONGEST => Ok(()),
                Some(task) if task.done.is_none() => Err(Refused::Long),
                _ => Err(Refused::NoTask),
            },
            What::Done(text) => match tasks.iter().filter(|task| task.done.is_none()).count() {
                0 => written(text),
                left => Err(Refused::Tasks(left)),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Point;
    use crate::correction::Happened;
    use jiff::civil::date;

    fn after(events: &[What]) -> Run {
        let point = Point { date: date(2026, 6, 30), value: 40.0 };
        let happened = |what: &What| Happened { at: String::new(), by: String::new(), what: what.clone() };
        Run {
            id: 1,
            kpi: "reply".to_owned(),
            target: point,
            reading: point,
            what: "A second shift".to_owned(),
            owner: String::new(),
            due: String::new(),
            at: String::new(),
            by: String::new(),
            events: events.iter().map(happened).collect(),
        }
    }

    fn text(text: &str) -> String {
        text.to_owned()
    }

    #[test]
    fn it_closes_with_a_result_when_its_tasks_are_done() {
        let done = What::Done(text("median 38"));
        assert_eq!(after(&[]).allows(&done), Err(Refused::Tasks(1)));
        let ready = after(&[What::TaskDone(0, String::new())]);
        assert_eq!(ready.allows(&done), Ok(()));
        assert_eq!(ready.allows(&What::Done(text("  "))), Err(Refused::Empty));
        assert_eq!(ready.allows(&What::TaskDone(0, String::new())), Err(Refused::NoTask));
        assert_eq!(ready.allows(&What::Started), Err(Refused::Begun));
    }

    #[test]
    fn what_has_ended_hears_no_more() {
        for end in [What::Withdrawn(text("a slip")), What::Done(text("median 38"))] {
            let ended = after(&[end]);
            for what in [What::Note(text("late")), What::Done(text("again")), What::Started] {
                assert_eq!(ended.allows(&what), Err(Refused::Ended));
            }
        }
    }

    #[test]
    fn texts_and_tasks_have_bounds() {
        let run = after(&[]);
        assert_eq!(run.allows(&What::Note(String::new())), Err(Refused::Empty));
        assert_eq!(run.allows(&What::Note("я".repeat(LONGEST))), Ok(()));
        assert_eq!(run.allows(&What::Note("я".repeat(LONGEST + 1))), Err(Refused::Long));
        assert_eq!(run.allows(&What::TaskDone(1, String::new())), Err(Refused::NoTask));
        let task = What::Task(text("more"), String::new(), None);
        let many = after(&vec![task.clone(); MOST_TASKS - 1]);
        assert_eq!(many.allows(&task), Err(Refused::Full));
        assert_eq!(many.allows(&What::Withdrawn(text("too much"))), Ok(()));
    }
}
