//! Whether a checkpoint has ever led its terminal KPI.
//!
//! [`evidence`] tests every declared link and adjusts for their number (Benjamini and Hochberg 1995); [`better`] looks through all
//! measured KPIs for what would have led, and adjusts for the whole search, however its tests are related (Benjamini and
//! Yekutieli 2001). The word is evidence, never proof.

mod horizon;
mod links;
mod pairs;
mod search;
mod words;

pub(crate) use links::again;
pub use links::{Evidence, Insufficient, evidence};
pub use search::better;
pub use stats::lead::Verdict;

/// The level of all that is said of links.
pub const LEVEL: f64 = 0.95;
