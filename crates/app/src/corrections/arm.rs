//! Missed checkpoints open their corrections by themselves.

use super::{BY_ITSELF, opened, tell, text, word};
use crate::{AppError, Workspace};
use control::correction::{Call, Happened, Missed, Run, What, missed};
use control::{Point, Series};
use department::{Department, read};
use std::collections::BTreeMap;
use store::Act;

/// Of several missed targets of a KPI the first opens in one round, the others join in the next; more rounds come only where
/// another process acts on the same store.
const ROUNDS: usize = 5;

impl Workspace {
    /// Opens the corrections of the checkpoints that were missed, and tells those that run what has become of their targets;
    /// so many things have happened. What was prepared stands in the approved revision; where none was ever approved, in the
    /// texts as they are.
    pub async fn arm(&self) -> Result<usize, AppError> {
        let _held = self.asking.lock().await;
        let view = self.renewed(0).await?;
        let approvals = self.approvals().await?;
        let approved = match &approvals.normative {
            Some(normative) if normative.revision != view.revision => {
                Some(read(&*self.texts(normative.revision).await?))
            }
            _ => None,
        };
        let department = approved.as_ref().map_or(view.department(), |reading| &reading.department);
        let series = match approved {
            Some(_) => view.figures.read(department, view.today).series,
            None => view.figures.series.clone(),
        };
        self.answer(department, &series).await
    }

    async fn answer(
        &self,
        department: &Department,
        series: &BTreeMap<String, Series>,
    ) -> Result<usize, AppError> {
        let mut happened = 0;
        for _ in 0..ROUNDS {
            let mut runs = self.store().runs().await?;
            let calls = missed(department, series, &runs, self.clock().today());
            if calls.is_empty() {
                break;
            }
            for call in &calls {
                happened += usize::from(self.act_on(department, call, &mut runs).await?);
            }
        }
        Ok(happened)
    }

    /// Whether anything has happened; nothing does where another process was quicker.
    async fn act_on(
        &self,
        department: &Department,
        call: &Missed<'_>,
        runs: &mut [Run],
    ) -> Result<bool, AppError> {
        let act = Act { by: BY_ITSELF.to_owned(), at: self.clock().instant(), from: String::new() };
        let (number, what) = match call.call {
            Call::Open => return Ok(self.open_run(department, call, &act).await?.is_some()),
            Call::Again(run) => (run, What::Again(call.target, call.reading)),
            Call::Recovered(run) => {
                (run, What::Recovered(Point { date: call.target.date, value: call.reading.value }))
            }
        };
        let Some(run) = runs.iter_mut().find(|run| run.id == number) else { return Ok(false) };
        if run.allows(&what).is_err() {
            return Ok(false);
        }
        let event = Happened { at: self.clock().moment(), by: String::new(), what };
        if !self.store().happen(run.id, run.events.len(), &event).await? {
            return Ok(false);
        }
        tell(self.store(), &act, run, word(&event.what), text(&event.what)).await?;
        run.events.push(event);
        Ok(true)
    }

    /// Opens a correction; nothing where one runs already, or the target was spoken of.
    pub(super) async fn open_run(
        &self,
        department: &Department,
        call: &Missed<'_>,
        act: &Act,
    ) -> Result<Option<u64>, AppError> {
        let by = if act.by == BY_ITSELF { "" } else { &act.by };
        let run = opened(department, call, &self.clock().moment(), by);
        let Some(id) = self.store().open(&run).await? else { return Ok(None) };
        tell(self.store(), act, &Run { id, ..run }, "opened", "").await?;
        Ok(Some(id))
    }
}
