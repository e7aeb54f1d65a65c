//! Pearson's product-moment correlation.

use super::{Alternative, Ask, Correlation};
use crate::describe::Sum;
use crate::dist::{Normal, StudentT};
use libm::{atanh, tanh};

/// r of two columns without a missing value; `NaN` where one has no spread.
pub(super) fn estimate(x: &[f64], y: &[f64]) -> f64 {
    let n = x.len() as f64;
    let ((x_mean, x_rest), (y_mean, y_rest)) =
        (Sum::of(x.iter().copied()).over(n), Sum::of(y.iter().copied()).over(n));
    let (mut xx, mut yy, mut xy) = (Sum::default(), Sum::default(), Sum::default());
    for (a, b) in x.iter().zip(y) {
        let (a, b) = ((a - x_mean) - x_rest, (b - y_mean) - y_rest);
        xx.add(a * a);
        yy.add(b * b);
        xy.add(a * b);
    }
    ratio(xy.value(), xx.value(), yy.value())
}

/// A product over the roots of two squares, within −1 and 1; `NaN` where a square is 0.
pub(super) fn ratio(product: f64, left: f64, right: f64) -> f64 {
    match left > 0.0 && right > 0.0 {
        true => (product / left.sqrt() / right.sqrt()).clamp(-1.0, 1.0),
        false => f64::NAN,
    }
}

/// The test of r by Student's t, and its interval by Fisher's z (from 4 rows on).
pub(super) fn test(r: f64, n: usize, dropped: usize, ask: &Ask) -> Correlation {
    controlled(r, n, 0, dropped, ask)
}

/// The same for a correlation from which so many other columns were taken out.
pub(super) fn controlled(r: f64, n: usize, given: usize, dropped: usize, ask: &Ask) -> Correlation {
    if r.is_nan() || n < given + 3 {
        return Correlation { estimate: r, ..Correlation::nothing(n, dropped, ask.level) };
    }
    let df = (n - given) as f64 - 2.0;
    let statistic = r * df.sqrt() / ((1.0 - r) * (1.0 + r)).sqrt();
    let tail = StudentT(df);
    let p_value = match ask.alternative {
        _ if statistic.is_infinite() => p_of_a_line(r, ask.alternative),
        Alternative::TwoSided => tail.two_sided(statistic),
        Alternative::Greater => tail.sf(statistic),
        Alternative::Less => tail.cdf(statistic),
    };
    let (low, high) = interval(r, n as f64 - given as f64 - 3.0, 1.0, ask.level);
    Correlation {
        estimate: r,
        low,
        high,
        level: ask.level,
        statistic,
        statistic_name: "t",
        df: Some(df),
        p_value,
        exact: false,
        n,
        dropped,
    }
}

fn p_of_a_line(r: f64, alternative: Alternative) -> f64 {
    match alternative {
        Alternative::TwoSided => 0.0,
        Alternative::Greater => f64::from(u8::from(r < 0.0)),
        Alternative::Less => f64::from(u8::from(r > 0.0)),
    }
}

/// An interval on Fisher's z with variance `factor` / `count`; `NaN` where there is no count.
pub(super) fn interval(r: f64, count: f64, factor: f64, level: f64) -> (f64, f64) {
    if count.is_nan() || count <= 0.0 {
        return (f64::NAN, f64::NAN);
    }
    let reach = Normal.isf(0.5 * (1.0 - level)) * (factor / count).sqrt();
    let z = atanh(r);
    (tanh(z - reach), tanh(z + reach))
}
