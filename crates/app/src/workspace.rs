//! The department that a store keeps, as it stands now.

use crate::approval::Approvals;
use crate::reports::Reporting;
use crate::studies::{Answers, OpenedData, Shelf};
use crate::touched::Touched;
use crate::{AppError, Clock, Figures, Judged, View, load};
use department::Files;
use department::edit::Subject;
use jiff::civil::Date;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use store::Store;
use tokio::sync::Mutex;

/// The name of the database beside the texts.
pub const DATABASE: &str = "reper.db";

/// A department that a store keeps, revision by revision.
pub struct Workspace {
    store: Arc<dyn Store>,
    clock: Clock,
    /// The folder whose `data/` holds what studies are asked on.
    folder: Option<PathBuf>,
    /// What the studies have answered, and how often that has changed.
    answers: RwLock<(u64, Arc<Answers>)>,
    /// What the figures say of the plan, and how often that has changed.
    judged: RwLock<(u64, Arc<Judged>)>,
    /// Held while studies are asked, the plan is judged and corrections open.
    pub(crate) asking: Mutex<()>,
    /// The data that were asked last.
    pub(crate) opened: OpenedData,
    last: RwLock<Option<Last>>,
    texts: RwLock<Option<(u64, Arc<Files>)>>,
    renewing: Mutex<()>,
    /// Held while a revision is made, so that this process never races with itself.
    pub(crate) writing: Mutex<()>,
    /// Reports that are asked for and made.
    pub(crate) reporting: Reporting,
    /// What the last revisions have touched.
    pub(crate) touched: Touched,
    /// Which revision is normative and which is proposed, where that has been asked.
    pub(crate) known_approvals: Mutex<Option<Arc<Approvals>>>,
}

/// The view that was made last, with the stamp of its figures.
#[derive(Clone)]
struct Last {
    view: Arc<View>,
    /// Of the figures, of the answers, of what was judged, and of the corrections.
    stamp: Stamp,
}

/// What changes with the figures, with the answers of the studies, with what was judged, and with the corrections.
type Stamp = (u64, u64, u64, u64);

/// A department's folder as it stands, with the figures of its store; nothing is kept.
pub async fn look(root: &Path, store: &dyn Store, clock: Clock) -> Result<View, AppError> {
    let (figures, stamp) = (Figures::from(store.known(0).await?), store.stamp().await?);
    let view = View::new(0, Arc::new(load(root)?), Arc::new(figures), clock.today());
    let shelf = Shelf { store, folder: Some(root), figures: &view.figures, stamp };
    let answers = Answers::default().next(view.department(), &shelf).await?.unwrap_or_default();
    let judged = Judged::links(view.department(), view.series(), view.today);
    let (answers, judged) = (Arc::new(answers), Arc::new(judged));
    let corrections = Arc::new(store.runs().await?);
    let figures = Figures { answers, judged, corrections, ..Figures::clone(&view.figures) };
    Ok(view.with(figures))
}

impl Workspace {
    /// The department that a store keeps.
    pub fn new(store: Arc<dyn Store>, clock: Clock) -> Self {
        let (last, texts) = (RwLock::default(), RwLock::default());
        Workspace {
            store,
            clock,
            folder: None,
            answers: RwLock::default(),
            judged: RwLock::default(),
            asking: Mutex::default(),
            opened: OpenedData::default(),
            last,
            texts,
            renewing: Mutex::default(),
            writing: Mutex::default(),
            reporting: Reporting::default(),
            touched: Touched::default(),
            known_approvals: Mutex::default(),
        }
    }

    /// As [`Workspace::new`], with the folder whose `data/` holds what studies are asked on.
    pub fn in_folder(self, folder: &Path) -> Self {
        Workspace { folder: Some(folder.to_owned()), ..self }
    }

    /// The folder whose `data/` holds what studies are asked on, where there is one.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// What keeps it.
    pub fn store(&self) -> &dyn Store {
        &*self.store
    }

    /// What keeps it, for who outlives it.
    pub fn shared_store(&self) -> Arc<dyn Store> {
        Arc::clone(&self.store)
    }

    /// Its clock.
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// The department as it stands. While a new revision is being checked, others are shown the one before: nobody
    /// waits for another's save.
    pub async fn view(&self) -> Result<Arc<View>, AppError> {
        let (head, stamp) = (self.store.head().await?, self.stamp().await?);
        let last = self.last();
        if let Some(last) = &last
            && (last.view.revision, last.stamp, last.view.today) == (head, stamp, self.clock.today())
        {
            return Ok(Arc::clone(&last.view));
        }
        match (self.renewing.try_lock(), last) {
            (Err(_), Some(last)) => Ok(last.view),
            (Ok(held), _) => {
                drop(held);
                self.renewed(head).await
            }
            (Err(_), None) => self.renewed(head).await,
        }
    }

    /// The department at a revision that is at least this one. Of many who ask at once one checks for all.
    pub(crate) async fn renewed(&self, revision: u64) -> Result<Arc<View>, AppError> {
        let _held = self.renewing.lock().await;
        let (head, stamp) = (self.store.head().await?, self.stamp().await?);
        let today = self.clock.today();
        let last = self.last();
        if let Some(last) = &last
            && last.view.revision >= revision
            && last.stamp == stamp
            && last.view.today == today
        {
            return Ok(Arc::clone(&last.view));
        }
        let figures = match &last {
            Some(last) if last.stamp == stamp => Arc::clone(&last.view.figures),
            Some(last) if last.stamp.0 == stamp.0 => self.said(Figures::clone(&last.view.figures)).await?,
            Some(last) => {
                let new = self.store.known(last.stamp.0).await?;
                self.said(last.view.figures.next(new)).await?
            }
            None => self.said(Figures::from(self.store.known(0).await?)).await?,
        };
        let files = self.texts(head).await?;
        let check = move || match last {
            Some(last) => last.view.next(head, files, figures, today),
            None => View::new(head, files, figures, today),
        };
        let view = Arc::new(tokio::task::spawn_blocking(check).await.map_err(AppError::interrupted)?);
        *self.last.write().unwrap_or_else(PoisonError::into_inner) =
            Some(Last { view: Arc::clone(&view), stamp });
        Ok(view)
    }

    async fn stamp(&self) -> Result<Stamp, AppError> {
        let (figures, runs) = (self.store.stamp().await?, self.store.run_stamp().await?);
        Ok((figures, self.answers().0, self.judged().0, runs))
    }

    /// Figures with what was last said of them, and what was done about them.
    async fn said(&self, figures: Figures) -> Result<Arc<Figures>, AppError> {
        let corrections = Arc::new(self.store.runs().await?);
        let (answers, judged) = (self.answers().1, self.judged().1);
        Ok(Arc::new(Figures { answers, judged, corrections, ..figures }))
    }

    fn judged(&self) -> (u64, Arc<Judged>) {
        self.judged.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Judges the plan by its figures where either has changed; whether they had.
    pub async fn judge(&self) -> Result<bool, AppError> {
        let _held = self.asking.lock().await;
        let view = self.view().await?;
        let (version, last) = self.judged();
        let work = move || last.next(view.department(), view.series(), &view.figures.corrections, view.today);
        let next = tokio::task::spawn_blocking(work).await.map_err(AppError::interrupted)?;
        let Some(next) = next else { return Ok(false) };
        *self.judged.write().unwrap_or_else(PoisonError::into_inner) = (version + 1, Arc::new(next));
        Ok(true)
    }

    fn answers(&self) -> (u64, Arc<Answers>) {
        self.answers.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Asks every study whose question or data have changed since it was asked; whether any had.
    pub async fn ask_studies(&self) -> Result<bool, AppError> {
        let _held = self.asking.lock().await;
        let (view, stamp) = (self.view().await?, self.store.stamp().await?);
        let shelf =
            Shelf { store: &*self.store, folder: self.folder.as_deref(), figures: &view.figures, stamp };
        let (version, answers) = self.answers();
        let Some(next) = answers.next(view.department(), &shelf).await? else { return Ok(false) };
        *self.answers.write().unwrap_or_else(PoisonError::into_inner) = (version + 1, Arc::new(next));
        Ok(true)
    }

    /// Asks studies, judges the plan and opens corrections as the department, its figures and its data change; ends with its
    /// task.
    pub async fn keep_asking(&self) {
        let mut seen = None;
        loop {
            // A store that does not answer now is asked again in a second.
            if let Ok(now) = self.asked_of().await
                && seen.as_ref() != Some(&now)
                && self.ask_studies().await.is_ok()
                && self.judge().await.is_ok()
                && self.arm().await.is_ok()
            {
                seen = Some(now);
            }
            tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        }
    }

    /// What answers, judgements and corrections can depend on, as far as the store says.
    async fn asked_of(&self) -> Result<([u64; 4], Date, Vec<(String, u64)>), AppError> {
        let data = self.store.datasets().await?.into_iter().map(|data| (data.name, data.version));
        // Corrections open by what is approved.
        let normative = self.approvals().await?.normative.as_ref().map_or(0, |normative| normative.revision);
        let (head, figures) = (self.store.head().await?, self.store.stamp().await?);
        let stamps = [head, figures, self.store.run_stamp().await?, normative];
        Ok((stamps, self.clock.today(), data.collect()))
    }

    /// The texts of a revision; none at all before the first. Those that were read or kept last are at hand.
    pub async fn texts(&self, revision: u64) -> Result<Arc<Files>, AppError> {
        if revision == 0 {
            return Ok(Arc::default());
        }
        let known = self.texts.read().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((_, files)) = known.filter(|(number, _)| *number == revision) {
            return Ok(files);
        }
        let files = self.store.texts(revision).await?.ok_or(AppError::NoRevision(revision))?;
        let files = Arc::new(files);
        if revision == self.store.head().await? {
            self.remember(revision, Arc::clone(&files));
        }
        Ok(files)
    }

    /// Texts that say of one element what those of a revision say: those of now, where it has not been touched since.
    pub async fn texts_about(&self, revision: u64, subject: &Subject) -> Result<Arc<Files>, AppError> {
        let head = self.store.head().await?;
        let spared = self.touched.spares(revision, head, std::slice::from_ref(subject));
        self.texts(if spared { head } else { revision }).await
    }

    /// Keeps the texts of the last revision at hand.
    pub(crate) fn remember(&self, revision: u64, files: Arc<Files>) {
        *self.texts.write().unwrap_or_else(PoisonError::into_inner) = Some((revision, files));
    }

    /// The department as it was at a revision, with the figures of now.
    pub async fn view_of(&self, revision: u64) -> Result<Arc<View>, AppError> {
        let now = self.view().await?;
        if now.revision == revision {
            return Ok(now);
        }
        let (files, figures, today) =
            (self.texts(revision).await?, Arc::clone(&now.figures), self.clock.today());
        let check = move || View::new(revision, files, figures, today);
        Ok(Arc::new(tokio::task::spawn_blocking(check).await.map_err(AppError::interrupted)?))
    }

    fn last(&self) -> Option<Last> {
        self.last.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
