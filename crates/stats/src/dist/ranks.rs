//! Exact distributions of rank statistics, by counting: Wilcoxon's signed ranks, Mann and Whitney's U.

use super::tails::{Tails, tails};

/// The sum of the ranks of positive differences among `n` without ties.
#[derive(Debug, Clone, PartialEq)]
pub struct SignedRank {
    below: Vec<f64>,
}

/// Mann and Whitney's U of `m` figures over `n` others without ties.
#[derive(Debug, Clone, PartialEq)]
pub struct RankSum {
    below: Vec<f64>,
}

tails!(SignedRank);
tails!(RankSum);

/// Chances added up, from shares that are symmetric about their middle.
fn summed(shares: &[f64]) -> Vec<f64> {
    shares.iter().scan(0.0, |sum, share| Some(*sum + share).inspect(|new| *sum = *new)).collect()
}

/// The tails of a symmetric distribution on 0 … of which the lower tails are known.
fn symmetric(below: &[f64], x: f64) -> Tails {
    let most = below.len() as f64 - 1.0;
    let k = x.floor();
    if k < 0.0 {
        return Tails::ABOVE;
    }
    if k >= most {
        return Tails::BELOW;
    }
    let at = |k: f64| below.get(k as usize).copied().unwrap_or(1.0);
    Tails::of_both(at(k), at(most - k - 1.0))
}

impl SignedRank {
    /// Counts for so many differences: a rank is in the sum or is not.
    pub fn new(n: usize) -> Self {
        let most = n * (n + 1) / 2;
        let mut shares = vec![0.0; most + 1];
        shares[0] = 1.0;
        for rank in 1..=n {
            for sum in (0..=rank * (rank + 1) / 2).rev() {
                let with = if sum >= rank { shares[sum - rank] } else { 0.0 };
                shares[sum] = 0.5 * (shares[sum] + with);
            }
        }
        SignedRank { below: summed(&shares) }
    }

    pub(crate) fn tails(&self, x: f64) -> Tails {
        symmetric(&self.below, x)
    }

    /// The least figure at or below which a share `p` lies.
    pub fn quantile(&self, p: f64) -> f64 {
        let goal = p * (1.0 - 64.0 * f64::EPSILON);
        self.below.partition_point(|&below| below < goal) as f64
    }
}

impl RankSum {
    /// Counts for two groups: U counts partitions into at most `m` parts of at most `n` each, the Gaussian binomial
    /// coefficient, multiplied up one factor at a time.
    pub fn new(m: usize, n: usize) -> Self {
        let most = m * n;
        let mut shares = vec![0.0; most + 1];
        shares[0] = 1.0;
        for i in 1..=m {
            // × (1 − q^(n+i)) / (1 − q^i) × i / (n + i), which keeps the sum at one.
            for at in (n + i..=most).rev() {
                shares[at] -= shares[at - n - i];
            }
            for at in i..=most {
                shares[at] += shares[at - i];
            }
            let scale = i as f64 / (n + i) as f64;
            shares.iter_mut().for_each(|share| *share *= scale);
        }
        RankSum { below: summed(&shares) }
    }

    pub(crate) fn tails(&self, x: f64) -> Tails {
        symmetric(&self.below, x)
    }

    /// The least figure at or below which a share `p` lies.
    pub fn quantile(&self, p: f64) -> f64 {
        let goal = p * (1.0 - 64.0 * f64::EPSILON);
        self.below.partition_point(|&below| below < goal) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_groups_are_counted_by_hand() {
        // 2 over 2: 6 orders, of U 0, 1, 2, 2, 3, 4.
        let found = RankSum::new(2, 2);
        assert!((found.cdf(0.0) - 1.0 / 6.0).abs() < 1e-15 && (found.sf(2.0) - 2.0 / 6.0).abs() < 1e-15);
        // 3 differences: sums 0, 1, 2, 3, 3, 4, 5, 6.
        let found = SignedRank::new(3);
        assert!((found.cdf(3.0) - 5.0 / 8.0).abs() < 1e-15 && (found.sf(4.0) - 2.0 / 8.0).abs() < 1e-15);
        assert_eq!(found.quantile(0.5), 3.0);
    }
}
