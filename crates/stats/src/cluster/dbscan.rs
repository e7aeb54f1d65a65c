//! DBSCAN: clusters are where rows lie close, noise is what lies between.

use super::neighbours::Neighbours;
use super::points::{NOISE, Points};
use crate::{Error, Result};
use rayon::prelude::*;

/// What DBSCAN found (Ester, Kriegel, Sander and Xu 1996).
#[derive(Debug, Clone, PartialEq)]
pub struct Dbscan {
    /// For each row its cluster, from 0, or [`NOISE`].
    pub labels: Vec<u32>,
    /// For each row whether it has enough neighbours to carry a cluster on.
    pub core: Vec<bool>,
    /// How many clusters there are.
    pub clusters: usize,
    /// The radius of a neighbourhood.
    pub radius: f64,
    /// How many rows a neighbourhood needs, its own row counted.
    pub least: usize,
}

/// DBSCAN with a radius and the number of rows, its own counted, that a row needs within it to be a core. A row on the
/// border of two clusters goes to the earlier.
///
/// # Errors
/// A radius that is not above nought; no neighbours asked for.
pub fn dbscan(points: &Points, radius: f64, least: usize) -> Result<Dbscan> {
    if !(radius > 0.0 && radius.is_finite()) {
        return Err(Error::Choice { name: "eps", value: radius.to_string(), allowed: "> 0".into() });
    }
    if least == 0 {
        return Err(Error::Choice { name: "min_points", value: "0".into(), allowed: "≥ 1".into() });
    }
    let tree = Neighbours::new(points);
    let n = points.len();
    let core: Vec<bool> = (0..n)
        .into_par_iter()
        .map(|row| tree.within(points.row(row), radius * radius).len() >= least)
        .collect();
    let mut labels = vec![NOISE; n];
    let mut clusters = 0;
    let mut open = Vec::new();
    for start in 0..n {
        if !core[start] || labels[start] != NOISE {
            continue;
        }
        labels[start] = clusters;
        open.push(start);
        while let Some(row) = open.pop() {
            for (near, _) in tree.within(points.row(row), radius * radius) {
                if labels[near] == NOISE {
                    labels[near] = clusters;
                    if core[near] {
                        open.push(near);
                    }
                }
            }
        }
        clusters += 1;
    }
    Ok(Dbscan { labels, core, clusters: clusters as usize, radius, least })
}

/// A radius to begin with: of the rows' distances to their `least − 1`-th neighbour, in order, the one at the knee, which lies
/// farthest below the line from the first to the last (Satopää et al. 2011).
pub fn radius(points: &Points, least: usize) -> f64 {
    let mut gaps = Neighbours::new(points).kth(least.saturating_sub(1).max(1));
    gaps.sort_unstable_by(f64::total_cmp);
    let (Some(&first), Some(&last)) = (gaps.first(), gaps.last()) else { return 0.0 };
    let steps = (gaps.len().max(2) - 1) as f64;
    let below = |at: usize| first + (last - first) * at as f64 / steps - gaps[at];
    let knee = (0..gaps.len()).fold(0, |best, at| if below(at) > below(best) { at } else { best });
    // A knee at nought would let no row have a neighbour.
    gaps[knee..].iter().copied().find(|&gap| gap > 0.0).unwrap_or(last)
}

/// For each new row the cluster of the nearest core within the radius and how far that is; or [`NOISE`] and `NaN`.
pub fn assign(found: &Dbscan, points: &Points, rows: &Points) -> Vec<(u32, f64)> {
    let tree = Neighbours::new(points);
    let label = |row: &[f64]| {
        let near = tree.within(row, found.radius * found.radius);
        let cores = near.into_iter().filter(|&(at, _)| found.core[at]);
        let near = cores.min_by(|a, b| a.1.total_cmp(&b.1));
        near.map_or((NOISE, f64::NAN), |(at, gap)| (found.labels[at], gap.sqrt()))
    };
    rows.rows().map(label).collect()
}
