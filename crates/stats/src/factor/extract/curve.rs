//! The functions that factor methods minimise, with slope and curvature in the uniquenesses.
//!
//! All three are sums over the eigenvalues that the factors leave over. With W the eigenvectors left over, and c what a pair
//! of one eigenvalue kept (m) and one left (j) contributes, the curvature is
//! Σ over left pairs + Σₘ (ωₘωₘᵀ) ∘ (W diag(cⱼₘ) Wᵀ), ∘ being the product cell by cell
//! (Clarke 1970 for maximum likelihood; the two others follow in the same way).

use super::super::dense::outer;
use super::super::newton::Point;
use matrix::{Eigen, Mat};

/// Σ (λ − ln λ − 1) over the λ left of Ψ^−½RΨ^−½, in ln ψ.
pub fn likelihood(found: &Eigen, factors: usize) -> Point {
    let parts = Parts::new(found, factors, 1.0);
    let value = parts.left().map(|x| x - x.max(f64::MIN_POSITIVE).ln() - 1.0).sum();
    let (weighted, plain) = (parts.power(|x| x), parts.power(|_| 1.0));
    let mut hessian = Mat::from_fn(parts.p, parts.p, |row, col| weighted[(row, col)] * plain[(row, col)]);
    parts.bend(&mut hessian, |left, kept| (1.0 - left) * (left + kept) / (kept - left));
    Point { value, gradient: parts.slope(|x| 1.0 - x), hessian }
}

/// ½ Σ γ² over the γ left of R − Ψ, in ψ.
pub fn residual(found: &Eigen, factors: usize) -> Point {
    let parts = Parts::new(found, factors, 0.0);
    let value = parts.left().map(|x| 0.5 * x * x).sum();
    let plain = parts.power(|_| 1.0);
    let mut hessian = Mat::from_fn(parts.p, parts.p, |row, col| plain[(row, col)] * plain[(row, col)]);
    parts.bend(&mut hessian, |left, kept| 2.0 * left / (left - kept));
    Point { value, gradient: parts.slope(|x| -x), hessian }
}

/// ½ Σ (1/λ − 1)² over the λ left of Ψ^−½RΨ^−½, in ln ψ.
pub fn generalized(found: &Eigen, factors: usize) -> Point {
    let turned = Eigen {
        values: found.values.iter().map(|x| 1.0 / x.max(f64::MIN_POSITIVE)).collect(),
        vectors: found.vectors.clone(),
    };
    // A factor is kept while λ > 1, where its inverse is below 1.
    let keep = found.values.iter().take(factors).filter(|x| **x > 1.0).count();
    let parts = Parts { p: turned.values.len(), keep, found: &turned };
    let value = parts.left().map(|x| 0.5 * (x - 1.0) * (x - 1.0)).sum();
    let (two, one, none) = (parts.power(|x| x * x), parts.power(|x| x), parts.power(|_| 1.0));
    let mut hessian = Mat::from_fn(parts.p, parts.p, |row, col| {
        let at = (row, col);
        two[at] * none[at] + one[at] * one[at] - one[at] * none[at]
    });
    parts.bend(&mut hessian, |left, kept| left * (left - 1.0) * (left + kept) / (left - kept));
    Point { value, gradient: parts.slope(|x| x * (x - 1.0)), hessian }
}

struct Parts<'a> {
    p: usize,
    keep: usize,
    found: &'a Eigen,
}

impl<'a> Parts<'a> {
    /// The factors keep the greatest eigenvalues, but none that is no greater than `floor`: it would ask for an imaginary
    /// loading.
    fn new(found: &'a Eigen, factors: usize, floor: f64) -> Self {
        let keep = found.values.iter().take(factors).filter(|x| **x > floor).count();
        Parts { p: found.values.len(), keep, found }
    }

    fn left(&self) -> impl Iterator<Item = f64> {
        self.found.values[self.keep..].iter().copied()
    }

    /// Σ f(λⱼ) ωᵢⱼ² over what is left, for each column i.
    fn slope(&self, f: impl Fn(f64) -> f64) -> Vec<f64> {
        let vectors = &self.found.vectors;
        let one = |row: usize| {
            (self.keep..self.p).map(|at| f(self.found.values[at]) * vectors[(row, at)].powi(2)).sum()
        };
        (0..self.p).map(one).collect()
    }

    /// W diag(f(λ)) Wᵀ.
    fn power(&self, f: impl Fn(f64) -> f64) -> Mat<f64> {
        let (vectors, keep) = (&self.found.vectors, self.keep);
        let size = self.p - keep;
        let w = Mat::from_fn(self.p, size, |row, col| vectors[(row, keep + col)]);
        let bent = Mat::from_fn(self.p, size, |row, col| f(self.found.values[keep + col]) * w[(row, col)]);
        outer(&bent, &w)
    }

    /// Adds what pairs of one eigenvalue left and one kept contribute.
    fn bend(&self, hessian: &mut Mat<f64>, c: impl Fn(f64, f64) -> f64) {
        for kept in 0..self.keep {
            let value = self.found.values[kept];
            let gap = 1e-9 * (1.0 + value.abs());
            let part = self.power(|left| {
                // Where the two meet, the function has a kink and no curvature to speak of.
                if (value - left).abs() < gap { 0.0 } else { c(left, value) }
            });
            for col in 0..self.p {
                for row in 0..self.p {
                    let side = self.found.vectors[(row, kept)] * self.found.vectors[(col, kept)];
                    hessian[(row, col)] += side * part[(row, col)];
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{reduced, standardised};
    use super::*;

    fn sample() -> Mat<f64> {
        let l = [[0.8, 0.1], [0.7, 0.3], [0.6, -0.2], [0.5, 0.5], [0.1, 0.7], [0.4, 0.3]];
        Mat::from_fn(6, 6, |row, col| match row == col {
            true => 1.0,
            false => l[row][0] * l[col][0] + l[row][1] * l[col][1] + 0.01 * ((row * col) as f64).sin(),
        })
    }

    /// The slope and the curvature are what differences of value and slope say.
    fn agrees(f: impl Fn(&[f64]) -> Point, at: &[f64]) {
        let point = f(at);
        for col in 0..at.len() {
            let moved = |step: f64| {
                let mut at = at.to_vec();
                at[col] += step;
                f(&at)
            };
            let (up, down) = (moved(1e-5), moved(-1e-5));
            let slope = (up.value - down.value) / 2e-5;
            assert!((slope - point.gradient[col]).abs() < 1e-8, "{slope} {}", point.gradient[col]);
            for row in 0..at.len() {
                let bend = (up.gradient[row] - down.gradient[row]) / 2e-5;
                assert!(
                    (bend - point.hessian[(row, col)]).abs() < 1e-7,
                    "{bend} {}",
                    point.hessian[(row, col)]
                );
            }
        }
    }

    #[test]
    fn slopes_and_curvatures_are_those_of_the_functions() {
        let r = sample();
        let own = [0.3, 0.5, 0.6, 0.4, 0.55, 0.7];
        let logs = own.map(f64::ln);
        let eigen = |logs: &[f64]| standardised(&r, logs).expect("it is symmetric").1;
        agrees(|logs| likelihood(&eigen(logs), 2), &logs);
        agrees(|logs| generalized(&eigen(logs), 2), &logs);
        agrees(|own| residual(&reduced(&r, own).expect("it is symmetric"), 2), &own);
    }
}
