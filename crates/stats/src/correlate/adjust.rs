//! Probabilities of error when many pairs are tested at once.

use crate::{Error, Result};

/// What is held down over all tests together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Adjust {
    /// Nothing: each test for itself.
    None,
    /// The chance of a single false finding, by the number of tests.
    Bonferroni,
    /// The same, stepping down (Holm 1979): never worse than Bonferroni.
    #[default]
    Holm,
    /// The same, stepping up (Hochberg 1988), for tests that are not negatively related.
    Hochberg,
    /// The same, by closed testing (Hommel 1988).
    Hommel,
    /// The share of false findings among all (Benjamini and Hochberg 1995).
    Bh,
    /// The same however the tests are related (Benjamini and Yekutieli 2001).
    By,
}

impl Adjust {
    /// All names, as in R's `p.adjust`, in lower case.
    pub const NAMES: &'static [&'static str] =
        &["none", "bonferroni", "holm", "hochberg", "hommel", "bh", "by"];

    /// The one of a name.
    pub fn of(name: &str) -> Result<Self> {
        use Adjust::*;
        let all = [None, Bonferroni, Holm, Hochberg, Hommel, Bh, By];
        let at = Self::NAMES.iter().position(|known| *known == name);
        at.and_then(|at| all.get(at).copied()).ok_or_else(|| Error::Choice {
            name: "adjust",
            value: name.to_owned(),
            allowed: Self::NAMES.join("|"),
        })
    }
}

/// The adjusted probabilities in the order of the given ones; those that are `NaN` stay so and do not count as tests.
pub fn adjust(p: &[f64], how: Adjust) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).filter(|&at| !p[at].is_nan()).collect();
    order.sort_by(|&a, &b| p[a].total_cmp(&p[b]));
    let sorted: Vec<f64> = order.iter().map(|&at| p[at]).collect();
    let m = sorted.len() as f64;
    let harmonic: f64 = (1..=sorted.len()).map(|at| 1.0 / at as f64).sum();
    let with = |factor: &dyn Fn(f64) -> f64| -> Vec<f64> {
        sorted.iter().enumerate().map(|(at, p)| (factor(at as f64 + 1.0) * p).min(1.0)).collect()
    };
    let adjusted = match how {
        Adjust::None => sorted,
        Adjust::Bonferroni => with(&|_| m),
        Adjust::Holm => rising(with(&|rank| m + 1.0 - rank)),
        Adjust::Hochberg => falling(with(&|rank| m + 1.0 - rank)),
        Adjust::Bh => falling(with(&|rank| m / rank)),
        Adjust::By => falling(with(&|rank| harmonic * m / rank)),
        Adjust::Hommel => hommel(&sorted),
    };
    let mut result = vec![f64::NAN; p.len()];
    order.iter().zip(adjusted).for_each(|(&at, p)| result[at] = p);
    result
}

/// None is less than one before it.
fn rising(mut list: Vec<f64>) -> Vec<f64> {
    let mut most = 0.0f64;
    list.iter_mut().for_each(|p| {
        most = most.max(*p);
        *p = most;
    });
    list
}

/// None is greater than one after it.
fn falling(mut list: Vec<f64>) -> Vec<f64> {
    let mut least = 1.0f64;
    list.iter_mut().rev().for_each(|p| {
        least = least.min(*p);
        *p = least;
    });
    list
}

/// Hommel's by the algorithm of Wright (1992).
fn hommel(sorted: &[f64]) -> Vec<f64> {
    let n = sorted.len();
    let count = n as f64;
    let simes = (0..n).map(|at| count * sorted[at] / (at as f64 + 1.0)).fold(f64::INFINITY, f64::min);
    let mut found = vec![simes; n];
    for m in (2..n).rev() {
        let size = m as f64;
        // The greatest m − 1 of them, against the others.
        let (small, great) = sorted.split_at(n - m + 1);
        let step = great
            .iter()
            .enumerate()
            .map(|(at, p)| size * p / (at as f64 + 2.0))
            .fold(f64::INFINITY, f64::min);
        for at in 0..n {
            let own = if at < small.len() { (size * sorted[at]).min(step) } else { step };
            // Those of the second kind take what the last of the first kind came to, if that is more.
            found[at] =
                found[at].max(if at < small.len() { own } else { (size * small[small.len() - 1]).min(step) });
        }
    }
    found.iter().zip(sorted).map(|(q, p)| q.max(*p).min(1.0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_was_not_tested_does_not_count() {
        let found = adjust(&[0.01, f64::NAN, 0.04], Adjust::Bonferroni);
        assert_eq!((found[0], found[2]), (0.02, 0.08));
        assert!(found[1].is_nan());
        assert!(adjust(&[], Adjust::Hommel).is_empty());
        assert!(matches!(Adjust::of("fdr"), Err(Error::Choice { .. })));
    }

    proptest! {
        #[test]
        fn none_falls_below_its_own_and_order_stays(p in prop::collection::vec(0.0..1.0f64, 1..30)) {
            for name in Adjust::NAMES {
                let found = adjust(&p, Adjust::of(name).expect("it is known"));
                prop_assert!(found.iter().zip(&p).all(|(q, p)| q >= p && *q <= 1.0), "{name}");
                let hochberg = adjust(&p, Adjust::Hochberg);
                let hommel = adjust(&p, Adjust::Hommel);
                prop_assert!(hommel.iter().zip(&hochberg).all(|(a, b)| *a <= b + 1e-15));
            }
        }
    }
}
