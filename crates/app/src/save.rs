//! Saving: changes become a revision, and nothing that somebody else wrote is lost by it.

use crate::events::{tell_findings, wanted};
use crate::push::merged;
use crate::touched::fields_of;
use crate::{AppError, View, Workspace};
use department::Files;
use department::edit::{Change, Conflict, Merge, Value, apply, merge, values};
use std::sync::Arc;
use store::{Act, Entry};

/// The audit trail tells the values of so many fields of a save, each at most so many letters long.
const FEW: usize = 20;
const SHORT: usize = 200;

/// What became of changes.
#[derive(Debug)]
pub enum Saved {
    /// They are kept, in the view that comes with it.
    Kept(Arc<View>),
    /// They change nothing.
    Unchanged(Arc<View>),
    /// Somebody else has changed the same since: what each says, field by field. Nothing was kept.
    Conflicts(Vec<Conflict>, Arc<View>),
}

/// What is to become the next revision.
enum Wanted<'a> {
    /// Changes that were made on a revision.
    Changes(u64, &'a [Change]),
    /// Other texts.
    Texts(&'a Files),
    /// Other texts that were written on a revision.
    Pushed(u64, &'a Files),
}

impl Wanted<'_> {
    /// The changes, where they are known one by one.
    fn changes(&self) -> &[Change] {
        match self {
            Wanted::Texts(_) | Wanted::Pushed(..) => &[],
            Wanted::Changes(_, changes) => changes,
        }
    }
}

impl Workspace {
    /// Makes changes, that were written on the revision `base`, on the department as it stands now.
    pub async fn change(
        &self,
        act: &Act,
        base: u64,
        changes: &[Change],
        note: &str,
    ) -> Result<Saved, AppError> {
        self.keep(act, Wanted::Changes(base, changes), note).await
    }

    /// Replaces all texts, as when a folder is pushed or an old revision is restored.
    pub async fn replace(&self, act: &Act, files: &Files, note: &str) -> Result<Saved, AppError> {
        self.keep(act, Wanted::Texts(files), note).await
    }

    /// Puts other texts, that were written on the revision `base`, in the place of all: what others have saved since stays.
    pub async fn push(&self, act: &Act, base: u64, files: &Files, note: &str) -> Result<Saved, AppError> {
        self.keep(act, Wanted::Pushed(base, files), note).await
    }

    async fn keep(&self, act: &Act, wanted: Wanted<'_>, note: &str) -> Result<Saved, AppError> {
        loop {
            let writing = self.writing.lock().await;
            let head = self.store().head().await?;
            let before = self.texts(head).await?;
            let was = self.view_before(head).await?;
            let after = match self.made(&wanted, head, &before).await? {
                Merge::Done(after) => Arc::new(after),
                Merge::Conflicts(conflicts) => {
                    drop(writing);
                    return Ok(Saved::Conflicts(conflicts, self.renewed(head).await?));
                }
            };
            if after == before {
                drop(writing);
                return Ok(Saved::Unchanged(self.renewed(head).await?));
            }
            // Another process may have been quicker; then all is done again on what it wrote.
            let entry = entry(act, &wanted, &before, head, note);
            let Some(number) = self.store().keep(head, &before, &after, note, &entry).await? else {
                continue;
            };
            self.remember(number, after);
            self.touched.remember(number, wanted.changes());
            drop(writing);
            let view = self.renewed(number).await?;
            // What is kept is kept, whether or not others can be told of it.
            if let Some(was) = was
                && let Err(error) = tell_findings(self.store(), &was, &view, act).await
            {
                eprintln!("no hook was told of revision {number}: {error}");
            }
            return Ok(Saved::Kept(view));
        }
    }

    /// The department before a save, where somebody asked to be told what errors a save brings.
    async fn view_before(&self, head: u64) -> Result<Option<Arc<View>>, AppError> {
        match wanted(self.store(), "findings").await? {
            true => Ok(Some(self.renewed(head).await?)),
            false => Ok(None),
        }
    }

    /// Whether changes that were written on a revision mean the same now: nobody has touched what they touch.
    fn spares(&self, base: u64, head: u64, changes: &[Change]) -> bool {
        base == head || fields_of(changes).is_some_and(|subjects| self.touched.spares(base, head, &subjects))
    }

    async fn made(&self, wanted: &Wanted<'_>, head: u64, before: &Files) -> Result<Merge, AppError> {
        Ok(match wanted {
            Wanted::Texts(files) => Merge::Done((*files).clone()),
            Wanted::Pushed(base, files) if *base == head => Merge::Done((*files).clone()),
            Wanted::Pushed(base, files) => merged(&*self.texts(*base).await?, before, files)?,
            Wanted::Changes(base, changes) if self.spares(*base, head, changes) => {
                Merge::Done(apply(before, changes)?)
            }
            Wanted::Changes(base, changes) => merge(&*self.texts(*base).await?, before, changes)?,
        })
    }
}

/// What the audit trail says of it; the texts of both revisions say the rest.
fn entry(act: &Act, wanted: &Wanted<'_>, was: &Files, head: u64, note: &str) -> Entry {
    let changes = wanted.changes();
    let subject = [format!("revision {}", head + 1)].into_iter().chain(changes.iter().map(subject));
    let (mut before, mut after) = (vec![format!("revision {head}")], Vec::new());
    if !note.is_empty() {
        after.push(note.to_owned());
    }
    for change in changes.iter().take(FEW) {
        let Change::Set { subject, field, value } = change else { continue };
        let all = values(was, subject).unwrap_or_default();
        let old = all.iter().find(|(key, _)| key == field).map(|(_, value)| value);
        before.push(format!("{field}: {}", shown(old)));
        after.push(format!("{field}: {}", shown(value.as_ref())));
    }
    Entry {
        act: act.clone(),
        what: "save".to_owned(),
        subject: subject.collect::<Vec<_>>().join(" · "),
        before: before.join(" · "),
        after: after.join(" · "),
        ..Entry::default()
    }
}

/// A value in few words.
fn shown(value: Option<&Value>) -> String {
    let list = |values: Vec<String>| values.join(", ");
    let words = match value {
        None => "—".to_owned(),
        Some(Value::Text(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Bool(yes)) => yes.to_string(),
        Some(Value::Date(day)) => day.to_string(),
        Some(Value::List(values)) => list(values.iter().map(|value| shown(Some(value))).collect()),
        Some(Value::Record(fields)) => {
            list(fields.iter().map(|(key, value)| format!("{key} = {}", shown(Some(value)))).collect())
        }
    };
    match words.char_indices().nth(SHORT) {
        Some((at, _)) => format!("{}…", &words[..at]),
        None => words,
    }
}

/// What a change touches: `goal.trust due`.
fn subject(change: &Change) -> String {
    match change {
        Change::Set { subject, field, .. } => format!("{subject} {field}"),
        Change::Add { subject, .. } => format!("+{subject}"),
        Change::Remove { subject } => format!("-{subject}"),
        Change::Rename { subject, to } => format!("{subject} → {to}"),
        Change::Move { subject, .. } => subject.to_string(),
        Change::Text { file, .. } => file.clone(),
    }
}
