//! How much structure a tree shows.

use super::super::distances::Distances;
use super::{Linkage, Tree};
use crate::{Error, Result};

/// The agglomerative coefficient: the mean over the rows of 1 − (height of the row's first merge) ÷ (height of the last)
/// (Kaufman and Rousseeuw 1990, ch. 5). Near 1 where rows are far nearer to some others than to all; it grows with the
/// number of rows, so that it compares linkages on one table and not tables.
pub fn agglomerative(tree: &Tree) -> f64 {
    let last = tree.height.last().copied().unwrap_or(0.0);
    if last <= 0.0 {
        return 0.0;
    }
    let firsts = tree.merge.iter().zip(&tree.height).map(|(&(left, right), height)| {
        let rows = f64::from(u8::from(left < 0) + u8::from(right < 0));
        rows * (1.0 - height / last)
    });
    firsts.sum::<f64>() / tree.rows() as f64
}

/// The coefficient of AGNES as R's `cluster` counts it. It differs from that of [`agglomerative`] only where distances tie: of
/// pairs as near AGNES merges the last, R's `hclust` the first.
///
/// # Errors
/// Fewer than two rows; a linkage that AGNES has not: Ward, single, complete, average and McQuitty ("weighted") it has.
pub fn agnes(mut distances: Distances, linkage: Linkage) -> Result<f64> {
    let n = distances.len();
    if n < 2 {
        return Err(Error::TooFew { what: "rows", have: n, need: 2 });
    }
    if matches!(linkage, Linkage::WardD | Linkage::Centroid | Linkage::Median) {
        let allowed = "Ward|Single|Complete|Average|McQuitty".to_owned();
        return Err(Error::Choice { name: "linkage", value: format!("{linkage:?}"), allowed });
    }
    let (mut sizes, mut first) = (vec![1.0; n], vec![None; n]);
    let mut near: Vec<(f64, usize)> = (0..n).map(|at| last_nearest(&distances, &sizes, at)).collect();
    let mut height = 0.0;
    for _ in 1..n {
        let (mut best, mut into) = (f64::INFINITY, 0);
        for (at, &(gap, _)) in near.iter().enumerate() {
            if sizes[at] > 0.0 && gap <= best && gap.is_finite() {
                (best, into) = (gap, at);
            }
        }
        let from = near[into].1;
        height = best;
        for at in [into, from] {
            first[at].get_or_insert(height);
        }
        for other in (0..n).filter(|&other| other != into && other != from && sizes[other] > 0.0) {
            let (one, two) = (distances.get(into, other), distances.get(from, other));
            let (a, b, c) = (sizes[into], sizes[from], sizes[other]);
            let new = match linkage {
                Linkage::Single => one.min(two),
                Linkage::Complete => one.max(two),
                Linkage::Average => a / (a + b) * one + b / (a + b) * two,
                Linkage::McQuitty => (one + two) / 2.0,
                _ => {
                    let all = a + b + c;
                    let squares = (a + c) / all * one * one + (b + c) / all * two * two;
                    (squares - c / all * best * best).max(0.0).sqrt()
                }
            };
            let (low, high) = (into.min(other), into.max(other));
            let place = distances.start(low) + high - low - 1;
            distances.values[place] = new;
        }
        sizes[into] += sizes[from];
        sizes[from] = 0.0;
        for at in (0..n).filter(|&at| sizes[at] > 0.0) {
            let own = distances.get(at.min(into), into);
            let stale = at == into || near[at].1 == into || near[at].1 == from;
            if stale || (at < into && own <= near[at].0) {
                near[at] = last_nearest(&distances, &sizes, at);
            }
        }
    }
    let sum: f64 = first.iter().map(|first| 1.0 - first.unwrap_or(height) / height).sum();
    Ok(if height > 0.0 { sum / n as f64 } else { 0.0 })
}

/// The last nearest cluster after this one.
fn last_nearest(distances: &Distances, sizes: &[f64], at: usize) -> (f64, usize) {
    let after = (at + 1..sizes.len()).filter(|&other| sizes[other] > 0.0);
    after.fold((f64::INFINITY, at), |best, other| {
        let gap = distances.get(at, other);
        if gap <= best.0 { (gap, other) } else { best }
    })
}
