//! Tests on ranks: Mann–Whitney (1947), Wilcoxon (1945), Kruskal–Wallis (1952), with Hodges and Lehmann's estimates (1963).

use super::groups::Groups;
use super::sample::{pairs, ranks, sample, sorted};
use super::{Alternative, Effect, Interval, Test, effect, level};
use crate::dist::{ChiSquared, Normal, RankSum, SignedRank};
use crate::{Error, Result};

/// Up to so many values a distribution is counted, where nothing is tied.
const EXACT: usize = 50;

/// How a test on ranks is asked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankOptions {
    /// The shift under the null hypothesis.
    pub shift: f64,
    /// What is held against it.
    pub alternative: Alternative,
    /// Whether the distribution is counted; where none is said, for fewer than 50 values without ties.
    pub exact: Option<bool>,
    /// Whether the normal statistic is corrected for continuity.
    pub corrected: bool,
    /// The level of confidence.
    pub level: f64,
}

impl Default for RankOptions {
    fn default() -> Self {
        RankOptions {
            shift: 0.0,
            alternative: Alternative::TwoSided,
            exact: None,
            corrected: true,
            level: 0.95,
        }
    }
}

/// Whether one of two samples lies higher: U of the first, the shift of the first against the second with its interval.
///
/// Exact for fewer than 50 values each without ties (`exact` none), else by the normal distribution, `corrected` for continuity,
/// the variance for ties. The estimate is the median of all differences; where p is normal the interval has its ends where the
/// corrected statistic crosses, at one of those differences.
pub fn mann_whitney(names: (&str, &str), x: &[f64], y: &[f64], asked: RankOptions) -> Result<Test> {
    let RankOptions { shift, alternative, exact, corrected, level: conf } = asked;
    let conf = level(conf)?;
    let (x, y) = (sample(names.0, x, 1)?, sample(names.1, y, 1)?);
    let dropped = x.dropped + y.dropped;
    let (first, second) = (sorted(&x.values), sorted(&y.values));
    let (m, n) = (first.len(), second.len());
    let (u, ties) = rank_sum(&first, &second, shift);
    let exact = exact.unwrap_or(m < EXACT && n < EXACT) && ties == 0.0;
    let (p, interval) = if exact {
        let counted = RankSum::new(m, n);
        let p = alternative.p(counted.cdf(u), counted.sf(u - 1.0));
        (p, counted_interval(&first, &second, &counted, alternative, conf))
    } else {
        let z = |d: f64, correct: f64| {
            let (u, ties) = rank_sum(&first, &second, d);
            normal_u(u, m as f64, n as f64, ties, correct)
        };
        let gap = u - 0.5 * (m * n) as f64;
        let p = normal_p(alternative, gap, corrected, |correct| z(shift, correct));
        if p.is_nan() {
            return Err(Error::Constant { column: names.0.to_owned() });
        }
        let ends = differences(&first, &second);
        (p, crossing(&ends, alternative, conf, corrected, z))
    };
    let method = if exact { "mann-whitney-exact" } else { "mann-whitney-normal" };
    let mut test = Test { alternative, ..Test::new(method, "W", u, &[], p) };
    let count = m * n;
    let (low, high) = (count.div_ceil(2), count / 2 + 1);
    let kth = |k| kth(k, differences(&first, &second), |v| count_differences(&first, &second, v));
    test.estimates = vec![("shift", 0.5 * (kth(low) + kth(high)))];
    test.interval = Some(interval);
    let (m, n) = (m as f64, n as f64);
    let biserial = 2.0 * rank_sum(&first, &second, 0.0).0 / (m * n) - 1.0;
    test.effects = vec![
        effect::rank_biserial(biserial, ((m + n + 1.0) / (3.0 * m * n)).sqrt(), conf),
        Effect { name: "superiority", value: 0.5 * (biserial + 1.0), interval: None },
    ];
    (test.n, test.dropped) = (x.values.len() + y.values.len(), dropped);
    Ok(test)
}

/// U of the first sample, moved down by `shift`, and its ties.
fn rank_sum(x: &[f64], y: &[f64], shift: f64) -> (f64, f64) {
    let all: Vec<f64> = x.iter().map(|x| x - shift).chain(y.iter().copied()).collect();
    let (ranks, ties) = ranks(&all);
    let m = x.len() as f64;
    (ranks[..x.len()].iter().sum::<f64>() - 0.5 * m * (m + 1.0), ties)
}

fn normal_u(u: f64, m: f64, n: f64, ties: f64, correct: f64) -> f64 {
    let all = m + n;
    let sigma = (m * n / 12.0 * (all + 1.0 - ties / (all * (all - 1.0)))).sqrt();
    (u - 0.5 * m * n - correct) / sigma
}

/// p of a normal statistic that is corrected towards nought by a half.
fn normal_p(alternative: Alternative, gap: f64, corrected: bool, z: impl Fn(f64) -> f64) -> f64 {
    let half: f64 = if corrected { 0.5 } else { 0.0 };
    match alternative {
        Alternative::TwoSided => {
            let sign = if gap == 0.0 { 0.0 } else { half.copysign(gap) };
            Normal.two_sided(z(sign))
        }
        Alternative::Less => Normal.cdf(z(-half)),
        Alternative::Greater => Normal.sf(z(half)),
    }
}

/// The range of differences between two sorted samples.
fn differences(x: &[f64], y: &[f64]) -> (f64, f64) {
    (x[0] - y[y.len() - 1], x[x.len() - 1] - y[0])
}

/// How many differences are `v` at most.
fn count_differences(x: &[f64], y: &[f64], v: f64) -> usize {
    let mut from = 0;
    let each = |x: &f64| {
        while from < y.len() && x - y[from] > v {
            from += 1;
        }
        y.len() - from
    };
    x.iter().map(each).sum()
}

/// The k-th smallest, from 1, of figures that can be counted, by halving the doubles between both ends.
fn kth(k: usize, ends: (f64, f64), count: impl Fn(f64) -> usize) -> f64 {
    first_where(ends, |v| count(v) >= k)
}

/// The least double between two at which a property that stays once it holds does hold; the upper end if none.
fn first_where(ends: (f64, f64), holds: impl Fn(f64) -> bool) -> f64 {
    // Doubles in their order as whole numbers.
    let key = |x: f64| {
        let bits = x.to_bits() as i64;
        if bits < 0 { i64::MIN.wrapping_sub(bits) } else { bits }
    };
    let back = |key: i64| f64::from_bits(if key < 0 { i64::MIN.wrapping_sub(key) } else { key } as u64);
    let (mut low, mut high) = (key(ends.0), key(ends.1));
    while low < high {
        let middle = ((i128::from(low) + i128::from(high)).div_euclid(2)) as i64;
        if holds(back(middle)) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    back(high)
}

fn counted_interval(
    x: &[f64],
    y: &[f64],
    counted: &RankSum,
    alternative: Alternative,
    conf: f64,
) -> Interval {
    let count = x.len() * y.len();
    let kth = |k: f64| kth(k as usize, differences(x, y), |v| count_differences(x, y, v));
    steps(count as f64, alternative, conf, |tail| counted.quantile(tail), kth)
}

/// The interval whose ends are ordered figures, by how far in a tail of the counted distribution reaches.
fn steps(
    count: f64,
    alternative: Alternative,
    conf: f64,
    quantile: impl Fn(f64) -> f64,
    kth: impl Fn(f64) -> f64,
) -> Interval {
    let tail = if alternative == Alternative::TwoSided { 0.5 * (1.0 - conf) } else { 1.0 - conf };
    let inside = quantile(tail).max(1.0);
    let low = if alternative == Alternative::Less { f64::NEG_INFINITY } else { kth(inside) };
    let high = if alternative == Alternative::Greater { f64::INFINITY } else { kth(count - inside + 1.0) };
    Interval { low, high, level: conf }
}

/// The interval between the shifts at which a falling statistic crosses its critical figures.
fn crossing(
    ends: &(f64, f64),
    alternative: Alternative,
    conf: f64,
    corrected: bool,
    z: impl Fn(f64, f64) -> f64,
) -> Interval {
    let tail = if alternative == Alternative::TwoSided { 0.5 * (1.0 - conf) } else { 1.0 - conf };
    let critical = Normal.isf(tail);
    let half = if corrected { 0.5 } else { 0.0 };
    let low = || first_where(*ends, |d| z(d, half) < critical || z(d, half).is_nan());
    let high = || first_where(*ends, |d| z(d, -half) < -critical || z(d, -half).is_nan());
    Interval {
        low: if alternative == Alternative::Less { f64::NEG_INFINITY } else { low() },
        high: if alternative == Alternative::Greater { f64::INFINITY } else { high() },
        level: conf,
    }
}

/// Whether differences within pairs lie about `shift`: the sum of the ranks of those above it. Differences of nought are left
/// out (Wilcoxon), which makes the distribution normal, as ties do.
pub fn wilcoxon(names: (&str, &str), x: &[f64], y: &[f64], asked: RankOptions) -> Result<Test> {
    let RankOptions { shift, alternative, exact, corrected, level: conf } = asked;
    let conf = level(conf)?;
    let (_, found) = pairs(names, x, y, 1)?;
    let list = sorted(&found.values);
    let (v, n, ties) = signed(&list, shift);
    if n == 0.0 {
        return Err(Error::Constant { column: names.0.to_owned() });
    }
    let whole = n as usize == list.len();
    let exact = exact.unwrap_or(list.len() < EXACT) && ties == 0.0 && whole;
    let ends = (list[0], list[list.len() - 1]);
    let size = list.len();
    let count = (size * (size + 1) / 2) as f64;
    let kth = |k: f64| kth(k as usize, ends, |v| count_walsh(&list, v));
    let (p, interval) = if exact {
        let counted = SignedRank::new(size);
        let p = alternative.p(counted.cdf(v), counted.sf(v - 1.0));
        (p, steps(count, alternative, conf, |tail| counted.quantile(tail), kth))
    } else {
        let z = |d: f64, correct: f64| {
            let (v, n, ties) = signed(&list, d);
            let sigma = (n * (n + 1.0) * (2.0 * n + 1.0) / 24.0 - ties / 48.0).sqrt();
            (v - 0.25 * n * (n + 1.0) - correct) / sigma
        };
        let gap = v - 0.25 * n * (n + 1.0);
        let p = normal_p(alternative, gap, corrected, |correct| z(shift, correct));
        (p, crossing(&ends, alternative, conf, corrected, z))
    };
    let method = if exact { "wilcoxon-exact" } else { "wilcoxon-normal" };
    let mut test = Test { alternative, ..Test::new(method, "V", v, &[], p) };
    let middle = 0.5 * (kth((0.5 * count).ceil()) + kth((0.5 * count).floor() + 1.0));
    test.estimates = vec![("pseudo-median", middle)];
    test.interval = Some(interval);
    let most = 0.5 * n * (n + 1.0);
    let error = ((2.0 * n * n * n + 3.0 * n * n + n) / 6.0).sqrt() / most;
    test.effects = vec![effect::rank_biserial(2.0 * v / most - 1.0, error, conf)];
    (test.n, test.dropped) = (list.len(), found.dropped);
    Ok(test)
}

/// The sum of the ranks of what lies above `shift`, how many do not lie on it, and their ties.
fn signed(list: &[f64], shift: f64) -> (f64, f64, f64) {
    let gaps: Vec<f64> = list.iter().map(|value| value - shift).filter(|gap| *gap != 0.0).collect();
    let sizes: Vec<f64> = gaps.iter().map(|gap| gap.abs()).collect();
    let (ranks, ties) = ranks(&sizes);
    let above = gaps.iter().zip(&ranks).filter(|(gap, _)| **gap > 0.0).map(|(_, rank)| rank).sum();
    (above, gaps.len() as f64, ties)
}

/// How many means of two values, or of one with itself, are `v` at most.
fn count_walsh(list: &[f64], v: f64) -> usize {
    let mut until = list.len();
    let mut count = 0;
    for (i, low) in list.iter().enumerate() {
        while until > i && 0.5 * (low + list[until - 1]) > v {
            until -= 1;
        }
        if until <= i {
            break;
        }
        count += until - i;
    }
    count
}

/// Whether any of several groups lies higher, corrected for ties, with ε² as effect size.
pub fn kruskal(groups: &Groups) -> Result<Test> {
    let all = groups.all();
    let (ranks, ties) = ranks(&all);
    let n = all.len() as f64;
    let correction = 1.0 - ties / (n * n * n - n);
    if correction <= 0.0 || n < 3.0 {
        return Err(Error::Constant { column: groups.names.join(", ") });
    }
    let (mut from, mut sum) = (0, 0.0);
    for values in &groups.values {
        let own = &ranks[from..from + values.len()];
        let gap = own.iter().sum::<f64>() / own.len() as f64 - 0.5 * (n + 1.0);
        sum += own.len() as f64 * gap * gap;
        from += values.len();
    }
    let statistic = 12.0 * sum / (n * (n + 1.0)) / correction;
    let df = groups.values.len() as f64 - 1.0;
    let mut test = Test::new("kruskal", "H", statistic, &[df], ChiSquared(df).sf(statistic));
    test.effects = vec![Effect { name: "epsilon2", value: statistic / (n - 1.0), interval: None }];
    (test.n, test.dropped) = (all.len(), groups.dropped);
    Ok(test)
}
