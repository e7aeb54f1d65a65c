//! What every kind of file gives: rows in parts.

use crate::TableError;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Takes a block of rows, a slice a column; `false` ends the reading.
pub type Each<'a> = &'a mut dyn FnMut(&[&[f64]]) -> bool;

/// A column's levels are no more than this; beyond, it is text that no method asks for.
pub const LEVELS: usize = 1_000_000;

/// How many values are taken into memory at once where a method cannot do with less: 2 GiB.
pub const IN_MEMORY: usize = 256 << 20;

/// Rows that are read in parts, one beside another, as often as they are asked for.
pub trait Rows: Send + Sync {
    /// How many parts; their order is the order of the rows. Nothing of this depends on the machine.
    fn parts(&self) -> Result<usize, TableError>;

    /// How many rows, where that is known without reading them.
    fn rows(&self) -> Option<u64>;

    /// A part's rows in their order, some thousand at a time. No column is named twice.
    fn read(&self, part: usize, columns: &[usize], each: Each<'_>) -> Result<(), TableError>;

    /// The levels of a column of words, in their order.
    fn levels(&self, column: usize) -> Result<Arc<Vec<String>>, TableError>;
}

/// How many rows a block has: what lies well in a processor's second cache, whatever the number of columns.
pub fn block_rows(columns: usize) -> usize {
    (65_536 / columns.max(1)).clamp(64, 4096) / 64 * 64
}

/// Passes over all parts on all cores; the heaps are joined in the order of the parts.
pub fn fold<A: Send>(
    rows: &dyn Rows,
    columns: &[usize],
    new: impl Fn() -> A + Sync,
    add: impl Fn(&mut A, &[&[f64]]) + Sync,
    mut join: impl FnMut(A),
) -> Result<(), TableError> {
    each_part(
        rows.parts()?,
        |part| {
            let mut heap = new();
            rows.read(part, columns, &mut |block| {
                add(&mut heap, block);
                true
            })?;
            Ok(heap)
        },
        &mut join,
    )
}

/// Does something for every part on all cores, and takes what came of it in the order of the parts.
pub fn each_part<A: Send>(
    parts: usize,
    work: impl Fn(usize) -> Result<A, TableError> + Sync,
    take: &mut dyn FnMut(A),
) -> Result<(), TableError> {
    let step = 4 * rayon::current_num_threads();
    for from in (0..parts).step_by(step) {
        let heaps: Vec<_> = (from..parts.min(from + step)).into_par_iter().map(&work).collect();
        for heap in heaps {
            take(heap?);
        }
    }
    Ok(())
}

/// The levels in their order: by size where all of them are figures, by their letters otherwise.
pub fn ordered(found: BTreeSet<String>) -> Vec<String> {
    let figures: Option<Vec<f64>> = found.iter().map(|text| text.parse().ok()).collect();
    let mut levels: Vec<(f64, String)> = match figures {
        Some(figures) => figures.into_iter().zip(found).collect(),
        None => found.into_iter().map(|text| (0.0, text)).collect(),
    };
    levels.sort_by(|one, other| one.0.total_cmp(&other.0));
    levels.into_iter().map(|(_, text)| text).collect()
}
