//! Lloyd's algorithm with Hamerly's bounds.
//!
//! G. Hamerly (2010), *Making k-means even faster*. A row stays while its own centre is nearer than the next one can have
//! become, or nearer than half the way from its centre to the nearest other one; nothing about it is counted then. Instead of
//! moving two bounds of each row in each pass, it is kept how far centres have gone since the beginning, and of each row how far
//! they may have gone by the time it has to be looked at: a pass over rows that stay only reads. For a row that may change, the
//! distances to all centres are counted side by side.

use super::super::points::{Points, squared};
use super::End;
use rayon::prelude::*;

/// Rows that one core takes at a time.
const PIECE: usize = 4096;
/// Centres counted side by side.
const LANES: usize = 8;
/// More than the rounding of all that a bound is added up from.
const SLACK: f64 = 1.0 + 1e-12;

/// What is kept of the rows of a piece.
struct Piece<'a> {
    rows: &'a [f64],
    labels: &'a mut [u32],
    /// How far the row's centre and the others may have gone together before the row is looked at.
    due: &'a mut [f64],
    /// No less than the distance from its centre, were that centre still where it began.
    upper: &'a mut [f64],
}

/// What a pass over a piece changed.
struct Change {
    sums: Vec<f64>,
    sizes: Vec<i64>,
    moved: usize,
}

pub(super) fn run(points: &Points, mut centres: Points, limit: usize) -> End {
    let (n, width, k) = (points.len(), points.width(), centres.len());
    let (mut labels, mut due, mut upper) = (vec![0u32; n], vec![f64::NEG_INFINITY; n], vec![0.0f64; n]);
    let (mut sums, mut sizes) = (vec![0.0; k * width], vec![0i64; k]);
    let (mut steps, mut converged, mut refilled) = (0, false, 0);
    let mut gone = Gone::nowhere(k);
    while steps < limit.max(1) {
        let lanes = Lanes::new(&centres);
        let first = steps == 0;
        let changes: Vec<Change> = points
            .values()
            .par_chunks(PIECE * width)
            .zip(labels.par_chunks_mut(PIECE))
            .zip(due.par_chunks_mut(PIECE))
            .zip(upper.par_chunks_mut(PIECE))
            .map(|(((rows, labels), due), upper)| {
                let mut piece = Piece { rows, labels, due, upper };
                pulp::Arch::new().dispatch(Pass { piece: &mut piece, lanes: &lanes, gone: &gone, first })
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
        gone.on(&centres, &next);
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

/// How far each centre has gone since the beginning; that and the farthest that others have gone; half the way to its nearest
/// neighbour.
struct Gone {
    own: Vec<f64>,
    all: Vec<f64>,
    half: Vec<f64>,
}

impl Gone {
    fn nowhere(k: usize) -> Self {
        Gone { own: vec![0.0; k], all: vec![0.0; k], half: vec![0.0; k] }
    }

    fn on(&mut self, from: &Points, to: &Points) {
        let step: Vec<f64> = from.rows().zip(to.rows()).map(|(a, b)| squared(a, b).sqrt() * SLACK).collect();
        let k = step.len();
        for of in 0..k {
            let others = (0..k).filter(|&at| at != of);
            self.own[of] += step[of];
            self.all[of] += step[of] + others.clone().map(|at| step[at]).fold(0.0, f64::max);
            let gaps = others.map(|at| squared(to.row(of), to.row(at)).sqrt());
            self.half[of] = 0.5 * gaps.fold(f64::INFINITY, f64::min) / SLACK;
        }
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
    gone: &'a Gone,
    first: bool,
}

impl pulp::NullaryFnOnce for Pass<'_, '_> {
    type Output = Change;

    #[inline(always)]
    fn call(self) -> Change {
        let Pass { piece, lanes, gone, first } = self;
        let k = gone.own.len();
        let width = piece.rows.len() / piece.labels.len().max(1);
        let mut change = Change { sums: vec![0.0; k * width], sizes: vec![0; k], moved: 0 };
        let bounds = piece.due.iter_mut().zip(piece.upper.iter_mut());
        let rows = piece.rows.chunks_exact(width.max(1)).zip(piece.labels.iter_mut());
        for ((due, upper), (row, label)) in bounds.zip(rows) {
            let own = *label as usize;
            if *due > gone.all[own] || (!first && *upper + gone.own[own] < gone.half[own]) {
                continue;
            }
            let (best, near, next) = lanes.two(row);
            let (near, next, new) = (near.sqrt() * SLACK, next.sqrt() / SLACK, best as usize);
            *upper = near - gone.own[new] / SLACK;
            *due = next - near + gone.all[new] / SLACK;
            if first || best != *label {
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
