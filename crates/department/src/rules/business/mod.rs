//! The strategy of the business: what goals are borrowed from must be whole itself.

super::rules! {
    "BG01" bg01_unserved,
    "BG02" bg02_no_owner,
    "BG03" bg03_unmeasured,
    "BG04" bg04_no_term,
    "BG05" bg05_unnamed_strategy,
}

use super::prelude::*;
use diag::Place;

/// Where a table that stands alone begins, or the beginning of its file where the text lacks it.
pub(super) fn place<T: Element>(case: &Case<'_>, table: &T) -> Place {
    match file_of(T::KEY).filter(|_| table.id().is_empty()) {
        Some(file) => case.department.file(file),
        None => table.head(),
    }
}

/// The keys of those fields that are lacking, listed as a message shows them; empty where none is.
pub(super) fn missing(fields: &[(&str, bool)]) -> String {
    let lacking = fields.iter().filter(|(_, lacks)| *lacks);
    lacking.map(|(key, _)| format!("`{key}`")).collect::<Vec<_>>().join(", ")
}
