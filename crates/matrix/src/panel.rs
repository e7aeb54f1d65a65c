//! The kernel of cross-products: a strip of rows of many columns, packed, against itself or another.

use crate::Dd;
use crate::double_double::two_sum;
use pulp::{Arch, Simd, WithSimd, bytemuck};

/// How many rows lie in a panel at once: six columns of so many rows stay in the nearest cache.
pub(crate) const ROWS: usize = 512;

/// A strip of rows, a column after the other, each of [`ROWS`] figures of which those past the end are nought.
#[derive(Debug, Clone, Default)]
pub(crate) struct Panel {
    hi: Vec<f64>,
    lo: Vec<f64>,
    whole: bool,
}

impl Panel {
    /// A panel of so many columns, all nought.
    pub(crate) fn new(width: usize) -> Self {
        Panel { hi: vec![0.0; width * ROWS], lo: Vec::new(), whole: true }
    }

    /// How many columns.
    pub(crate) fn width(&self) -> usize {
        self.hi.len() / ROWS
    }

    /// The column to be filled; at most [`ROWS`] rows of it.
    pub(crate) fn column(&mut self, at: usize) -> &mut [f64] {
        &mut self.hi[at * ROWS..(at + 1) * ROWS]
    }

    /// The column and what its figures lack.
    pub(crate) fn both(&mut self, at: usize) -> (&mut [f64], &mut [f64]) {
        if self.lo.is_empty() {
            self.lo = vec![0.0; self.hi.len()];
        }
        self.whole = false;
        let range = at * ROWS..(at + 1) * ROWS;
        (&mut self.hi[range.clone()], &mut self.lo[range])
    }

    /// The column's figures lack nothing.
    pub(crate) fn lacks_nothing(&mut self, at: usize) {
        if let Some(low) = self.lo.get_mut(at * ROWS..(at + 1) * ROWS) {
            low.fill(0.0);
        }
    }

    /// From now on its columns are plain `f64` until [`Panel::both`] is asked for.
    pub(crate) fn plain(&mut self) {
        if !self.whole {
            self.lo.fill(0.0);
            self.whole = true;
        }
    }

    /// A column.
    pub(crate) fn get(&self, at: usize) -> &[f64] {
        self.hi.get(at * ROWS..(at + 1) * ROWS).unwrap_or(&[])
    }

    /// What the figures of a column lack; empty where nothing.
    pub(crate) fn low(&self, at: usize) -> &[f64] {
        self.lo.get(at * ROWS..(at + 1) * ROWS).unwrap_or(&[])
    }
}

/// Adds left'·right to `sums`, a row for each of the left's columns; where `half`, only what is not below the diagonal.
///
/// Within the panel the sums run in `f64`, a few dozen figures each; beyond it in double-double, so that errors do not grow
/// with the number of rows.
pub(crate) fn products(left: &Panel, right: &Panel, half: bool, sums: &mut [Dd]) {
    if left.width() * right.width() == sums.len() {
        Arch::new().dispatch(Plain { left, right, half, sums });
    }
}

/// The same with every product and every sum in double-double.
pub(crate) fn exact_products(left: &Panel, right: &Panel, half: bool, sums: &mut [Dd]) {
    if left.width() * right.width() == sums.len() {
        Arch::new().dispatch(Exact { left, right, half, sums });
    }
}

struct Plain<'a> {
    left: &'a Panel,
    right: &'a Panel,
    half: bool,
    sums: &'a mut [Dd],
}

/// Columns a side of a tile: nine sums and six columns fill the sixteen registers that every machine of the last ten years has.
const TILE: usize = 3;

impl WithSimd for Plain<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let (height, width) = (self.left.width(), self.right.width());
        for i in (0..height).step_by(TILE) {
            let from = if self.half { i } else { 0 };
            for j in (from..width).step_by(TILE) {
                // Past the edge a tile reads its last column again and forgets what comes of it.
                let a: [&[S::f64s]; TILE] =
                    std::array::from_fn(|at| S::as_simd_f64s(self.left.get((i + at).min(height - 1))).0);
                let b: [&[S::f64s]; TILE] =
                    std::array::from_fn(|at| S::as_simd_f64s(self.right.get((j + at).min(width - 1))).0);
                let tile = plain_tile(simd, a, b);
                for (di, row) in tile.iter().enumerate() {
                    for (dj, &sum) in row.iter().enumerate() {
                        if i + di < height && j + dj < width && (!self.half || i + di <= j + dj) {
                            self.sums[(i + di) * width + j + dj] += simd.reduce_sum_f64s(sum);
                        }
                    }
                }
            }
        }
    }
}

#[inline(always)]
fn plain_tile<S: Simd>(
    simd: S,
    [a0, a1, a2]: [&[S::f64s]; TILE],
    [b0, b1, b2]: [&[S::f64s]; TILE],
) -> [[S::f64s; TILE]; TILE] {
    let mut sums = [[simd.splat_f64s(0.0); TILE]; TILE];
    for (((((&a0, &a1), &a2), &b0), &b1), &b2) in a0.iter().zip(a1).zip(a2).zip(b0).zip(b1).zip(b2) {
        for (row, a) in sums.iter_mut().zip([a0, a1, a2]) {
            row[0] = simd.mul_add_e_f64s(a, b0, row[0]);
            row[1] = simd.mul_add_e_f64s(a, b1, row[1]);
            row[2] = simd.mul_add_e_f64s(a, b2, row[2]);
        }
    }
    sums
}

struct Exact<'a> {
    left: &'a Panel,
    right: &'a Panel,
    half: bool,
    sums: &'a mut [Dd],
}

impl WithSimd for Exact<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let (height, width) = (self.left.width(), self.right.width());
        let lanes = |column| S::as_simd_f64s(column).0;
        for i in 0..height {
            let (a, a_low) = (lanes(self.left.get(i)), lanes(self.left.low(i)));
            let from = if self.half { i } else { 0 };
            for j in (from..width).step_by(2) {
                let next = (j + 1).min(width - 1);
                let (b, c) = (lanes(self.right.get(j)), lanes(self.right.get(next)));
                let (mut hi, mut lo) = ([simd.splat_f64s(0.0); 2], [simd.splat_f64s(0.0); 2]);
                if self.left.whole && self.right.whole {
                    for ((&a, &b), &c) in a.iter().zip(b).zip(c) {
                        exact_step(simd, a, b, &mut hi[0], &mut lo[0]);
                        exact_step(simd, a, c, &mut hi[1], &mut lo[1]);
                    }
                } else {
                    let (b_low, c_low) = (lanes(self.right.low(j)), lanes(self.right.low(next)));
                    let nought = simd.splat_f64s(0.0);
                    let low = |column: &[S::f64s], at: usize| column.get(at).copied().unwrap_or(nought);
                    for (at, ((&a, &b), &c)) in a.iter().zip(b).zip(c).enumerate() {
                        let a_low = low(a_low, at);
                        for (k, (b, b_low)) in
                            [(b, low(b_low, at)), (c, low(c_low, at))].into_iter().enumerate()
                        {
                            exact_step(simd, a, b, &mut hi[k], &mut lo[k]);
                            lo[k] = simd.mul_add_f64s(a, b_low, simd.mul_add_f64s(a_low, b, lo[k]));
                        }
                    }
                }
                for (at, (hi, lo)) in hi.iter().zip(&lo).enumerate() {
                    if j + at < width {
                        let hi: &[f64] = bytemuck::cast_slice(std::slice::from_ref(hi));
                        let lo: &[f64] = bytemuck::cast_slice(std::slice::from_ref(lo));
                        let sum: Dd = hi.iter().zip(lo).map(|(&hi, &lo)| Dd::sum(hi, lo)).sum();
                        self.sums[i * width + j + at] += sum;
                    }
                }
            }
        }
    }
}

/// `hi + lo` += a · b. It must round as it is written, so no step may be fused by the compiler's leave.
#[inline(always)]
fn exact_step<S: Simd>(simd: S, a: S::f64s, b: S::f64s, hi: &mut S::f64s, lo: &mut S::f64s) {
    let product = simd.mul_f64s(a, b);
    let rest = simd.mul_add_f64s(a, b, simd.neg_f64s(product));
    let sum = simd.add_f64s(*hi, product);
    let taken = simd.sub_f64s(sum, *hi);
    let left = simd.add_f64s(simd.sub_f64s(*hi, simd.sub_f64s(sum, taken)), simd.sub_f64s(product, taken));
    *hi = sum;
    *lo = simd.add_f64s(*lo, simd.add_f64s(left, rest));
}

/// The sum of a strip of figures, as if counted in twice the digits.
pub(crate) fn strip_sum(figures: &[f64]) -> Dd {
    let (mut hi, mut lo) = (0.0, 0.0);
    for &figure in figures {
        let (sum, left) = two_sum(hi, figure);
        hi = sum;
        lo += left;
    }
    Dd::sum(hi, lo)
}
