//! OPTICS: rows in the order in which a cluster would grow, with how far each is from what came before.

use super::neighbours::Neighbours;
use super::points::{NOISE, Points};
use crate::{Error, Result};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// What OPTICS found (Ankerst, Breunig, Kriegel and Sander 1999).
#[derive(Debug, Clone, PartialEq)]
pub struct Optics {
    /// The rows in their order.
    pub order: Vec<usize>,
    /// For each row, by its number, how far it is to be reached; infinite where a new piece begins.
    pub reach: Vec<f64>,
    /// For each row how far its `least`-th nearest row is, its own counted; infinite beyond the radius.
    pub core: Vec<f64>,
    /// The radius beyond which nothing is looked at.
    pub radius: f64,
    /// How many rows a neighbourhood needs, its own counted.
    pub least: usize,
}

/// OPTICS; without a radius the one within which every row has enough neighbours.
///
/// # Errors
/// As many rows asked for as there are, or none; a radius that is not above nought.
pub fn optics(points: &Points, radius: Option<f64>, least: usize) -> Result<Optics> {
    let n = points.len();
    if least == 0 || least >= n {
        return Err(Error::TooFew { what: "rows", have: n, need: least.max(1) + 1 });
    }
    let tree = Neighbours::new(points);
    let radius = radius.unwrap_or_else(|| tree.kth(least).into_iter().fold(0.0, f64::max));
    if !(radius >= 0.0 && radius.is_finite()) {
        return Err(Error::Choice { name: "eps", value: radius.to_string(), allowed: "> 0".into() });
    }
    // Distances are compared as squares throughout, so that ties fall where the squares tie.
    let (mut reach, mut core) = (vec![f64::INFINITY; n], vec![f64::INFINITY; n]);
    let mut seen = vec![false; n];
    let mut order = Vec::with_capacity(n);
    // The nearest to be reached first, of those as near the later row, as R's `dbscan` and ELKI have it.
    let mut seeds: BTreeSet<(u64, Reverse<usize>)> = BTreeSet::new();
    for start in 0..n {
        let mut next = (!seen[start]).then_some(start);
        while let Some(row) = next {
            seen[row] = true;
            order.push(row);
            let near = tree.within(points.row(row), radius * radius);
            if near.len() >= least {
                let mut gaps: Vec<f64> = near.iter().map(|near| near.1).collect();
                core[row] = *gaps.select_nth_unstable_by(least - 1, f64::total_cmp).1;
                for (other, gap) in near {
                    let gap = gap.max(core[row]);
                    if !seen[other] && gap < reach[other] {
                        // Figures from nought on are in the order of their bits.
                        seeds.remove(&(reach[other].to_bits(), Reverse(other)));
                        seeds.insert((gap.to_bits(), Reverse(other)));
                        reach[other] = gap;
                    }
                }
            }
            next = seeds.pop_first().map(|(_, Reverse(row))| row);
        }
    }
    let roots = |squares: Vec<f64>| squares.into_iter().map(f64::sqrt).collect();
    Ok(Optics { order, reach: roots(reach), core: roots(core), radius, least })
}

/// The clusters of DBSCAN for any radius up to the one that OPTICS looked at; a border row may be noise where DBSCAN has it in
/// a cluster.
pub fn extract(found: &Optics, radius: f64) -> Vec<u32> {
    let mut labels = vec![NOISE; found.order.len()];
    let mut next = 0u32;
    for &row in &found.order {
        if found.reach[row] <= radius {
            labels[row] = next.saturating_sub(1);
        } else if found.core[row] <= radius {
            labels[row] = next;
            next += 1;
        }
    }
    labels
}
