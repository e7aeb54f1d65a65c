//! The triangular root of a matrix of cross-products, in double-double, with its rank revealed.

use crate::{Dd, slices};

/// R of Xᵀ X = Rᵀ R, upper triangular, over the columns that do not follow from those before them.
///
/// It is the R of X = Q R with R's (the language's) limited pivoting: a column of which less than `tolerance` of its length
/// is left when those before it have been taken out follows from them and is passed over. From products of 31 digits the R is
/// as good as a QR decomposition's where the columns' condition is below 10¹⁵.
#[derive(Debug, Clone)]
pub struct Root {
    kept: Vec<usize>,
    aliased: Vec<usize>,
    // Row by row, square; below the diagonal nought.
    hi: Vec<f64>,
    lo: Vec<f64>,
}

impl Root {
    /// Of the upper half of a symmetric matrix, `at(i, j)` with i ≤ j. `lengths` are the columns' squared lengths that
    /// the tolerance is a part of (their own, before they were shifted).
    pub fn new(width: usize, at: impl Fn(usize, usize) -> Dd, lengths: &[f64], tolerance: f64) -> Self {
        // The rows of what is left of the matrix, of which each column that is kept becomes one of R.
        let (mut hi, mut lo) = (vec![0.0; width * width], vec![0.0; width * width]);
        for i in 0..width {
            for j in i..width {
                let value = at(i, j);
                (hi[i * width + j], lo[i * width + j]) = (value.hi, value.lo);
            }
        }
        let (mut kept, mut aliased) = (Vec::new(), Vec::new());
        for j in 0..width {
            let (before, after) = hi.split_at_mut((j + 1) * width);
            let (before_lo, after_lo) = lo.split_at_mut((j + 1) * width);
            let (row, row_lo) = (&mut before[j * width..], &mut before_lo[j * width..]);
            let left = Dd { hi: row[j], lo: row_lo[j] };
            let length = lengths.get(j).copied().unwrap_or(0.0);
            // Also true where something is not a number.
            if !(left.hi > tolerance * tolerance * length && left.hi > 0.0) {
                aliased.push(j);
                continue;
            }
            kept.push(j);
            slices::scale(Dd::ONE / left.sqrt(), &mut row[j..], &mut row_lo[j..]);
            for i in j + 1..width {
                let factor = -Dd { hi: row[i], lo: row_lo[i] };
                let to = (i - j - 1) * width + i..(i - j) * width;
                slices::axpy(
                    factor,
                    &row[i..],
                    Some(&row_lo[i..]),
                    &mut after[to.clone()],
                    &mut after_lo[to],
                );
            }
        }
        let rank = kept.len();
        let pick = |from: &[f64]| {
            let mut to = vec![0.0; rank * rank];
            for (i, &row) in kept.iter().enumerate() {
                for (j, &col) in kept.iter().enumerate().skip(i) {
                    to[i * rank + j] = from[row * width + col];
                }
            }
            to
        };
        Root { hi: pick(&hi), lo: pick(&lo), kept, aliased }
    }

    /// The columns that were kept, in their order.
    pub fn kept(&self) -> &[usize] {
        &self.kept
    }

    /// The columns that follow from others.
    pub fn aliased(&self) -> &[usize] {
        &self.aliased
    }

    /// How many columns were kept.
    pub fn rank(&self) -> usize {
        self.kept.len()
    }

    /// An element of R, over the kept columns; below the diagonal nought.
    pub fn at(&self, i: usize, j: usize) -> Dd {
        let at = i * self.rank() + j;
        match (self.hi.get(at), self.lo.get(at)) {
            (Some(&hi), Some(&lo)) if j < self.rank() => Dd { hi, lo },
            _ => Dd::ZERO,
        }
    }

    /// R⁻ᵀ b: of b = Xᵀ y the effects Qᵀ y; `b` is as long as the rank.
    pub fn effects(&self, b: &[Dd]) -> Vec<Dd> {
        let mut found: Vec<Dd> = b.iter().copied().take(self.rank()).collect();
        for i in 0..found.len() {
            found[i] = found[i] / self.at(i, i);
            for j in i + 1..found.len() {
                let less = self.at(i, j) * found[i];
                found[j] -= less;
            }
        }
        found
    }

    /// R⁻¹ b: of effects the coefficients.
    pub fn coefficients(&self, effects: &[Dd]) -> Vec<Dd> {
        let mut found: Vec<Dd> = effects.iter().copied().take(self.rank()).collect();
        for i in (0..found.len()).rev() {
            let known: Dd = (i + 1..found.len()).map(|j| self.at(i, j) * found[j]).sum();
            found[i] = (found[i] - known) / self.at(i, i);
        }
        found
    }

    /// R⁻¹, row by row, square.
    pub fn inverse(&self) -> Vec<Dd> {
        let rank = self.rank();
        let (mut hi, mut lo) = (vec![0.0; rank * rank], vec![0.0; rank * rank]);
        for i in (0..rank).rev() {
            let (before, after) = hi.split_at_mut((i + 1) * rank);
            let (before_lo, after_lo) = lo.split_at_mut((i + 1) * rank);
            let (row, row_lo) = (&mut before[i * rank..], &mut before_lo[i * rank..]);
            row[i] = 1.0;
            for j in i + 1..rank {
                let from = (j - i - 1) * rank + j..(j - i) * rank;
                let (below, low) = (&after[from.clone()], &after_lo[from]);
                slices::axpy(-self.at(i, j), below, Some(low), &mut row[j..], &mut row_lo[j..]);
            }
            slices::scale(Dd::ONE / self.at(i, i), &mut row[i..], &mut row_lo[i..]);
        }
        hi.into_iter().zip(lo).map(|(hi, lo)| Dd { hi, lo }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The matrix of Hilbert: elements 1/(i+j+1), of condition 10¹³ at ten rows.
    fn hilbert(i: usize, j: usize) -> Dd {
        Dd::ONE / Dd::from((i + j + 1) as f64)
    }

    #[test]
    fn what_is_nearly_singular_is_still_solved() {
        let lengths: Vec<f64> = (0..10).map(|at| hilbert(at, at).hi).collect();
        let root = Root::new(10, hilbert, &lengths, 1e-13);
        assert_eq!((root.rank(), root.aliased().len()), (10, 0));
        let b: Vec<Dd> = (0..10).map(|i| (0..10).map(|j| hilbert(i, j)).sum()).collect();
        let found = root.coefficients(&root.effects(&b));
        assert!(found.iter().all(|x| (*x - Dd::ONE).abs().hi < 1e-17), "{found:?}");
        // The first element of the inverse is n².
        let inverse = root.inverse();
        let first: Dd = inverse[..10].iter().map(|&x| x * x).sum();
        assert!((first.value() - 100.0).abs() < 1e-13, "{first:?}");
    }

    #[test]
    fn a_column_that_follows_is_passed_over() {
        // Columns (1,0), (1,0), (1,1), (0,0).
        let columns = [[1.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]];
        let at = |i: usize, j: usize| Dd::from(columns[i][0] * columns[j][0] + columns[i][1] * columns[j][1]);
        let root = Root::new(4, at, &[1.0, 1.0, 2.0, 0.0], 1e-11);
        assert_eq!((root.kept(), root.aliased()), (&[0, 2][..], &[1, 3][..]));
        assert_eq!((root.at(0, 1), root.at(1, 1), root.at(1, 0)), (Dd::ONE, Dd::ONE, Dd::ZERO));
        assert_eq!(root.at(0, 2), Dd::ZERO);
    }
}
