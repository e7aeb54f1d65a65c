//! A vertex of the quantile problem: as many rows as columns, through which the plane goes.

use crate::{Error, Result};

/// The rows of a vertex and the inverse of their matrix.
#[derive(Debug, Clone)]
pub struct Basis {
    /// The rows.
    pub rows: Vec<usize>,
    /// The inverse of their matrix: `inverse[i][j]` belongs to coefficient `i` and row `j`.
    pub inverse: Vec<Vec<f64>>,
}

impl Basis {
    /// The basis of given rows; none where they do not stand for themselves.
    pub fn new(columns: &[&[f64]], rows: Vec<usize>) -> Option<Basis> {
        let p = rows.len();
        let mut work: Vec<Vec<f64>> = rows
            .iter()
            .enumerate()
            .map(|(at, &row)| {
                columns.iter().map(|c| c[row]).chain((0..p).map(|j| f64::from(j == at))).collect()
            })
            .collect();
        let sizes: Vec<f64> =
            work.iter().map(|row| row[..p].iter().fold(0.0f64, |m, x| m.max(x.abs()))).collect();
        let most = sizes.iter().copied().fold(0.0f64, f64::max);
        // Gauss and Jordan, the greatest pivot of each column.
        for at in 0..p {
            let best = (at..p).max_by(|&a, &b| work[a][at].abs().total_cmp(&work[b][at].abs()))?;
            let size = work[best][at].abs();
            if size.is_nan() || size <= 1e-13 * most.max(f64::MIN_POSITIVE) {
                return None;
            }
            work.swap(at, best);
            let by = 1.0 / work[at][at];
            work[at].iter_mut().for_each(|x| *x *= by);
            let pivot = work[at].clone();
            for (other, row) in work.iter_mut().enumerate() {
                let factor = row[at];
                if other != at && factor != 0.0 {
                    row.iter_mut().zip(&pivot).for_each(|(x, p)| *x -= factor * p);
                }
            }
        }
        Some(Basis { rows, inverse: work.into_iter().map(|row| row[p..].to_vec()).collect() })
    }

    /// The first rows of an order that stand for themselves, by elimination.
    pub fn of_order(columns: &[&[f64]], order: impl Iterator<Item = usize>) -> Result<Basis> {
        let p = columns.len();
        // Rows made orthogonal to those taken already.
        let mut taken: Vec<(usize, Vec<f64>)> = Vec::new();
        let scale: Vec<f64> =
            columns.iter().map(|c| c.iter().fold(0.0f64, |m, x| m.max(x.abs())).max(1e-300)).collect();
        for row in order {
            let mut x: Vec<f64> = columns.iter().zip(&scale).map(|(c, s)| c[row] / s).collect();
            let length = x.iter().map(|v| v * v).sum::<f64>();
            for _ in 0..2 {
                for (_, q) in &taken {
                    let along: f64 = q.iter().zip(&x).map(|(a, b)| a * b).sum();
                    x.iter_mut().zip(q).for_each(|(x, q)| *x -= along * q);
                }
            }
            let left = x.iter().map(|v| v * v).sum::<f64>();
            if left > 1e-14 * length && left > 0.0 {
                x.iter_mut().for_each(|v| *v /= left.sqrt());
                taken.push((row, x));
                if taken.len() == p {
                    break;
                }
            }
        }
        let rows: Vec<usize> = taken.into_iter().map(|(row, _)| row).collect();
        let have = rows.len();
        let basis = if have == p { Basis::new(columns, rows) } else { None };
        basis.ok_or(Error::TooFew { what: "rows", have, need: p })
    }

    /// The coefficients of the plane through the rows.
    pub fn plane(&self, y: &[f64]) -> Vec<f64> {
        let at: Vec<f64> = self.rows.iter().map(|&row| y[row]).collect();
        self.inverse.iter().map(|row| row.iter().zip(&at).map(|(a, y)| a * y).sum()).collect()
    }

    /// The coefficients in the direction that lifts the plane by 1 at one of the rows and leaves it at the others.
    pub fn edge(&self, at: usize) -> Vec<f64> {
        self.inverse.iter().map(|row| row[at]).collect()
    }
}
