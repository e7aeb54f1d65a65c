//! Intervals by drawing the sample anew.

use crate::dist::Normal;
use crate::{Chance, Error, Result};
use rayon::prelude::*;

/// An interval by bootstrap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bootstrap {
    /// What was estimated from all rows.
    pub estimate: f64,
    /// The standard deviation of the estimates drawn.
    pub std_error: f64,
    /// The lower end: bias-corrected and accelerated (Efron 1987).
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// How many samples gave an estimate.
    pub replicates: usize,
}

/// Up to so many rows each is left out once for the acceleration; of more, so many groups of rows.
const JACKKNIFE: usize = 500;

/// The BCa interval of any estimate from rows: `estimate` is given the rows to take (a row may stand several times) and gives
/// `NaN` where a sample has none.
///
/// Errors: [`Error::TooFew`] under 3 rows, or where fewer than 50 samples gave an estimate.
pub fn bca(
    rows: usize,
    estimate: impl Fn(&[u32]) -> f64 + Sync,
    replicates: usize,
    level: f64,
    seed: u64,
) -> Result<Bootstrap> {
    if rows < 3 {
        return Err(Error::TooFew { what: "rows", have: rows, need: 3 });
    }
    let all: Vec<u32> = (0..rows as u32).collect();
    let whole = estimate(&all);
    let chance = Chance::new(seed);
    let draw = |number: u64| {
        let mut chance = chance.branch(number);
        let drawn: Vec<u32> = (0..rows).map(|_| chance.below(rows) as u32).collect();
        estimate(&drawn)
    };
    let mut drawn: Vec<f64> =
        (0..replicates as u64).into_par_iter().map(draw).filter(|x| x.is_finite()).collect();
    if drawn.len() < 50 || !whole.is_finite() {
        return Err(Error::TooFew { what: "replicates", have: drawn.len(), need: 50 });
    }
    drawn.sort_unstable_by(f64::total_cmp);
    let count = drawn.len() as f64;
    let mean = drawn.iter().sum::<f64>() / count;
    let std_error = (drawn.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (count - 1.0)).sqrt();
    // Values equal to the estimate count half, so that steps in the distribution do not move the bias.
    let below = drawn.partition_point(|x| *x < whole) as f64;
    let equal = drawn.partition_point(|x| *x <= whole) as f64 - below;
    let bias = Normal.quantile(((below + 0.5 * equal) / count).clamp(0.5 / count, 1.0 - 0.5 / count));
    let a = acceleration(rows, &estimate);
    let end = |z: f64| {
        let moved = bias + (bias + z) / (1.0 - a * (bias + z));
        let share = Normal.cdf(moved);
        crate::describe::quantile(&drawn, share, crate::describe::QuantileType::Type6)
    };
    let z = Normal.isf(0.5 * (1.0 - level));
    Ok(Bootstrap { estimate: whole, std_error, low: end(-z), high: end(z), replicates: drawn.len() })
}

/// The skewness of the estimates with rows left out, over 6.
fn acceleration(rows: usize, estimate: &(impl Fn(&[u32]) -> f64 + Sync)) -> f64 {
    let groups = rows.min(JACKKNIFE);
    let without = |group: usize| {
        let kept: Vec<u32> = (0..rows).filter(|row| row % groups != group).map(|row| row as u32).collect();
        estimate(&kept)
    };
    let left: Vec<f64> = (0..groups).into_par_iter().map(without).filter(|x| x.is_finite()).collect();
    let mean = left.iter().sum::<f64>() / left.len().max(1) as f64;
    let (mut squares, mut cubes) = (0.0, 0.0);
    for x in &left {
        let d = mean - x;
        squares += d * d;
        cubes += d * d * d;
    }
    if squares > 0.0 { cubes / (6.0 * squares * squares.sqrt()) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_of_a_mean_is_near_the_one_of_theory() {
        let mut chance = Chance::new(21);
        let values: Vec<f64> = (0..400).map(|_| chance.normal()).collect();
        let mean =
            |rows: &[u32]| rows.iter().map(|&row| values[row as usize]).sum::<f64>() / rows.len() as f64;
        let found = bca(400, mean, 4000, 0.95, 7).expect("there are rows");
        let sd = crate::describe::moments("x", &values).expect("there are values").sd;
        let reach = 1.96 * sd / 20.0;
        assert!((found.std_error * 20.0 / sd - 1.0).abs() < 0.05, "{found:?}");
        assert!((found.low - (found.estimate - reach)).abs() < 0.1 * reach, "{found:?}");
        assert!((found.high - (found.estimate + reach)).abs() < 0.1 * reach, "{found:?}");
        assert_eq!(found, bca(400, mean, 4000, 0.95, 7).expect("there are rows"));
    }

    #[test]
    fn what_has_no_estimate_says_so() {
        assert!(matches!(bca(2, |_| 1.0, 100, 0.95, 1), Err(Error::TooFew { .. })));
        assert!(matches!(bca(20, |_| f64::NAN, 100, 0.95, 1), Err(Error::TooFew { what: "replicates", .. })));
    }
}
