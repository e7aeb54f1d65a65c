//! Rows that come in pieces.

use crate::Result;
use rayon::prelude::*;

/// Figures that are read in parts, as often as they are asked for: a file larger than memory, or columns that are in it.
///
/// Columns are numbered; a missing value is `NaN`. A part can be read beside another.
pub trait Blocks: Sync {
    /// The names of the columns.
    fn names(&self) -> &[String];

    /// How many parts there are; their order is the order of the rows.
    fn parts(&self) -> usize;

    /// Gives a part's rows in their order, a few thousand at a time: of each column of `columns` a slice, all as long as
    /// each other.
    fn read(
        &self,
        part: usize,
        columns: &[usize],
        each: &mut dyn FnMut(&[&[f64]]) -> Result<()>,
    ) -> Result<()>;
}

/// Passes over all rows on all cores: each part into a heap of its own, the heaps joined in the order of the parts, so that
/// the result does not depend on who came first.
pub fn fold<A: Send>(
    source: &dyn Blocks,
    columns: &[usize],
    new: impl Fn() -> A + Sync,
    add: impl Fn(&mut A, &[&[f64]]) -> Result<()> + Sync,
    join: impl Fn(A, A) -> A + Sync,
) -> Result<A> {
    let heap = |part: usize| {
        let mut heap = new();
        source.read(part, columns, &mut |rows| add(&mut heap, rows))?;
        Ok(heap)
    };
    Ok(heaps(source.parts(), heap, join)?.unwrap_or_else(new))
}

/// A heap for each of so many parts, made on all cores and joined in the order of the parts; none where there are no parts.
pub(crate) fn heaps<A: Send>(
    parts: usize,
    heap: impl Fn(usize) -> Result<A> + Sync,
    join: impl Fn(A, A) -> A,
) -> Result<Option<A>> {
    // Some parts at a time, so that no more heaps lie about than are being filled.
    let step = 4 * rayon::current_num_threads();
    let mut whole = None;
    for from in (0..parts).step_by(step) {
        let until = (from + step).min(parts);
        let made: Vec<Result<A>> = (from..until).into_par_iter().map(&heap).collect();
        for heap in made {
            let heap = heap?;
            whole = Some(match whole {
                None => heap,
                Some(sum) => join(sum, heap),
            });
        }
    }
    Ok(whole)
}
