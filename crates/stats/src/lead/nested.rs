//! Regressions that grow a column at a time, all from one table of cross-products.

use super::crossed::dot;

/// A regression on a constant and columns: the root of its cross-products.
pub(crate) struct Nested {
    /// The columns less their means.
    centred: Vec<Vec<f64>>,
    means: Vec<f64>,
    /// The lower root of the cross-products, row by row; a column that those before explain has noughts.
    root: Vec<f64>,
    /// y on the columns made perpendicular.
    along: Vec<f64>,
    y_mean: f64,
    y: Vec<f64>,
    /// The sum of squares left after the first 0, 1, … columns.
    pub rss: Vec<f64>,
}

/// What is left of a column beside those before it, as a part of its square, is taken for nought below this.
const TOLERANCE: f64 = 1e-12;

impl Nested {
    /// The regression of `y` on a constant and `columns`; all of one length.
    pub fn new(columns: &[&[f64]], y: &[f64]) -> Self {
        let centre = |v: &[f64]| {
            let mean = v.iter().sum::<f64>() / v.len().max(1) as f64;
            (v.iter().map(|x| x - mean).collect::<Vec<f64>>(), mean)
        };
        let (centred, means): (Vec<Vec<f64>>, Vec<f64>) = columns.iter().map(|column| centre(column)).unzip();
        let (y, y_mean) = centre(y);
        let k = columns.len();
        let (mut root, mut along) = (vec![0.0; k * k], vec![0.0; k]);
        let mut rss = vec![dot(&y, &y)];
        for i in 0..k {
            for j in 0..i {
                let known: f64 = (0..j).map(|l| root[i * k + l] * root[j * k + l]).sum();
                let pivot = root[j * k + j];
                root[i * k + j] =
                    if pivot > 0.0 { (dot(&centred[i], &centred[j]) - known) / pivot } else { 0.0 };
            }
            let square = dot(&centred[i], &centred[i]);
            let rest = square - (0..i).map(|l| root[i * k + l].powi(2)).sum::<f64>();
            let before = rss.last().copied().unwrap_or(0.0);
            if rest > TOLERANCE * square {
                root[i * k + i] = rest.sqrt();
                let known: f64 = (0..i).map(|l| root[i * k + l] * along[l]).sum();
                along[i] = (dot(&centred[i], &y) - known) / root[i * k + i];
            }
            rss.push((before - along[i] * along[i]).max(0.0));
        }
        Nested { centred, means, root, along, y_mean, y, rss }
    }

    /// The constant, then the coefficients of all columns.
    pub fn coefficients(&self) -> Vec<f64> {
        let b = self.back(&self.along);
        let constant = self.y_mean - b.iter().zip(&self.means).map(|(b, m)| b * m).sum::<f64>();
        std::iter::once(constant).chain(b).collect()
    }

    /// What is left of each row.
    pub fn residuals(&self) -> Vec<f64> {
        let b = self.back(&self.along);
        let mut rest = self.y.clone();
        for (column, b) in self.centred.iter().zip(&b) {
            rest.iter_mut().zip(column).for_each(|(e, x)| *e -= b * x);
        }
        rest
    }

    /// What each row has to do with a column's coefficient: its row of (XᵀX)⁻¹Xᵀ.
    pub fn weights(&self, column: usize) -> Vec<f64> {
        let k = self.centred.len();
        let mut unit = vec![0.0; k];
        unit[column] = 1.0;
        let mut z = vec![0.0; k];
        for i in 0..k {
            let known: f64 = (0..i).map(|l| self.root[i * k + l] * z[l]).sum();
            let pivot = self.root[i * k + i];
            z[i] = if pivot > 0.0 { (unit[i] - known) / pivot } else { 0.0 };
        }
        let row = self.back(&z);
        let mut weights = vec![0.0; self.y.len()];
        for (column, a) in self.centred.iter().zip(&row) {
            weights.iter_mut().zip(column).for_each(|(w, x)| *w += a * x);
        }
        weights
    }

    /// Solves the upper triangle.
    fn back(&self, z: &[f64]) -> Vec<f64> {
        let k = z.len();
        let mut b = vec![0.0; k];
        for i in (0..k).rev() {
            let known: f64 = (i + 1..k).map(|l| self.root[l * k + i] * b[l]).sum();
            let pivot = self.root[i * k + i];
            b[i] = if pivot > 0.0 { (z[i] - known) / pivot } else { 0.0 };
        }
        b
    }
}

/// Lags 1 … `lags` of a series, each beside the rows from `skip` on.
pub(super) fn lagged(y: &[f64], lags: usize, skip: usize) -> impl Iterator<Item = &[f64]> {
    (1..=lags).map(move |lag| &y[skip - lag..y.len() - lag])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Chance;
    use crate::series::least::least;

    #[test]
    fn it_is_the_regression_by_reflections() {
        let mut chance = Chance::new(3);
        let y: Vec<f64> = (0..80).map(|t| chance.normal() + (t as f64 / 9.0).sin()).collect();
        let columns: Vec<&[f64]> = lagged(&y, 4, 4).collect();
        let found = Nested::new(&columns, &y[4..]);
        for k in 0..=4 {
            let mut plain = vec![vec![1.0; 76]];
            plain.extend(columns.iter().take(k).map(|column| column.to_vec()));
            let want = least(&plain, &y[4..]).unwrap();
            assert!((found.rss[k] / want.rss - 1.0).abs() < 1e-12);
            if k == 4 {
                let near = |a: &[f64], b: &[f64]| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-12);
                assert!(near(&found.coefficients(), &want.coefficients));
                assert!(near(&found.residuals(), &want.residuals));
                let weights = found.weights(1);
                let estimate: f64 = weights.iter().zip(&y[4..]).map(|(w, y)| w * y).sum();
                assert!((estimate - want.coefficients[2]).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn a_column_that_others_explain_adds_nothing() {
        let a = [1.0, 2.0, 4.0, 3.0, 7.0];
        let twice = a.map(|x| 2.0 * x + 1.0);
        let found = Nested::new(&[&a, &twice], &[1.0, 0.0, 2.0, 5.0, 3.0]);
        assert_eq!(found.rss[1], found.rss[2]);
        assert_eq!(found.coefficients()[2], 0.0);
    }
}
