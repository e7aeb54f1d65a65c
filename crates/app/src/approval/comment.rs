//! Saying something of an element of a revision.

use super::{ApprovalError, words};
use crate::{AppError, Workspace, note};
use department::edit::Subject;
use store::{Act, Comment};

impl Workspace {
    /// Keeps what somebody says of an element of a revision (`goal.trust`, or nothing for the whole) and gives its
    /// number.
    pub async fn comment(
        &self,
        act: &Act,
        revision: u64,
        element: &str,
        text: &str,
    ) -> Result<u64, AppError> {
        let text = words(text)?;
        if text.is_empty() {
            return Err(ApprovalError::Empty.into());
        }
        // Before the first there is nothing that could be spoken of.
        if revision == 0 {
            return Err(AppError::NoRevision(revision));
        }
        let view = self.view_of(revision).await?;
        let subject = Subject::parse(element);
        let known = view.department().meta(&subject.table, subject.id.as_deref());
        if !element.is_empty() && known.is_none_or(|meta| meta.id.is_empty()) {
            return Err(ApprovalError::NoElement(element.to_owned()).into());
        }
        let (element, act, settled) = (element.to_owned(), act.clone(), None);
        let comment = Comment { id: 0, revision: view.revision, element, act, text, settled };
        let id = self.store().comment(&comment).await?;
        self.forget_approvals().await;
        let whole = format!("revision {}", comment.revision);
        let subject = if comment.element.is_empty() { &whole } else { &comment.element };
        note(self.store(), &comment.act, "comment", subject, "", &comment.text).await?;
        Ok(id)
    }
}
