//! Clusters that are known by their centres only, their distances counted anew each time: memory in proportion to the rows.

use super::super::points::Points;
use super::Linkage;
use super::merge::{Gaps, least};

/// Places whose distances are counted side by side, while they lie in the nearest cache.
const BLOCK: usize = 128;
/// Places whose sums fit in registers.
const LANES: usize = 16;

pub(super) struct Vectors {
    /// The centres, a list a column; one that was merged away lies at infinity.
    columns: Vec<Vec<f64>>,
    sizes: Vec<f64>,
    linkage: Linkage,
}

impl Vectors {
    pub(super) fn new(points: &Points, linkage: Linkage) -> Self {
        let columns = (0..points.width()).map(|at| points.column(at)).collect();
        Vectors { columns, sizes: vec![1.0; points.len()], linkage }
    }

    fn centre(&self, at: usize) -> Vec<f64> {
        self.columns.iter().map(|column| column[at]).collect()
    }

    /// How far the places of a block are from a centre of so many rows.
    #[inline(always)]
    fn block(&self, from: usize, until: usize, centre: &[f64], size: f64, out: &mut [f64]) {
        let out = &mut out[..until - from];
        // A few places at a time over all columns, so that their sums stay in registers.
        let (groups, rest) = out.as_chunks_mut::<LANES>();
        for (number, out) in groups.iter_mut().enumerate() {
            let mut sums = [0.0; LANES];
            for (column, &at) in self.columns.iter().zip(centre) {
                if let Some(values) =
                    column.get(from + number * LANES..).and_then(<[f64]>::first_chunk::<LANES>)
                {
                    for (sum, &value) in sums.iter_mut().zip(values) {
                        let gap = value - at;
                        *sum += gap * gap;
                    }
                }
            }
            *out = sums;
        }
        let start = until - rest.len();
        for (lane, out) in rest.iter_mut().enumerate() {
            let gaps = self.columns.iter().zip(centre).map(|(column, &at)| column[start + lane] - at);
            *out = gaps.map(|gap| gap * gap).sum();
        }
        if self.linkage == Linkage::Ward {
            for (sum, &other) in out.iter_mut().zip(&self.sizes[from..until]) {
                *sum *= 2.0 * size * other / (size + other);
            }
        }
    }
}

impl Gaps for Vectors {
    const SHRINKS: bool = true;

    fn len(&self) -> usize {
        self.sizes.len()
    }

    fn nearest(&self, at: usize) -> (f64, usize) {
        let (centre, size, n) = (self.centre(at), self.sizes[at], self.sizes.len());
        pulp::Arch::new().dispatch(|| {
            let (mut best, mut near) = (f64::INFINITY, at);
            let mut gaps = [0.0; BLOCK];
            for from in (at + 1..n).step_by(BLOCK) {
                let until = (from + BLOCK).min(n);
                self.block(from, until, &centre, size, &mut gaps);
                let here = least(&gaps[..until - from]);
                if gaps[here] < best {
                    (best, near) = (gaps[here], from + here);
                }
            }
            (best, near)
        })
    }

    fn join(&mut self, into: usize, from: usize, _: f64, gaps: &mut [f64]) {
        let (a, b) = (self.sizes[into], self.sizes[from]);
        // A median's midpoint forgets how many rows lie on either side.
        let (left, right) =
            if self.linkage == Linkage::Median { (0.5, 0.5) } else { (a / (a + b), b / (a + b)) };
        for column in &mut self.columns {
            column[into] = left * column[into] + right * column[from];
            column[from] = f64::INFINITY;
        }
        self.sizes[into] = a + b;
        let (centre, size, n) = (self.centre(into), a + b, self.sizes.len());
        pulp::Arch::new().dispatch(|| {
            for from in (0..n).step_by(BLOCK) {
                let until = (from + BLOCK).min(n);
                self.block(from, until, &centre, size, &mut gaps[from..until]);
            }
        });
    }

    fn keep(&mut self, places: &[usize]) {
        for column in &mut self.columns {
            *column = places.iter().map(|&at| column[at]).collect();
        }
        self.sizes = places.iter().map(|&at| self.sizes[at]).collect();
    }
}
