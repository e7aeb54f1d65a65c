//! The parameters of greatest likelihood, few of them, from the slope.

use crate::{Error, Result};
use ::matrix::Mat;

/// Where the likelihood is greatest.
pub(super) struct Summit {
    pub(super) at: Vec<f64>,
    pub(super) height: f64,
    /// The inverse of the observed information.
    pub(super) covariance: Mat<f64>,
}

const STEPS: usize = 200;

/// Newton's steps, halved until the logarithm of the likelihood grows, with the curvature out of differences of the slope.
/// `climb` gives the height and the slope; a height that is not finite is no place to be.
pub(super) fn summit(start: Vec<f64>, climb: impl Fn(&[f64]) -> (f64, Vec<f64>)) -> Result<Summit> {
    let lost = Error::NoConvergence { what: "maximum likelihood", steps: STEPS };
    let k = start.len();
    let (mut at, (mut height, mut slope)) = (start.clone(), climb(&start));
    for _ in 0..STEPS {
        let information = curvature(&at, &climb);
        let covariance = match positive(&information) {
            Some(covariance) => covariance,
            // Where the surface is not yet a summit's, only the diagonal is trusted.
            None => Mat::from_fn(
                k,
                k,
                |i, j| if i == j { 1.0 / information[(i, i)].abs().max(1e-3) } else { 0.0 },
            ),
        };
        let step: Vec<f64> = (0..k).map(|i| (0..k).map(|j| covariance[(i, j)] * slope[j]).sum()).collect();
        let gain: f64 = step.iter().zip(&slope).map(|(a, b)| a * b).sum();
        if gain.abs() < 1e-22 * (1.0 + height.abs()) || step.iter().all(|s| s.abs() < 1e-13) {
            // The step that is left no longer shows in the height, and still does in the last digits of the place.
            let last: Vec<f64> = at.iter().zip(&step).map(|(a, s)| a + s).collect();
            let at = if climb(&last).0.is_finite() { last } else { at };
            return Ok(Summit { at, height, covariance });
        }
        let mut share = 1.0;
        loop {
            let next: Vec<f64> = at.iter().zip(&step).map(|(a, s)| a + share * s).collect();
            let (there, slope_there) = climb(&next);
            // Close to the summit heights differ by rounding only, and the slope decides.
            let steep = |slope: &[f64]| slope.iter().map(|x| x * x).sum::<f64>();
            let level =
                (there - height).abs() <= 1e-12 * (1.0 + height.abs()) && steep(&slope_there) < steep(&slope);
            if there.is_finite() && (there > height || level) {
                (at, height, slope) = (next, there, slope_there);
                break;
            }
            share *= 0.5;
            if share < 1e-12 {
                // No step helps: this is as near as rounding lets it come.
                return if gain < 1e-9 { Ok(Summit { at, height, covariance }) } else { Err(lost) };
            }
        }
    }
    Err(lost)
}

/// Minus the second derivatives.
fn curvature(at: &[f64], climb: &impl Fn(&[f64]) -> (f64, Vec<f64>)) -> Mat<f64> {
    let k = at.len();
    let mut found = Mat::<f64>::zeros(k, k);
    for i in 0..k {
        let h = 1e-5 * (1.0 + at[i].abs());
        let moved = |by: f64| {
            let mut place = at.to_vec();
            place[i] += by;
            climb(&place)
        };
        let ((up_height, up), (down_height, down)) = (moved(h), moved(-h));
        let usable = up_height.is_finite() && down_height.is_finite();
        for j in 0..k {
            found[(i, j)] = if usable { (down[j] - up[j]) / (2.0 * h) } else { f64::from(u8::from(i == j)) };
        }
    }
    Mat::from_fn(k, k, |i, j| 0.5 * (found[(i, j)] + found[(j, i)]))
}

fn positive(information: &Mat<f64>) -> Option<Mat<f64>> {
    let inverse = ::matrix::inverse(information.as_ref()).ok()?;
    let k = information.nrows();
    (0..k).all(|at| inverse[(at, at)] > 0.0 && inverse[(at, at)].is_finite()).then_some(inverse)
}
