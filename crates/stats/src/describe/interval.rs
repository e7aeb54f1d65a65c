//! Intervals for mean and median.

use crate::dist::{Beta, StudentT};

/// An interval and its level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
    /// The level that it has; for the median no less than what was asked, for it ends at values that occur.
    pub level: f64,
}

/// The interval of a mean by Student's t; `NaN` ends for a single value.
pub fn mean_interval(mean: f64, sd: f64, n: usize, level: f64) -> Interval {
    let reach = match n {
        0 | 1 => f64::NAN,
        n => StudentT(n as f64 - 1.0).isf(0.5 * (1.0 - level)) * sd / (n as f64).sqrt(),
    };
    Interval { low: mean - reach, high: mean + reach, level }
}

/// The interval of a median between two of the values in ascending order, by the binomial distribution (Thompson 1936): no
/// shape is assumed. None where there are too few values for the level.
pub fn median_interval(sorted: &[f64], level: f64) -> Option<Interval> {
    let n = sorted.len();
    // The chance that no more than k of n values lie below the median.
    let below = |k: usize| Beta((n - k) as f64, k as f64 + 1.0).cdf(0.5);
    let (mut low, mut high) = (0, n / 2);
    // The greatest number of values that can be left out at either end.
    while low < high {
        let middle = (low + high).div_ceil(2);
        if below(middle - 1) <= 0.5 * (1.0 - level) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    let ends = sorted.get(low.checked_sub(1)?).zip(sorted.get(n - low))?;
    Some(Interval { low: *ends.0, high: *ends.1, level: 1.0 - 2.0 * below(low - 1) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_ten_lies_between_the_second_and_the_ninth() {
        let sorted: Vec<f64> = (1..=10).map(f64::from).collect();
        let found = median_interval(&sorted, 0.95).expect("there are enough");
        assert_eq!((found.low, found.high), (2.0, 9.0));
        // 1 − 2·(1 + 10)/1024.
        assert!((found.level - (1.0 - 22.0 / 1024.0)).abs() < 1e-14);
        assert_eq!(median_interval(&sorted[..5], 0.95), None);
        assert_eq!(median_interval(&[], 0.95), None);
    }

    #[test]
    fn the_mean_of_one_has_no_interval() {
        assert!(mean_interval(1.0, f64::NAN, 1, 0.95).low.is_nan());
        // t of 0.975 with 3 degrees of freedom is 3.182446305283708.
        let found = mean_interval(0.0, 2.0, 4, 0.95);
        assert!((found.high - 3.182_446_305_283_708).abs() < 1e-12, "{found:?}");
    }
}
