//! What differs between two states of a department, each a folder or a revision.

use crate::{AppError, load};
use department::diff::{Difference, Group, diff, groups};
use department::{Files, read};
use locale::Lang;
use std::path::Path;
use store::Store;

/// The texts that a word names: `head`, the number of a revision, or a folder.
pub async fn texts_of(word: &str, store: &dyn Store) -> Result<Files, AppError> {
    let number = match word {
        "head" => store.head().await?,
        _ => match word.parse() {
            Ok(number) => number,
            Err(_) => return load(Path::new(word)),
        },
    };
    // Before the first revision there is nothing, and what came with it is new.
    if number == 0 {
        return Ok(Files::default());
    }
    store.texts(number).await?.ok_or(AppError::NoRevision(number))
}

/// What differs between two states, as data and in words by section.
pub fn compare(before: &Files, after: &Files, lang: Lang) -> (Vec<Difference>, Vec<Group>) {
    let all = diff(before, after);
    let told = groups(&read(before).department, &read(after).department, &all, lang);
    (all, told)
}
