//! MM-estimators (Yohai 1987): the scale and the start from an S-estimator, which half of the rows cannot bend (Rousseeuw and
//! Yohai 1984), then Tukey's biweight with 95 % efficiency at that scale.

use super::Design;
use super::robust::{Psi, Robust, Scale, Weights, robust};
use super::weighted::{solve, times};
use crate::{Chance, Error, Result};
use rayon::prelude::*;

/// The biweight's reach at which an S-estimator breaks down at one half only.
const REACH: f64 = 1.548;
/// How many small samples are tried.
const TRIES: u64 = 500;
/// How many of them are followed to the end.
const BEST: usize = 8;

/// Fits an MM-estimator; the small samples that the search starts from are drawn by a seed.
///
/// The S-estimator is found as by Salibian-Barrera and Yohai (2006): each sample is bettered twice, the best are followed until
/// they rest.
///
/// # Errors
/// As [`robust`].
pub fn mm(design: &Design, seed: u64) -> Result<Robust> {
    design.check()?;
    let (n, columns) = (design.n(), design.slices());
    let zeros = vec![0.0; n];
    let offset = design.offset.as_deref().unwrap_or(&zeros);
    let y: Vec<f64> = design.y.iter().zip(offset).map(|(y, o)| y - o).collect();
    let ones = vec![1.0; n];
    let rank = solve(&columns, &y, &ones).rank();
    if n <= 2 * rank {
        return Err(Error::TooFew { what: "rows", have: n, need: 2 * rank + 1 });
    }
    let target = 0.5 * (n - rank) as f64;
    let rest = |beta: &[f64]| -> Vec<f64> {
        times(&columns, beta, n).iter().zip(&y).map(|(fit, y)| y - fit).collect()
    };
    let better = |beta: &mut Vec<f64>, s: &mut f64, steps: usize| {
        for _ in 0..steps {
            let left = rest(beta);
            let weights: Vec<f64> = left.iter().map(|r| Psi::Bisquare(REACH).weight(r / *s)).collect();
            let step = solve(&columns, &left, &weights).beta;
            let size = step
                .iter()
                .zip(beta.iter())
                .map(|(d, b)| d.abs() / b.abs().max(1e-9 * *s))
                .fold(0.0, f64::max);
            beta.iter_mut().zip(&step).for_each(|(b, d)| *b += d);
            *s = scale(&rest(beta), *s, target);
            if size < 1e-15 {
                break;
            }
        }
    };
    let chance = Chance::new(seed);
    let one = |number: u64| {
        let mut chance = chance.branch(number);
        let mut weights = vec![0.0; n];
        // One row more than needed, so that a sample of like rows is rare.
        (0..=rank).for_each(|_| weights[chance.below(n)] = 1.0);
        let mut beta = solve(&columns, &y, &weights).beta;
        let mut s = scale(&rest(&beta), f64::NAN, target);
        better(&mut beta, &mut s, 2);
        (s, number, beta)
    };
    let mut found: Vec<(f64, u64, Vec<f64>)> =
        (0..TRIES).into_par_iter().map(one).filter(|f| f.0.is_finite()).collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    found.truncate(BEST);
    let best = found.into_par_iter().map(|(mut s, number, mut beta)| {
        better(&mut beta, &mut s, 500);
        (s, number, beta)
    });
    let best = best.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let Some((s, _, beta)) = best else { return Err(Error::NoConvergence { what: "robust", steps: 1 }) };
    robust(design, Psi::BISQUARE, Scale::Fixed(s), Weights::InverseVariance, Some(&beta))
}

/// The s at which the biweight's losses of residuals in units of it add up to the target.
fn scale(rest: &[f64], start: f64, target: f64) -> f64 {
    let mut s = start;
    if s.is_nan() || s <= 0.0 {
        let mut sizes: Vec<f64> = rest.iter().map(|r| r.abs()).collect();
        sizes.sort_by(f64::total_cmp);
        s = sizes.get(sizes.len() / 2).copied().unwrap_or(0.0) / 0.6745;
    }
    let loss = |r: &f64, s: f64| {
        let t = (r / (REACH * s)).powi(2);
        if t < 1.0 { 1.0 - (1.0 - t).powi(3) } else { 1.0 }
    };
    for _ in 0..200 {
        let sum: f64 = rest.iter().map(|r| loss(r, s)).sum();
        let next = s * (sum / target).sqrt();
        let done = (next / s - 1.0).abs() < 1e-15 || !next.is_finite();
        s = next;
        if done {
            break;
        }
    }
    s
}
