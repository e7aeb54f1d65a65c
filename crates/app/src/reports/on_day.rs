//! The department as it stood on a day: by the texts of that day, and by what is known today of the figures till then.

use crate::{AppError, Clock, Figures, Judged, View, Workspace, load};
use control::correction::Run;
use control::{Known, Series};
use department::Files;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use store::Store;

/// So many revisions are looked through at once.
const CHUNK: u32 = 200;

impl Workspace {
    /// The department as it stood at the end of a day, judged. Of this day and later ones, as it stands.
    pub async fn view_on(&self, day: Date) -> Result<Arc<View>, AppError> {
        if day >= self.clock().today() {
            self.judge().await?;
            return self.renewed(0).await;
        }
        let now = self.view().await?;
        let revision = self.revision_on(day).await?;
        let files = self.texts(revision).await?;
        let work = move || whole(revision, files, &now.figures, day);
        tokio::task::spawn_blocking(work).await.map(Arc::new).map_err(AppError::interrupted)
    }

    /// The last revision that was saved by the end of a day; the first one where all are later.
    async fn revision_on(&self, day: Date) -> Result<u64, AppError> {
        let (mut before, mut first) = (u64::MAX, 0);
        loop {
            let revisions = self.store().revisions(before, CHUNK).await?;
            if let Some(found) = revisions.iter().find(|one| is_by(&one.act.at, day)) {
                return Ok(found.number);
            }
            match revisions.last() {
                Some(last) => (before, first) = (last.number, last.number),
                None => return Ok(first),
            }
        }
    }
}

/// A department's folder as it stands, with what the figures of its store say of it at the end of the clock's day; nothing is
/// kept.
pub async fn look_on(root: &Path, store: &dyn Store, clock: Clock) -> Result<View, AppError> {
    let (files, corrections) = (Arc::new(load(root)?), Arc::new(store.runs().await?));
    let figures = Figures { corrections, ..Figures::from(store.known(0).await?) };
    let work = move || whole(0, files, &figures, clock.today());
    tokio::task::spawn_blocking(work).await.map_err(AppError::interrupted)
}

/// Texts with the figures till the end of a day, all judged.
fn whole(revision: u64, files: Arc<Files>, figures: &Figures, day: Date) -> View {
    let view = View::new(revision, files, Arc::new(until(figures, day)), day);
    let runs = &view.figures.corrections;
    let judged = Judged::default().next(view.department(), view.series(), runs, day);
    let judged = Arc::new(judged.unwrap_or_default());
    let figures = Figures { judged, ..Figures::clone(&view.figures) };
    view.with(figures)
}

/// Whether an instant is of a day or earlier.
fn is_by(at: &str, day: Date) -> bool {
    at.get(..10).and_then(|at| at.parse::<Date>().ok()).is_some_and(|at| at <= day)
}

/// Figures and corrections as they were by the end of a day.
fn until(figures: &Figures, day: Date) -> Figures {
    let cut = |(kpi, known): (&String, &Known)| {
        let n = known.series.points.partition_point(|point| point.date <= day);
        let first = |all: &[bool]| all.iter().take(n).copied().collect();
        let series = Series { points: known.series.points.iter().take(n).copied().collect() };
        let known = Known { series, confirmed: first(&known.confirmed), synthetic: first(&known.synthetic) };
        (kpi.clone(), known)
    };
    let runs = figures.corrections.iter().filter(|run| is_by(&run.at, day)).map(|run| {
        let events = run.events.iter().filter(|event| is_by(&event.at, day)).cloned().collect();
        Run { events, ..run.clone() }
    });
    Figures {
        known: Arc::new(figures.known.iter().map(cut).collect::<BTreeMap<_, _>>()),
        series: Arc::default(),
        corrections: Arc::new(runs.collect()),
        ..figures.clone()
    }
}
