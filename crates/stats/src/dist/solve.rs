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

/// The root of `f` between `low` and `high`, where its sign changes: secants and inverse parabolas kept in by halving (Brent
/// 1973). Comes as near as doubles do; NaN where the signs are the same.
pub(crate) fn root(low: f64, high: f64, mut f: impl FnMut(f64) -> f64) -> f64 {
    let (mut a, mut b) = (low, high);
    let (mut fa, mut fb) = (f(a), f(b));
    if fa == 0.0 || fb == 0.0 {
        return if fa == 0.0 { a } else { b };
    }
    if fa.is_nan() || fb.is_nan() || (fa > 0.0) == (fb > 0.0) {
        return f64::NAN;
    }
    let (mut c, mut fc) = (a, fa);
    let mut step = b - a;
    let mut before = step;
    for _ in 0..300 {
        if (fb > 0.0) == (fc > 0.0) {
            (c, fc) = (a, fa);
            step = b - a;
            before = step;
        }
        if fc.abs() < fb.abs() {
            (a, b, c) = (b, c, b);
            (fa, fb, fc) = (fb, fc, fb);
        }
        let least = 2.0 * f64::EPSILON * b.abs() + f64::MIN_POSITIVE;
        let half = 0.5 * (c - b);
        if half.abs() <= least || fb == 0.0 {
            break;
        }
        if before.abs() >= least && fa.abs() > fb.abs() {
            let s = fb / fa;
            let (mut p, mut q) = if a == c {
                (2.0 * half * s, 1.0 - s)
            } else {
                let (t, r) = (fa / fc, fb / fc);
                (s * (2.0 * half * t * (t - r) - (b - a) * (r - 1.0)), (t - 1.0) * (r - 1.0) * (s - 1.0))
            };
            if p > 0.0 {
                q = -q;
            }
            p = p.abs();
            if 2.0 * p < (3.0 * half * q - (least * q).abs()).min((before * q).abs()) {
                before = step;
                step = p / q;
            } else {
                step = half;
                before = half;
            }
        } else {
            step = half;
            before = half;
        }
        (a, fa) = (b, fb);
        b += if step.abs() > least { step } else { least.copysign(half) };
        fb = f(b);
    }
    b
}

/// The whole number of `from` … `until` at which a growing lower tail first reaches `p`.
pub(crate) fn whole(from: f64, until: f64, p: f64, cdf: impl Fn(f64) -> f64) -> f64 {
    if !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    // Some last digits below p count as p, so that a tail's own quantile gives the figure back.
    let goal = p * (1.0 - 64.0 * f64::EPSILON);
    if p == 1.0 || cdf(from) >= goal {
        return if p == 1.0 { until } else { from };
    }
    let (mut low, mut reach) = (from, 1.0);
    while from + reach < until && cdf(from + reach) < goal {
        low = from + reach;
        reach *= 2.0;
    }
    let mut high = (from + reach).min(until);
    while high - low > 1.0 {
        let middle = (0.5 * (low + high)).floor();
        if middle <= low || middle >= high {
            break;
        }
        if cdf(middle) >= goal {
            high = middle;
        } else {
            low = middle;
        }
    }
    high
}
