//! The bivariate normal distribution.

use super::normal::Normal;
use super::quadrature::panel;
use libm::{asin, exp, sin, sqrt};
use std::f64::consts::TAU;

/// Two standard normal figures with a correlation of −1 … 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BivariateNormal(pub f64);

impl BivariateNormal {
    /// The density; infinite on the line of a perfect correlation.
    pub fn pdf(&self, x: f64, y: f64) -> f64 {
        let rho = self.0;
        let rest = (1.0 - rho) * (1.0 + rho);
        exp(-0.5 * (x * x + y * y - 2.0 * rho * x * y) / rest) / (TAU * sqrt(rest))
    }

    /// The chance that the first is `h` at most and the second `k` at most.
    ///
    /// Near independence Plackett's integral over the correlation (1954), which costs less than a microsecond; where that
    /// would cancel, or far out, or for a high correlation, the integral of the normal density times a conditional tail, which has
    /// no cancellation and so holds 13 digits of however small a chance.
    pub fn cdf(&self, h: f64, k: f64) -> f64 {
        let rho = self.0;
        if h.is_nan() || k.is_nan() || rho.is_nan() || rho.abs() > 1.0 {
            return f64::NAN;
        }
        if h == f64::NEG_INFINITY || k == f64::NEG_INFINITY {
            return 0.0;
        }
        if h == f64::INFINITY || k == f64::INFINITY || rho == 1.0 {
            return Normal.cdf(h.min(k));
        }
        if rho == -1.0 {
            // Φ(h) − Φ(−k), from the side that has the smaller figures.
            let between = if h > 0.0 { Normal.sf(-k) - Normal.sf(h) } else { Normal.cdf(h) - Normal.cdf(-k) };
            return between.max(0.0);
        }
        let apart = Normal.cdf(h) * Normal.cdf(k);
        if rho.abs() <= 0.9 && h.abs() < 5.0 && k.abs() < 5.0 {
            let whole = apart + plackett(h, k, asin(rho));
            if whole > 0.1 * apart {
                return whole.min(1.0);
            }
        }
        // The farther of both limits outside: its tail is the smaller.
        let (h, k) = if h < k { (h, k) } else { (k, h) };
        conditional(h, k, rho)
    }
}

/// What the correlation sin `angle` adds to the chance of independent figures.
fn plackett(h: f64, k: f64, angle: f64) -> f64 {
    let (squares, product) = (0.5 * (h * h + k * k), h * k);
    let density = |angle: f64| {
        let sine = sin(angle);
        exp((sine * product - squares) / ((1.0 - sine) * (1.0 + sine)))
    };
    let pieces = if angle.abs() < 0.4 { 1 } else { 2 + (angle.abs() > 0.9) as usize };
    let step = angle / pieces as f64;
    (0..pieces).map(|i| panel(i as f64 * step, (i + 1) as f64 * step, density)).sum::<f64>() / TAU
}

/// ∫ φ(x) Φ((k − ρ x) / √(1 − ρ²)) for x up to `h`: the logarithm under the integral is concave.
fn conditional(h: f64, k: f64, rho: f64) -> f64 {
    let spread = sqrt((1.0 - rho) * (1.0 + rho));
    let log = |x: f64| -0.5 * x * x + Normal.log_cdf((k - rho * x) / spread);
    // Its top at or below h: where the slope changes its sign.
    let rising = |x: f64| {
        let z = (k - rho * x) / spread;
        let mills = exp(-0.5 * z * z - 0.5 * libm::log(TAU) - Normal.log_cdf(z));
        let mills = if mills.is_nan() { -z } else { mills };
        -x - rho / spread * mills > 0.0
    };
    let mut top = h;
    if !rising(h) {
        let (mut low, mut high) = (h.min(-1.0), h);
        while !rising(low) {
            low *= 2.0;
        }
        for _ in 0..60 {
            let middle = 0.5 * (low + high);
            if rising(middle) {
                low = middle;
            } else {
                high = middle;
            }
        }
        top = low;
    }
    let height = log(top);
    if height == f64::NEG_INFINITY {
        return 0.0;
    }
    // How far on a side the function counts.
    let reach = |sign: f64| {
        let mut far = 1e-3;
        while log(top + sign * far) > height - 42.0 {
            far *= 1.5;
        }
        far
    };
    let left = top - reach(-1.0);
    let right = if top < h { h.min(top + reach(1.0)) } else { h };
    let turn = if rho == 0.0 { 0.0 } else { k / rho };
    let width = spread / rho.abs().max(0.1);
    let even = (1..=5).map(|i| left + (right - left) * f64::from(i) / 6.0);
    let steep = [-9.0, -5.0, -2.5, 0.0, 2.5, 5.0, 9.0].map(|i| turn + i * width);
    let inner = even.chain(steep).filter(|x| (left..right).contains(x));
    let mut cuts: Vec<f64> = inner.chain([left, right]).collect();
    cuts.sort_by(f64::total_cmp);
    let sum: f64 = cuts.windows(2).map(|cut| panel(cut[0], cut[1], |x| exp(log(x) - height))).sum();
    exp(height) * sum / sqrt(TAU)
}
