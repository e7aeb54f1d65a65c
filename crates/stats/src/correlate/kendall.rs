//! Kendall's τ-b in n log n.

use super::{Alternative, Ask, Correlation, pearson, rank};
use crate::dist::Normal;

/// Under this many rows without ties p is exact where nothing is said, as in R.
const EXACT: usize = 50;

/// Pairs of rows by their order in two columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Concordance {
    /// Rows.
    pub n: usize,
    /// Pairs in the same order less pairs in the opposite one.
    pub score: f64,
    /// How many rows share each value of the first column that stands more than once.
    pub x_ties: Vec<usize>,
    /// The same of the second.
    pub y_ties: Vec<usize>,
}

/// Counts pairs of rows by sorting (Knight 1966); no value is missing.
pub fn concordance(x: &[f64], y: &[f64]) -> Concordance {
    let (x, y) = (rank::dense(x), rank::dense(y));
    of_dense(&x, &y)
}

/// The same from dense ranks.
pub(super) fn of_dense(x: &[u32], y: &[u32]) -> Concordance {
    // Both ranks in one number, so that one sort puts equal ones of the first in the order of the second.
    let mut pairs: Vec<u64> = x.iter().zip(y).map(|(&x, &y)| u64::from(x) << 32 | u64::from(y)).collect();
    pairs.sort_unstable();
    let n = pairs.len();
    let runs = |same: &dyn Fn(u64, u64) -> bool| {
        let chunks = pairs.chunk_by(|a, b| same(*a, *b));
        chunks.map(<[u64]>::len).filter(|&len| len > 1).collect::<Vec<usize>>()
    };
    let x_ties = runs(&|a, b| a >> 32 == b >> 32);
    let both = runs(&|a, b| a == b);
    let mut seconds: Vec<u32> = pairs.iter().map(|&pair| pair as u32).collect();
    let against = swaps(&mut seconds);
    let y_ties: Vec<usize> =
        seconds.chunk_by(|a, b| a == b).map(<[u32]>::len).filter(|&len| len > 1).collect();
    let pairs_of = |ties: &[usize]| ties.iter().map(|&t| t as f64 * (t as f64 - 1.0) / 2.0).sum::<f64>();
    let all = n as f64 * (n as f64 - 1.0) / 2.0;
    let score = all - pairs_of(&x_ties) - pairs_of(&y_ties) + pairs_of(&both) - 2.0 * against as f64;
    Concordance { n, score, x_ties, y_ties }
}

/// Sorts by merging and counts the pairs that stood in the wrong order.
fn swaps(list: &mut Vec<u32>) -> u64 {
    const RUN: usize = 16;
    let mut swaps = 0;
    for run in list.chunks_mut(RUN) {
        for at in 1..run.len() {
            let value = run[at];
            let mut to = at;
            while to > 0 && run[to - 1] > value {
                run[to] = run[to - 1];
                to -= 1;
            }
            run[to] = value;
            swaps += (at - to) as u64;
        }
    }
    let mut other = vec![0; list.len()];
    let mut width = RUN;
    while width < list.len() {
        for (from, to) in list.chunks(2 * width).zip(other.chunks_mut(2 * width)) {
            let (left, right) = from.split_at(width.min(from.len()));
            swaps += merge(left, right, to);
        }
        std::mem::swap(list, &mut other);
        width *= 2;
    }
    swaps
}

/// Merges two sorted runs without a branch that could be guessed wrong.
fn merge(left: &[u32], right: &[u32], to: &mut [u32]) -> u64 {
    let (mut i, mut j, mut swaps) = (0, 0, 0u64);
    let mut places = to.iter_mut();
    while i < left.len() && j < right.len() {
        let (a, b) = (left[i], right[j]);
        let second = b < a;
        if let Some(place) = places.next() {
            *place = if second { b } else { a };
        }
        swaps += if second { (left.len() - i) as u64 } else { 0 };
        i += usize::from(!second);
        j += usize::from(second);
    }
    places.zip(left[i..].iter().chain(&right[j..])).for_each(|(place, &value)| *place = value);
    swaps
}

impl Concordance {
    /// τ-b, and the roots in it.
    pub fn tau(&self) -> f64 {
        let (left, right) = self.untied();
        pearson::ratio(self.score, left, right)
    }

    /// The pairs that are not tied in the first and in the second column.
    fn untied(&self) -> (f64, f64) {
        let n = self.n as f64;
        let all = n * (n - 1.0) / 2.0;
        let tied = |ties: &[usize]| ties.iter().map(|&t| t as f64 * (t as f64 - 1.0) / 2.0).sum::<f64>();
        (all - tied(&self.x_ties), all - tied(&self.y_ties))
    }

    /// The variance of the score, were there no relation.
    fn variance(&self) -> f64 {
        let n = self.n as f64;
        let sum = |ties: &[usize], of: fn(f64) -> f64| ties.iter().map(|&t| of(t as f64)).sum::<f64>();
        let by = |of: fn(f64) -> f64| (sum(&self.x_ties, of), sum(&self.y_ties, of));
        let (x0, y0) = by(|t| t * (t - 1.0) * (2.0 * t + 5.0));
        let (x1, y1) = by(|t| t * (t - 1.0));
        let (x2, y2) = by(|t| t * (t - 1.0) * (t - 2.0));
        let last = if self.n > 2 { x2 * y2 / (9.0 * n * (n - 1.0) * (n - 2.0)) } else { 0.0 };
        (n * (n - 1.0) * (2.0 * n + 5.0) - x0 - y0) / 18.0 + x1 * y1 / (2.0 * n * (n - 1.0)) + last
    }
}

/// The test of τ as R's `cor.test` makes it: exact by the numbers of orders (Best and Gipps 1974), else normal with the
/// variance that ties leave; the interval by Fieller, Hartley and Pearson (1957) as in Bonett and Wright (2000).
pub(super) fn test(found: &Concordance, dropped: usize, ask: &Ask) -> Correlation {
    let n = found.n;
    let tau = found.tau();
    if tau.is_nan() || n < 2 {
        return Correlation { estimate: tau, ..Correlation::nothing(n, dropped, ask.level) };
    }
    let count = n as f64;
    let ties = !(found.x_ties.is_empty() && found.y_ties.is_empty());
    // The exact numbers cost n³: nobody waits for more rows than these.
    let exact = ask.exact.unwrap_or(n < EXACT) && !ties && n <= 500;
    let (statistic, statistic_name, p_value) = if exact {
        let pairs = n * (n - 1) / 2;
        let q = ((found.score + pairs as f64) / 2.0).round() as usize;
        let chances = exact_chances(n);
        let below = |q: usize| chances[..q.min(chances.len())].iter().sum::<f64>();
        let above = |q: usize| chances[q.min(chances.len())..].iter().sum::<f64>();
        let p = match ask.alternative {
            Alternative::TwoSided if 2 * q > pairs => 2.0 * above(q),
            Alternative::TwoSided => 2.0 * below(q + 1),
            Alternative::Greater => above(q),
            Alternative::Less => below(q + 1),
        };
        (q as f64, "T", p.min(1.0))
    } else {
        let far = if ask.continuity { (found.score.abs() - 1.0) * found.score.signum() } else { found.score };
        let score = if found.score == 0.0 { 0.0 } else { far };
        let z = score / found.variance().sqrt();
        let p = match ask.alternative {
            Alternative::TwoSided => Normal.two_sided(z),
            Alternative::Greater => Normal.sf(z),
            Alternative::Less => Normal.cdf(z),
        };
        (z, "z", p)
    };
    let (low, high) = pearson::interval(tau, count - 4.0, 0.437, ask.level);
    Correlation {
        estimate: tau,
        low,
        high,
        level: ask.level,
        statistic,
        statistic_name,
        df: None,
        p_value,
        exact,
        n,
        dropped,
    }
}

/// The chance of each number of pairs in the same order, were all orders of n rows as likely: a row put among k others adds
/// 0 … k of them.
fn exact_chances(n: usize) -> Vec<f64> {
    let mut chances = vec![1.0];
    for size in 2..=n {
        let mut next = vec![0.0; chances.len() + size - 1];
        // A sliding sum of the last `size` chances, added afresh now and then lest rounding gather.
        for (at, to) in next.iter_mut().enumerate() {
            let from = (at + 1).saturating_sub(size);
            *to = chances[from.min(chances.len())..(at + 1).min(chances.len())].iter().sum::<f64>()
                / size as f64;
        }
        chances = next;
    }
    chances
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn chances_of_few_rows_are_as_counted() {
        assert_eq!(exact_chances(3), [1.0 / 6.0, 2.0 / 6.0, 2.0 / 6.0, 1.0 / 6.0]);
        assert!((exact_chances(49).iter().sum::<f64>() - 1.0).abs() < 1e-14);
    }

    proptest! {
        #[test]
        fn pairs_are_counted_as_by_looking_at_each(
            rows in prop::collection::vec((0i8..12, 0i8..12), 2..120),
        ) {
            let (x, y): (Vec<f64>, Vec<f64>) = rows.iter().map(|&(x, y)| (f64::from(x), f64::from(y))).unzip();
            let mut score = 0;
            for (at, a) in rows.iter().enumerate() {
                for b in &rows[at + 1..] {
                    score += i64::from((a.0 - b.0).signum() * (a.1 - b.1).signum());
                }
            }
            prop_assert_eq!(concordance(&x, &y).score, score as f64);
        }
    }
}
