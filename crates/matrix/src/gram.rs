//! Cross-products of tall tables: Xᵀ X, Xᵀ W X, and what moments need, a block of rows at a time.

use crate::panel::{Panel, ROWS, exact_products, products};
use crate::{Dd, Mat};

/// How products are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Digits {
    /// In `f64` within a strip of 512 rows, in double-double beyond it: 15 digits and more, as quick as memory.
    Plain,
    /// In double-double throughout: 31 digits, some five times slower.
    Double,
}

/// What is added up: one column of a block.
#[derive(Debug, Clone, Copy)]
pub enum Part<'a> {
    /// Ones.
    One,
    /// Figures.
    Plain(&'a [f64]),
    /// Figures, and what each lacks.
    Double(&'a [f64], &'a [f64]),
}

/// Σ w xᵢ xⱼ over rows, the columns shifted by figures near their means.
///
/// Shifting costs nothing and saves digits: choose the means of the first rows. With [`Digits::Double`] leave the shift at
/// nought. The columns have no missing figure; see [`crate::PairGram`] for those that have.
#[derive(Debug, Clone)]
pub struct Gram {
    shift: Vec<f64>,
    sums: Vec<Dd>,
    digits: Digits,
    rows: usize,
    left: Panel,
    right: Panel,
}

impl Gram {
    /// Of as many columns as there are shifts.
    pub fn new(shift: Vec<f64>, digits: Digits) -> Self {
        let width = shift.len();
        Gram {
            sums: vec![Dd::ZERO; width * width],
            digits,
            rows: 0,
            left: Panel::new(0),
            right: Panel::new(width),
            shift,
        }
    }

    /// Adds rows; every column as long as `rows`, weights too. A column too many or too short counts as nought.
    pub fn add(&mut self, columns: &[Part<'_>], rows: usize, weights: Option<&[f64]>) {
        for from in (0..rows).step_by(ROWS) {
            let until = (from + ROWS).min(rows);
            for (at, &column) in columns.iter().enumerate().take(self.shift.len()) {
                self.pack(at, column, from, until);
            }
            let right = &self.right;
            let left = match weights {
                None => right,
                Some(weights) => {
                    let weights = weights.get(from..until).unwrap_or(&[]);
                    weigh(right, weights, self.digits, &mut self.left);
                    &self.left
                }
            };
            match self.digits {
                Digits::Plain => products(left, right, true, &mut self.sums),
                Digits::Double => exact_products(left, right, true, &mut self.sums),
            }
        }
        self.rows += rows;
    }

    fn pack(&mut self, at: usize, column: Part<'_>, from: usize, until: usize) {
        let (shift, filled) = (self.shift[at], until - from);
        let copy = |to: &mut [f64], figures: &[f64]| {
            for (to, figure) in to.iter_mut().zip(figures.get(from..until).unwrap_or(&[])) {
                *to = figure - shift;
            }
            to[filled..].fill(0.0);
        };
        if !matches!(column, Part::Double(..)) {
            self.right.lacks_nothing(at);
        }
        match column {
            Part::One => {
                let to = self.right.column(at);
                to[..filled].fill(1.0 - shift);
                to[filled..].fill(0.0);
            }
            Part::Plain(figures) => copy(self.right.column(at), figures),
            Part::Double(figures, lack) => {
                let (hi, lo) = self.right.both(at);
                copy(hi, figures);
                for (to, lack) in lo.iter_mut().zip(lack.get(from..until).unwrap_or(&[])) {
                    *to = *lack;
                }
                lo[filled..].fill(0.0);
            }
        }
    }

    /// The sums of this and of other rows.
    #[must_use]
    pub fn join(mut self, other: Self) -> Self {
        for (sum, more) in self.sums.iter_mut().zip(&other.sums) {
            *sum += *more;
        }
        self.rows += other.rows;
        self
    }

    /// How many columns.
    pub fn width(&self) -> usize {
        self.shift.len()
    }

    /// How many rows were added.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// What was taken from each column.
    pub fn shift(&self) -> &[f64] {
        &self.shift
    }

    /// Σ w (xᵢ − sᵢ)(xⱼ − sⱼ).
    pub fn at(&self, i: usize, j: usize) -> Dd {
        let (i, j) = (i.min(j), i.max(j));
        self.sums.get(i * self.width() + j).copied().unwrap_or_default()
    }

    /// The covariances of columns whose block had ones as its first: divided by Σ w − `less`.
    pub fn covariance(&self, less: f64) -> Mat<f64> {
        let width = self.width().saturating_sub(1);
        let total = self.at(0, 0);
        let divisor = total.value() - less;
        Mat::from_fn(width, width, |i, j| {
            let (i, j) = (i + 1, j + 1);
            (self.at(i, j) - self.at(0, i) * self.at(0, j) / total).value() / divisor
        })
    }

    /// The means of columns whose block had ones as its first.
    pub fn means(&self) -> Vec<f64> {
        let total = self.at(0, 0);
        (1..self.width()).map(|at| (self.at(0, at) / total + self.shift[at]).value()).collect()
    }
}

/// Every column times the weights.
fn weigh(right: &Panel, weights: &[f64], digits: Digits, left: &mut Panel) {
    if left.width() != right.width() {
        *left = Panel::new(right.width());
    }
    if digits == Digits::Plain {
        left.plain();
    }
    for at in 0..right.width() {
        let (figures, lack) = (right.get(at), right.low(at));
        if digits == Digits::Plain {
            let to = left.column(at);
            for ((to, figure), weight) in to.iter_mut().zip(figures).zip(weights) {
                *to = figure * weight;
            }
            to[weights.len()..].fill(0.0);
        } else {
            let (hi, lo) = left.both(at);
            for (row, weight) in weights.iter().enumerate() {
                let whole = Dd { hi: figures[row], lo: lack.get(row).copied().unwrap_or(0.0) };
                let product = whole * *weight;
                (hi[row], lo[row]) = (product.hi, product.lo);
            }
            hi[weights.len()..].fill(0.0);
            lo[weights.len()..].fill(0.0);
        }
    }
}

/// The cross-products of columns in memory, on all cores: the first column is ones, then `columns`, shifted by the means of
/// their first rows.
pub fn gram(columns: &[&[f64]], weights: Option<&[f64]>) -> Gram {
    use rayon::prelude::*;
    let rows = columns.iter().map(|column| column.len()).min().unwrap_or(0);
    let near = |column: &&[f64]| {
        let first = &column[..rows.min(ROWS)];
        if first.is_empty() { 0.0 } else { first.iter().sum::<f64>() / first.len() as f64 }
    };
    let shift: Vec<f64> = std::iter::once(0.0).chain(columns.iter().map(near)).collect();
    // Parts of a fixed size, joined in their order: the sum does not depend on the number of cores.
    const PART: usize = 64 * ROWS;
    let heaps: Vec<Gram> = (0..rows.div_ceil(PART))
        .into_par_iter()
        .map(|part| {
            let (from, until) = (part * PART, ((part + 1) * PART).min(rows));
            let mut heap = Gram::new(shift.clone(), Digits::Plain);
            let mut block = vec![Part::One];
            block.extend(columns.iter().map(|column| Part::Plain(&column[from..until])));
            heap.add(&block, until - from, weights.and_then(|weights| weights.get(from..until)));
            heap
        })
        .collect();
    heaps.into_iter().reduce(Gram::join).unwrap_or_else(|| Gram::new(shift, Digits::Plain))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Columns of so many rows that look like chance but are not.
    fn columns(width: usize, rows: usize) -> Vec<Vec<f64>> {
        (0..width)
            .map(|col| {
                (0..rows).map(|row| ((row * (2 * col + 3) + col) as f64).sin() + 0.3 + col as f64).collect()
            })
            .collect()
    }

    fn slow(a: &[f64], b: &[f64], w: impl Fn(usize) -> f64) -> Dd {
        a.iter().zip(b).enumerate().map(|(row, (&a, &b))| Dd::product(a, b) * w(row)).sum()
    }

    #[test]
    fn products_are_those_of_the_plain_loop() {
        for (width, rows) in [(1, 1), (2, 7), (4, 511), (5, 513), (7, 2000)] {
            let x = columns(width, rows);
            let weights: Vec<f64> = (0..rows).map(|row| 0.5 + (row % 3) as f64).collect();
            for digits in [Digits::Plain, Digits::Double] {
                for weighted in [false, true] {
                    let mut gram = Gram::new(vec![0.0; width + 1], digits);
                    let mut block = vec![Part::One];
                    block.extend(x.iter().map(|x| Part::Plain(x)));
                    gram.add(&block, rows, weighted.then_some(&weights));
                    let w = |row: usize| if weighted { weights[row] } else { 1.0 };
                    let close = if digits == Digits::Plain { 1e-14 } else { 1e-29 };
                    for i in 0..width {
                        for j in i..width {
                            let want = slow(&x[i], &x[j], w);
                            let error = ((gram.at(j + 1, i + 1) - want) / want).abs().hi;
                            assert!(error < close, "{width}×{rows} {digits:?} {weighted}: {error}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn what_a_figure_lacks_is_counted() {
        let (x, low) = (vec![1.0, 2.0, 3.0], vec![1e-17, -2e-17, 3e-17]);
        let mut gram = Gram::new(vec![0.0; 2], Digits::Double);
        gram.add(&[Part::Double(&x, &low), Part::Plain(&x)], 3, None);
        assert!(((gram.at(0, 1) - Dd::from(14.0)).value() - 6e-17).abs() < 1e-31);
        assert!(((gram.at(0, 0) - Dd::from(14.0)).value() - 12e-17).abs() < 1e-31);
        // A panel that held such figures does not give them to the next block.
        gram.add(&[Part::Plain(&x), Part::Plain(&x)], 3, Some(&[1.0, 1.0, 1.0]));
        assert!(((gram.at(0, 1) - Dd::from(28.0)).value() - 6e-17).abs() < 1e-31);
    }

    #[test]
    fn a_column_far_from_nought_keeps_its_variance() {
        let x: Vec<f64> = (0..70_000).map(|row| 1e9 + f64::from(row % 5)).collect();
        let found = gram(&[&x], None);
        let exact = 2.0 * 70_000.0 / 69_999.0;
        assert!((found.covariance(1.0)[(0, 0)] / exact - 1.0).abs() < 1e-14);
        assert_eq!(found.means(), [1e9 + 2.0]);
    }

    proptest! {
        #[test]
        fn a_table_in_two_pieces_is_the_table(cut in 0..1500usize) {
            let x = columns(3, 1500);
            let of = |from: usize, until: usize| {
                let mut gram = Gram::new(vec![1.0; 3], Digits::Double);
                let block: Vec<_> = x.iter().map(|x| Part::Plain(&x[from..until])).collect();
                gram.add(&block, until - from, None);
                gram
            };
            let (whole, pieces) = (of(0, 1500), of(0, cut).join(of(cut, 1500)));
            prop_assert_eq!(pieces.rows(), 1500);
            for at in 0..3 {
                let error = (whole.at(at, 2) - pieces.at(at, 2)) / whole.at(at, 2);
                prop_assert!(error.abs().hi < 1e-28);
            }
        }
    }
}
