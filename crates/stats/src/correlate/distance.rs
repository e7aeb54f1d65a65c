//! Distance correlation: 0 only where two columns are independent, whatever the shape of their relation.

use super::rank;
use crate::{Chance, Error, Result};
use rayon::prelude::*;

/// The distance correlation of two columns.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Distance {
    /// The distance correlation of Székely, Rizzo and Bakirov (2007), 0 … 1.
    pub estimate: f64,
    /// Its square without bias (Székely and Rizzo 2013), near 0 where there is no relation; may be below 0.
    pub unbiased: f64,
    /// The distance covariance.
    pub covariance: f64,
    /// n times the squared distance covariance: what is held against its permutations.
    pub statistic: f64,
    /// The share of permutations, itself among them, that come as far; `NaN` where none were asked for.
    pub p_value: f64,
    /// How many permutations there were.
    pub permutations: usize,
    /// Rows with both values.
    pub n: usize,
    /// Rows that lack one.
    pub dropped: usize,
}

/// The distance correlation over the rows that have both values, in n log n (Huo and Székely 2016; Chaudhuri and Hu 2019),
/// with a permutation test from a seed.
///
/// Errors: [`Error::Lengths`], [`Error::Infinite`], [`Error::TooFew`] under 4 rows, [`Error::Constant`].
pub fn distance(
    (x_name, x): (&str, &[f64]),
    (y_name, y): (&str, &[f64]),
    permutations: usize,
    seed: u64,
) -> Result<Distance> {
    if x.len() != y.len() {
        return Err(Error::Lengths { left: x.len(), right: y.len() });
    }
    crate::describe::finite(x_name, x)?;
    crate::describe::finite(y_name, y)?;
    let (a, b) = super::pair::both(x, y);
    if a.len() < 4 {
        return Err(Error::TooFew { what: "rows", have: a.len(), need: 4 });
    }
    let (left, right) = (Side::of(&a), Side::of(&b));
    let (xx, yy) = (left.with(&left, None), right.with(&right, None));
    for (name, own) in [(x_name, xx.plain), (y_name, yy.plain)] {
        if own.is_nan() || own <= 0.0 {
            return Err(Error::Constant { column: name.to_owned() });
        }
    }
    let xy = left.with(&right, None);
    let chance = Chance::new(seed);
    let as_far = |number: &u64| {
        let mut order: Vec<u32> = (0..a.len() as u32).collect();
        chance.branch(*number).shuffle(&mut order);
        left.with(&right, Some(&order)).plain >= xy.plain
    };
    let far = (0..permutations as u64).into_par_iter().filter(as_far).count();
    let p_value = if permutations == 0 { f64::NAN } else { (far + 1) as f64 / (permutations + 1) as f64 };
    let n = a.len();
    Ok(Distance {
        estimate: (xy.plain / (xx.plain * yy.plain).sqrt()).max(0.0).sqrt(),
        unbiased: xy.unbiased / (xx.unbiased * yy.unbiased).sqrt(),
        covariance: xy.plain.max(0.0).sqrt(),
        statistic: n as f64 * xy.plain.max(0.0),
        p_value,
        permutations,
        n,
        dropped: x.len() - n,
    })
}

/// A column about its mean, its order, and for each row the sum of its distances to all.
struct Side {
    values: Vec<f64>,
    order: Vec<u32>,
    dense: Vec<u32>,
    sums: Vec<f64>,
    total: f64,
}

/// The squared distance covariance.
struct Covariance {
    plain: f64,
    unbiased: f64,
}

impl Side {
    fn of(values: &[f64]) -> Self {
        let n = values.len() as f64;
        let mean = crate::describe::Sum::of(values.iter().copied()).over(n).0;
        let values: Vec<f64> = values.iter().map(|x| x - mean).collect();
        let order = rank::order(&values);
        let whole: f64 = values.iter().sum();
        let (mut passed, mut sums) = (0.0, vec![0.0; values.len()]);
        for (at, &row) in order.iter().enumerate() {
            let (x, before) = (values[row as usize], at as f64);
            sums[row as usize] = before * x - passed + (whole - passed - x) - (n - before - 1.0) * x;
            passed += x;
        }
        let total = sums.iter().sum();
        Side { dense: rank::dense(&values), values, order, sums, total }
    }

    /// The covariance with another column, whose rows are taken in another order where one is given.
    fn with(&self, other: &Side, order: Option<&[u32]>) -> Covariance {
        let n = self.values.len();
        let place = |row: u32| order.map_or(row as usize, |order| order[row as usize] as usize);
        // Sums over the rows so far, by the rank of the second column: count, x, y, x·y.
        let mut tree = vec![[0.0f64; 4]; n + 1];
        let (mut all, mut products, mut rows) = ([0.0; 4], 0.0, 0.0);
        for &row in &self.order {
            let there = place(row);
            let (x, y) = (self.values[row as usize], other.values[there]);
            let mut below = [0.0; 4];
            let mut at = other.dense[there] as usize + 1;
            let from = at;
            while at > 0 {
                below.iter_mut().zip(&tree[at]).for_each(|(sum, part)| *sum += part);
                at &= at - 1;
            }
            let apart = |[count, xs, ys, xys]: [f64; 4]| count * x * y - y * xs - x * ys + xys;
            products += 2.0 * apart(below) - apart(all);
            let own = [1.0, x, y, x * y];
            all.iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
            at = from;
            while at <= n {
                tree[at].iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
                at += at & at.wrapping_neg();
            }
            rows += self.sums[row as usize] * other.sums[there];
        }
        let (products, totals, n) = (2.0 * products, self.total * other.total, n as f64);
        let plain = products / (n * n) + totals / n.powi(4) - 2.0 * rows / n.powi(3);
        let unbiased = products / (n * (n - 3.0)) - 2.0 * rows / (n * (n - 2.0) * (n - 3.0))
            + totals / (n * (n - 1.0) * (n - 2.0) * (n - 3.0));
        Covariance { plain, unbiased }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_parabola_is_a_relation_though_nothing_rises() {
        let x: Vec<f64> = (-20..=20).map(f64::from).collect();
        let y: Vec<f64> = x.iter().map(|x| x * x).collect();
        let found = distance(("x", &x), ("y", &y), 199, 1).expect("there are rows");
        assert!(found.estimate > 0.4 && found.p_value <= 0.005, "{found:?}");
        assert_eq!(found, distance(("x", &x), ("y", &y), 199, 1).expect("there are rows"));
        let own = distance(("x", &x), ("x", &x), 0, 1).expect("there are rows");
        assert!((own.estimate - 1.0).abs() < 1e-14 && (own.unbiased - 1.0).abs() < 1e-14);
    }

    #[test]
    fn what_has_no_distance_says_why() {
        let ask = |x: &[f64], y: &[f64]| distance(("x", x), ("y", y), 0, 1);
        assert!(matches!(ask(&[1.0; 5], &[1.0, 2.0, 3.0, 4.0, 5.0]), Err(Error::Constant { .. })));
        assert!(matches!(ask(&[1.0; 3], &[1.0; 3]), Err(Error::TooFew { .. })));
        assert!(matches!(ask(&[1.0; 3], &[1.0; 4]), Err(Error::Lengths { .. })));
    }

    proptest! {
        #[test]
        fn as_by_the_whole_table_of_distances(rows in prop::collection::vec((-9i8..9, -9i8..9), 4..40)) {
            let (x, y): (Vec<f64>, Vec<f64>) = rows.iter().map(|&(x, y)| (f64::from(x), f64::from(y))).unzip();
            let centred = |v: &[f64]| {
                let n = v.len();
                let d = |i: usize, j: usize| (v[i] - v[j]).abs();
                let row: Vec<f64> = (0..n).map(|i| (0..n).map(|j| d(i, j)).sum::<f64>() / n as f64).collect();
                let all = row.iter().sum::<f64>() / n as f64;
                (0..n * n).map(|at| d(at / n, at % n) - row[at / n] - row[at % n] + all).collect::<Vec<f64>>()
            };
            let (a, b) = (centred(&x), centred(&y));
            let of = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
            prop_assume!(of(&a, &a) > 0.0 && of(&b, &b) > 0.0);
            let want = (of(&a, &b) / (of(&a, &a) * of(&b, &b)).sqrt()).max(0.0);
            let got = distance(("x", &x), ("y", &y), 0, 1).expect("there are rows");
            prop_assert!((got.estimate * got.estimate - want).abs() < 1e-11, "{} {}", got.estimate, want.sqrt());
        }
    }
}
