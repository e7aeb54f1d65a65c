//! Order and ranks, by a radix sort of doubles.

/// Under this many values a sort by comparison is quicker.
const FEW: usize = 256;
/// Bits sorted by in one pass.
const BITS: u32 = 11;
const BUCKETS: usize = 1 << BITS;

/// A double as a whole number that is in the same order; −0 is 0.
fn key(value: f64) -> u64 {
    let bits = (value + 0.0).to_bits();
    bits ^ (((bits as i64 >> 63) as u64) | (1 << 63))
}

fn back(key: u64) -> f64 {
    f64::from_bits(if key >> 63 == 1 { key ^ (1 << 63) } else { !key })
}

/// Sorts numbers by their bits from `low` on, the least significant digits first, equal ones as they came; passes in which all
/// have the same digit are left out.
fn radix(list: &mut Vec<u64>, low: u32) {
    let passes = (u64::BITS - low).div_ceil(BITS) as usize;
    let digit = |item: u64, pass: usize| (item >> (low + pass as u32 * BITS)) as usize & (BUCKETS - 1);
    let mut counts = vec![[0u32; BUCKETS]; passes];
    for &item in list.iter() {
        for (pass, counts) in counts.iter_mut().enumerate() {
            counts[digit(item, pass)] += 1;
        }
    }
    let mut other = vec![0; list.len()];
    let total = list.len() as u32;
    for (pass, starts) in counts.iter_mut().enumerate() {
        if starts.contains(&total) {
            continue;
        }
        let mut at = 0;
        for count in starts.iter_mut() {
            at += std::mem::replace(count, at);
        }
        for &item in list.iter() {
            let start = &mut starts[digit(item, pass)];
            other[*start as usize] = item;
            *start += 1;
        }
        std::mem::swap(list, &mut other);
    }
}

/// Puts figures, none of them missing, into ascending order.
pub fn sort(values: &mut [f64]) {
    let mut keys: Vec<u64> = values.iter().map(|&value| key(value)).collect();
    if values.len() < FEW || u32::try_from(values.len()).is_err() {
        keys.sort_unstable();
    } else {
        radix(&mut keys, 0);
    }
    values.iter_mut().zip(keys).for_each(|(value, key)| *value = back(key));
}

/// Gives the indexes of figures, none of them missing, in ascending order of the figures: of each value all who have it, as they
/// came, and how many were before. Up to 2³² figures.
///
/// Index and figure are sorted as one number, the figure's upper bits before the index. Only what agrees in those is looked
/// at again.
fn runs(values: &[f64], mut each: impl FnMut(usize, &[u32])) {
    let low = usize::BITS - values.len().leading_zeros();
    let mask = (1u64 << low) - 1;
    let mut list: Vec<u64> =
        values.iter().enumerate().map(|(at, &value)| (key(value) & !mask) | at as u64).collect();
    if list.len() < FEW {
        list.sort_unstable();
    } else {
        radix(&mut list, low);
    }
    let index = |item: &u64| (item & mask) as u32;
    let of = |at: &u32| key(values[*at as usize]);
    let (mut before, mut near) = (0, Vec::new());
    for chunk in list.chunk_by(|a, b| (a ^ b) <= mask) {
        if let [item] = chunk {
            each(before, &[index(item)]);
            before += 1;
            continue;
        }
        near.clear();
        near.extend(chunk.iter().map(index));
        if !near.is_sorted_by_key(of) {
            near.sort_by_key(of);
        }
        for run in near.chunk_by(|a, b| of(a) == of(b)) {
            each(before, run);
            before += run.len();
        }
    }
}

/// The indexes of figures, none of them missing, in ascending order of the figures, equal ones as they came.
pub fn order(values: &[f64]) -> Vec<u32> {
    let mut order = Vec::with_capacity(values.len());
    runs(values, |_, run| order.extend_from_slice(run));
    order
}

/// Ranks from 1, and what ties have done to them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ranks {
    /// For each figure its rank; equal ones share the middle of their ranks.
    pub ranks: Vec<f64>,
    /// How many there are of each value that stands more than once.
    pub ties: Vec<usize>,
}

/// The ranks of figures, none of them missing. Up to 2³² figures.
pub fn ranks(values: &[f64]) -> Ranks {
    let mut found = Ranks { ranks: vec![0.0; values.len()], ties: Vec::new() };
    runs(values, |before, run| {
        let middle = before as f64 + (run.len() + 1) as f64 / 2.0;
        run.iter().for_each(|&at| found.ranks[at as usize] = middle);
        if run.len() > 1 {
            found.ties.push(run.len());
        }
    });
    found
}

/// Dense ranks from 0: equal figures have the same, and no number is left out.
pub fn dense(values: &[f64]) -> Vec<u32> {
    let (mut ranks, mut rank) = (vec![0; values.len()], 0);
    runs(values, |_, run| {
        run.iter().for_each(|&at| ranks[at as usize] = rank);
        rank += 1;
    });
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Chance;
    use proptest::prelude::*;

    #[test]
    fn equal_values_share_the_middle() {
        let found = ranks(&[3.0, 1.0, 3.0, -0.0, 0.0, 3.0]);
        assert_eq!(found.ranks, [5.0, 3.0, 5.0, 1.5, 1.5, 5.0]);
        assert_eq!(found.ties, [2, 3]);
        assert_eq!(dense(&[3.0, 1.0, 3.0, -0.0, 0.0, 3.0]), [2, 1, 2, 0, 0, 2]);
    }

    #[test]
    fn many_are_sorted_as_few_are() {
        let mut chance = Chance::new(2);
        let mut values: Vec<f64> = (0..5_000).map(|at| chance.normal() * 10f64.powi(at % 60 - 30)).collect();
        values.extend([0.0, -1e300, 1e300, f64::MIN_POSITIVE, -f64::MIN_POSITIVE]);
        let mut want = values.clone();
        want.sort_by(f64::total_cmp);
        let by_order: Vec<f64> = order(&values).iter().map(|&at| values[at as usize]).collect();
        assert_eq!(by_order, want);
        sort(&mut values);
        assert_eq!(values, want);
    }

    proptest! {
        #[test]
        fn ranks_know_only_the_order(values in prop::collection::vec(-20i32..20, 1..600)) {
            let figures: Vec<f64> = values.iter().map(|&v| f64::from(v)).collect();
            let bent: Vec<f64> = figures.iter().map(|v| (v / 7.0).exp()).collect();
            prop_assert_eq!(ranks(&figures), ranks(&bent));
            let n = figures.len() as f64;
            prop_assert_eq!(ranks(&figures).ranks.iter().sum::<f64>(), n * (n + 1.0) / 2.0);
        }
    }
}
