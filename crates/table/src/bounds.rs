//! How much of a file is read.

use crate::{BYTES, CELLS, ROWS};

/// How much of a file is read; past any of these it is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Bytes of the file.
    pub bytes: usize,
    /// Bytes that a workbook unpacks to.
    pub unpacked: usize,
    /// Whether what it unpacks to is counted by unpacking it, and not taken from what the archive says of itself.
    pub counted: bool,
    /// Rows.
    pub rows: usize,
    /// Cells.
    pub cells: usize,
}

impl Default for Bounds {
    /// For files of one's own.
    fn default() -> Self {
        Bounds { bytes: BYTES, unpacked: BYTES * 8, counted: false, rows: ROWS, cells: CELLS }
    }
}
