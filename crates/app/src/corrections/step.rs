//! What people do with a correction: they begin, share the work out, say what was done, and close it with a result.

use super::{CorrectionError, tell, text, word};
use crate::{AppError, Workspace};
use control::correction::{Happened, What, by_hand};
use store::Act;

impl Workspace {
    /// Does something to a correction.
    ///
    /// # Errors
    /// There is none of that number, it does not allow that step, the person of a task is not there, or somebody else has acted
    /// meanwhile.
    pub async fn correct(&self, act: &Act, id: u64, what: What) -> Result<(), AppError> {
        let runs = self.store().runs().await?;
        let run = runs.iter().find(|run| run.id == id).ok_or(CorrectionError::None(id))?;
        let what = trimmed(what);
        run.allows(&what).map_err(CorrectionError::Refused)?;
        if let What::Task(_, owner, _) = &what
            && !owner.is_empty()
            && self.view().await?.department().people.get(owner).is_none()
        {
            return Err(CorrectionError::NoPerson(owner.clone()).into());
        }
        let event = Happened { at: self.clock().moment(), by: act.by.clone(), what };
        match self.store().happen(id, run.events.len(), &event).await? {
            true => tell(self.store(), act, run, word(&event.what), text(&event.what)).await,
            false => Err(CorrectionError::Meanwhile.into()),
        }
    }

    /// Opens the correction of a KPI's last missed target by hand, and gives its number.
    ///
    /// # Errors
    /// It was not missed, nothing is prepared for it, or a correction has spoken of it.
    pub async fn open_by_hand(&self, act: &Act, kpi: &str) -> Result<u64, AppError> {
        let view = self.renewed(0).await?;
        let runs = self.store().runs().await?;
        let call = by_hand(view.department(), view.series(), &runs, view.today, kpi);
        let call = call.ok_or(CorrectionError::Nothing)?;
        Ok(self.open_run(view.department(), &call, act).await?.ok_or(CorrectionError::Meanwhile)?)
    }
}

/// Texts as they are kept: without the spaces around them.
fn trimmed(what: What) -> What {
    let trim = |text: String| text.trim().replace("\r\n", "\n");
    match what {
        What::Task(text, owner, due) => What::Task(trim(text), owner.trim().to_owned(), due),
        What::TaskDone(number, text) => What::TaskDone(number, trim(text)),
        What::Note(text) => What::Note(trim(text)),
        What::Done(text) => What::Done(trim(text)),
        What::Withdrawn(text) => What::Withdrawn(trim(text)),
        other => other,
    }
}
