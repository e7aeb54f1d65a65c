//! The merging: of each cluster its nearest among those after it is kept, so that the next pair is found in one pass.
//!
//! After Anderberg (1973) and Murtagh (1985). A kept neighbour that has been merged away is looked for anew: at once where
//! ties are to fall as in R, or only when its turn comes (Müllner 2011), for until then its old distance is no more than the
//! new one.

use crate::{Error, Result};

/// Clusters in places that know how far they are from each other. A place that has been merged into another is endlessly far.
pub(super) trait Gaps: Sync {
    /// How many places.
    fn len(&self) -> usize;
    /// The first nearest place after this one, and how far it is.
    fn nearest(&self, at: usize) -> (f64, usize);
    /// Makes one cluster of two, in the place of the first, and writes how far it is from every place.
    fn join(&mut self, into: usize, from: usize, gap: f64, gaps: &mut [f64]);
    /// Leaves only these places, in their order; whether it did.
    fn keep(&mut self, places: &[usize]) -> bool;
}

/// What is kept of a place.
struct Place {
    /// The row by which its cluster is known: its first.
    row: usize,
    /// Its nearest place after it; `None` while that has to be looked for.
    near: Option<usize>,
    alive: bool,
}

/// The pairs merged, each by its clusters' first rows, and how far they were.
pub(super) fn merge<G: Gaps>(mut gaps: G, lazy: bool) -> Result<(Vec<(usize, usize)>, Vec<f64>)> {
    use rayon::prelude::*;
    let n = gaps.len();
    let found: Vec<(f64, usize)> = (0..n).into_par_iter().map(|at| gaps.nearest(at)).collect();
    let mut far: Vec<f64> = found.iter().map(|near| near.0).collect();
    let mut places: Vec<Place> = found
        .into_iter()
        .enumerate()
        .map(|(row, (_, near))| Place { row, near: Some(near), alive: true })
        .collect();
    let mut fresh = vec![0.0; n];
    let (mut pairs, mut heights) = (Vec::with_capacity(n), Vec::with_capacity(n));
    for left in (2..=n).rev() {
        let (into, from, gap) = loop {
            let at = least(&far);
            let gap = far[at];
            if !gap.is_finite() {
                return Err(Error::Infinite { column: "distance".to_owned(), row: places[at].row });
            }
            match places[at].near {
                Some(near) => break (at, near, gap),
                None => {
                    let (gap, near) = gaps.nearest(at);
                    far[at] = gap;
                    places[at].near = Some(near);
                }
            }
        };
        pairs.push((places[into].row, places[from].row));
        heights.push(gap);
        places[from].alive = false;
        far[from] = f64::INFINITY;
        gaps.join(into, from, gap, &mut fresh);
        let (mut best, mut near) = (f64::INFINITY, into);
        for (at, place) in places.iter_mut().enumerate() {
            if !place.alive || at == into {
                continue;
            }
            if at > into && fresh[at] < best {
                (best, near) = (fresh[at], at);
            }
            if at < into && fresh[at] < far[at] {
                far[at] = fresh[at];
                place.near = Some(into);
            } else if place.near == Some(into) || place.near == Some(from) {
                place.near = None;
                if !lazy {
                    let (gap, near) = gaps.nearest(at);
                    far[at] = gap;
                    place.near = Some(near);
                }
            }
        }
        far[into] = best;
        places[into].near = Some(near);
        let living = left - 1;
        if living >= 64 && living * 4 <= places.len() * 3 {
            close_ranks(&mut gaps, &mut places, &mut far, &mut fresh);
        }
    }
    Ok((pairs, heights))
}

/// Drops the places that have been merged away, so that no pass goes over them.
fn close_ranks<G: Gaps>(gaps: &mut G, places: &mut Vec<Place>, far: &mut Vec<f64>, fresh: &mut Vec<f64>) {
    let kept: Vec<usize> = (0..places.len()).filter(|&at| places[at].alive).collect();
    if !gaps.keep(&kept) {
        return;
    }
    let mut new = vec![None; places.len()];
    kept.iter().enumerate().for_each(|(to, &from)| new[from] = Some(to));
    *far = kept.iter().map(|&at| far[at]).collect();
    places.retain(|place| place.alive);
    // The last place has none after it, and its distance says so.
    places.iter_mut().for_each(|place| place.near = place.near.and_then(|near| new[near]));
    fresh.truncate(places.len());
}

/// Where the first least figure is.
#[inline(always)]
pub(super) fn least(figures: &[f64]) -> usize {
    let mut lanes = [f64::INFINITY; 8];
    let pieces = figures.chunks_exact(8);
    let rest = pieces.remainder();
    for piece in pieces {
        lanes.iter_mut().zip(piece).for_each(|(lane, &figure)| *lane = if figure < *lane { figure } else { *lane });
    }
    let best = lanes.iter().chain(rest).fold(f64::INFINITY, |best, &figure| best.min(figure));
    figures.iter().position(|&figure| figure == best).unwrap_or(0)
}
