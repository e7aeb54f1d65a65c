//! Lloyd's algorithm with Hamerly's bounds.
//!
//! G. Hamerly (2010), *Making k-means even faster*. Of each row two figures are kept: no more than how far its own centre
//! is, no less than how far the next one is. While the first is below the second, or below half the way from its centre to
//! the nearest other one, the row stays, and nothing about it is counted. For a row that may change, the distances to all
//! centres are counted side by side.

use super::super::points::{Points, squared};
use super::End;
use rayon::prelude::*;

/// Rows that one core takes at a time.
const PIECE: usize = 4096;
/// Centres counted side by side.
const LANES: usize = 8;
/// More than the rounding of one step of a bound.
const SLACK: f64 = 1.0 + 8.0 * f64::EPSILON;

/// What is kept of the rows of a piece: (label, no less than the own distance, no more than the next).
struct Piece<'a> {
    rows: &'a [f64],
    labels: &'a mut [u32],
    upper: &'a mut [f64],
    lower: &'a mut [f64],
}

/// What a pass over a piece changed.
struct Change {
    sums: Vec<f64>,
    sizes: Vec<i64>,
    moved: usize,
}

pub(super) fn run(points: &Points, mut centres: Points, limit: usize) -> End {
    let (n, width, k) = (points.len(), points.width(), centres.len());
    let (mut labels, mut upper, mut lower) = (vec![0u32; n], vec![f64::INFINITY; n], vec![0.0f64; n]);
    let (mut sums, mut sizes) = (vec![0.0; k * width], vec![0i64; k]);
    let (mut steps, mut converged, mut refilled) = (0, false, 0);
    let mut shift = Shift::still(k);
    while steps < limit.max(1) {
        let lanes = Lanes::new(&centres);
        let first = steps == 0;
        let changes: Vec<Change> = points
            .values()
            .par_chunks(PIECE * width)
            .zip(labels.par_chunks_mut(PIECE))
            .zip(upper.par_chunks_mut(PIECE))
            .zip(lower.par_chunks_mut(PIECE))
            .map(|(((rows, labels), upper), lower)| {
                let mut piece = Piece { rows, labels, upper, lower };
                pulp::Arch::new().dispatch(Pass { piece: &mut piece, lanes: &lanes, shift: &shift, first })
            })
            .collect();
        steps += 1;
        let mut moved = 0;
        for change in &changes {
            moved += change.moved;
            sums.iter_mut().zip(&change.sums).for_each(|(sum, by)| *sum += by);
            sizes.iter_mut().zip(&change.sizes).for_each(|(size, by)| *size += by);
        }
        if moved == 0 {
            converged = true;
            break;
        }
        let mut next = centres.clone();
        for ((centre, sum), &size) in
            next.values.chunks_exact_mut(width).zip(sums.chunks_exact(width)).zip(&sizes)
        {
            if size > 0 {
                centre.iter_mut().zip(sum).for_each(|(to, sum)| *to = sum / size as f64);
            }
        }
        if sizes.contains(&0) {
            refilled += refill(points, &labels, &mut next, &sizes);
        }
        shift = Shift::between(&centres, &next);
        centres = next;
    }
    End { labels, k, steps, converged, refilled }
}

/// An empty cluster begins anew at the row that is farthest from its centre; the next pass gives it its rows.
fn refill(points: &Points, labels: &[u32], centres: &mut Points, sizes: &[i64]) -> usize {
    let mut far: Vec<(f64, usize)> = points
        .rows()
        .zip(labels)
        .enumerate()
        .map(|(at, (row, &label))| (squared(row, centres.row(label as usize)), at))
        .collect();
    far.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let empty = sizes.iter().enumerate().filter(|(_, size)| **size == 0).map(|(label, _)| label);
    let width = points.width();
    let mut filled = 0;
    for (label, (gap, at)) in empty.zip(far) {
        if gap > 0.0 {
            centres.values[label * width..(label + 1) * width].copy_from_slice(points.row(at));
            filled += 1;
        }
    }
    filled
}

/// How far each centre moved, the farthest of the others for each, and half the way to its nearest neighbour.
struct Shift {
    own: Vec<f64>,
    others: Vec<f64>,
    half: Vec<f64>,
}

impl Shift {
    fn still(k: usize) -> Self {
        Shift { own: vec![0.0; k], others: vec![0.0; k], half: vec![0.0; k] }
    }

    fn between(from: &Points, to: &Points) -> Self {
        let own: Vec<f64> = from.rows().zip(to.rows()).map(|(a, b)| squared(a, b).sqrt() * SLACK).collect();
        let k = own.len();
        let most = |but: usize| (0..k).filter(|&at| at != but).map(|at| own[at]).fold(0.0, f64::max);
        let near = |of: usize| {
            let gaps = (0..k).filter(|&at| at != of).map(|at| squared(to.row(of), to.row(at)).sqrt());
            0.5 * gaps.fold(f64::INFINITY, f64::min) / SLACK
        };
        Shift { others: (0..k).map(most).collect(), half: (0..k).map(near).collect(), own }
    }
}

/// The centres turned: of eight at a time their first figures, their second figures …; what is missing is endlessly far.
struct Lanes {
    groups: Vec<Vec<[f64; LANES]>>,
}

impl Lanes {
    fn new(centres: &Points) -> Self {
        let (k, width) = (centres.len(), centres.width());
        let figure = |at: usize, column: usize| if at < k { centres.row(at)[column] } else { f64::INFINITY };
        let group = |from: usize| {
            (0..width).map(|column| std::array::from_fn(|lane| figure(from + lane, column))).collect()
        };
        Lanes { groups: (0..k).step_by(LANES).map(group).collect() }
    }

    /// The nearest centre of a row with its squared distance, and the squared distance of the next; of two as near the first.
    #[inline(always)]
    fn two(&self, row: &[f64]) -> (u32, f64, f64) {
        let (mut label, mut best, mut next) = (0, f64::INFINITY, f64::INFINITY);
        for (number, group) in self.groups.iter().enumerate() {
            let mut gaps = [0.0; LANES];
            for (&value, places) in row.iter().zip(group) {
                for lane in 0..LANES {
                    let gap = value - places[lane];
                    gaps[lane] += gap * gap;
                }
            }
            for (lane, &gap) in gaps.iter().enumerate() {
                if gap < best {
                    next = best;
                    best = gap;
                    label = (number * LANES + lane) as u32;
                } else if gap < next {
                    next = gap;
                }
            }
        }
        (label, best, next)
    }
}

struct Pass<'a, 'b> {
    piece: &'a mut Piece<'b>,
    lanes: &'a Lanes,
    shift: &'a Shift,
    first: bool,
}

impl pulp::NullaryFnOnce for Pass<'_, '_> {
    type Output = Change;

    #[inline(always)]
    fn call(self) -> Change {
        let Pass { piece, lanes, shift, first } = self;
        let k = shift.own.len();
        let width = piece.rows.len() / piece.labels.len().max(1);
        let mut change = Change { sums: vec![0.0; k * width], sizes: vec![0; k], moved: 0 };
        let bounds = piece.upper.iter_mut().zip(piece.lower.iter_mut());
        let rows = piece.rows.chunks_exact(width.max(1)).zip(piece.labels.iter_mut());
        for ((upper, lower), (row, label)) in bounds.zip(rows) {
            let own = *label as usize;
            *upper = (*upper + shift.own[own]) * SLACK;
            *lower = (*lower - shift.others[own]) / SLACK;
            if !first && (*upper < shift.half[own] || *upper < *lower) {
                continue;
            }
            let (best, near, next) = lanes.two(row);
            (*upper, *lower) = (near.sqrt() * SLACK, next.sqrt() / SLACK);
            if first || best != *label {
                let new = best as usize;
                if !first {
                    change.sizes[own] -= 1;
                    let sum = &mut change.sums[own * width..(own + 1) * width];
                    sum.iter_mut().zip(row).for_each(|(sum, value)| *sum -= value);
                }
                change.sizes[new] += 1;
                let sum = &mut change.sums[new * width..(new + 1) * width];
                sum.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
                *label = best;
                change.moved += 1;
            }
        }
        change
    }
}

/// For each row the nearest centre and the squared distance.
pub(in super::super) fn nearest(points: &Points, centres: &Points) -> Vec<(u32, f64)> {
    let lanes = Lanes::new(centres);
    let width = points.width();
    points
        .values()
        .par_chunks(PIECE * width)
        .flat_map_iter(|rows| {
            pulp::Arch::new().dispatch(|| {
                let found = rows.chunks_exact(width).map(|row| lanes.two(row));
                found.map(|(label, near, _)| (label, near)).collect::<Vec<_>>()
            })
        })
        .collect()
}
