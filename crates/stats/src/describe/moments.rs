//! Count, mean, spread, skewness, kurtosis.

use super::Sum;
use crate::{Error, Result};

/// The moments of a column.
#[derive(Debug, Clone, PartialEq)]
pub struct Moments {
    /// Values that are there.
    pub n: usize,
    /// Values that are missing.
    pub missing: usize,
    /// The sum.
    pub sum: f64,
    /// The arithmetic mean.
    pub mean: f64,
    /// The variance with n − 1; `NaN` for a single value.
    pub variance: f64,
    /// The standard deviation with n − 1; `NaN` for a single value.
    pub sd: f64,
    /// The least.
    pub min: f64,
    /// The greatest.
    pub max: f64,
    /// Skewness by the three conventions: see [`Shape`].
    pub skewness: Shape,
    /// Excess kurtosis (0 for the normal) by the three conventions.
    pub kurtosis: Shape,
    /// The autocorrelation of each value with the next one, where both are there.
    pub autocorrelation: f64,
}

/// One quantity by three conventions, which differ in small samples (Joanes and Gill 1998).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shape {
    /// g: the plain ratio of moments (Stata, Minitab's older versions).
    pub type1: f64,
    /// G: unbiased for a normal sample (SAS, SPSS, Excel).
    pub type2: f64,
    /// b: with the standard deviation of n − 1 (BMDP, and what R's psych and e1071 give unless asked otherwise).
    pub type3: f64,
}

/// The moments of a column, with the mean in double-double and deviations from it, so that a spread that is tiny beside the
/// mean is as exact as the figures themselves; missing values are left out.
///
/// Errors: [`Error::Missing`] where there is no value, [`Error::Infinite`].
pub fn moments(name: &str, values: &[f64]) -> Result<Moments> {
    finite(name, values)?;
    let there = || values.iter().copied().filter(|value| !value.is_nan());
    let n = there().count();
    if n == 0 {
        return Err(Error::Missing { column: name.to_owned() });
    }
    let sum = Sum::of(there());
    let (mean, rest) = sum.over(n as f64);
    let mut powers = [Sum::default(); 3];
    let (mut min, mut max) = (f64::INFINITY, f64::NEG_INFINITY);
    for value in there() {
        let d = (value - mean) - rest;
        let square = d * d;
        powers[0].add(square);
        powers[1].add(square * d);
        powers[2].add(square * square);
        (min, max) = (min.min(value), max.max(value));
    }
    let lag = Sum::of(values.windows(2).map(|pair| {
        let product = ((pair[0] - mean) - rest) * ((pair[1] - mean) - rest);
        if product.is_nan() { 0.0 } else { product }
    }));
    let [m2, m3, m4] = powers.map(Sum::value);
    Ok(Moments::of(n, values.len() - n, sum.value(), mean, [m2, m3, m4], (min, max), lag.value()))
}

/// An infinite figure is an error that names its row.
pub(crate) fn finite(name: &str, values: &[f64]) -> Result<()> {
    match values.iter().position(|value| value.is_infinite()) {
        Some(row) => Err(Error::Infinite { column: name.to_owned(), row }),
        None => Ok(()),
    }
}

impl Moments {
    /// From the sums of powers of deviations from the mean.
    pub(super) fn of(
        n: usize,
        missing: usize,
        sum: f64,
        mean: f64,
        [s2, s3, s4]: [f64; 3],
        (min, max): (f64, f64),
        lag: f64,
    ) -> Self {
        let count = n as f64;
        let variance = s2 / (count - 1.0);
        let (m2, m3, m4) = (s2 / count, s3 / count, s4 / count);
        let (g1, g2) = (m3 / (m2 * m2.sqrt()), m4 / (m2 * m2) - 3.0);
        let part = 1.0 - 1.0 / count;
        let skewness = Shape {
            type1: g1,
            type2: if n > 2 { g1 * (count * (count - 1.0)).sqrt() / (count - 2.0) } else { f64::NAN },
            type3: g1 * part * part.sqrt(),
        };
        let whole = ((count + 1.0) * g2 + 6.0) * (count - 1.0) / ((count - 2.0) * (count - 3.0));
        let kurtosis = Shape {
            type1: g2,
            type2: if n > 3 { whole } else { f64::NAN },
            type3: (g2 + 3.0) * part * part - 3.0,
        };
        let (sd, autocorrelation) = (variance.sqrt(), lag / s2);
        Moments { n, missing, sum, mean, variance, sd, min, max, skewness, kurtosis, autocorrelation }
    }

    /// The standard error of the mean.
    pub fn std_error(&self) -> f64 {
        self.sd / (self.n as f64).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn missing_values_are_counted_and_left_out() {
        let found = moments("x", &[1.0, f64::NAN, 2.0, 3.0]).expect("there are values");
        assert_eq!((found.n, found.missing, found.mean, found.sd), (3, 1, 2.0, 1.0));
        assert_eq!((found.min, found.max, found.skewness.type1), (1.0, 3.0, 0.0));
    }

    #[test]
    fn what_has_no_moments_says_which_column() {
        assert_eq!(moments("x", &[f64::NAN]), Err(Error::Missing { column: "x".to_owned() }));
        let infinite = moments("x", &[1.0, f64::INFINITY]);
        assert_eq!(infinite, Err(Error::Infinite { column: "x".to_owned(), row: 1 }));
    }

    #[test]
    fn a_spread_that_is_tiny_beside_the_mean_is_kept() {
        let found = moments("x", &[1e15 + 1.0, 1e15 + 2.0, 1e15 + 3.0]).expect("there are values");
        assert_eq!((found.mean, found.sd), (1e15 + 2.0, 1.0));
    }

    proptest! {
        #[test]
        fn shape_knows_neither_place_nor_unit(
            values in prop::collection::vec(-100.0..100.0f64, 5..40), shift in -1e3..1e3f64, scale in 0.1..10.0f64,
        ) {
            let one = moments("x", &values).expect("there are values");
            prop_assume!(one.sd > 1.0);
            let moved: Vec<f64> = values.iter().rev().map(|x| x * scale + shift).collect();
            let other = moments("x", &moved).expect("there are values");
            prop_assert!((one.sd * scale / other.sd - 1.0).abs() < 1e-10);
            prop_assert!((one.skewness.type2 - other.skewness.type2).abs() < 1e-8);
            prop_assert!((one.kurtosis.type2 - other.kurtosis.type2).abs() < 1e-8);
        }
    }
}
