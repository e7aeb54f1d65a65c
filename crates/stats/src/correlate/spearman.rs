//! Spearman's rank correlation.

use super::{Alternative, Ask, Correlation, pearson};
use crate::dist::{Normal, StudentT};

/// Up to so many rows all orders are counted.
const COUNTED: usize = 9;
/// Up to so many rows the series of AS 89 is used, as in R.
const SERIES: usize = 1290;

/// The test of ρ as R's `cor.test` makes it, with S = (n³ − n)(1 − ρ)/6, and the interval of Bonett and Wright (2000).
pub(super) fn test(rho: f64, n: usize, ties: bool, dropped: usize, ask: &Ask) -> Correlation {
    if rho.is_nan() || n < 3 {
        return Correlation { estimate: rho, ..Correlation::nothing(n, dropped, ask.level) };
    }
    let count = n as f64;
    let cubes = count * (count * count - 1.0);
    let s = cubes * (1.0 - rho) / 6.0;
    let exact = ask.exact.unwrap_or(true) && !ties && n <= SERIES;
    let tail = |s: f64, lower: bool| match exact {
        true => exact_tail(s.round() + if lower { 2.0 } else { 0.0 }, n, lower),
        false => asymptotic(s, count, lower, ask.continuity),
    };
    let p_value = match ask.alternative {
        Alternative::TwoSided => {
            let far = if s > cubes / 6.0 { tail(s, false) } else { tail(s, true) };
            (2.0 * far).min(1.0)
        }
        Alternative::Greater => tail(s, true),
        Alternative::Less => tail(s, false),
    };
    let (low, high) = pearson::interval(rho, count - 3.0, 1.0 + 0.5 * rho * rho, ask.level);
    Correlation {
        estimate: rho,
        low,
        high,
        level: ask.level,
        statistic: s,
        statistic_name: "S",
        df: None,
        p_value,
        exact,
        n,
        dropped,
    }
}

/// The tail of S by Student's t.
fn asymptotic(s: f64, n: f64, lower: bool, continuity: bool) -> f64 {
    let whole = n * (n * n - 1.0) / 6.0 + if continuity { 1.0 } else { 0.0 };
    let r = 1.0 - s / whole;
    let t = r / ((1.0 - r * r) / (n - 2.0)).sqrt();
    let tail = StudentT(n - 2.0);
    match lower {
        _ if !t.is_finite() => f64::from(u8::from((r > 0.0) != lower)),
        true => tail.sf(t),
        false => tail.cdf(t),
    }
}

/// The chance of S < `s` (`lower`) or S ≥ `s`: all orders counted up to 9 rows, then the Edgeworth series of AS 89 (Best and
/// Roberts 1975).
fn exact_tail(s: f64, n: usize, lower: bool) -> f64 {
    let count = n as f64;
    let most = count * (count * count - 1.0) / 3.0;
    let upper = if s <= 0.0 {
        1.0
    } else if s > most {
        0.0
    } else if n <= COUNTED {
        let counts = orders(n);
        let from = (s.ceil() as usize).min(counts.len());
        let (below, above) =
            (counts[..from].iter().sum::<u64>() as f64, counts[from..].iter().sum::<u64>() as f64);
        return if lower { below / (below + above) } else { above / (below + above) };
    } else {
        return series(s, count, lower);
    };
    if lower { 1.0 - upper } else { upper }
}

/// How many orders of n rows have each S, by the rows that were placed.
fn orders(n: usize) -> Vec<u64> {
    let most = n * (n * n - 1) / 3;
    let mut by_set = vec![Vec::new(); 1 << n];
    by_set[0] = vec![0; most + 1];
    by_set[0][0] = 1u64;
    for set in 1usize..1 << n {
        let place = set.count_ones() as usize - 1;
        let mut counts = vec![0; most + 1];
        for last in (0..n).filter(|last| set >> last & 1 == 1) {
            let square = place.abs_diff(last).pow(2);
            for (to, from) in counts[square.min(most)..].iter_mut().zip(&by_set[set & !(1 << last)]) {
                *to += from;
            }
        }
        by_set[set] = counts;
    }
    by_set.pop().unwrap_or_default()
}

fn series(s: f64, n: f64, lower: bool) -> f64 {
    let b = 1.0 / n;
    let x = (6.0 * (s - 1.0) * b / (n * n - 1.0) - 1.0) * (n - 1.0).sqrt();
    let y = x * x;
    let first = 0.2274 + b * (0.2531 + 0.1745 * b);
    let second = -0.0758 + b * (0.1033 + 0.3932 * b);
    let third = 0.0879 + 0.0151 * b - y * (0.0072 - 0.0831 * b + y * b * (0.0131 - 4.6e-4 * y));
    let term = x * b * (first + y * (second - y * b * third)) / libm::exp(0.5 * y);
    let tail = if lower { Normal.cdf(x) - term } else { Normal.sf(x) + term };
    tail.clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_orders_are_counted() {
        // Of three rows: S is 0 once, 2 twice, 6 twice, 8 once.
        assert_eq!(orders(3), [1, 0, 2, 0, 0, 0, 2, 0, 1]);
        assert_eq!(orders(9).iter().sum::<u64>(), 362_880);
        assert_eq!(exact_tail(8.0, 3, false), 1.0 / 6.0);
        assert_eq!(exact_tail(2.0, 3, true), 1.0 / 6.0);
    }
}
