//! Count, mean, spread, skewness, kurtosis.

use super::Sum;
use crate::dist::double::Dd;
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

/// The moments of a column; missing values are left out.
///
/// The mean is kept in two doubles and deviations are taken from it. Figures are taken as the decimals that they were written
/// as, 10000000.2 and not the double nearest to it, where that can matter: the spread that a double can tell from such a
/// figure has 8 digits, and this has all 15.
///
/// Errors: [`Error::Missing`] where there is no value, [`Error::Infinite`].
pub fn moments(name: &str, values: &[f64]) -> Result<Moments> {
    finite(name, values)?;
    let there = || values.iter().copied().filter(|value| !value.is_nan());
    let n = there().count();
    if n == 0 {
        return Err(Error::Missing { column: name.to_owned() });
    }
    let mut found = about(values, |_| 0.0);
    let (_, [squares, ..], ..) = found;
    let largest = there().fold(0.0f64, |most, value| most.max(value.abs()));
    // Reading decimals takes a tenth of a microsecond each: of many values only where it counts.
    if n <= READ || largest > 1e5 * (squares / n as f64).sqrt() {
        found = about(values, |value| (Dd::decimal(value) + Dd::from(-value)).value());
    }
    let ((sum, mean), powers, ends, lag) = found;
    Ok(Moments::of(n, values.len() - n, sum, mean, powers, ends, lag))
}

/// Up to so many values decimals are read in any case.
const READ: usize = 50_000;

/// Sum and mean, sums of powers of deviations, ends, and products of neighbours, of figures with what each lacks.
fn about(values: &[f64], lacks: impl Fn(f64) -> f64) -> ((f64, f64), [f64; 3], (f64, f64), f64) {
    let lacks: Vec<f64> =
        values.iter().map(|&value| if value.is_nan() { 0.0 } else { lacks(value) }).collect();
    let there = || values.iter().copied().zip(lacks.iter().copied()).filter(|(value, _)| !value.is_nan());
    let sum = Sum::of(there().flat_map(|(value, lack)| [value, lack]));
    let (mean, rest) = sum.over(there().count() as f64);
    let away = |value: f64, lack: f64| (value - mean) - (rest - lack);
    let mut powers = [Sum::default(); 3];
    let (mut min, mut max) = (f64::INFINITY, f64::NEG_INFINITY);
    for (value, lack) in there() {
        let d = away(value, lack);
        let square = d * d;
        powers[0].add(square);
        powers[1].add(square * d);
        powers[2].add(square * square);
        (min, max) = (min.min(value), max.max(value));
    }
    let pairs = values.windows(2).zip(lacks.windows(2));
    let lag = Sum::of(pairs.map(|(pair, lack)| {
        let product = away(pair[0], lack[0]) * away(pair[1], lack[1]);
        if product.is_nan() { 0.0 } else { product }
    }));
    // What never changes has no spread, whatever rounding has left.
    let spread = if min == max { 0.0 } else { 1.0 };
    ((sum.value(), mean), powers.map(|power| power.value() * spread), (min, max), lag.value() * spread)
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
    fn decimals_are_what_was_written() {
        // As in NIST's NumAcc4: the doubles themselves have a deviation of 0.100000000559.
        let values: Vec<f64> = [10_000_000.2]
            .into_iter()
            .chain((0..1000).map(|at| if at % 2 == 0 { 10_000_000.1 } else { 10_000_000.3 }))
            .collect();
        let found = moments("x", &values).expect("there are values");
        assert!((found.sd / 0.1 - 1.0).abs() < 1e-15 && (found.autocorrelation / -0.999 - 1.0).abs() < 1e-14);
        assert_eq!(moments("x", &[0.1; 7]).expect("there are values").sd, 0.0);
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
