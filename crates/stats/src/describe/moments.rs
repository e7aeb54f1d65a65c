//! Count, mean and standard deviation.

use crate::{Error, Result};

/// The first two moments of a column.
#[derive(Debug, Clone, PartialEq)]
pub struct Moments {
    /// Values that are there.
    pub n: usize,
    /// Values that are missing.
    pub missing: usize,
    /// The arithmetic mean.
    pub mean: f64,
    /// The standard deviation with n − 1; `NaN` for a single value.
    pub sd: f64,
}

/// The moments of a column; missing values are left out.
///
/// Errors: [`Error::Missing`] where there is no value, [`Error::Infinite`].
pub fn moments(name: &str, values: &[f64]) -> Result<Moments> {
    if let Some(row) = values.iter().position(|value| value.is_infinite()) {
        return Err(Error::Infinite { column: name.to_owned(), row });
    }
    let there = || values.iter().filter(|value| !value.is_nan());
    let n = there().count();
    if n == 0 {
        return Err(Error::Missing { column: name.to_owned() });
    }
    let mean = there().sum::<f64>() / n as f64;
    // The second pass takes back what the first has lost by rounding.
    let mean = mean + there().map(|value| value - mean).sum::<f64>() / n as f64;
    let squares: f64 = there().map(|value| (value - mean) * (value - mean)).sum();
    Ok(Moments { n, missing: values.len() - n, mean, sd: (squares / (n as f64 - 1.0)).sqrt() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_values_are_counted_and_left_out() {
        let found = moments("x", &[1.0, f64::NAN, 2.0, 3.0]).expect("there are values");
        assert_eq!((found.n, found.missing, found.mean, found.sd), (3, 1, 2.0, 1.0));
    }

    #[test]
    fn what_has_no_moments_says_which_column() {
        assert_eq!(moments("x", &[f64::NAN]), Err(Error::Missing { column: "x".to_owned() }));
        let infinite = moments("x", &[1.0, f64::INFINITY]);
        assert_eq!(infinite, Err(Error::Infinite { column: "x".to_owned(), row: 1 }));
    }
}
