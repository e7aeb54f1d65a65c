//! Quantiles by the nine definitions.

use crate::{Error, Result};

/// How a quantile between two values is found: the nine types of Hyndman and Fan (1996), with R's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum QuantileType {
    /// The inverse of the empirical distribution.
    Type1,
    /// The same, averaged where it jumps (SAS).
    Type2,
    /// The nearest even one (SAS's definition 2).
    Type3,
    /// Linear in the empirical distribution.
    Type4,
    /// Linear between the midpoints of its steps (hydrology).
    Type5,
    /// Weibull's: p of n + 1 (SPSS, Minitab).
    Type6,
    /// Of n − 1: R's, NumPy's and Excel's.
    #[default]
    Type7,
    /// Nearly unbiased for the median, whatever the distribution.
    Type8,
    /// Nearly unbiased for a normal distribution.
    Type9,
}

impl QuantileType {
    /// The type of R's number.
    pub fn of(number: u64) -> Result<Self> {
        use QuantileType::*;
        let at = usize::try_from(number).ok().and_then(|at| at.checked_sub(1));
        let kinds = [Type1, Type2, Type3, Type4, Type5, Type6, Type7, Type8, Type9];
        at.and_then(|at| kinds.get(at).copied()).ok_or(Error::Choice {
            name: "quantile type",
            value: number.to_string(),
            allowed: "1 … 9".to_owned(),
        })
    }
}

/// The quantile below which a share `p` lies, of values in ascending order without a missing one; `NaN` where there is none,
/// or `p` is no share.
pub fn quantile(sorted: &[f64], p: f64, kind: QuantileType) -> f64 {
    let (Some(&first), Some(&last)) = (sorted.first(), sorted.last()) else { return f64::NAN };
    if !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    let n = sorted.len() as f64;
    // A place that rounding has moved off a whole number is that number.
    let fuzz = 4.0 * f64::EPSILON;
    let place = match kind {
        QuantileType::Type1 | QuantileType::Type2 | QuantileType::Type4 => n * p,
        QuantileType::Type3 => n * p - 0.5,
        QuantileType::Type5 => n * p + 0.5,
        QuantileType::Type6 => (n + 1.0) * p,
        QuantileType::Type7 => (n - 1.0) * p + 1.0,
        QuantileType::Type8 => (n + 1.0 / 3.0) * p + 1.0 / 3.0,
        QuantileType::Type9 => (n + 0.25) * p + 0.375,
    };
    let whole = (place + fuzz * place.abs().max(1.0)).floor();
    let part = place - whole;
    let part = if part.abs() <= fuzz * place.abs().max(1.0) { 0.0 } else { part };
    let above = part > 0.0;
    let weight = match kind {
        QuantileType::Type1 => f64::from(u8::from(above)),
        QuantileType::Type2 => {
            if above {
                1.0
            } else {
                0.5
            }
        }
        QuantileType::Type3 => f64::from(u8::from(part != 0.0 || whole.rem_euclid(2.0) == 1.0)),
        _ => part,
    };
    let value = |at: f64| match at {
        at if at < 1.0 => first,
        at if at >= n => last,
        at => sorted[at as usize - 1],
    };
    let (low, high) = (value(whole), value(whole + 1.0));
    if weight == 0.0 || low == high {
        low
    } else if weight == 1.0 {
        high
    } else {
        low + weight * (high - low)
    }
}

/// The values that are there, in ascending order.
///
/// Errors: [`Error::Missing`], [`Error::Infinite`].
pub fn sorted(name: &str, values: &[f64]) -> Result<Vec<f64>> {
    super::moments::finite(name, values)?;
    let mut there: Vec<f64> = values.iter().copied().filter(|value| !value.is_nan()).collect();
    if there.is_empty() {
        return Err(Error::Missing { column: name.to_owned() });
    }
    crate::correlate::rank::sort(&mut there);
    Ok(there)
}

/// The median of values in ascending order.
pub fn median(sorted: &[f64]) -> f64 {
    quantile(sorted, 0.5, QuantileType::Type7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_types_differ_as_they_are_defined() {
        let x = [1.0, 2.0, 4.0, 8.0];
        let of = |number| quantile(&x, 0.3, QuantileType::of(number).expect("there is one"));
        let near = |number, want: f64| assert!((of(number) - want).abs() < 1e-14, "{number}: {}", of(number));
        // n·p = 1.2, and each type's own place.
        near(1, 2.0);
        near(2, 2.0);
        near(3, 1.0);
        near(4, 1.2);
        near(5, 1.7);
        near(6, 1.5);
        near(7, 1.9);
        near(8, 1.0 + 19.0 / 30.0);
        near(9, 1.65);
    }

    #[test]
    fn ends_are_the_ends() {
        let x = [3.0, 5.0, 9.0];
        for number in 1..=9 {
            let kind = QuantileType::of(number).expect("there is one");
            assert_eq!((quantile(&x, 0.0, kind), quantile(&x, 1.0, kind)), (3.0, 9.0), "{kind:?}");
        }
        assert!(quantile(&[], 0.5, QuantileType::Type7).is_nan());
        assert!(QuantileType::of(10).is_err());
    }
}
