//! Negative binomial regression with θ by maximum likelihood (Lawless 1987; Venables and Ripley 2002, section 7.4).

use super::fit::{fit, fit_from};
use super::{Family, Glm, Link};
use crate::regress::Design;
use crate::{Error, Result};
use libm::log;

/// Above which θ a count scatters no more than Poisson's does.
const LARGEST: f64 = 1e8;

/// Fits the coefficients and θ together. Its covariance takes θ as known, as R's `glm.nb` does: the two are uncorrelated.
///
/// # Errors
/// As [`fit`]; [`Error::NoConvergence`] of `theta` where the counts scatter no more than Poisson's, so that θ has no end.
pub fn negative_binomial(design: &Design, link: Link) -> Result<Glm> {
    let poisson = fit(design, Family::Poisson, link)?;
    let prior: Vec<f64> = design.weights.clone().unwrap_or_else(|| vec![1.0; design.n()]);
    let gap = |(w, (y, mu)): (&f64, (&f64, &f64))| w * (y / mu - 1.0).powi(2);
    let rows = prior.iter().zip(design.y.iter().zip(&poisson.fitted));
    let mut theta = prior.iter().sum::<f64>() / rows.map(gap).sum::<f64>();
    let mut beta: Vec<f64> = poisson.coefficients.iter().map(|b| if b.is_nan() { 0.0 } else { *b }).collect();
    let mut before = f64::INFINITY;
    for steps in 1..=200 {
        let model = fit_from(design, Family::NegativeBinomial(theta), link, Some(&beta))?;
        beta = model.coefficients.iter().map(|b| if b.is_nan() { 0.0 } else { *b }).collect();
        let (found, error) = theta_of(&design.y, &model.fitted, &prior, theta)?;
        let moved = (found / theta - 1.0).abs();
        theta = found;
        if moved < 1e-15 || (moved < 1e-10 && moved >= 0.5 * before) {
            let mut model = fit_from(design, Family::NegativeBinomial(theta), link, Some(&beta))?;
            model.theta = Some((theta, error));
            model.parameters += 1;
            model.steps = steps;
            return Ok(model);
        }
        before = moved;
    }
    Err(Error::NoConvergence { what: "theta", steps: 200 })
}

/// The θ of greatest likelihood for given means, and its standard error from the observed information.
fn theta_of(y: &[f64], mean: &[f64], prior: &[f64], start: f64) -> Result<(f64, f64)> {
    let endless = |steps| Error::NoConvergence { what: "theta", steps };
    // Of an integer count, ψ(θ + y) − ψ(θ) is a sum that has no cancellation; above some length the series are taken.
    let slopes = |theta: f64| {
        let one = |((y, mu), w): ((&f64, &f64), &f64)| {
            let (first, second) = differences(theta, *y);
            let share = (mu - y) / (mu + theta);
            // d/dθ and −d²/dθ² of the log likelihood.
            let slope = first - ln_1p_ratio(*mu, theta) + share;
            let bend = -second - 1.0 / theta + 2.0 / (mu + theta) - (y + theta) / (mu + theta).powi(2);
            (w * slope, w * bend)
        };
        y.iter().zip(mean).zip(prior).map(one).fold((0.0, 0.0), |sum, part| (sum.0 + part.0, sum.1 + part.1))
    };
    // On the logarithm of θ, kept between ends that are known: always upward along the likelihood.
    let mut theta = start.clamp(1e-8, LARGEST);
    let mut before = f64::INFINITY;
    for steps in 1..=200 {
        let (slope, bend) = slopes(theta);
        // Newton where the likelihood bends downward, else a doubling or halving.
        let curve = theta * theta * bend - theta * slope;
        let move_by =
            if curve > 0.0 { (theta * slope / curve).clamp(-1.0, 1.0) } else { 0.7f64.copysign(slope) };
        let next = theta * move_by.exp();
        if !(next < LARGEST && next > 1e-10) {
            return Err(endless(steps));
        }
        theta = next;
        let size = move_by.abs();
        if size < 1e-15 || (size < 1e-9 && size >= 0.5 * before) {
            return Ok((theta, 1.0 / slopes(theta).1.sqrt()));
        }
        before = size;
    }
    Err(endless(200))
}

/// ln(1 + μ/θ).
fn ln_1p_ratio(mu: f64, theta: f64) -> f64 {
    libm::log1p(mu / theta)
}

/// ψ(θ + y) − ψ(θ) and ψ′(θ + y) − ψ′(θ).
fn differences(theta: f64, y: f64) -> (f64, f64) {
    if y.fract() == 0.0 && y <= 2_000.0 {
        let terms = (0..y as u32).map(|step| 1.0 / (theta + f64::from(step)));
        return terms.fold((0.0, 0.0), |(first, second), part| (first + part, second - part * part));
    }
    let (a, b) = (polygamma(theta + y), polygamma(theta));
    (a.0 - b.0, a.1 - b.1)
}

/// ψ and ψ′, by recurrence up to 12 and their asymptotic series from there (Abramowitz and Stegun 6.3.18, 6.4.12).
fn polygamma(x: f64) -> (f64, f64) {
    let (mut x, mut first, mut second) = (x, 0.0, 0.0);
    while x < 12.0 {
        first -= 1.0 / x;
        second += 1.0 / (x * x);
        x += 1.0;
    }
    let r = 1.0 / (x * x);
    let series = r
        * (1.0 / 12.0
            - r * (1.0 / 120.0
                - r * (1.0 / 252.0 - r * (1.0 / 240.0 - r * (1.0 / 132.0 - r * (691.0 / 32760.0))))));
    let derived = r
        * (1.0 / 6.0
            - r * (1.0 / 30.0
                - r * (1.0 / 42.0 - r * (1.0 / 30.0 - r * (5.0 / 66.0 - r * (691.0 / 2730.0))))));
    (first + log(x) - 0.5 / x - series, second + 1.0 / x + 0.5 * r + derived / x)
}
