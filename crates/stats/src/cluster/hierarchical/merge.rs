//! The merging: of each cluster its nearest among those after it is kept, so that the next pair is found in one pass.
//!
//! After Anderberg (1973) and Murtagh (1985). A kept neighbour that has been merged away is looked for anew: at once where
//! ties are to fall as in R, or only when its turn comes (Müllner 2011), for until then its old distance is no more than the
//! new one.

use crate::{Error, Result};

/// Clusters in places that know how far they are from each other. A place that has been merged into another is endlessly far.
pub(super) trait Gaps: Sync {
    /// Whether places can be left out.
    const SHRINKS: bool;
    /// How many places.
    fn len(&self) -> usize;
    /// The first nearest place after this one, and how far it is.
    fn nearest(&self, at: usize) -> (f64, usize);
    /// Makes one cluster of two, in the place of the first, and writes how far it is from every place.
    fn join(&mut self, into: usize, from: usize, gap: f64, gaps: &mut [f64]);
    /// Leaves only these places, in their order.
    fn keep(&mut self, places: &[usize]);
}

/// A neighbour that has to be looked for.
const UNKNOWN: usize = usize::MAX;
/// The row of a place that was merged away.
const GONE: usize = usize::MAX;

/// What is kept of each place; of one that was merged away nothing is near and everything endlessly far.
struct Places {
    /// The row by which its cluster is known: its first.
    row: Vec<usize>,
    /// Its nearest place after it.
    near: Vec<usize>,
    /// How far that is, or no more than that.
    far: Vec<f64>,
}

/// Pairs, each by its clusters' first rows, and how far they were.
pub(super) type Merged = (Vec<(usize, usize)>, Vec<f64>);

/// The pairs in the order in which they became one.
pub(super) fn merge<G: Gaps>(mut gaps: G, lazy: bool) -> Result<Merged> {
    use rayon::prelude::*;
    let n = gaps.len();
    let found: Vec<(f64, usize)> = (0..n).into_par_iter().map(|at| gaps.nearest(at)).collect();
    let (far, near) = found.into_iter().unzip();
    let mut places = Places { row: (0..n).collect(), near, far };
    let mut fresh = vec![f64::INFINITY; n];
    let (mut pairs, mut heights) = (Vec::with_capacity(n), Vec::with_capacity(n));
    for left in (2..=n).rev() {
        let (into, from, gap) = places.next(&gaps)?;
        pairs.push((places.row[into], places.row[from]));
        heights.push(gap);
        gaps.join(into, from, gap, &mut fresh);
        fresh[from] = f64::INFINITY;
        places.joined(&gaps, into, from, &fresh, lazy);
        let living = left - 1;
        if G::SHRINKS && living >= 64 && living * 4 <= places.far.len() * 3 {
            places.close_ranks(&mut gaps, &mut fresh);
        }
    }
    Ok((pairs, heights))
}

impl Places {
    /// The next pair: of those as near the one whose first place comes first.
    fn next<G: Gaps>(&mut self, gaps: &G) -> Result<(usize, usize, f64)> {
        loop {
            let at = pulp::Arch::new().dispatch(|| least(&self.far));
            let (near, gap) = (self.near[at], self.far[at]);
            if !gap.is_finite() {
                return Err(Error::Infinite { column: "distance".to_owned(), row: self.row[at] });
            }
            if near != UNKNOWN {
                return Ok((at, near, gap));
            }
            (self.far[at], self.near[at]) = gaps.nearest(at);
        }
    }

    /// Brings neighbours up to date after a merge.
    fn joined<G: Gaps>(&mut self, gaps: &G, into: usize, from: usize, fresh: &[f64], lazy: bool) {
        (self.far[from], self.near[from], self.row[from]) = (f64::INFINITY, from, GONE);
        let after = &fresh[into + 1..];
        let best = pulp::Arch::new().dispatch(|| least(after));
        (self.far[into], self.near[into]) = (after[best], into + 1 + best);
        let before = self.far[..into].iter_mut().zip(&mut self.near[..into]).zip(fresh);
        for ((far, near), &fresh) in before {
            if fresh < *far {
                (*far, *near) = (fresh, into);
            } else if *near == into || *near == from {
                *near = UNKNOWN;
            }
        }
        self.near[into + 1..from].iter_mut().filter(|near| **near == from).for_each(|near| *near = UNKNOWN);
        if !lazy {
            for at in (0..from).filter(|&at| at != into) {
                if self.near[at] == UNKNOWN {
                    (self.far[at], self.near[at]) = gaps.nearest(at);
                }
            }
        }
    }

    /// Drops the places that have been merged away, so that no pass goes over them.
    fn close_ranks<G: Gaps>(&mut self, gaps: &mut G, fresh: &mut Vec<f64>) {
        let kept: Vec<usize> = (0..self.row.len()).filter(|&at| self.row[at] != GONE).collect();
        gaps.keep(&kept);
        let mut new = vec![UNKNOWN; self.near.len()];
        kept.iter().enumerate().for_each(|(to, &from)| new[from] = to);
        self.far = kept.iter().map(|&at| self.far[at]).collect();
        self.near = kept.iter().map(|&at| new.get(self.near[at]).copied().unwrap_or(UNKNOWN)).collect();
        self.row = kept.iter().map(|&at| self.row[at]).collect();
        fresh.truncate(kept.len());
    }
}

/// Where the first least figure is.
#[inline(always)]
pub(super) fn least(figures: &[f64]) -> usize {
    let mut lanes = [f64::INFINITY; 8];
    let pieces = figures.chunks_exact(8);
    let rest = pieces.remainder();
    for piece in pieces {
        lanes
            .iter_mut()
            .zip(piece)
            .for_each(|(lane, &figure)| *lane = if figure < *lane { figure } else { *lane });
    }
    let best = lanes.iter().chain(rest).fold(f64::INFINITY, |best, &figure| best.min(figure));
    figures.iter().position(|&figure| figure == best).unwrap_or(0)
}
