//! The stories that every store must be able to tell. Each runs on a new, empty store and panics where the store
//! does otherwise.

mod approvals;
mod audit;
mod corrections;
mod datasets;
mod hooks;
mod measurements;
mod people;
mod reports;
pub mod revisions;

use crate::{Act, Entry, Store};
pub use measurements::measurement;
use std::future::Future;

/// Runs every story, each on a store that `make` makes.
pub async fn stories<S: Store, F: Future<Output = S>>(make: impl Fn() -> F) {
    measurements::stories(&make).await;
    revisions::stories(&make).await;
    people::stories(&make).await;
    approvals::stories(&make).await;
    audit::stories(&make).await;
    hooks::stories(&make).await;
    datasets::stories(&make).await;
    corrections::stories(&make).await;
    reports::stories(&make).await;
}

/// Something that somebody does on a minute of a day.
fn act(by: &str, minute: u32) -> Act {
    Act { by: by.to_owned(), at: at(minute), from: "127.0.0.1".to_owned() }
}

/// An instant of a day, by its minute.
fn at(minute: u32) -> String {
    format!("2026-11-24T{:02}:{:02}:00Z", minute / 60 % 24, minute % 60)
}

/// An entry of the trail.
fn entry(by: &str, minute: u32, what: &str, subject: &str) -> Entry {
    Entry { act: act(by, minute), what: what.to_owned(), subject: subject.to_owned(), ..Entry::default() }
}
