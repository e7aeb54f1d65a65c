//! Integrals of what tails are made of.

use std::sync::OnceLock;

/// Nodes and weights of Gauss and Legendre on −1 … 1, of 16 points: found by Newton's steps on the polynomial.
fn legendre() -> &'static [(f64, f64); 16] {
    static NODES: OnceLock<[(f64, f64); 16]> = OnceLock::new();
    NODES.get_or_init(|| {
        let mut nodes = [(0.0, 0.0); 16];
        for (i, node) in nodes.iter_mut().enumerate() {
            let mut x = libm::cos(std::f64::consts::PI * (i as f64 + 0.75) / 16.5);
            let mut slope = 1.0;
            for _ in 0..100 {
                let (mut before, mut here) = (1.0, x);
                for k in 2..=16 {
                    let k = f64::from(k);
                    (before, here) = (here, ((2.0 * k - 1.0) * x * here - (k - 1.0) * before) / k);
                }
                slope = 16.0 * (x * here - before) / (x * x - 1.0);
                let step = here / slope;
                x -= step;
                if step.abs() < 1e-16 {
                    break;
                }
            }
            *node = (x, 2.0 / ((1.0 - x * x) * slope * slope));
        }
        nodes
    })
}

/// ∫ f from `low` to `high` by 16 points.
pub(crate) fn panel(low: f64, high: f64, mut f: impl FnMut(f64) -> f64) -> f64 {
    let (middle, half) = (0.5 * (low + high), 0.5 * (high - low));
    half * legendre().iter().map(|&(x, weight)| weight * f(middle + half * x)).sum::<f64>()
}

/// The points and weights of so many panels of 16 points.
pub(crate) fn nodes(low: f64, high: f64, panels: usize) -> Vec<(f64, f64)> {
    let half = 0.5 * (high - low) / panels as f64;
    let panel = |at: usize| {
        let middle = low + (2 * at + 1) as f64 * half;
        legendre().iter().map(move |(x, weight)| (middle + half * x, half * weight))
    };
    (0..panels).flat_map(panel).collect()
}

/// ∫ exp(g) from 0 to `end` for a `g` that is 0 at 0 and falls faster and faster.
pub(crate) fn falling(end: f64, g: impl Fn(f64) -> f64) -> f64 {
    // Where exp(g) is below the last digit of the whole.
    let (mut near, mut far) = (0.0, end.min(1.0));
    while g(far) > -40.0 && far < end {
        (near, far) = (far, (2.0 * far).min(end));
    }
    while g(far) < -60.0 {
        let middle = 0.5 * (near + far);
        if g(middle) < -40.0 {
            far = middle;
        } else {
            near = middle;
        }
    }
    let cuts = [0.0, 0.08, 0.2, 0.4, 0.65, 1.0];
    cuts.windows(2).map(|cut| panel(cut[0] * far, cut[1] * far, |u| libm::exp(g(u)))).sum()
}

/// ∫ exp(g) over the whole line for an analytic `g` that falls away on both sides of its peak: the sum over a grid, made
/// finer until it stands still, which for such functions it does exponentially fast (Trefethen and Weideman 2014).
///
/// `peak` is anywhere where `exp(g)` counts, `width` about how broad the peak is. The logarithm of the integral comes back.
pub(crate) fn whole_line(peak: f64, width: f64, g: impl Fn(f64) -> f64) -> f64 {
    // To the top: steps of the width, halved when neither side is higher.
    let (mut at, mut top, mut step) = (peak, g(peak), width);
    for _ in 0..400 {
        let (left, right) = (g(at - step), g(at + step));
        if left > top || right > top {
            (at, top) = if left > right { (at - step, left) } else { (at + step, right) };
        } else if step < 0.05 * width {
            break;
        } else {
            step *= 0.5;
        }
    }
    if top == f64::NEG_INFINITY || top.is_nan() {
        return top;
    }
    let edge = |sign: f64| {
        let mut far = width;
        while g(at + sign * far) > top - 42.0 && far < 1e9 * width {
            far *= 1.25;
        }
        far
    };
    let (left, right) = (edge(-1.0), edge(1.0));
    let sum = |h: f64, odd: bool| {
        let (from, until) = (-(left / h).ceil() as i64, (right / h).ceil() as i64);
        let step = if odd { 0.5 } else { 0.0 };
        (from..=until).map(|k| libm::exp(g(at + (k as f64 + step) * h) - top)).sum::<f64>() * h
    };
    let mut h = (left + right) / 24.0;
    let mut total = sum(h, false);
    for _ in 0..12 {
        let finer = 0.5 * (total + sum(h, true));
        h *= 0.5;
        let done = (finer - total).abs() <= 1e-15 * finer;
        total = finer;
        if done {
            break;
        }
    }
    top + libm::log(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polynomials_are_exact_and_bells_are_whole() {
        assert!((panel(0.0, 2.0, |x| x.powi(9)) / 102.4 - 1.0).abs() < 1e-14);
        let half = falling(f64::INFINITY, |u| -0.5 * u * u);
        assert!((half / (std::f64::consts::PI / 2.0).sqrt() - 1.0).abs() < 1e-14);
        let bell = whole_line(30.0, 2.0, |x| -0.5 * x * x);
        assert!((bell - 0.918_938_533_204_672_8).abs() < 1e-14);
    }
}
