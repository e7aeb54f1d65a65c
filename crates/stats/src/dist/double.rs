//! Double-double numbers: a sum of two doubles that holds some 31 digits (Dekker 1971).
//!
//! The logarithm of a tail at 1e-300 is near −690: kept in a double, its last digit alone costs three digits of the tail. The
//! exponents of densities are therefore added up here, and rounded once.

use std::ops::{Add, Div, Mul, Neg, Sub};

/// A figure as the sum of two doubles, the second below the last digit of the first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Dd {
    hi: f64,
    lo: f64,
}

/// ln 2.
const LN_2: Dd = Dd { hi: std::f64::consts::LN_2, lo: 2.319_046_813_846_299_6e-17 };

/// The exact sum of two doubles.
fn two_sum(a: f64, b: f64) -> Dd {
    let hi = a + b;
    if !hi.is_finite() {
        return Dd { hi, lo: 0.0 };
    }
    let part = hi - a;
    Dd { hi, lo: (a - (hi - part)) + (b - part) }
}

/// The exact product of two doubles.
fn two_product(a: f64, b: f64) -> Dd {
    let hi = a * b;
    if !hi.is_finite() {
        return Dd { hi, lo: 0.0 };
    }
    Dd { hi, lo: a.mul_add(b, -hi) }
}

impl From<f64> for Dd {
    fn from(hi: f64) -> Self {
        Dd { hi, lo: 0.0 }
    }
}

impl Dd {
    /// Nought.
    pub const ZERO: Dd = Dd { hi: 0.0, lo: 0.0 };

    /// `a · b`, exactly.
    pub fn product(a: f64, b: f64) -> Dd {
        two_product(a, b)
    }

    /// `a + b`, exactly.
    pub fn sum(a: f64, b: f64) -> Dd {
        two_sum(a, b)
    }

    /// The nearest double.
    pub fn value(self) -> f64 {
        self.hi
    }

    /// The decimal that this double is printed as: for a figure written in decimals, what was written.
    pub fn decimal(x: f64) -> Dd {
        let text = format!("{x:e}");
        let read = || {
            let (mantissa, power) = text.split_once('e')?;
            let places = mantissa.split_once('.').map_or(0, |(_, places)| places.len() as i32);
            let whole: i64 = mantissa.replace('.', "").parse().ok()?;
            let power = power.parse::<i32>().ok()? - places;
            let high = (whole >> 32) as f64 * 4_294_967_296.0;
            let whole = two_sum(high, (whole & 0xffff_ffff) as f64);
            // Powers of ten up to 22 are exact.
            match power {
                0..=22 => Some(whole * Dd::from(10f64.powi(power))),
                -22..0 => Some(whole / Dd::from(10f64.powi(-power))),
                _ => None,
            }
        };
        read().unwrap_or(Dd::from(x))
    }

    /// e to this power, as a double.
    pub fn exp(self) -> f64 {
        let whole = libm::exp(self.hi);
        if whole.is_finite() { whole + whole * self.lo } else { whole }
    }

    /// The natural logarithm: libm's, sharpened by one step of Newton's. Minus infinity at nought.
    pub fn ln(self) -> Dd {
        if !(self.hi > 0.0 && self.hi.is_finite()) {
            return Dd::from(libm::log(self.hi));
        }
        let (mantissa, mut power) = libm::frexp(self.hi);
        let mut m = Dd { hi: mantissa, lo: libm::ldexp(self.lo, -power) };
        if mantissa < std::f64::consts::FRAC_1_SQRT_2 {
            m = Dd { hi: 2.0 * m.hi, lo: 2.0 * m.lo };
            power -= 1;
        }
        let near = libm::log(m.hi);
        let rest = m * exp_small(-near) - Dd::from(1.0);
        let more = rest - Dd::from(0.5 * rest.hi * rest.hi);
        Dd::from(near) + more + LN_2 * Dd::from(f64::from(power))
    }
}

/// e^v for |v| < 1/2: Taylor's series for v/64, squared six times.
fn exp_small(v: f64) -> Dd {
    let r = Dd::from(v / 64.0);
    let mut sum = Dd::from(1.0);
    for k in (1..=11).rev() {
        sum = Dd::from(1.0) + r * sum / Dd::from(f64::from(k));
    }
    (0..6).fold(sum, |sum, _| sum * sum)
}

impl Neg for Dd {
    type Output = Dd;
    fn neg(self) -> Dd {
        Dd { hi: -self.hi, lo: -self.lo }
    }
}

impl Add for Dd {
    type Output = Dd;
    fn add(self, other: Dd) -> Dd {
        let high = two_sum(self.hi, other.hi);
        if !high.hi.is_finite() {
            return high;
        }
        let low = two_sum(self.lo, other.lo);
        let first = two_sum(high.hi, high.lo + low.hi);
        two_sum(first.hi, first.lo + low.lo)
    }
}

impl Sub for Dd {
    type Output = Dd;
    fn sub(self, other: Dd) -> Dd {
        self + -other
    }
}

impl Mul for Dd {
    type Output = Dd;
    fn mul(self, other: Dd) -> Dd {
        let high = two_product(self.hi, other.hi);
        if !high.hi.is_finite() {
            return high;
        }
        two_sum(high.hi, high.lo + (self.hi * other.lo + self.lo * other.hi))
    }
}

impl Div for Dd {
    type Output = Dd;
    fn div(self, other: Dd) -> Dd {
        let first = self.hi / other.hi;
        if !first.is_finite() || other.hi.is_infinite() {
            return Dd::from(first);
        }
        let rest = self - other * Dd::from(first);
        let second = rest.hi / other.hi;
        let rest = rest - other * Dd::from(second);
        two_sum(first, second) + Dd::from(rest.hi / other.hi)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_of_ten_holds_thirty_digits() {
        let ln = Dd::from(10.0).ln();
        assert_eq!(ln.hi, std::f64::consts::LN_10);
        assert!((ln.lo + 2.170_756_223_382_249_4e-16).abs() < 1e-30, "{ln:?}");
    }

    #[test]
    fn a_quotient_times_its_divisor_is_the_dividend() {
        let third = Dd::from(1.0) / Dd::from(3.0);
        let rest = third * Dd::from(3.0) - Dd::from(1.0);
        assert!(rest.hi.abs() < 1e-31, "{rest:?}");
    }

    #[test]
    fn a_decimal_is_what_was_written() {
        let tenth = Dd::from(1.0) / Dd::from(10.0);
        let rest = Dd::decimal(-1_000_000_000_000.1) + Dd::from(1e12) + tenth;
        assert!(rest.hi.abs() < 1e-18, "{rest:?}");
        assert_eq!(Dd::decimal(1e300).hi, 1e300);
        assert_eq!(Dd::decimal(250.0), Dd::from(250.0));
    }
}
