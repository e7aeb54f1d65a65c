//! Saving: changes become a revision, and nothing that somebody else wrote is lost by it.

use crate::push::merged;
use crate::{AppError, View, Workspace};
use department::Files;
use department::edit::{Change, Conflict, Merge, apply, merge};
use std::sync::Arc;
use store::{Act, Entry};

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
            let Some(number) = self.store().keep(head, &before, &after, act, note).await? else { continue };
            self.remember(number, after);
            drop(writing);
            self.store().note(&entry(act, &wanted, head, number, note)).await?;
            return Ok(Saved::Kept(self.renewed(number).await?));
        }
    }

    async fn made(&self, wanted: &Wanted<'_>, head: u64, before: &Files) -> Result<Merge, AppError> {
        Ok(match wanted {
            Wanted::Texts(files) => Merge::Done((*files).clone()),
            Wanted::Pushed(base, files) if *base == head => Merge::Done((*files).clone()),
            Wanted::Pushed(base, files) => merged(&*self.texts(*base).await?, before, files)?,
            Wanted::Changes(base, changes) if *base == head => Merge::Done(apply(before, changes)?),
            Wanted::Changes(base, changes) => merge(&*self.texts(*base).await?, before, changes)?,
        })
    }
}

/// What the audit trail says of it; the texts of both revisions say the rest.
fn entry(act: &Act, wanted: &Wanted<'_>, head: u64, number: u64, note: &str) -> Entry {
    let touched = match wanted {
        Wanted::Texts(_) | Wanted::Pushed(..) => Vec::new(),
        Wanted::Changes(_, changes) => changes.iter().map(subject).collect(),
    };
    Entry {
        act: act.clone(),
        what: "save".to_owned(),
        subject: [format!("revision {number}")].into_iter().chain(touched).collect::<Vec<_>>().join(" · "),
        before: format!("revision {head}"),
        after: note.to_owned(),
        ..Entry::default()
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
