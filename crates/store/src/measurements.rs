//! Measurements, kept revision by revision.

use crate::{Act, StoreError};
use async_trait::async_trait;
use control::{Known, Measurement};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Imported {
    /// Measurements of a KPI and day that had none.
    pub added: usize,
    /// Measurements that differ from what was known and were kept as a new revision beside it.
    pub revised: usize,
    /// Measurements that were known already.
    pub unchanged: usize,
}

/// An import that brought something new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRecord {
    /// The file.
    pub file: String,
    /// The instant, as RFC 3339 writes it.
    pub imported: String,
    /// Who brought it; empty where it came from a command line.
    pub by: String,
    /// How many measurements it added.
    pub added: usize,
    /// How many it revised.
    pub revised: usize,
}

/// A closed period: no measurement up to its day changes any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lock {
    /// The last closed day; nothing where all was opened again.
    pub until: Option<Date>,
    /// Who closed it, and when.
    pub act: Act,
}

/// Keeps measurements. For each KPI and day the last revision is read; the earlier ones stay.
#[async_trait]
pub trait Measurements: Send + Sync {
    /// Keeps a batch, all or nothing. A measurement whose value and syntheticness are those of the last revision
    /// changes nothing, whatever file it comes from; so the same file twice does nothing the second time. A new revision is
    /// not confirmed.
    ///
    /// # Errors
    /// A value that is no finite number; a change of a day that is closed.
    async fn import(&self, batch: &[Measurement]) -> Result<Imported, StoreError>;

    /// The last revisions of all KPIs, by id, each list by day.
    async fn all(&self) -> Result<BTreeMap<String, Vec<Measurement>>, StoreError>;

    /// The last revisions of one KPI, by day; none where nothing is known of it.
    async fn of(&self, kpi: &str) -> Result<Vec<Measurement>, StoreError>;

    /// The values of all KPIs that have changed since a stamp, by id; of all since 0.
    async fn known(&self, since: u64) -> Result<BTreeMap<String, Known>, StoreError>;

    /// All revisions for one KPI and day, the first first.
    async fn history(&self, kpi: &str, date: Date) -> Result<Vec<Measurement>, StoreError>;

    /// Confirms the last revisions of these days of a KPI; how many were not confirmed before.
    async fn confirm(&self, kpi: &str, dates: &[Date], act: &Act) -> Result<usize, StoreError>;

    /// A number that grows with every import that brought something new and with every confirmation, and is cheap to ask for.
    async fn stamp(&self) -> Result<u64, StoreError>;

    /// The imports that brought something new, in the order in which they came.
    async fn imports(&self) -> Result<Vec<ImportRecord>, StoreError>;

    /// Closes all days up to one, or opens all again.
    async fn lock(&self, lock: &Lock) -> Result<(), StoreError>;

    /// What was closed last, if ever anything was.
    async fn locked(&self) -> Result<Option<Lock>, StoreError>;
}

/// An error where a batch has a value that is no finite number; for implementations to ask before they begin.
pub fn check(batch: &[Measurement]) -> Result<(), StoreError> {
    match batch.iter().find(|one| !one.value.is_finite()) {
        Some(one) => Err(StoreError::NotFinite { kpi: one.kpi.to_string(), date: one.date }),
        None => Ok(()),
    }
}
