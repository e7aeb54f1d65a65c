//! The two tails of a distribution at a point.

use super::double::Dd;

/// Both tails and their logarithms: the nearer is counted, the farther is what it leaves of one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Tails {
    pub lower: f64,
    pub upper: f64,
    pub log_lower: f64,
    pub log_upper: f64,
}

/// A tail as it is counted: the logarithm of what stands in front of it, and a factor.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    pub front: Dd,
    pub factor: f64,
}

impl Part {
    /// The tail, at most 1.
    pub fn value(self) -> f64 {
        (self.front.exp() * self.factor).clamp(0.0, 1.0)
    }

    /// Its logarithm, at most 0.
    fn log(self) -> f64 {
        (self.front + Dd::from(libm::log(self.factor))).value().min(0.0)
    }
}

impl Tails {
    /// All below.
    pub const BELOW: Tails = Tails { lower: 1.0, upper: 0.0, log_lower: 0.0, log_upper: f64::NEG_INFINITY };
    /// All above.
    pub const ABOVE: Tails = Tails { lower: 0.0, upper: 1.0, log_lower: f64::NEG_INFINITY, log_upper: 0.0 };
    /// Not to be said.
    pub const NAN: Tails =
        Tails { lower: f64::NAN, upper: f64::NAN, log_lower: f64::NAN, log_upper: f64::NAN };

    /// From the lower tail.
    pub fn of_lower(part: Part) -> Tails {
        let lower = part.value();
        Tails { lower, upper: 1.0 - lower, log_lower: part.log(), log_upper: libm::log1p(-lower) }
    }

    /// From the upper tail.
    pub fn of_upper(part: Part) -> Tails {
        Tails::of_lower(part).turned()
    }

    /// From whichever of both tails is smaller.
    pub fn of_both(lower: f64, upper: f64) -> Tails {
        let log = |tail: f64, other: f64| if tail < other { libm::log(tail) } else { libm::log1p(-other) };
        Tails { lower, upper, log_lower: log(lower, upper), log_upper: log(upper, lower) }
    }

    /// Seen from the other end.
    pub fn turned(self) -> Tails {
        Tails { lower: self.upper, upper: self.lower, log_lower: self.log_upper, log_upper: self.log_lower }
    }
}

/// The methods that every distribution with `tails` has.
macro_rules! tails {
    ($name:ty) => {
        impl $name {
            /// The lower tail: the chance of `x` or less.
            pub fn cdf(&self, x: f64) -> f64 {
                self.tails(x).lower
            }

            /// The upper tail: the chance of more than `x`.
            pub fn sf(&self, x: f64) -> f64 {
                self.tails(x).upper
            }

            /// The logarithm of the lower tail, also where the tail itself is below the smallest double.
            pub fn log_cdf(&self, x: f64) -> f64 {
                self.tails(x).log_lower
            }

            /// The logarithm of the upper tail.
            pub fn log_sf(&self, x: f64) -> f64 {
                self.tails(x).log_upper
            }
        }
    };
}

pub(crate) use tails;
