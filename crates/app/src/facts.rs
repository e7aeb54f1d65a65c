//! What rules hear of a folder beside its texts.

use crate::studies::{Answers, Shelf};
use crate::{AppError, Figures, Judged};
use department::{Department, Facts};
use jiff::civil::Date;
use std::path::Path;
use store::Store;

/// What rules hear of a folder: its studies are asked, its plan is judged by its figures.
pub async fn facts(
    department: &Department,
    folder: &Path,
    store: &dyn Store,
    today: Date,
) -> Result<Facts, AppError> {
    let figures = Figures::from(store.known(0).await?).read(department, today);
    let shelf = Shelf { store, folder: Some(folder), figures: &figures, stamp: store.stamp().await? };
    let answers = Answers::default().next(department, &shelf).await?.unwrap_or_default();
    let mut facts = answers.facts(crate::view::language(department));
    Judged::links(department, &figures.series, today).tell(&mut facts);
    Ok(facts)
}
