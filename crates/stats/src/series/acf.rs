//! How a series goes with itself, and with another, some steps before.

use super::least::{mean, varied, whole};
use crate::dist::Normal;
use crate::{Error, Result};

/// Correlations by lag.
#[derive(Debug, Clone, PartialEq)]
pub struct Lagged {
    /// `acf`, `pacf` or `ccf`.
    pub method: &'static str,
    /// The lags. Of a cross-correlation a lag k is the correlation of x(t + k) with y(t): below nought, x comes first.
    pub lags: Vec<i64>,
    /// The correlations.
    pub values: Vec<f64>,
    /// Beyond ± this a correlation is not what independent values of this number make, at the level.
    pub bound: f64,
    /// The level of the bound.
    pub level: f64,
    /// Values.
    pub n: usize,
}

/// As many lags as R takes where none are named: 10 log₁₀ n, and fewer than n.
pub fn usual_lags(n: usize) -> usize {
    let lags = (10.0 * (n.max(1) as f64).log10()).floor() as usize;
    lags.clamp(1, n.saturating_sub(1).max(1))
}

/// The autocorrelations at lags 0 … `lags` (Box and Jenkins 1976): sums over n, not n − k.
pub fn acf(y: &[f64], lags: usize, level: f64) -> Result<Lagged> {
    ready(y, level)?;
    let lags = lags.min(y.len() - 1);
    let found = autocovariances(y, lags);
    let values = found.iter().map(|c| c / found[0]).collect();
    let bound = bound(level, y.len());
    Ok(Lagged { method: "acf", lags: (0..=lags as i64).collect(), values, bound, level, n: y.len() })
}

/// The partial autocorrelations at lags 1 … `lags`: what a lag adds to those between, by Durbin and Levinson's recursion.
pub fn pacf(y: &[f64], lags: usize, level: f64) -> Result<Lagged> {
    ready(y, level)?;
    let lags = lags.clamp(1, y.len() - 1);
    let (values, _, _) = levinson(&autocovariances(y, lags));
    let bound = bound(level, y.len());
    Ok(Lagged { method: "pacf", lags: (1..=lags as i64).collect(), values, bound, level, n: y.len() })
}

/// The cross-correlations at lags −`lags` … `lags`.
pub fn ccf(x: &[f64], y: &[f64], lags: usize, level: f64) -> Result<Lagged> {
    if x.len() != y.len() {
        return Err(Error::Lengths { left: x.len(), right: y.len() });
    }
    ready(x, level)?;
    ready(y, level)?;
    let n = x.len();
    let lags = lags.min(n - 1) as i64;
    let centred = |v: &[f64]| {
        let mean = mean(v);
        v.iter().map(|x| x - mean).collect::<Vec<f64>>()
    };
    let (a, b) = (centred(x), centred(y));
    let square = |v: &[f64]| v.iter().map(|x| x * x).sum::<f64>();
    let size = (square(&a) * square(&b)).sqrt();
    let at = |lag: i64| {
        let (left, right) = if lag >= 0 { (&a, &b) } else { (&b, &a) };
        let skip = lag.unsigned_abs() as usize;
        left[skip..].iter().zip(right.iter()).map(|(l, r)| l * r).sum::<f64>() / size
    };
    let values = (-lags..=lags).map(at).collect();
    Ok(Lagged { method: "ccf", lags: (-lags..=lags).collect(), values, bound: bound(level, n), level, n })
}

/// The cross-correlations once both series have passed the filter that makes x white (Box and Jenkins 1976), so that what each
/// owes to its own past is not taken for a relation. Gives the order of the filter too, chosen by AIC.
pub fn prewhitened_ccf(x: &[f64], y: &[f64], lags: usize, level: f64) -> Result<(Lagged, usize)> {
    if x.len() != y.len() {
        return Err(Error::Lengths { left: x.len(), right: y.len() });
    }
    ready(x, level)?;
    ready(y, level)?;
    let filter = autoregression(x, None)?;
    let p = filter.len();
    let passed = |v: &[f64]| {
        let mean = mean(v);
        (p..v.len())
            .map(|t| {
                let past: f64 = filter.iter().enumerate().map(|(k, a)| a * (v[t - 1 - k] - mean)).sum();
                v[t] - mean - past
            })
            .collect::<Vec<f64>>()
    };
    Ok((ccf(&passed(x), &passed(y), lags, level)?, p))
}

/// The coefficients of an autoregression by Yule and Walker's equations, the order by AIC up to the number that R takes.
pub(crate) fn autoregression(y: &[f64], most: Option<usize>) -> Result<Vec<f64>> {
    whole(y, 3)?;
    varied(y)?;
    let n = y.len();
    let most = most.unwrap_or_else(|| usual_lags(n)).clamp(1, n - 1);
    let covariances = autocovariances(y, most);
    let (_, variances, orders) = levinson(&covariances);
    let criterion = |(order, variance): (usize, &f64)| n as f64 * variance.ln() + 2.0 * order as f64;
    let all: Vec<f64> = variances.iter().enumerate().map(criterion).collect();
    let best = (0..all.len()).min_by(|a, b| all[*a].total_cmp(&all[*b])).unwrap_or(0);
    Ok(orders.get(best).cloned().unwrap_or_default())
}

/// Covariances at lags 0 … `lags`, over n.
pub(crate) fn autocovariances(y: &[f64], lags: usize) -> Vec<f64> {
    let middle = mean(y);
    let e: Vec<f64> = y.iter().map(|x| x - middle).collect();
    let n = y.len() as f64;
    (0..=lags).map(|lag| e[lag..].iter().zip(&e).map(|(a, b)| a * b).sum::<f64>() / n).collect()
}

/// Partial correlations, the innovations' variances of orders 0 …, and the coefficients of each order.
fn levinson(c: &[f64]) -> (Vec<f64>, Vec<f64>, Vec<Vec<f64>>) {
    let (mut partial, mut variances, mut orders) = (Vec::new(), vec![c[0]], vec![Vec::new()]);
    let mut phi: Vec<f64> = Vec::new();
    let mut variance = c[0];
    for k in 1..c.len() {
        let known: f64 = phi.iter().enumerate().map(|(j, a)| a * c[k - 1 - j]).sum();
        let next = (c[k] - known) / variance;
        let mut longer: Vec<f64> = (0..k - 1).map(|j| phi[j] - next * phi[k - 2 - j]).collect();
        longer.push(next);
        phi = longer;
        variance *= 1.0 - next * next;
        partial.push(next);
        variances.push(variance);
        orders.push(phi.clone());
    }
    (partial, variances, orders)
}

fn ready(y: &[f64], level: f64) -> Result<()> {
    whole(y, 2)?;
    varied(y)?;
    if !(level > 0.0 && level < 1.0) {
        return Err(Error::Choice { name: "level", value: level.to_string(), allowed: "0 … 1".to_owned() });
    }
    Ok(())
}

fn bound(level: f64, n: usize) -> f64 {
    Normal.isf((1.0 - level) / 2.0) / (n as f64).sqrt()
}
