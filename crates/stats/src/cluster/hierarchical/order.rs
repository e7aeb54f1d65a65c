//! Merges as R tells them, and the order of the rows along the foot of the tree.

use super::{Linkage, Tree};

/// The tree of pairs, each given by its clusters' first rows; the merged cluster keeps the lesser.
pub(in super::super) fn tree(pairs: &[(usize, usize)], height: Vec<f64>, linkage: Linkage) -> Tree {
    let n = pairs.len() + 1;
    // The step by which the cluster of a first row came about; a row alone has none.
    let mut step: Vec<Option<usize>> = vec![None; n];
    let mut merge = Vec::with_capacity(pairs.len());
    for (number, &(a, b)) in pairs.iter().enumerate() {
        let (low, high) = (a.min(b), a.max(b));
        let name = |row: usize| step[row].map_or(-(row as i64) - 1, |step| step as i64 + 1);
        let (one, two) = (name(low), name(high));
        merge.push(match (one > 0, two > 0) {
            (true, false) => (two, one),
            (true, true) => (one.min(two), one.max(two)),
            _ => (one, two),
        });
        step[low] = Some(number);
    }
    let order = foot(&merge);
    Tree { merge, height, order, linkage }
}

/// The rows below the last step, left before right.
pub(in super::super) fn foot(merge: &[(i64, i64)]) -> Vec<usize> {
    let mut open = vec![merge.len() as i64];
    let mut order = Vec::with_capacity(merge.len() + 1);
    while let Some(at) = open.pop() {
        if at < 0 {
            order.push((-at - 1) as usize);
        } else if let Some(&(left, right)) = (at as usize).checked_sub(1).and_then(|at| merge.get(at)) {
            open.push(right);
            open.push(left);
        } else {
            order.push(0);
        }
    }
    order
}

/// The rows below each step, in the order of the foot: where they begin and end there.
pub(super) fn spans(tree: &Tree) -> Vec<(usize, usize)> {
    let mut place = vec![0; tree.rows()];
    tree.order.iter().enumerate().for_each(|(at, &row)| place[row] = at);
    let mut spans: Vec<(usize, usize)> = Vec::with_capacity(tree.merge.len());
    for &(left, right) in &tree.merge {
        let span = |name: i64| match name {
            row if row < 0 => (place[(-row - 1) as usize], place[(-row - 1) as usize] + 1),
            step => spans[step as usize - 1],
        };
        spans.push((span(left).0, span(right).1));
    }
    spans
}
