//! What a forecast of the one gains by the other, on values that neither has seen.

use super::crossed;
use super::nested::{Nested, lagged};
use super::own::Own;
use crate::Result;
use crate::dist::Normal;

/// Forecasts of the last third, one step ahead, each from all that came before it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gain {
    /// The lag that the first two thirds found strongest.
    pub lag: usize,
    /// The root of the mean squared error without the other series.
    pub without: f64,
    /// And with it.
    pub with: f64,
    /// The part of the squared error that it takes away; below nought it makes forecasts worse.
    pub share: f64,
    /// The probability of so great a gain where there is none (Clark and West 2007, for a model within another).
    pub p_value: f64,
    /// Forecasts.
    pub n: usize,
}

/// The gain in foreseeing `y` by `x`. Lag and orders are chosen on the first two thirds alone.
pub(super) fn gain(x: &[f64], y: &[f64], lags: usize) -> Result<Gain> {
    let n = y.len();
    let split = n * 2 / 3;
    let own_x = Own::new(x[..split].to_vec(), 0)?;
    let own = Own::new(y[..split].to_vec(), 0)?.filter.len();
    let (a, b) = (own_x.passed(&x[..split]), own_x.passed(&y[..split]));
    let lag = crossed::of(&a, &b, lags.min(split / 5).max(1), 0).lag;
    let skip = own.max(lag);
    let plain: Vec<&[f64]> = lagged(y, own, skip).collect();
    let both: Vec<&[f64]> = plain.iter().copied().chain([&x[skip - lag..n - lag]]).collect();
    let rows = split - skip;
    let (without, with) = (ahead(&plain, &y[skip..], rows), ahead(&both, &y[skip..], rows));
    let came = &y[split..];
    let errors = |foreseen: &[f64]| came.iter().zip(foreseen).map(|(y, f)| y - f).collect::<Vec<f64>>();
    let (e0, e1) = (errors(&without), errors(&with));
    let count = came.len() as f64;
    let mse = |e: &[f64]| e.iter().map(|e| e * e).sum::<f64>() / count;
    let adjusted: Vec<f64> =
        (0..came.len()).map(|t| e0[t].powi(2) - (e1[t].powi(2) - (without[t] - with[t]).powi(2))).collect();
    let mean = adjusted.iter().sum::<f64>() / count;
    let variance = adjusted.iter().map(|f| (f - mean).powi(2)).sum::<f64>() / (count - 1.0);
    let z = mean / (variance / count).sqrt();
    let p_value = if z.is_finite() { Normal.sf(z) } else { 1.0 };
    let share = if mse(&e0) > 0.0 { 1.0 - mse(&e1) / mse(&e0) } else { 0.0 };
    Ok(Gain { lag, without: mse(&e0).sqrt(), with: mse(&e1).sqrt(), share, p_value, n: came.len() })
}

/// What a regression that learns each row after it has foreseen it foresees of the rows from `rows` on (recursive least
/// squares).
fn ahead(columns: &[&[f64]], y: &[f64], rows: usize) -> Vec<f64> {
    let k = columns.len() + 1;
    let first: Vec<&[f64]> = columns.iter().map(|column| &column[..rows]).collect();
    let mut b = Nested::new(&first, &y[..rows]).coefficients();
    let mut inverse = inverse(&first, rows);
    let mut row = vec![1.0; k];
    let mut foreseen = Vec::with_capacity(y.len() - rows);
    for t in rows..y.len() {
        row.iter_mut().skip(1).zip(columns).for_each(|(x, column)| *x = column[t]);
        let mean: f64 = row.iter().zip(&b).map(|(x, b)| x * b).sum();
        foreseen.push(mean);
        let turned: Vec<f64> =
            inverse.chunks_exact(k).map(|line| line.iter().zip(&row).map(|(p, x)| p * x).sum()).collect();
        let scale = 1.0 + turned.iter().zip(&row).map(|(p, x)| p * x).sum::<f64>();
        let error = (y[t] - mean) / scale;
        b.iter_mut().zip(&turned).for_each(|(b, p)| *b += p * error);
        for (line, p) in inverse.chunks_exact_mut(k).zip(&turned) {
            line.iter_mut().zip(&turned).for_each(|(v, q)| *v -= p * q / scale);
        }
    }
    foreseen
}

/// (XᵀX)⁻¹ of a constant and columns, row by row, by Gauss and Jordan; of a column that others explain, noughts.
fn inverse(columns: &[&[f64]], rows: usize) -> Vec<f64> {
    let k = columns.len() + 1;
    let ones = vec![1.0; rows];
    let at = |i: usize| if i == 0 { ones.as_slice() } else { columns[i - 1] };
    let mut a = vec![0.0; k * k];
    for i in 0..k {
        for j in 0..k {
            a[i * k + j] = crossed::dot(at(i), at(j));
        }
    }
    let whole: Vec<f64> = (0..k).map(|i| a[i * k + i]).collect();
    // The sweep of Goodnight (1979).
    for p in 0..k {
        let pivot = a[p * k + p];
        if pivot <= 1e-12 * whole[p] {
            (0..k).for_each(|j| {
                a[p * k + j] = 0.0;
                a[j * k + p] = 0.0;
            });
            continue;
        }
        (0..k).for_each(|j| a[p * k + j] /= pivot);
        for i in (0..k).filter(|i| *i != p) {
            let by = a[i * k + p];
            (0..k).for_each(|j| a[i * k + j] -= by * a[p * k + j]);
            a[i * k + p] = -by / pivot;
        }
        a[p * k + p] = 1.0 / pivot;
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Chance;

    #[test]
    fn each_forecast_is_that_of_a_regression_on_all_rows_before() {
        let mut chance = Chance::new(9);
        let mut draw = || (0..40).map(|_| chance.normal()).collect::<Vec<f64>>();
        let (a, b, y) = (draw(), draw(), draw());
        let found = ahead(&[&a, &b], &y, 25);
        for t in 25..40 {
            let coefficients = Nested::new(&[&a[..t], &b[..t]], &y[..t]).coefficients();
            let want = coefficients[0] + coefficients[1] * a[t] + coefficients[2] * b[t];
            assert!((found[t - 25] - want).abs() < 1e-9);
        }
    }

    #[test]
    fn what_is_known_a_step_before_is_gained() {
        let mut chance = Chance::new(2);
        let x: Vec<f64> = (0..150).map(|_| chance.normal()).collect();
        let y: Vec<f64> =
            (0..150).map(|t| if t > 0 { x[t - 1] } else { 0.0 } + 0.1 * chance.normal()).collect();
        let found = gain(&x, &y, 5).unwrap();
        assert_eq!((found.lag, found.n), (1, 50));
        assert!(found.share > 0.95 && found.p_value < 1e-4);
        assert!(gain(&y, &x, 5).unwrap().share < 0.1);
    }
}
