//! MacQueen's algorithm: a centre moves with every row that changes.

use super::super::points::{Points, squared};
use super::{End, means, nearest};

pub(super) fn run(points: &Points, centres: Points, limit: usize) -> End {
    let (k, width) = (centres.len(), points.width());
    let mut labels: Vec<u32> = nearest(points, &centres).into_iter().map(|(label, _)| label).collect();
    let (mut moving, mut sizes) = means(points, &labels, k);
    for (label, &size) in sizes.iter().enumerate() {
        if size == 0 {
            moving.values[label * width..(label + 1) * width].copy_from_slice(centres.row(label));
        }
    }
    let (mut steps, mut converged) = (0, false);
    while steps < limit.max(1) {
        steps += 1;
        let mut moved = false;
        for (row, label) in points.rows().zip(labels.iter_mut()) {
            let own = *label as usize;
            let best = closest(row, &moving);
            // The last row of a cluster stays, so that none runs empty.
            if best == own || sizes[own] == 1 {
                continue;
            }
            moved = true;
            *label = best as u32;
            sizes[own] -= 1;
            sizes[best] += 1;
            for (at, &value) in row.iter().enumerate() {
                let (from, to) = (own * width + at, best * width + at);
                moving.values[from] += (moving.values[from] - value) / sizes[own] as f64;
                moving.values[to] += (value - moving.values[to]) / sizes[best] as f64;
            }
        }
        if !moved {
            converged = true;
            break;
        }
    }
    End { labels, k, steps, converged, refilled: 0 }
}

fn closest(row: &[f64], centres: &Points) -> usize {
    let mut best = (f64::INFINITY, 0);
    for (at, centre) in centres.rows().enumerate() {
        let gap = squared(row, centre);
        if gap < best.0 {
            best = (gap, at);
        }
    }
    best.1
}
