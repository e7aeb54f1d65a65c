//! Two doubles as one figure of 31 digits.

use std::ops::{Add, Div, Mul, Sub};

/// `hi + lo`, `lo` below half a unit in the last place of `hi`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dd {
    pub hi: f64,
    pub lo: f64,
}

fn quick(a: f64, b: f64) -> Dd {
    let hi = a + b;
    Dd { hi, lo: b - (hi - a) }
}

impl Add for Dd {
    type Output = Dd;

    fn add(self, other: Dd) -> Dd {
        let hi = self.hi + other.hi;
        let part = hi - self.hi;
        let lo = (self.hi - (hi - part)) + (other.hi - part);
        quick(hi, lo + self.lo + other.lo)
    }
}

impl Sub for Dd {
    type Output = Dd;

    fn sub(self, other: Dd) -> Dd {
        self + Dd { hi: -other.hi, lo: -other.lo }
    }
}

impl Mul for Dd {
    type Output = Dd;

    fn mul(self, other: Dd) -> Dd {
        let hi = self.hi * other.hi;
        let lo = self.hi.mul_add(other.hi, -hi) + (self.hi * other.lo + self.lo * other.hi);
        quick(hi, lo)
    }
}

impl Div for Dd {
    type Output = Dd;

    fn div(self, other: Dd) -> Dd {
        let first = self.hi / other.hi;
        let left = self - other * Dd { hi: first, lo: 0.0 };
        let second = left.hi / other.hi;
        quick(first, second)
    }
}
