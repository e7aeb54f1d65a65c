//! Numbers of 31 digits: the unevaluated sum of two `f64`.
//!
//! The rules are those of Dekker (1971) and Knuth, with the bounds of Joldes, Muller and Popescu (2017): a sum is right to
//! 3u², a product to 5u², where u = 2⁻⁵³. They hold where nothing overflows.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// `hi + lo`, where `lo` is at most half a unit in the last place of `hi`.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Dd {
    /// What a `f64` can hold of it.
    pub hi: f64,
    /// The rest.
    pub lo: f64,
}

/// `a + b` and what rounding left out of it.
#[inline(always)]
pub fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    let b_in = sum - a;
    (sum, (a - (sum - b_in)) + (b - b_in))
}

/// The same where |a| ≥ |b|.
#[inline(always)]
pub fn fast_two_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    (sum, b - (sum - a))
}

/// `a · b` and what rounding left out of it.
#[inline(always)]
pub fn two_product(a: f64, b: f64) -> (f64, f64) {
    let product = a * b;
    (product, a.mul_add(b, -product))
}

impl Dd {
    /// Nought.
    pub const ZERO: Dd = Dd { hi: 0.0, lo: 0.0 };
    /// One.
    pub const ONE: Dd = Dd { hi: 1.0, lo: 0.0 };

    /// The sum of two figures, whole.
    #[inline(always)]
    pub fn sum(a: f64, b: f64) -> Self {
        let (hi, lo) = two_sum(a, b);
        Dd { hi, lo }
    }

    /// The product of two figures, whole.
    #[inline(always)]
    pub fn product(a: f64, b: f64) -> Self {
        let (hi, lo) = two_product(a, b);
        Dd { hi, lo }
    }

    /// The nearest `f64`.
    #[inline(always)]
    pub fn value(self) -> f64 {
        self.hi + self.lo
    }

    /// Without its sign.
    pub fn abs(self) -> Self {
        if self.hi < 0.0 { -self } else { self }
    }

    /// The square root; not a number where there is none.
    pub fn sqrt(self) -> Self {
        if self.hi == 0.0 {
            return Dd::ZERO;
        }
        // One step of Newton's from the root of the greater part (Karp and Markstein 1997).
        let root = self.hi.sqrt();
        let rest = (self - Dd::product(root, root)).hi;
        let (hi, lo) = fast_two_sum(root, rest / (2.0 * root));
        Dd { hi, lo }
    }

    /// A power with a whole exponent, by squaring.
    pub fn powi(self, exponent: u32) -> Self {
        let (mut power, mut square, mut left) = (Dd::ONE, self, exponent);
        while left > 0 {
            if left & 1 == 1 {
                power = power * square;
            }
            square = square * square;
            left >>= 1;
        }
        power
    }

    /// Whether both parts are finite.
    pub fn is_finite(self) -> bool {
        self.hi.is_finite() && self.lo.is_finite()
    }
}

impl From<f64> for Dd {
    fn from(hi: f64) -> Self {
        Dd { hi, lo: 0.0 }
    }
}

impl Add for Dd {
    type Output = Dd;
    #[inline(always)]
    fn add(self, other: Dd) -> Dd {
        let (hi, rest) = two_sum(self.hi, other.hi);
        let (lo, least) = two_sum(self.lo, other.lo);
        let (hi, rest) = fast_two_sum(hi, rest + lo);
        let (hi, lo) = fast_two_sum(hi, rest + least);
        Dd { hi, lo }
    }
}

impl Add<f64> for Dd {
    type Output = Dd;
    #[inline(always)]
    fn add(self, other: f64) -> Dd {
        let (hi, rest) = two_sum(self.hi, other);
        let (hi, lo) = fast_two_sum(hi, rest + self.lo);
        Dd { hi, lo }
    }
}

impl Neg for Dd {
    type Output = Dd;
    #[inline(always)]
    fn neg(self) -> Dd {
        Dd { hi: -self.hi, lo: -self.lo }
    }
}

impl Sub for Dd {
    type Output = Dd;
    #[inline(always)]
    fn sub(self, other: Dd) -> Dd {
        self + -other
    }
}

impl Mul for Dd {
    type Output = Dd;
    #[inline(always)]
    fn mul(self, other: Dd) -> Dd {
        let (hi, rest) = two_product(self.hi, other.hi);
        let cross = self.hi.mul_add(other.lo, self.lo * other.hi);
        let (hi, lo) = fast_two_sum(hi, rest + cross);
        Dd { hi, lo }
    }
}

impl Mul<f64> for Dd {
    type Output = Dd;
    #[inline(always)]
    fn mul(self, other: f64) -> Dd {
        let (hi, rest) = two_product(self.hi, other);
        let (hi, lo) = fast_two_sum(hi, self.lo.mul_add(other, rest));
        Dd { hi, lo }
    }
}

impl Div for Dd {
    type Output = Dd;
    fn div(self, other: Dd) -> Dd {
        let first = self.hi / other.hi;
        let left = self - other * first;
        let second = left.hi / other.hi;
        let left = left - other * second;
        let (hi, lo) = fast_two_sum(first, second);
        Dd { hi, lo } + left.hi / other.hi
    }
}

impl AddAssign for Dd {
    #[inline(always)]
    fn add_assign(&mut self, other: Dd) {
        *self = *self + other;
    }
}

impl AddAssign<f64> for Dd {
    #[inline(always)]
    fn add_assign(&mut self, other: f64) {
        *self = *self + other;
    }
}

impl SubAssign for Dd {
    #[inline(always)]
    fn sub_assign(&mut self, other: Dd) {
        *self = *self - other;
    }
}

impl Sum for Dd {
    fn sum<I: Iterator<Item = Dd>>(all: I) -> Dd {
        all.fold(Dd::ZERO, |sum, one| sum + one)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_third_thrice_is_one_to_31_digits() {
        let third = Dd::ONE / Dd::from(3.0);
        assert!((third * 3.0 - Dd::ONE).abs().hi < 1e-31);
        let root = Dd::from(2.0).sqrt();
        assert!((root * root - Dd::from(2.0)).abs().hi < 1e-31);
        // √2 as tables have it: 1.41421356237309504880168872420969807857
        assert_eq!(root.hi, std::f64::consts::SQRT_2);
        assert!((root.lo + 9.667_293_313_452_913e-17).abs() < 1e-31, "{root:?}");
        assert_eq!(Dd::ZERO.sqrt(), Dd::ZERO);
        assert!(!Dd::from(-1.0).sqrt().is_finite());
    }

    #[test]
    fn a_power_is_whole_where_it_has_31_digits() {
        // 3⁵⁰ = 717897987691852588770249 has 80 bits.
        let power = Dd::from(3.0).powi(50);
        assert_eq!(power.hi as u128 + power.lo as u128, 717_897_987_691_852_588_770_249);
        assert_eq!(Dd::from(7.0).powi(0), Dd::ONE);
    }

    proptest! {
        #[test]
        fn what_is_added_can_be_taken_away(a in -1e9..1e9f64, b in -1e-9..1e-9f64) {
            prop_assert_eq!((Dd::sum(a, b) - Dd::from(a)).value(), b);
        }

        #[test]
        fn division_undoes_multiplication(a in 1e-3..1e3f64, b in 1e-3..1e3f64, c in 1e-3..1e3f64) {
            let (x, y) = (Dd::product(a, b), Dd::from(c).sqrt());
            prop_assert!(((x * y / y - x) / x).abs().hi < 1e-30);
        }
    }
}
