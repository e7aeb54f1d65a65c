//! The regularised incomplete gamma functions.

use super::double::Dd;
use super::ln_gamma::ln_gamma;
use super::quadrature::falling;
use super::tails::{Part, Tails};

/// From this shape on the tail is integrated: the series and the fraction need ever more terms.
const LARGE: f64 = 100.0;

/// ln(x^a e^−x / Γ(a)).
pub(crate) fn log_front(a: f64, x: Dd) -> Dd {
    Dd::from(a) * x.ln() - x - ln_gamma(Dd::from(a))
}

/// ln(1 + v) − v, without the loss of digits near nought.
pub(crate) fn log1p_minus(v: f64) -> f64 {
    if !(-0.45..0.6).contains(&v) {
        return libm::log1p(v) - v;
    }
    // With r = v / (2 + v), ln(1 + v) = 2 artanh r and 2 r − v = −v r.
    let r = v / (2.0 + v);
    let square = r * r;
    let sum = (1..=15).rev().fold(0.0, |sum, k| sum * square + 1.0 / f64::from(2 * k + 1));
    r * (2.0 * square * sum - v)
}

/// P(a, x) and Q(a, x): the tails of Γ with shape `a` above nought.
///
/// Below `a` + 1 the power series, above it the continued fraction (NIST DLMF 8.7.1, 8.9.2); for a large shape the integral of
/// the density outward from `x`, against its height there. The height is the exponential of a double-double.
pub(crate) fn gamma_tails(a: f64, x: Dd) -> Tails {
    if a.is_nan() || x.value().is_nan() || a <= 0.0 {
        return Tails::NAN;
    }
    if x.value() <= 0.0 {
        return Tails::ABOVE;
    }
    if x.value() == f64::INFINITY {
        return Tails::BELOW;
    }
    let front = log_front(a, x);
    let part = |factor| Part { front, factor };
    let value = x.value();
    let less = a - 1.0;
    if a >= LARGE {
        let slope = (x - Dd::sum(a, -1.0)).value();
        if value < a {
            return Tails::of_lower(part(falling(1.0, |v| less * log1p_minus(-v) + slope * v)));
        }
        return Tails::of_upper(part(falling(f64::INFINITY, |v| less * log1p_minus(v) - slope * v)));
    }
    if value < a.max(1.0) + 1.0 {
        let lower = part(series(a, value));
        if lower.value() < 0.97 {
            return Tails::of_lower(lower);
        }
    }
    Tails::of_upper(part(fraction(a, value)))
}

/// P(a, x) against x^a e^−x / Γ(a).
fn series(a: f64, x: f64) -> f64 {
    let (mut term, mut sum, mut n) = (1.0 / a, 1.0 / a, a);
    for _ in 0..10_000 {
        n += 1.0;
        term *= x / n;
        sum += term;
        if term < sum * 1e-17 {
            break;
        }
    }
    sum
}

/// Q(a, x) against x^a e^−x / Γ(a), by the algorithm of Lentz (1976).
fn fraction(a: f64, x: f64) -> f64 {
    let mut b = x + 1.0 - a;
    let mut d = 1.0 / b;
    let (mut c, mut h) = (1e300, d);
    for i in 1..100_000 {
        let i = f64::from(i);
        let numerator = -i * (i - a);
        b += 2.0;
        d = 1.0 / (numerator * d + b);
        c = b + numerator / c;
        h *= d * c;
        if (d * c - 1.0).abs() < 2e-16 {
            break;
        }
    }
    h
}
