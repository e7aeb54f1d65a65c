//! What other systems are told: each event is queued for every active hook that asked for it.
//!
//! `approval`, when a revision is proposed, approved or returned:
//!
//! ```json
//! { "event": "approval", "state": "approved", "proposal": 3, "revision": 14, "by": "director",
//!   "at": "2026-11-23T09:00:00Z", "note": "" }
//! ```
//!
//! `findings`, when a save brings errors that were not there before (`added` holds at most a hundred of them):
//!
//! ```json
//! { "event": "findings", "revision": 15, "by": "anna", "at": "2026-11-23T09:00:00Z", "errors": 2,
//!   "added": [{ "code": "OB01", "subject": "goal.trust", "message": "…" }] }
//! ```
//!
//! `correction`, when one opens for a missed checkpoint, and with everything that happens to it (`state` is `opened`, `again`,
//! `recovered`, `started`, `task`, `task-done`, `note`, `done` or `withdrawn`):
//!
//! ```json
//! { "event": "correction", "state": "opened", "correction": 7, "kpi": "first_reply", "what": "…", "owner": "leo",
//!   "due": "2026-11-26T09:00:00Z", "target": { "date": "2026-10-31", "value": 45.0 },
//!   "reading": { "date": "2026-10-31", "value": 61.0 }, "by": "(figures)", "at": "2026-11-23T09:00:00Z", "note": "" }
//! ```
//!
//! `report`, when a control report is made, or could not be (`problem` says why, in the department's language):
//!
//! ```json
//! { "event": "report", "report": 5, "on": "2026-10-31", "by": "(schedule)", "at": "2026-11-03T06:00:00Z",
//!   "files": ["control.2026-10-31.ru.pdf"], "problem": "" }
//! ```

use crate::{AppError, View};
use department::book;
use diag::Severity;
use serde_json::{Value, json};
use std::collections::HashSet;
use store::{Act, Delivery, Proposal, Store};

/// So many new errors are told of.
const MOST: usize = 100;

/// What became of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// It was made.
    Proposed,
    /// Everybody agreed.
    Approved,
    /// Somebody returned it.
    Returned,
}

impl Event {
    const fn word(self) -> &'static str {
        match self {
            Event::Proposed => "proposed",
            Event::Approved => "approved",
            Event::Returned => "returned",
        }
    }
}

/// Tells of a proposal.
pub(crate) async fn tell(
    store: &dyn Store,
    event: Event,
    proposal: &Proposal,
    act: &Act,
) -> Result<(), AppError> {
    let note = proposal.decisions.last().map_or(&proposal.note, |decision| &decision.note);
    let body = json!({
        "event": "approval",
        "state": event.word(),
        "proposal": proposal.id,
        "revision": proposal.revision,
        "by": act.by,
        "at": act.at,
        "note": note,
    });
    queue(store, "approval", &body, act).await
}

/// Tells of the errors that a save has brought.
pub(crate) async fn tell_findings(
    store: &dyn Store,
    before: &View,
    after: &View,
    act: &Act,
) -> Result<(), AppError> {
    let known: HashSet<_> = errors(before).into_iter().map(|(code, subject, _)| (code, subject)).collect();
    let all = errors(after);
    let total = all.len();
    let added = all.into_iter().filter(|(code, subject, _)| !known.contains(&(*code, subject.clone())));
    let added: Vec<Value> = added
        .take(MOST)
        .map(|(code, subject, message)| json!({ "code": code, "subject": subject, "message": message }))
        .collect();
    if added.is_empty() {
        return Ok(());
    }
    let body = json!({
        "event": "findings",
        "revision": after.revision,
        "by": act.by,
        "at": act.at,
        "errors": total,
        "added": added,
    });
    queue(store, "findings", &body, act).await
}

/// The errors of a view: code, subject, and what is said in the department's language.
fn errors(view: &View) -> Vec<(&'static str, String, String)> {
    let lang = view.language();
    let errors = view.findings.iter().filter(|finding| finding.severity == Severity::Error);
    errors
        .map(|finding| (finding.code, view.subject(finding.place).0, book().message(lang, finding)))
        .collect()
}

/// Whether anybody asked to be told.
pub(crate) async fn wanted(store: &dyn Store, event: &str) -> Result<bool, AppError> {
    Ok(store.hooks().await?.iter().any(|hook| hook.active && hook.events.iter().any(|own| own == event)))
}

pub(crate) async fn queue(store: &dyn Store, event: &str, body: &Value, act: &Act) -> Result<(), AppError> {
    for hook in store.hooks().await? {
        if hook.active && hook.events.iter().any(|own| own == event) {
            let delivery = Delivery {
                id: 0,
                hook: hook.id,
                event: event.to_owned(),
                body: body.to_string(),
                tries: 0,
                next: Some(act.at.clone()),
                outcome: String::new(),
            };
            store.queue(&delivery).await?;
        }
    }
    Ok(())
}
