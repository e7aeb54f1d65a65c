//! The silhouette: whether a row lies nearer to its own cluster than to the next.

use super::distances::Distances;
use super::points::{Metric, NOISE, Points};
use crate::{Chance, Error, Result};
use rayon::prelude::*;

/// Up to so many rows each is held against all others; above, against as many drawn by chance.
pub const EXACT: usize = 10_000;

/// Silhouettes (Rousseeuw 1987).
#[derive(Debug, Clone, PartialEq)]
pub struct Silhouette {
    /// Which rows were looked at: all, or those drawn.
    pub rows: Vec<usize>,
    /// Their widths: (b − a) ÷ max(a, b), a the mean distance to the others of the own cluster, b to those of the nearest other
    /// one; nought for a row alone in its cluster, `NaN` for noise.
    pub width: Vec<f64>,
    /// The nearest other cluster of each.
    pub neighbour: Vec<u32>,
    /// The mean width of each cluster; `NaN` where none of its rows was drawn.
    pub clusters: Vec<f64>,
    /// The mean width of all, noise left out.
    pub mean: f64,
    /// Whether the rows were drawn out of more.
    pub sampled: bool,
}

impl Silhouette {
    /// How many rows lie nearer to another cluster than to their own.
    pub fn misplaced(&self) -> usize {
        self.width.iter().filter(|&&width| width < 0.0).count()
    }
}

/// The silhouettes of points under labels. Above [`EXACT`] rows as many are drawn by the seed and held against each other.
///
/// # Errors
/// Labels of another length; fewer than two clusters.
pub fn silhouette(points: &Points, labels: &[u32], metric: Metric, seed: u64) -> Result<Silhouette> {
    if points.len() != labels.len() {
        return Err(Error::Lengths { left: points.len(), right: labels.len() });
    }
    let sampled = points.len() > EXACT;
    let mut rows: Vec<usize> = (0..points.len()).collect();
    if sampled {
        Chance::new(seed).shuffle(&mut rows);
        rows.truncate(EXACT);
        rows.sort_unstable();
    }
    let near = |a: usize, b: usize| metric.distance(points.row(a), points.row(b));
    count(rows, labels, sampled, near)
}

/// The silhouettes of rows whose distances are known.
pub fn silhouette_of(distances: &Distances, labels: &[u32]) -> Result<Silhouette> {
    if distances.len() != labels.len() {
        return Err(Error::Lengths { left: distances.len(), right: labels.len() });
    }
    count((0..labels.len()).collect(), labels, false, |a, b| distances.get(a, b))
}

fn count(
    rows: Vec<usize>,
    labels: &[u32],
    sampled: bool,
    distance: impl Fn(usize, usize) -> f64 + Sync,
) -> Result<Silhouette> {
    let k = labels.iter().filter(|&&label| label != NOISE).max().map_or(0, |&most| most as usize + 1);
    let mut sizes = vec![0usize; k];
    rows.iter().filter(|&&row| labels[row] != NOISE).for_each(|&row| sizes[labels[row] as usize] += 1);
    let have = sizes.iter().filter(|&&size| size > 0).count();
    if have < 2 {
        return Err(Error::TooFew { what: "clusters", have, need: 2 });
    }
    let one = |&row: &usize| {
        let own = labels[row];
        if own == NOISE {
            return (f64::NAN, NOISE);
        }
        let mut sums = vec![0.0; k];
        for &other in &rows {
            if let Some(sum) = sums.get_mut(labels[other] as usize) {
                *sum += distance(row, other);
            }
        }
        let means =
            sums.iter().zip(&sizes).enumerate().filter(|(at, (_, size))| *at != own as usize && **size > 0);
        let means = means.map(|(at, (sum, &size))| (sum / size as f64, at as u32));
        let (b, neighbour) =
            means.fold((f64::INFINITY, own), |best, this| if this.0 < best.0 { this } else { best });
        let others = sizes[own as usize] - 1;
        if others == 0 {
            return (0.0, neighbour);
        }
        let a = sums[own as usize] / others as f64;
        (if a == b { 0.0 } else { (b - a) / a.max(b) }, neighbour)
    };
    let (width, neighbour): (Vec<f64>, Vec<u32>) =
        rows.par_iter().map(one).collect::<Vec<_>>().into_iter().unzip();
    let mut sums = vec![0.0; k];
    for (&row, &width) in rows.iter().zip(&width) {
        if let Some(sum) = sums.get_mut(labels[row] as usize) {
            *sum += width;
        }
    }
    let mean = sums.iter().sum::<f64>() / sizes.iter().sum::<usize>() as f64;
    let clusters = sums.iter().zip(&sizes).map(|(sum, &size)| sum / size as f64).collect();
    Ok(Silhouette { rows, width, neighbour, clusters, mean, sampled })
}
