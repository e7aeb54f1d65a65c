//! Changes made on texts.

use super::{Change, EditError};
use crate::Files;

/// Makes changes, one after the other.
pub fn apply(files: &Files, _changes: &[Change]) -> Result<Files, EditError> {
    Ok(files.clone())
}
