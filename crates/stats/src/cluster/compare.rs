//! How far two divisions of the same rows agree.

use crate::{Error, Result};
use std::collections::BTreeMap;

/// Two divisions held against each other. Noise counts as a group of its own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// The adjusted Rand index (Hubert and Arabie 1985): 1 for the same division, about 0 by chance.
    pub rand: f64,
    /// The variation of information in nats (Meilă 2007): 0 for the same division.
    pub variation: f64,
}

/// Holds two divisions against each other.
///
/// # Errors
/// Different lengths; no rows.
pub fn compare(left: &[u32], right: &[u32]) -> Result<Agreement> {
    if left.len() != right.len() {
        return Err(Error::Lengths { left: left.len(), right: right.len() });
    }
    if left.is_empty() {
        return Err(Error::TooFew { what: "rows", have: 0, need: 1 });
    }
    let (mut cells, mut rows, mut columns) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for (&a, &b) in left.iter().zip(right) {
        *cells.entry((a, b)).or_insert(0u64) += 1;
        *rows.entry(a).or_insert(0u64) += 1;
        *columns.entry(b).or_insert(0u64) += 1;
    }
    let pairs = |count: u64| count as f64 * (count as f64 - 1.0) / 2.0;
    let n = left.len() as u64;
    let same: f64 = cells.values().map(|&count| pairs(count)).sum();
    let (a, b): (f64, f64) =
        (rows.values().map(|&count| pairs(count)).sum(), columns.values().map(|&count| pairs(count)).sum());
    let by_chance = if n > 1 { a * b / pairs(n) } else { 0.0 };
    let most = (a + b) / 2.0;
    let rand = if most == by_chance { 1.0 } else { (same - by_chance) / (most - by_chance) };
    let entropy = |counts: &mut dyn Iterator<Item = u64>| -> f64 {
        counts.map(|count| count as f64 / n as f64).map(|share| -share * share.ln()).sum()
    };
    let joint = entropy(&mut cells.values().copied());
    let apart = entropy(&mut rows.values().copied()) + entropy(&mut columns.values().copied());
    Ok(Agreement { rand, variation: (2.0 * joint - apart).max(0.0) })
}

/// The likeness of two sets of rows, given as sorted lists: what they share over what either has (Jaccard).
pub fn jaccard(left: &[usize], right: &[usize]) -> f64 {
    let (mut a, mut b, mut shared) = (0, 0, 0usize);
    while let (Some(x), Some(y)) = (left.get(a), right.get(b)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => a += 1,
            std::cmp::Ordering::Greater => b += 1,
            std::cmp::Ordering::Equal => (a, b, shared) = (a + 1, b + 1, shared + 1),
        }
    }
    let all = left.len() + right.len() - shared;
    if all == 0 { 0.0 } else { shared as f64 / all as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_groups_do_not_matter_and_chance_is_nought() {
        let same = compare(&[0, 0, 1, 1, 2], &[5, 5, 3, 3, 0]).unwrap();
        assert_eq!((same.rand, same.variation), (1.0, 0.0));
        // The textbook's example: 3 of the pairs agree by more than chance.
        let other = compare(&[0, 0, 0, 1, 1, 1], &[0, 0, 1, 1, 2, 2]).unwrap();
        assert!((other.rand - 0.242_424_242_424_242_4).abs() < 1e-12, "{}", other.rand);
        assert!(compare(&[0], &[0, 1]).is_err() && compare(&[], &[]).is_err());
    }

    #[test]
    fn jaccard_counts_what_is_shared() {
        assert_eq!(jaccard(&[1, 2, 3], &[2, 3, 4]), 0.5);
        assert_eq!(jaccard(&[], &[]), 0.0);
    }
}
