//! How two series go together some steps apart, once what each owes to its own past is taken away.

use super::own::Own;
use crate::Result;
use crate::dist::Normal;

/// Prewhitened cross-correlations (Box and Jenkins 1976; Haugh 1976).
#[derive(Debug, Clone, PartialEq)]
pub struct Crossed {
    /// The lag, in steps from 1, at which they are strongest.
    pub lag: usize,
    /// The correlation there.
    pub correlation: f64,
    /// Those of the lags 1, 2, …
    pub values: Vec<f64>,
    /// The one of the same time.
    pub together: f64,
    /// The probability that the strongest of so many lags is at least this where the series have nothing to do with each other
    /// (Šidák's for all the lags).
    pub p_value: f64,
    /// Rows that the filter leaves.
    pub n: usize,
}

/// Of `x` before `y` by 1 … `lags` steps. Both pass the filter that makes `x` white.
pub(super) fn crossed(x: &Own, y: &Own, lags: usize) -> Result<Crossed> {
    let (a, b) = (x.passed(&x.values), x.passed(&y.values));
    Ok(of(&a, &b, lags, x.spent.max(y.spent)))
}

/// Of two series that are white already, of whose rows `spent` say nothing.
pub(super) fn of(a: &[f64], b: &[f64], lags: usize, spent: usize) -> Crossed {
    let n = a.len();
    let size = (dot(a, a) * dot(b, b)).sqrt();
    let at = |lag: usize| if size > 0.0 { dot(&a[..n - lag], &b[lag..]) / size } else { 0.0 };
    let lags = lags.min(n.saturating_sub(1)).max(1);
    let values: Vec<f64> = (1..=lags).map(at).collect();
    // Fewer rows meet at a long lag: each is weighed by its own.
    let free = (n - spent.min(n / 2)) as f64 / n as f64;
    let strength = |lag: usize| values[lag - 1].abs() * n as f64 * (free / (n - lag) as f64).sqrt();
    let lag = (1..=lags).max_by(|a, b| strength(*a).total_cmp(&strength(*b))).unwrap_or(1);
    let p = 2.0 * Normal.sf(strength(lag));
    let p_value = -libm::expm1(lags as f64 * libm::log1p(-p.min(1.0 - 1e-16)));
    let correlation = values.get(lag - 1).copied().unwrap_or(0.0);
    Crossed { lag, correlation, values, together: at(0), p_value, n }
}

/// A sum of products, in lanes so that it is quick.
pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut lanes = [0.0; 8];
    let (mut xs, mut ys) = (a.chunks_exact(8), b.chunks_exact(8));
    for (x, y) in (&mut xs).zip(&mut ys) {
        for at in 0..8 {
            lanes[at] += x[at] * y[at];
        }
    }
    let tail: f64 = xs.remainder().iter().zip(ys.remainder()).map(|(x, y)| x * y).sum();
    lanes.iter().sum::<f64>() + tail
}
