//! A sample without what is missing, and its moments in double-double sums.

use crate::dist::double::Dd;
use crate::{Error, Result};

/// The values that are there.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sample {
    pub values: Vec<f64>,
    pub dropped: usize,
}

/// Leaves out what is missing; at least `need` values must be left.
pub(crate) fn sample(name: &str, values: &[f64], need: usize) -> Result<Sample> {
    if let Some(row) = values.iter().position(|value| value.is_infinite()) {
        return Err(Error::Infinite { column: name.to_owned(), row });
    }
    let there: Vec<f64> = values.iter().copied().filter(|value| !value.is_nan()).collect();
    if there.is_empty() {
        return Err(Error::Missing { column: name.to_owned() });
    }
    if there.len() < need {
        return Err(Error::TooFew { what: "rows", have: there.len(), need });
    }
    Ok(Sample { dropped: values.len() - there.len(), values: there })
}

/// Leaves out the pairs of which one is missing, and gives their differences as well.
pub(crate) fn pairs(names: (&str, &str), x: &[f64], y: &[f64], need: usize) -> Result<(Vec<f64>, Sample)> {
    if x.len() != y.len() {
        return Err(Error::Lengths { left: x.len(), right: y.len() });
    }
    for (name, values) in [(names.0, x), (names.1, y)] {
        if let Some(row) = values.iter().position(|value| value.is_infinite()) {
            return Err(Error::Infinite { column: name.to_owned(), row });
        }
    }
    let differences: Vec<f64> = x.iter().zip(y).map(|(x, y)| x - y).collect();
    let seconds = x.iter().zip(y).filter(|(x, y)| !x.is_nan() && !y.is_nan()).map(|(_, y)| *y).collect();
    Ok((seconds, sample(names.0, &differences, need)?))
}

/// Mean and variance of a list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Moments {
    pub n: f64,
    pub mean: Dd,
    /// The sum of squares about the mean.
    pub squares: Dd,
}

impl Moments {
    /// In two passes, all sums double-double.
    pub fn of(values: &[f64]) -> Self {
        Moments::of_exact(values.iter().map(|&value| Dd::from(value)))
    }

    /// Of figures that are double-double themselves.
    pub fn of_exact(values: impl Iterator<Item = Dd> + Clone) -> Self {
        let mut n = 0.0;
        let mut sum = Dd::ZERO;
        for value in values.clone() {
            sum = sum + value;
            n += 1.0;
        }
        let mean = sum / Dd::from(n);
        let mut squares = Dd::ZERO;
        for value in values {
            let gap = value - mean;
            squares = squares + gap * gap;
        }
        Moments { n, mean, squares }
    }

    /// The unbiased variance.
    pub fn variance(&self) -> f64 {
        (self.squares / Dd::from(self.n - 1.0)).value()
    }
}

/// The mean of a sorted list's middle.
pub(crate) fn median(sorted: &[f64]) -> f64 {
    let n = sorted.len();
    match (sorted.get(n / 2), n % 2) {
        (None, _) => f64::NAN,
        (Some(middle), 1) => *middle,
        (Some(middle), _) => 0.5 * (sorted[n / 2 - 1] + middle),
    }
}

/// A sorted copy.
pub(crate) fn sorted(values: &[f64]) -> Vec<f64> {
    let mut copy = values.to_vec();
    copy.sort_unstable_by(f64::total_cmp);
    copy
}

/// Middle ranks from 1, and Σ (t³ − t) over groups of t equal values.
pub(crate) fn ranks(values: &[f64]) -> (Vec<f64>, f64) {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_unstable_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut ranks = vec![0.0; values.len()];
    let (mut from, mut ties) = (0, 0.0);
    while from < order.len() {
        let mut until = from + 1;
        while until < order.len() && values[order[until]] == values[order[from]] {
            until += 1;
        }
        let t = (until - from) as f64;
        ties += t * t * t - t;
        for &at in &order[from..until] {
            ranks[at] = 0.5 * (from + until + 1) as f64;
        }
        from = until;
    }
    (ranks, ties)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_share_their_ranks() {
        assert_eq!(ranks(&[3.0, 1.0, 3.0, 2.0]), (vec![3.5, 1.0, 3.5, 2.0], 6.0));
        assert_eq!(median(&sorted(&[4.0, 1.0, 3.0, 2.0])), 2.5);
    }

    #[test]
    fn what_cannot_be_used_is_named() {
        assert_eq!(sample("x", &[f64::NAN], 1), Err(Error::Missing { column: "x".to_owned() }));
        assert_eq!(
            sample("x", &[1.0, f64::INFINITY], 1),
            Err(Error::Infinite { column: "x".to_owned(), row: 1 })
        );
        assert_eq!(sample("x", &[1.0], 2), Err(Error::TooFew { what: "rows", have: 1, need: 2 }));
    }
}
