//! Quantiles from the tails.

use super::tails::Tails;

/// Which tail a share is asked of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Side {
    Lower,
    Upper,
}

/// The positive figure beside which a share `p` lies, by Newton's steps on the logarithm of the smaller tail against the
/// logarithm of the figure, within a bracket.
///
/// `tails` gives the tails at a figure, `log_density` the logarithm of the density. The result is right to the digits that the
/// tails have; a figure outside the range of doubles comes out as 0 or infinity, a share outside 0 … 1 as NaN.
pub(crate) fn positive(
    p: f64,
    side: Side,
    start: f64,
    tails: impl Fn(f64) -> Tails,
    log_density: impl Fn(f64) -> f64,
) -> f64 {
    if !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    if p == 0.0 || p == 1.0 {
        let below = (p == 0.0) == (side == Side::Lower);
        return if below { 0.0 } else { f64::INFINITY };
    }
    // The smaller tail, and what it is to be.
    let (upper, goal) = match (side, p <= 0.5) {
        (Side::Upper, true) => (true, libm::log(p)),
        (Side::Upper, false) => (false, libm::log(1.0 - p)),
        (Side::Lower, true) => (false, libm::log(p)),
        (Side::Lower, false) => (true, libm::log(1.0 - p)),
    };
    let (mut low, mut high) = (0.0, f64::INFINITY);
    let (mut x, mut limit, mut last) = (start, 1.0, f64::INFINITY);
    for _ in 0..200 {
        let found = tails(x);
        let log = if upper { found.log_upper } else { found.log_lower };
        let rest = log - goal;
        if rest == 0.0 {
            return x;
        }
        // Whether the figure is to grow.
        let more = (rest > 0.0) == upper;
        if more {
            low = x;
        } else {
            high = x;
        }
        let slope = libm::exp(log_density(x) + libm::log(x) - log);
        let step = rest.abs() / slope * if more { 1.0 } else { -1.0 };
        let step = if step.is_finite() { step } else { f64::INFINITY.copysign(step) };
        let near = step.abs() < 1e-11;
        if near && step.abs() >= 0.5 * last {
            return x;
        }
        last = if near { step.abs() } else { f64::INFINITY };
        if step.abs() > limit {
            let to = x * libm::exp(limit.copysign(step));
            limit *= 2.0;
            x = to;
        } else {
            x *= 1.0 + libm::expm1(step);
        }
        if x <= 0.0 || x.is_infinite() {
            return x;
        }
        if step.abs() < 1e-16 {
            return x;
        }
        if !near && (x <= low || x >= high) {
            x = if high.is_infinite() {
                low * 4.0
            } else if low == 0.0 {
                high * 0.25
            } else {
                (low.sqrt() * high.sqrt()).clamp(low, high)
            };
        }
    }
    x
}
