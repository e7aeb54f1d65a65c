//! Hierarchical clustering: the two nearest clusters become one, until one is left.

mod coefficient;
mod cophenetic;
mod cut;
mod diana;
mod merge;
mod order;
mod prim;
mod stored;
mod vectors;

pub use coefficient::{agglomerative, agnes};
pub use cophenetic::{Cophenetic, cophenetic};
pub use cut::{cut, cut_at};
pub use diana::{Diana, diana};
pub(super) use order::{foot, tree};
pub(super) use prim::prim;

use super::distances::Distances;
use super::points::{Metric, Points};
use crate::{Error, Result};
use stored::Stored;
use vectors::Vectors;

/// Up to so many rows all distances are stored and ties fall as in R; above, those linkages that can do without count them
/// anew each time.
const STORED: usize = 2_048;

/// How far two clusters are from each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Linkage {
    /// By how much the sum of squares within grows (Ward 1963; R's `ward.D2`; Murtagh and Legendre 2014).
    #[default]
    Ward,
    /// The same update on distances that are not squared: R's `ward.D`. It is Ward's criterion only where the distances
    /// given are squares.
    WardD,
    /// Their two nearest rows.
    Single,
    /// Their two farthest rows.
    Complete,
    /// The mean over all pairs of rows (UPGMA).
    Average,
    /// The mean of the two parts' distances, whatever their sizes (WPGMA).
    McQuitty,
    /// Their centroids, by squared distances (UPGMC). Heights may fall.
    Centroid,
    /// Their midpoints, by squared distances (WPGMC; Gower). Heights may fall.
    Median,
}

/// The tree of merges, as R's `hclust` tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree {
    /// Of each step the two that became one: −1, −2 … the rows, 1, 2 … the earlier steps. Of a row and a step the row comes
    /// first, of two rows or two steps the earlier.
    pub merge: Vec<(i64, i64)>,
    /// How far the two were from each other.
    pub height: Vec<f64>,
    /// The rows, from 0, in an order in which no two branches cross.
    pub order: Vec<usize>,
    /// By what linkage.
    pub linkage: Linkage,
}

impl Tree {
    /// How many rows the tree stands on.
    pub fn rows(&self) -> usize {
        self.merge.len() + 1
    }

    /// Whether a merge lies below an earlier one, as centroid and median linkage may have it.
    pub fn inverted(&self) -> bool {
        self.height.windows(2).any(|pair| pair[1] < pair[0])
    }
}

/// The tree of points. Centroid and median go by squared Euclidean distances.
///
/// Ward, centroid, median and single need memory in proportion to the rows; the others keep all distances and so take no
/// more than [`super::distances::MOST_ROWS`].
///
/// # Errors
/// Fewer than two rows; too many for a linkage that needs all pairs; centroid or median by another metric.
pub fn hierarchical(points: &Points, linkage: Linkage, metric: Metric) -> Result<Tree> {
    let n = points.len();
    if n < 2 {
        return Err(Error::TooFew { what: "rows", have: n, need: 2 });
    }
    let spatial = matches!(linkage, Linkage::Ward | Linkage::Centroid | Linkage::Median);
    if spatial && metric != Metric::Euclidean {
        return Err(Error::Choice {
            name: "metric",
            value: format!("{metric:?}"),
            allowed: "Euclidean".to_owned(),
        });
    }
    if n > STORED && linkage == Linkage::Single {
        let edges = prim(n, |a, b| metric.distance(points.row(a), points.row(b)));
        return single(n, edges);
    }
    if n > STORED && spatial {
        let (mut pairs, mut height) = merge::merge(Vectors::new(points, linkage), true)?;
        if linkage == Linkage::Ward {
            height.iter_mut().for_each(|height| *height = height.max(0.0).sqrt());
        }
        pairs.iter_mut().for_each(|pair| *pair = (pair.0.min(pair.1), pair.0.max(pair.1)));
        return Ok(tree(&pairs, height, linkage));
    }
    match linkage {
        Linkage::Centroid | Linkage::Median => from_distances(Distances::squared(points)?, linkage),
        _ => from_distances(Distances::of(points, metric)?, linkage),
    }
}

/// The tree of distances as they are given, whatever measured them: R's `hclust`.
///
/// # Errors
/// Fewer than two rows.
pub fn from_distances(mut distances: Distances, linkage: Linkage) -> Result<Tree> {
    if distances.len() < 2 {
        return Err(Error::TooFew { what: "rows", have: distances.len(), need: 2 });
    }
    if linkage == Linkage::Ward {
        distances.values.iter_mut().for_each(|value| *value *= *value);
    }
    let lazy = distances.len() > STORED;
    let (pairs, mut height) = merge::merge(Stored::new(distances, linkage), lazy)?;
    if linkage == Linkage::Ward {
        height.iter_mut().for_each(|height| *height = height.sqrt());
    }
    Ok(tree(&pairs, height, linkage))
}

/// Single linkage is the shortest tree through all rows, its edges taken from the shortest on.
fn single(n: usize, mut edges: Vec<(usize, usize, f64)>) -> Result<Tree> {
    edges.sort_by(|a, b| a.2.total_cmp(&b.2));
    let mut head: Vec<usize> = (0..n).collect();
    let mut pairs = Vec::with_capacity(n - 1);
    for &(from, to, gap) in &edges {
        if !gap.is_finite() {
            return Err(Error::Infinite { column: "distance".to_owned(), row: from });
        }
        let (a, b) = (root(&mut head, from), root(&mut head, to));
        let (low, high) = (a.min(b), a.max(b));
        head[high] = low;
        pairs.push((low, high));
    }
    let height = edges.into_iter().map(|edge| edge.2).collect();
    Ok(tree(&pairs, height, Linkage::Single))
}

/// The first row of the cluster to which a row belongs, the way there made shorter.
pub(super) fn root(head: &mut [usize], mut at: usize) -> usize {
    while head[at] != at {
        head[at] = head[head[at]];
        at = head[at];
    }
    at
}
