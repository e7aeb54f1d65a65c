//! A column of words: how often each stands, and how evenly.

use crate::{Error, MISSING, Result};

/// What a factor holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Levels {
    /// Values that are there.
    pub n: usize,
    /// Values that are missing.
    pub missing: usize,
    /// How often each level stands, in the order of the levels.
    pub counts: Vec<usize>,
    /// The levels that stand most often: one, or several that are even.
    pub modes: Vec<usize>,
    /// Shannon's entropy in bits.
    pub entropy: f64,
    /// The entropy as a share of what it would be if all levels that occur stood equally often; `NaN` for one level.
    pub evenness: f64,
}

/// Counts the levels of a factor.
///
/// Errors: [`Error::Missing`].
pub fn levels(name: &str, codes: &[u32], levels: usize) -> Result<Levels> {
    let mut counts = vec![0; levels];
    for count in codes.iter().filter(|&&code| code != MISSING) {
        if let Some(count) = counts.get_mut(*count as usize) {
            *count += 1;
        }
    }
    let n: usize = counts.iter().sum();
    if n == 0 {
        return Err(Error::Missing { column: name.to_owned() });
    }
    let most = counts.iter().max().copied().unwrap_or(0);
    let modes = (0..levels).filter(|&at| counts[at] == most).collect();
    let shares = counts.iter().filter(|&&count| count > 0).map(|&count| count as f64 / n as f64);
    let entropy = -shares.clone().map(|share| share * libm::log2(share)).sum::<f64>();
    let evenness = match shares.count() {
        1 => f64::NAN,
        there => entropy / libm::log2(there as f64),
    };
    Ok(Levels { n, missing: codes.len() - n, counts, modes, entropy: entropy + 0.0, evenness })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn even_levels_have_full_entropy_and_several_modes() {
        let found = levels("kind", &[0, 1, 2, 3, MISSING], 5).expect("there are values");
        assert_eq!((found.n, found.missing, found.entropy, found.evenness), (4, 1, 2.0, 1.0));
        assert_eq!(found.modes, [0, 1, 2, 3]);
        assert_eq!(levels("kind", &[1, 1], 2).expect("there are values").entropy, 0.0);
    }

    #[test]
    fn a_factor_of_nothing_says_so() {
        assert_eq!(levels("kind", &[MISSING], 2), Err(Error::Missing { column: "kind".to_owned() }));
    }
}
