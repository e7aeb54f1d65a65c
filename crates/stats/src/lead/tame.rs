//! What is left of a relation once the extremes are drawn in.

use super::effect::effect;
use super::own::Own;
use super::{both, crossed, past};
use crate::Result;

/// A value may lie so many robust standard deviations from the median; one in four hundred of a normal one's do not.
const REACH: f64 = 3.0;
/// The median absolute deviation of a normal variable times this is its standard deviation.
const NORMAL: f64 = 1.482_602_218_505_602;

/// A relation asked again with the extremes drawn in: the few values that a regression listens to most.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tame {
    /// So many values of both were drawn in.
    pub drawn: usize,
    /// The probability of so strong a relation, as [`super::Way::p_value`].
    pub p_value: f64,
    /// The effect at the strongest lag of the series as they are.
    pub estimate: f64,
}

/// Of `x` before `y`; nothing where no value of either is extreme.
pub(super) fn tame(x: &Own, y: &Own, lags: usize, lag: usize, level: f64) -> Result<Option<Tame>> {
    let ((a, of_x), (b, of_y)) = (drawn_in(&x.values), drawn_in(&y.values));
    if of_x + of_y == 0 {
        return Ok(None);
    }
    let (x, y) = (Own::new(a, x.spent)?, Own::new(b, y.spent)?);
    let p_value = both(&crossed::crossed(&x, &y, lags)?, &past::past(&x, &y, lags)?);
    let estimate = effect(&x.values, &y.values, lag, level)?.estimate;
    Ok(Some(Tame { drawn: of_x + of_y, p_value, estimate }))
}

/// Values drawn in to [`REACH`] robust standard deviations from their median, and how many were. A series that stands still more
/// than half of the time has no such deviation and stays as it is.
fn drawn_in(values: &[f64]) -> (Vec<f64>, usize) {
    let middle = median(values.to_vec());
    let apart = NORMAL * median(values.iter().map(|v| (v - middle).abs()).collect());
    if apart <= 0.0 {
        return (values.to_vec(), 0);
    }
    let (low, high) = (middle - REACH * apart, middle + REACH * apart);
    let out = values.iter().filter(|v| **v < low || **v > high).count();
    (values.iter().map(|v| v.clamp(low, high)).collect(), out)
}

fn median(mut values: Vec<f64>) -> f64 {
    let n = values.len();
    values.sort_unstable_by(f64::total_cmp);
    if n % 2 == 1 { values[n / 2] } else { (values[n / 2 - 1] + values[n / 2]) / 2.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Chance;

    #[test]
    fn only_extremes_are_drawn_in() {
        let (same, none) = drawn_in(&[1.0, 2.0, 3.0, 4.0, 5.0]);
        assert_eq!((same, none), (vec![1.0, 2.0, 3.0, 4.0, 5.0], 0));
        let (tame, one) = drawn_in(&[1.0, 2.0, 3.0, 4.0, 5.0, 900.0]);
        assert_eq!(one, 1);
        assert!((tame[5] - (3.5 + REACH * NORMAL * 1.5)).abs() < 1e-12, "{tame:?}");
        assert_eq!(drawn_in(&[0.0, 0.0, 0.0, 7.0]).1, 0, "it stands still");
    }

    #[test]
    fn a_relation_that_a_few_values_carry_goes_with_them() {
        let mut chance = Chance::new(3);
        let mut draw = || (0..150).map(|_| chance.normal()).collect::<Vec<f64>>();
        let (mut x, mut y) = (draw(), draw());
        for at in [40, 90, 130] {
            x[at] += 60.0;
            y[at + 2] += 80.0;
        }
        let own = |values: Vec<f64>| Own::new(values, 0).unwrap();
        let (x, y) = (own(x), own(y));
        let whole = both(&crossed::crossed(&x, &y, 5).unwrap(), &past::past(&x, &y, 5).unwrap());
        let found = tame(&x, &y, 5, 2, 0.95).unwrap().unwrap();
        assert!(whole < 1e-10 && found.drawn == 6, "{whole} {found:?}");
        assert!(found.p_value > whole.sqrt(), "{found:?}");
        let plain = |by: usize| own((0..150).map(|t| (t * by % 11) as f64).collect());
        assert_eq!(tame(&plain(37), &plain(29), 5, 2, 0.95).unwrap(), None);
    }
}
