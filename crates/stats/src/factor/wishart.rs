//! Correlations of random normal columns, without the columns.

use crate::Chance;
use matrix::Mat;

/// Correlations of `p` unrelated normal columns of `n` rows: their cross products follow Wishart's distribution, which
/// Bartlett's decomposition (1933) draws in p² figures whatever n is. None where `n` is no greater than `p`.
pub(super) fn correlations(chance: &mut Chance, p: usize, n: usize) -> Option<Mat<f64>> {
    if n <= p {
        return None;
    }
    // Rows of a lower triangle: normal figures below the diagonal, the roots of χ² on it; of length 1, a row is what makes
    // its column's correlations with the columns before.
    let mut rows: Vec<Vec<f64>> = Vec::with_capacity(p);
    for row in 0..p {
        let mut figures: Vec<f64> = (0..row).map(|_| chance.normal()).collect();
        figures.push((2.0 * gamma(chance, 0.5 * (n - 1 - row) as f64)).sqrt());
        let length = figures.iter().map(|x| x * x).sum::<f64>().sqrt();
        figures.iter_mut().for_each(|x| *x /= length);
        rows.push(figures);
    }
    Some(Mat::from_fn(p, p, |row, col| match row == col {
        true => 1.0,
        false => rows[row].iter().zip(&rows[col]).map(|(x, y)| x * y).sum(),
    }))
}

/// A Γ figure of scale 1 (Marsaglia and Tsang 2000).
fn gamma(chance: &mut Chance, shape: f64) -> f64 {
    if shape < 1.0 {
        let less = gamma(chance, shape + 1.0);
        return less * chance.uniform().powf(1.0 / shape);
    }
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let x = chance.normal();
        let v = (1.0 + c * x).powi(3);
        if v > 0.0 && libm::log(chance.uniform()) < 0.5 * x * x + d - d * v + d * libm::log(v) {
            return d * v;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn correlations_of_chance_spread_as_they_should() {
        let mut chance = Chance::new(5);
        let (p, n, times) = (4, 30, 4000);
        let mut squares = 0.0;
        let mut mean = 0.0;
        for _ in 0..times {
            let r = correlations(&mut chance, p, n).expect("there are rows enough");
            squares += r[(2, 0)].powi(2);
            mean += r[(3, 1)];
        }
        // Var r = 1 / (n − 1)
        assert!((squares / times as f64 - 1.0 / 29.0).abs() < 0.003);
        assert!((mean / times as f64).abs() < 0.02);
        assert!(correlations(&mut chance, 4, 4).is_none());
    }

    #[test]
    fn gamma_figures_have_their_mean_and_variance() {
        let mut chance = Chance::new(2);
        for shape in [0.5, 3.0] {
            let figures: Vec<f64> = (0..40_000).map(|_| gamma(&mut chance, shape)).collect();
            let mean = figures.iter().sum::<f64>() / 4e4;
            let variance = figures.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / 4e4;
            assert!((mean / shape - 1.0).abs() < 0.03 && (variance / shape - 1.0).abs() < 0.08);
        }
    }
}
