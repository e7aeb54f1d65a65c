//! Questions to data: asked once on a file, or kept in the department and asked anew as data come.

mod answers;
mod ask;
mod desk;
mod opened;
mod source;

pub use answers::{Answered, Answers};
pub use ask::{Question, ask, export, write};
pub use desk::{DATA_BYTES, OWN};
pub(crate) use opened::OpenedData;
pub use source::{Shelf, belongs};

use crate::{AppError, Figures};
use department::{Department, Facts};
use std::path::Path;
use store::Store;

/// What rules hear of a folder's studies; each is asked.
pub async fn facts(department: &Department, folder: &Path, store: &dyn Store) -> Result<Facts, AppError> {
    let (figures, stamp) = (Figures::from(store.known(0).await?), store.stamp().await?);
    let shelf = Shelf { store, folder: Some(folder), figures: &figures, stamp };
    let answers = Answers::default().next(department, &shelf).await?;
    Ok(answers.unwrap_or_default().facts(crate::view::language(department)))
}
