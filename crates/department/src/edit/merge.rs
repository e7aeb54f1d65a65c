//! Changes that were made on an older text.

use super::{Change, EditError, Merge, apply};
use crate::Files;

/// Makes changes, that were written on `base`, on the texts as they stand now.
pub fn merge(_base: &Files, now: &Files, changes: &[Change]) -> Result<Merge, EditError> {
    Ok(Merge::Done(apply(now, changes)?))
}
