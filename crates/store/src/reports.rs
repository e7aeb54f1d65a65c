//! Control reports that were made, with their files.

use crate::{Act, StoreError};
use async_trait::async_trait;
use jiff::civil::Date;

/// A control report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Its number.
    pub id: u64,
    /// The day that it tells of.
    pub on: Date,
    /// The languages that it is made in, as `ru,en`.
    pub langs: String,
    /// The month of the schedule that asked for it, as `2026-10`; empty where a person did.
    pub month: String,
    /// Who asked for it, and when.
    pub act: Act,
    /// The revision that it was made of; 0 as long as it is not made.
    pub revision: u64,
    /// When it was done, or given up; empty until then.
    pub done: String,
    /// Why it was given up; empty where it was not.
    pub problem: String,
    /// Its files: name, and how many bytes.
    pub files: Vec<(String, u64)>,
}

/// Keeps control reports.
#[async_trait]
pub trait Reports: Send + Sync {
    /// Keeps that somebody asked for a report of a day, and gives its number. Nothing where the schedule has asked for the
    /// report of that month before; an empty month is of no schedule.
    async fn ask_report(
        &self,
        act: &Act,
        on: Date,
        langs: &str,
        month: &str,
    ) -> Result<Option<u64>, StoreError>;
    /// The first report that has not ended.
    async fn asked_report(&self) -> Result<Option<Report>, StoreError>;
    /// At most so many reports, the latest first.
    async fn reports(&self, most: u32) -> Result<Vec<Report>, StoreError>;
    /// The report of a number.
    async fn report(&self, id: u64) -> Result<Option<Report>, StoreError>;
    /// Ends a report: with its revision and files, or with the problem that it was given up for. False where there is none of
    /// that number, or it has ended.
    async fn end_report(
        &self,
        id: u64,
        at: &str,
        revision: u64,
        problem: &str,
        files: &[(String, Vec<u8>)],
    ) -> Result<bool, StoreError>;
    /// What a file of a report holds.
    async fn report_file(&self, id: u64, name: &str) -> Result<Option<Vec<u8>>, StoreError>;
    /// Forgets a report with its files; false where there is none of that number.
    async fn drop_report(&self, id: u64) -> Result<bool, StoreError>;
}
