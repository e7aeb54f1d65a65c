//! What is kept: a trait for each aggregate, and one suite of stories for every implementation.
//!
//! The use-cases know [`Store`] and nothing of what is behind it; an implementation shows by running
//! [`suite::stories`] that it is one.

mod act;
mod approvals;
mod audit;
mod backup;
mod corrections;
mod datasets;
mod error;
mod hooks;
mod measurements;
mod people;
mod reports;
mod revisions;
pub mod suite;

pub use act::Act;
pub use approvals::{Approvals, Comment, Decision, Proposal, ProposalState, Reason, Stage};
pub use audit::{Audit, Entry, EntryFilter};
pub use backup::{Backup, Held};
pub use corrections::Corrections;
pub use datasets::{Dataset, Datasets};
pub use error::StoreError;
pub use hooks::{Delivery, Hook, Hooks, Settings};
pub use measurements::{ImportRecord, Imported, Lock, Measurements, check};
pub use people::{Key, Link, People, Role, Session, User};
pub use reports::{Report, Reports};
pub use revisions::{Revision, Revisions};

/// Everything that is kept.
pub trait Store:
    Measurements
    + Revisions
    + People
    + Approvals
    + Audit
    + Hooks
    + Settings
    + Backup
    + Datasets
    + Corrections
    + Reports
{
}

impl<T> Store for T where
    T: Measurements
        + Revisions
        + People
        + Approvals
        + Audit
        + Hooks
        + Settings
        + Backup
        + Datasets
        + Corrections
        + Reports
        + ?Sized
{
}
