//! Noncentral t, χ² and F: what the statistics of tests follow when there is an effect. Powers come from them.

use super::counts::Poisson;
use super::double::Dd;
use super::incomplete_beta::{beta_tails, log_front as beta_front};
use super::incomplete_gamma::{gamma_tails, log_front};
use super::ln_gamma::ln_gamma;
use super::normal::Normal;
use super::quadrature::whole_line;
use super::tails::{Tails, tails};

/// t with degrees of freedom and noncentrality.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NoncentralT(pub f64, pub f64);

/// χ² with degrees of freedom and noncentrality.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NoncentralChiSquared(pub f64, pub f64);

/// F with degrees of freedom of numerator and denominator and noncentrality.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NoncentralF(pub f64, pub f64, pub f64);

tails!(NoncentralT);
tails!(NoncentralChiSquared);
tails!(NoncentralF);

/// ln of the mean of exp(g(s)) over s = √(χ²ₙ / n): the scale by which a t or a studentised range is divided.
pub(crate) fn over_scale(n: f64, g: impl Fn(f64) -> f64) -> f64 {
    let half = Dd::from(0.5 * n);
    let front = half * half.ln() - half - ln_gamma(half);
    let front = front.value() + std::f64::consts::LN_2;
    // In u = ln s the density is smooth on the whole line.
    let log = |u: f64| front - n * (0.5 * libm::expm1(2.0 * u) - u) + g(libm::exp(u));
    whole_line(0.0, (1.0 / (2.0 * n).sqrt()).min(1.0), log)
}

impl NoncentralT {
    pub(crate) fn tails(&self, t: f64) -> Tails {
        let NoncentralT(n, shift) = *self;
        if n > 1e15 {
            return Normal.tails(t - shift);
        }
        let lower = over_scale(n, |s| Normal.log_cdf(t * s - shift));
        let upper = over_scale(n, |s| Normal.log_sf(t * s - shift));
        Tails { lower: libm::exp(lower), upper: libm::exp(upper), log_lower: lower, log_upper: upper }
    }
}

/// Tails that are a Poisson mixture over j of tails T_j with T_j.lower − T_{j+1}.lower = `drop(j)`.
///
/// Weights below 1e-40 are left out, which bounds how deep the relative digits go.
fn mixture(half: f64, at: impl Fn(f64) -> Tails, drop: impl Fn(f64) -> f64) -> Tails {
    let weight = |j: f64| Poisson(half).pmf(j);
    let spread = 14.0 * half.sqrt() + 40.0;
    let first = (half - spread).floor().max(0.0);
    let count = (half + spread - first).ceil() as usize;
    let list: Vec<(f64, f64)> = (0..=count).map(|i| first + i as f64).map(|j| (weight(j), drop(j))).collect();
    let (mut upper, mut tail) = (0.0, at(first).upper);
    for (weight, drop) in &list {
        upper += weight * tail;
        tail += drop;
    }
    let (mut lower, mut tail) = (0.0, at(first + count as f64 + 1.0).lower);
    for (weight, drop) in list.iter().rev() {
        tail += drop;
        lower += weight * tail;
    }
    Tails::of_both(lower.min(1.0), upper.min(1.0))
}

impl NoncentralChiSquared {
    pub(crate) fn tails(&self, x: f64) -> Tails {
        let NoncentralChiSquared(n, shift) = *self;
        if x <= 0.0 {
            return Tails::ABOVE;
        }
        let (a, z) = (0.5 * n, Dd::from(0.5 * x));
        mixture(0.5 * shift, |j| gamma_tails(a + j, z), |j| log_front(a + j, z).exp() / (a + j))
    }
}

impl NoncentralF {
    pub(crate) fn tails(&self, x: f64) -> Tails {
        let NoncentralF(n, m, shift) = *self;
        if x <= 0.0 {
            return Tails::ABOVE;
        }
        if m == f64::INFINITY {
            return NoncentralChiSquared(n, shift).tails(n * x);
        }
        let (a, b) = (0.5 * n, 0.5 * m);
        let (p, q) = (Dd::product(n, x), Dd::from(m));
        mixture(0.5 * shift, |j| beta_tails(a + j, b, p, q), |j| beta_front(a + j, b, p, q).exp() / (a + j))
    }
}
