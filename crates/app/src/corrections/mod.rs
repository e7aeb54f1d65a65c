//! Corrections: a missed checkpoint opens what was prepared for it; people carry it out and say what came of it.
//!
//! What opens, and what may happen next, is decided in [`control::correction`]; here it is kept, written into the audit trail,
//! and told to other systems.

mod arm;
mod error;
mod step;

pub use error::CorrectionError;

use control::Point;
use control::correction::{Missed, Run, What};
use department::{Department, Element};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use store::Act;

use crate::{AppError, events, note};
use store::Store;

/// Who opens a correction that opens by itself.
pub const BY_ITSELF: &str = "(figures)";

/// The word of what has happened, as data and messages have it: `correction-step-WORD`.
pub const fn word(what: &What) -> &'static str {
    match what {
        What::Again(..) => "again",
        What::Recovered(_) => "recovered",
        What::Started => "started",
        What::Task(..) => "task",
        What::TaskDone(..) => "task-done",
        What::Note(_) => "note",
        What::Done(_) => "done",
        What::Withdrawn(_) => "withdrawn",
    }
}

/// What people wrote with it; empty where nothing.
pub fn text(what: &What) -> &str {
    match what {
        What::Task(text, ..)
        | What::TaskDone(_, text)
        | What::Note(text)
        | What::Done(text)
        | What::Withdrawn(text) => text,
        What::Again(..) | What::Recovered(_) | What::Started => "",
    }
}

/// The correction that a missed reading opens at an instant; `by` is empty where it opens by itself.
pub(crate) fn opened(department: &Department, missed: &Missed<'_>, at: &str, by: &str) -> Run {
    let prepared = missed.kpi.correction.clone().unwrap_or_default();
    let owner = department.find(&prepared.owner).or(department.find(&missed.kpi.owner));
    let within = prepared.within.map(|within| SignedDuration::from_secs((within.minutes() * 60.0) as i64));
    let due = at.parse::<Timestamp>().ok().zip(within).and_then(|(at, within)| at.checked_add(within).ok());
    Run {
        id: 0,
        kpi: missed.kpi.id().to_owned(),
        target: missed.target,
        reading: missed.reading,
        what: prepared.what,
        owner: owner.map(|owner| owner.id().to_owned()).unwrap_or_default(),
        due: due.map(|due| due.to_string()).unwrap_or_default(),
        at: at.to_owned(),
        by: by.to_owned(),
        events: Vec::new(),
    }
}

/// Writes what has happened into the audit trail, and tells other systems of it.
async fn tell(store: &dyn Store, act: &Act, run: &Run, word: &str, text: &str) -> Result<(), AppError> {
    let step = format!("step {word}");
    let after = if text.is_empty() { step } else { format!("{step} · {text}") };
    note(store, act, "correction", &format!("correction {} · kpi.{}", run.id, run.kpi), "", &after).await?;
    let point = |point: Point| -> Value { json!({ "date": point.date.to_string(), "value": point.value }) };
    let body = json!({
        "event": "correction",
        "state": word,
        "correction": run.id,
        "kpi": run.kpi,
        "what": run.what,
        "owner": run.owner,
        "due": run.due,
        "target": point(run.target),
        "reading": point(run.reading),
        "by": act.by,
        "at": act.at,
        "note": text,
    });
    events::queue(store, "correction", &body, act).await
}
