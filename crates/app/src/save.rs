//! Saving: changes become a revision, and nothing that somebody else wrote is lost by it.

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
            let entry = entry(act, &wanted, head, note);
            let Some(number) = self.store().keep(head, &before, &after, note, &entry).await? else {
                continue;
            };
            self.remember(number, after);
            drop(writing);
            return Ok(Saved::Kept(self.renewed(number).await?));
        }
    }

    async fn made(&self, wanted: &Wanted<'_>, head: u64, before: &Files) -> Result<Merge, AppError> {
        Ok(match wanted {
            Wanted::Texts(files) => Merge::Done((*files).clone()),
            Wanted::Changes(base, changes) if *base == head => Merge::Done(apply(before, changes)?),
            Wanted::Changes(base, changes) => merge(&*self.texts(*base).await?, before, changes)?,
        })
    }
}

/// What the audit trail says of it; the texts of both revisions say the rest.
fn entry(act: &Act, wanted: &Wanted<'_>, head: u64, note: &str) -> Entry {
    let touched = match wanted {
        Wanted::Texts(_) => Vec::new(),
        Wanted::Changes(_, changes) => changes.iter().map(subject).collect(),
    };
    Entry {
        act: act.clone(),
        what: "save".to_owned(),
        subject: [format!("revision {}", head + 1)]
            .into_iter()
            .chain(touched)
            .collect::<Vec<_>>()
            .join(" · "),
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
