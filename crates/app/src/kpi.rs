//! Figures out of files.

use crate::{AppError, Clock, View, note};
use control::{Mapping, Measurement, Preview, preview};
use std::path::Path;
use jiff::civil::Date;
use store::{Act, Entry, Lock, Store};

/// What an import would do.
pub struct ImportPlan {
    /// The figures and the rows that could not be read.
    pub preview: Preview,
    /// The file's name as it is kept with each figure.
    pub file: String,
}

/// What an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imported {
    /// New figures.
    pub added: usize,
    /// Figures that differ from what was known: kept as a new revision.
    pub revised: usize,
    /// Figures that were known already.
    pub unchanged: usize,
}

impl ImportPlan {
    /// Reads a file by a mapping; nothing is kept yet.
    pub fn new(view: &View, path: &Path, mapping: &Mapping, clock: Clock) -> Result<Self, AppError> {
        let bytes = std::fs::read(path).map_err(|error| AppError::File(path.to_owned(), error))?;
        let file = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let sheet = table::read(&file, &bytes)?;
        let preview = preview(view.department(), &sheet, mapping, &file, &clock.instant(), clock.today())?;
        Ok(ImportPlan { preview, file })
    }
}

/// Keeps the figures of a plan: all or none.
pub async fn import(plan: &ImportPlan, store: &dyn Store) -> Result<Imported, AppError> {
    let done = store.import(&plan.preview.measurements).await?;
    Ok(Imported { added: done.added, revised: done.revised, unchanged: done.unchanged })
}

/// Confirms the figures of a KPI between two days as they are; the audit trail says who did.
pub async fn confirm(store: &dyn Store, act: &Act, kpi: &str, from: Date, to: Date) -> Result<usize, AppError> {
    let all = store.of(kpi).await?;
    let days: Vec<Date> = all.iter().map(|one| one.date).filter(|day| from <= *day && *day <= to).collect();
    let count = store.confirm(kpi, &days, act).await?;
    if count > 0 {
        note(store, act, "confirm", kpi, "", &format!("{from} – {to}: {count}")).await?;
    }
    Ok(count)
}

/// Closes all figures up to a day, or opens them again; the audit trail says who did.
pub async fn close_period(store: &dyn Store, act: &Act, until: Option<Date>) -> Result<(), AppError> {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let before = store.locked().await?.and_then(|lock| lock.until);
    store.lock(&Lock { until, act: act.clone() }).await?;
    note(store, act, "close", "", &day(before), &day(until)).await
}

/// Keeps figures that a program brought: all or none; the audit trail says who brought them.
pub async fn take_measurements(
    store: &dyn Store,
    act: &Act,
    source: &str,
    batch: &[Measurement],
) -> Result<Imported, AppError> {
    let done = store.import(batch).await?;
    let entry = Entry {
        act: act.clone(),
        what: "import".to_owned(),
        subject: source.to_owned(),
        after: format!("+{} ~{} ={}", done.added, done.revised, done.unchanged),
        ..Entry::default()
    };
    store.note(&entry).await?;
    Ok(Imported { added: done.added, revised: done.revised, unchanged: done.unchanged })
}
