//! What can go wrong in a store.

use jiff::civil::Date;
use std::path::PathBuf;

/// Why something could not be kept or read; as a rule nobody's mistake but the disk's or the file's.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file is something else than a database.
    #[error("{0} is not a database")]
    NotADatabase(PathBuf),
    /// The file is a database that another program made.
    #[error("{0} is a database of another program")]
    Foreign(PathBuf),
    /// The database was made by a later version.
    #[error("the database has schema {found}, and this version knows schemas up to {known}")]
    Newer {
        /// The database's schema.
        found: i64,
        /// The last one that is known here.
        known: i64,
    },
    /// A measurement that is no number; nothing of its batch was kept.
    #[error("the value of {kpi} for {date} is not a finite number")]
    NotFinite {
        /// The KPI's id.
        kpi: String,
        /// The day.
        date: Date,
    },
    /// A change of a day that an approver has closed; nothing of its batch was kept.
    #[error("{kpi} of {date} cannot change: all up to {until} is closed")]
    Closed {
        /// The KPI's id.
        kpi: String,
        /// The day.
        date: Date,
        /// The last closed day.
        until: Date,
    },
    /// The file cannot be opened or made.
    #[error("{path} cannot be opened: {cause}")]
    CannotOpen {
        /// The file.
        path: PathBuf,
        /// Why.
        cause: Box<dyn std::error::Error + Send + Sync>,
    },
    /// What is kept is not as it was kept.
    #[error("not as it was kept: {0}")]
    Broken(String),
    /// The store does not do its work: a full disk, a broken file, a lock that somebody holds.
    #[error("{0}")]
    Failed(#[source] Box<dyn std::error::Error + Send + Sync>),
}
