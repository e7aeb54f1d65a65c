//! Measures that a few wild values do not move, and means of other kinds.

use super::{QuantileType, Sum, median, quantile};

/// Places and spreads of one column, from its values in ascending order.
#[derive(Debug, Clone, PartialEq)]
pub struct Robust {
    /// The median.
    pub median: f64,
    /// The lower and the upper quartile (type 7).
    pub quartiles: (f64, f64),
    /// The distance between the quartiles.
    pub iqr: f64,
    /// The median absolute deviation from the median, times 1.4826, so that it estimates the standard deviation of a normal
    /// sample (R's `mad`).
    pub mad: f64,
    /// The mean without the share at either end.
    pub trimmed: f64,
    /// The mean with the share at either end drawn in to the nearest value that stays.
    pub winsorised: f64,
    /// The share taken from either end.
    pub share: f64,
}

/// What makes a MAD a standard deviation: 1 / Φ⁻¹(¾), to the four places of R and of the literature.
pub const MAD_TO_SD: f64 = 1.4826;

/// The robust measures of values in ascending order, none missing; `share` (below a half) is taken from either end.
pub fn robust(sorted: &[f64], share: f64) -> Robust {
    let middle = median(sorted);
    let quartile = |p| quantile(sorted, p, QuantileType::Type7);
    let quartiles = (quartile(0.25), quartile(0.75));
    let cut = ((sorted.len() as f64 * share.clamp(0.0, 0.5)).floor() as usize)
        .min(sorted.len().saturating_sub(1) / 2);
    let inner = sorted.get(cut..sorted.len() - cut).unwrap_or(sorted);
    let mean = |values: &[f64]| Sum::of(values.iter().copied()).over(values.len() as f64).0;
    let trimmed = if share >= 0.5 { middle } else { mean(inner) };
    let ends = inner.first().copied().zip(inner.last().copied()).unwrap_or((f64::NAN, f64::NAN));
    let drawn: Vec<f64> = sorted
        .iter()
        .map(|&x| {
            if x < ends.0 {
                ends.0
            } else if x > ends.1 {
                ends.1
            } else {
                x
            }
        })
        .collect();
    Robust {
        median: middle,
        quartiles,
        iqr: quartiles.1 - quartiles.0,
        mad: MAD_TO_SD * deviation(sorted, middle),
        trimmed,
        winsorised: mean(&drawn),
        share,
    }
}

/// The median distance from a figure.
pub(super) fn deviation(sorted: &[f64], from: f64) -> f64 {
    let mut distances: Vec<f64> = sorted.iter().map(|x| (x - from).abs()).collect();
    crate::correlate::rank::sort(&mut distances);
    median(&distances)
}

/// The geometric mean; none where a value is not above 0.
pub fn geometric_mean(values: &[f64]) -> Option<f64> {
    let fits = !values.is_empty() && values.iter().all(|&x| x > 0.0);
    fits.then(|| libm::exp(Sum::of(values.iter().map(|&x| libm::log(x))).over(values.len() as f64).0))
}

/// The harmonic mean; none where a value is not above 0.
pub fn harmonic_mean(values: &[f64]) -> Option<f64> {
    let fits = !values.is_empty() && values.iter().all(|&x| x > 0.0);
    fits.then(|| 1.0 / Sum::of(values.iter().map(|x| 1.0 / x)).over(values.len() as f64).0)
}

/// Gini's coefficient of inequality, 0 where all have the same and 1 − 1/n where one has all, of values in ascending order;
/// none where a value is below 0 or all are 0.
pub fn gini(sorted: &[f64]) -> Option<f64> {
    let n = sorted.len() as f64;
    let total = Sum::of(sorted.iter().copied()).value();
    let weighted = Sum::of(sorted.iter().zip(1..).map(|(x, at)| (2.0 * f64::from(at) - n - 1.0) * x)).value();
    (sorted.first().is_some_and(|&least| least >= 0.0) && total > 0.0).then(|| weighted / (n * total))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wild_value_moves_nothing() {
        let calm = robust(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0], 0.1);
        let wild = robust(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 1e9], 0.1);
        assert_eq!((calm.median, calm.mad, calm.trimmed), (5.5, 2.5 * MAD_TO_SD, 5.5));
        assert_eq!(calm.quartiles, (3.25, 7.75));
        assert_eq!(wild, calm);
        assert_eq!(calm.winsorised, 5.5);
    }

    #[test]
    fn other_means_and_inequality() {
        assert!((geometric_mean(&[1.0, 4.0, 16.0]).expect("all are above 0") - 4.0).abs() < 1e-15);
        assert_eq!(harmonic_mean(&[1.0, 2.0, 4.0]), Some(12.0 / 7.0));
        assert_eq!((geometric_mean(&[1.0, 0.0]), harmonic_mean(&[])), (None, None));
        assert_eq!(gini(&[2.0, 2.0, 2.0]), Some(0.0));
        assert_eq!(gini(&[0.0, 0.0, 0.0, 8.0]), Some(0.75));
        assert_eq!(gini(&[-1.0, 2.0]), None);
    }
}
