//! Halves of a scale held against each other.

use super::Correlations;
use super::alpha::total;
use crate::{Chance, Error, Result};
use matrix::Mat;

/// How many splits are tried at most: all of them up to 16 items, random ones beyond.
const MOST: usize = 10_000;

/// Reliability from halves: 4·Σ(between) / ΣR of standardised items.
#[derive(Debug, Clone, PartialEq)]
pub struct Halves {
    /// The greatest: Guttman's λ₄.
    pub greatest: f64,
    /// The mean.
    pub mean: f64,
    /// The least: Revelle's β.
    pub least: f64,
    /// How many splits there were.
    pub splits: usize,
    /// Whether these are all there are.
    pub all: bool,
}

/// Splits items, turned by `keys`, into halves; of an odd number one half has one more.
///
/// # Errors
/// Fewer than two items; keys of another length.
pub fn halves(of: &Correlations, keys: &[f64], seed: u64) -> Result<Halves> {
    let k = of.width();
    if k < 2 {
        return Err(Error::TooFew { what: "columns", have: k, need: 2 });
    }
    if keys.len() != k {
        return Err(Error::Lengths { left: k, right: keys.len() });
    }
    let r = Mat::from_fn(k, k, |row, col| keys[row] * keys[col] * of.matrix[(row, col)]);
    let whole = total(&r, None);
    let mut found = Halves { greatest: f64::MIN, mean: 0.0, least: f64::MAX, splits: 0, all: k <= 16 };
    let mut tried = |half: &[bool]| {
        let between: f64 = (0..k)
            .filter(|row| half[*row])
            .map(|row| (0..k).filter(|col| !half[*col]).map(|col| r[(row, col)]).sum::<f64>())
            .sum();
        let value = 4.0 * between / whole;
        found.greatest = found.greatest.max(value);
        found.least = found.least.min(value);
        found.mean += value;
        found.splits += 1;
    };
    if k <= 16 {
        // Of an even number each split comes twice; the last item keeps its side.
        let even = k.is_multiple_of(2);
        for bits in 0..1_u32 << k {
            let last = bits >> (k - 1) & 1 == 1;
            if bits.count_ones() as usize == k / 2 && !(even && last) {
                tried(&(0..k).map(|at| bits >> at & 1 == 1).collect::<Vec<_>>());
            }
        }
    } else {
        let mut chance = Chance::new(seed);
        let mut half: Vec<bool> = (0..k).map(|at| at < k / 2).collect();
        for _ in 0..MOST {
            chance.shuffle(&mut half);
            tried(&half);
        }
    }
    found.mean /= found.splits as f64;
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(k: usize) -> Correlations {
        let names = (0..k).map(|at| format!("q{at}")).collect();
        let r = Mat::from_fn(k, k, |row, col| if row == col { 1.0 } else { 0.4 });
        Correlations::of_matrix(names, &r, None).expect("it is one")
    }

    #[test]
    fn equal_items_have_equal_halves() {
        let found = halves(&scale(4), &[1.0; 4], 1).expect("it has halves");
        // 4 · 4 · 0.4 / (4 + 12 · 0.4)
        assert_eq!((found.splits, found.all), (3, true));
        assert!((found.mean - 6.4 / 8.8).abs() < 1e-15 && (found.greatest - found.least).abs() < 1e-15);
        assert_eq!(halves(&scale(5), &[1.0; 5], 1).expect("it has halves").splits, 10);
    }

    #[test]
    fn of_many_items_random_halves_are_taken_that_a_seed_repeats() {
        let one = halves(&scale(18), &[1.0; 18], 7).expect("it has halves");
        assert_eq!(one, halves(&scale(18), &[1.0; 18], 7).expect("it has halves"));
        assert!(!one.all && one.splits == MOST);
        assert!(matches!(halves(&scale(4), &[1.0], 1), Err(Error::Lengths { .. })));
    }
}
