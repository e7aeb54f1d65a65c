//! The regularised incomplete beta function.

use super::double::Dd;
use super::incomplete_gamma::log1p_minus;
use super::ln_gamma::ln_gamma;
use super::quadrature::falling;
use super::tails::{Part, Tails};

/// When both shapes are as large the tail is integrated.
const LARGE: f64 = 60.0;

/// ln B(a, b).
pub(crate) fn ln_beta(a: f64, b: f64) -> Dd {
    ln_gamma(Dd::from(a)) + ln_gamma(Dd::from(b)) - ln_gamma(Dd::sum(a, b))
}

/// ln(x^a y^b / B(a, b)) for x : y as p : q and x + y = 1.
pub(crate) fn log_front(a: f64, b: f64, p: Dd, q: Dd) -> Dd {
    let whole = (p + q).ln();
    Dd::from(a) * (p.ln() - whole) + Dd::from(b) * (q.ln() - whole) - ln_beta(a, b)
}

/// The tails of Β with shapes `a` and `b` above nought at p / (p + q).
///
/// The point comes as two parts of a whole, so that it has all its digits near either end. The smaller tail comes from the
/// continued fraction of DiDonato and Morris (1992, TOMS 708), for two large shapes from the integral of the density outward.
pub(crate) fn beta_tails(a: f64, b: f64, p: Dd, q: Dd) -> Tails {
    if !(a > 0.0 && b > 0.0) || p.value().is_nan() || q.value().is_nan() {
        return Tails::NAN;
    }
    if p.value() <= 0.0 {
        return Tails::ABOVE;
    }
    if q.value() <= 0.0 {
        return Tails::BELOW;
    }
    // a q − b p: above nought where the point is below the mean.
    let gap = Dd::from(a) * q - Dd::from(b) * p;
    if gap.value() < 0.0 {
        return beta_tails(b, a, q, p).turned();
    }
    let front = log_front(a, b, p, q);
    if a.min(b) >= LARGE {
        let ratio = p / q;
        let slope = (ratio * Dd::sum(b, -1.0) - Dd::sum(a, -1.0)).value();
        let r = ratio.value();
        let share = ((p + q) / q).value();
        let g = |v: f64| (a - 1.0) * log1p_minus(-v) + (b - 1.0) * log1p_minus(r * v) + slope * v;
        return Tails::of_lower(Part { front, factor: share * falling(1.0, g) });
    }
    let (x, y) = ((p / (p + q)).value(), (q / (p + q)).value());
    // For a small shape on the far side the fraction is slow and the other tail's series quick.
    if b <= 1.0 && y <= 0.7 && (a + b) * y <= 5.0 {
        let upper = Part { front, factor: series(b, a, y) };
        if upper.value() < 0.97 {
            return Tails::of_upper(upper);
        }
    }
    let factor = if a <= 1.0 && x <= 0.7 { series(a, b, x) } else { fraction(a, b, p, q, gap) };
    let lower = Part { front, factor };
    if lower.value() <= 0.9 {
        Tails::of_lower(lower)
    } else {
        Tails::of_upper(Part { front, factor: fraction(b, a, q, p, -gap) })
    }
}

/// I(a, b) against x^a y^b / B(a, b), by the power series (NIST DLMF 8.17.8), all of whose terms are positive.
fn series(a: f64, b: f64, x: f64) -> f64 {
    let (mut term, mut sum) = (1.0 / a, 1.0 / a);
    for n in 0..10_000 {
        let n = f64::from(n);
        term *= (a + b + n) / (a + 1.0 + n) * x;
        sum += term;
        if term < sum * 1e-17 {
            break;
        }
    }
    sum
}

/// I(a, b) against x^a y^b / B(a, b), by the algorithm of Lentz.
fn fraction(a: f64, b: f64, p: Dd, q: Dd, gap: Dd) -> f64 {
    let whole = p + q;
    let x = (p / whole).value();
    let gap = (gap / whole).value();
    let over = |m: f64| {
        m + m * (b - m) * x / (a + 2.0 * m - 1.0)
            + (a + m) * (gap + 1.0 + m * (2.0 - x)) / (a + 2.0 * m + 1.0)
    };
    let first = a * (gap + 1.0) / (a + 1.0);
    let tiny = 1e-300;
    let (mut f, mut c, mut d) = (if first == 0.0 { tiny } else { first }, first, 0.0);
    if c == 0.0 {
        c = tiny;
    }
    for m in 1..100_000 {
        let m = f64::from(m);
        let low = a + 2.0 * m - 1.0;
        let numerator = (a + m - 1.0) * (a + b + m - 1.0) / low * (m * (b - m) * x / low) * x;
        let denominator = over(m);
        d = denominator + numerator * d;
        c = denominator + numerator / c;
        if d == 0.0 {
            d = tiny;
        }
        if c == 0.0 {
            c = tiny;
        }
        d = 1.0 / d;
        f *= c * d;
        if (c * d - 1.0).abs() < 2e-16 {
            break;
        }
    }
    1.0 / f
}
