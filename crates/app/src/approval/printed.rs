//! What is printed: the normative revision with its sheets, or a draft.

use super::{Signatory, called, signatory};
use crate::{AppError, User, View, Workspace, documents_of};
use department::book;
use department::diff::{diff, groups};
use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};
use locale::Lang;
use report::{Approval, ChangedSection, Document, Signature, Standing};
use std::sync::Arc;
use store::{Proposal, ProposalState};

/// Which revision is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Which {
    /// The last one, as it stands.
    #[default]
    Last,
    /// The normative one.
    Normative,
    /// The one of that number.
    Number(u64),
}

impl Which {
    /// Out of `normative`, `draft` or a number.
    pub fn of(word: &str) -> Option<Self> {
        match word {
            "normative" => Some(Which::Normative),
            "draft" | "" => Some(Which::Last),
            number => number.parse().ok().filter(|number| *number > 0).map(Which::Number),
        }
    }
}

/// A revision, ready to be printed.
#[derive(Debug)]
pub struct Printed {
    /// The revision.
    pub view: Arc<View>,
    /// Its approval, and the normative revision before it.
    approved: Option<(Proposal, Option<Arc<View>>)>,
    users: Vec<User>,
}

impl Workspace {
    /// A revision with its approval, where it has one.
    pub async fn printed(&self, which: Which, users: Vec<User>) -> Result<Printed, AppError> {
        let view = match which {
            Which::Last => self.view().await?,
            Which::Number(number) => self.view_of(number).await?,
            Which::Normative => {
                let normative = self.approvals().await?.normative.as_ref().map(|one| one.revision);
                self.view_of(normative.ok_or(AppError::NothingNormative)?).await?
            }
        };
        let all = self.store().proposals().await?;
        let mut approved = all.into_iter().filter(|one| one.state == ProposalState::Approved);
        let Some(own) = approved.find(|one| one.revision == view.revision) else {
            return Ok(Printed { view, approved: None, users });
        };
        let before = match approved.next() {
            Some(before) => Some(self.view_of(before.revision).await?),
            None => None,
        };
        Ok(Printed { view, approved: Some((own, before)), users })
    }
}

impl Printed {
    /// Whether it has been approved.
    pub fn normative(&self) -> bool {
        self.approved.is_some()
    }

    /// Both documents in a language.
    pub fn documents(&self, lang: Lang) -> [Document; 2] {
        documents_of(&self.view, self.approval(lang).as_ref(), lang)
    }

    /// The approval in the words of a language.
    pub fn approval(&self, lang: Lang) -> Option<Approval> {
        let (proposal, before) = self.approved.as_ref()?;
        let signed = |login: &str| {
            let Signatory { post, name } = signatory(self.view.department(), &self.users, login, lang);
            (post, name)
        };
        let signatures = proposal.decisions.iter().map(|one| Signature {
            stage: proposal
                .stages
                .get(one.stage as usize)
                .map(|stage| stage.name.clone())
                .unwrap_or_default(),
            person: signed(&one.act.by),
            agreed: one.agreed,
            on: day(&one.act.at, self.view.today),
            note: one.note.clone(),
        });
        // Nothing is approved without a decision; the proposal stands in for one that cannot be missing.
        let last = proposal.decisions.last().map_or(&proposal.act, |one| &one.act);
        let changes = before.as_ref().map_or_else(Vec::new, |before| changes(before, &self.view, lang));
        let standing = proposal.reasons.iter().map(|one| Standing {
            code: one.code.clone(),
            rule: book().title(lang, &one.code).replace('`', ""),
            subject: called(&self.view, &one.subject, lang),
            reason: one.reason.clone(),
            by: signed(&proposal.act.by),
        });
        Some(Approval {
            revision: proposal.revision,
            on: day(&last.at, self.view.today),
            approver: signed(&last.by),
            signatures: signatures.collect(),
            since: before.as_ref().map(|before| before.revision),
            changes,
            standing: standing.collect(),
        })
    }
}

/// What changed between two revisions, in words.
fn changes(before: &View, after: &View, lang: Lang) -> Vec<ChangedSection> {
    let all = diff(&before.files, &after.files);
    let groups = groups(before.department(), after.department(), &all, lang);
    let words = |group: department::diff::Group| ChangedSection {
        title: group.title,
        lines: group.lines.into_iter().map(|line| line.text).collect(),
    };
    groups.into_iter().map(words).collect()
}

/// The day of an instant, where the machine is.
fn day(at: &str, otherwise: Date) -> Date {
    at.parse::<Timestamp>().map_or(otherwise, |at| at.to_zoned_datetime(TimeZone::system()).date())
}
