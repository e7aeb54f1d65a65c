//! Shapiro and Wilk's W, with Royston's weights and p (Royston 1995, AS R94).

use super::Test;
use super::sample::{Moments, sample, sorted};
use crate::dist::Normal;
use crate::{Error, Result};

fn polynomial(x: f64, terms: &[f64]) -> f64 {
    terms.iter().rev().fold(0.0, |sum, term| sum * x + term)
}

/// The weights of the upper half of a sorted sample, the largest value's first.
fn weights(n: usize) -> Vec<f64> {
    if n == 3 {
        return vec![0.5_f64.sqrt()];
    }
    let count = n as f64;
    let scores: Vec<f64> = (1..=n / 2).map(|i| Normal.isf((i as f64 - 0.375) / (count + 0.25))).collect();
    let squares = 2.0 * scores.iter().map(|m| m * m).sum::<f64>();
    let u = 1.0 / count.sqrt();
    let root = squares.sqrt();
    let first =
        scores[0] / root + polynomial(u, &[0.0, 0.221_157, -0.147_981, -2.071_19, 4.434_685, -2.706_056]);
    let (fixed, scale) = if n > 5 {
        let second = scores[1] / root
            + polynomial(u, &[0.0, 0.042_981, -0.293_762, -1.752_461, 5.682_633, -3.582_633]);
        let left = squares - 2.0 * (scores[0].powi(2) + scores[1].powi(2));
        (vec![first, second], (left / (1.0 - 2.0 * (first * first + second * second))).sqrt())
    } else {
        (vec![first], ((squares - 2.0 * scores[0].powi(2)) / (1.0 - 2.0 * first * first)).sqrt())
    };
    let rest = scores.iter().skip(fixed.len()).map(|m| m / scale).collect::<Vec<_>>();
    [fixed, rest].concat()
}

/// Whether values are normal.
///
/// Errors: fewer than 3 or more than 5000 values, for which the approximation was not made; all the same.
pub fn shapiro(name: &str, x: &[f64]) -> Result<Test> {
    let sample = sample(name, x, 3)?;
    let list = sorted(&sample.values);
    let n = list.len();
    if n > 5000 {
        return Err(Error::Choice { name: "rows", value: n.to_string(), allowed: "3 … 5000".to_owned() });
    }
    let found = Moments::of(&list);
    let squares = found.squares.value();
    if squares <= 0.0 {
        return Err(Error::Constant { column: name.to_owned() });
    }
    let weights = weights(n);
    // 1 − W as what the weighted sum leaves unexplained, so that it holds its digits near W = 1.
    let length = 2.0 * weights.iter().map(|a| a * a).sum::<f64>();
    let along: f64 = weights.iter().enumerate().map(|(i, a)| a * (list[n - 1 - i] - list[i])).sum();
    let (fit, whole) = (along.abs(), (length * squares).sqrt());
    let rest = ((whole - fit) * (whole + fit) / (length * squares)).max(0.0);
    let w = 1.0 - rest;
    let count = n as f64;
    let p = if n == 3 {
        let least = 0.75_f64.sqrt().asin();
        (6.0 / std::f64::consts::PI * (w.sqrt().asin() - least)).clamp(0.0, 1.0)
    } else {
        let log = rest.ln();
        let (y, mean, spread) = if n <= 11 {
            let gamma = 0.459 * count - 2.273;
            if log >= gamma {
                return Ok(of(w, 0.0, n, sample.dropped));
            }
            (
                -(gamma - log).ln(),
                polynomial(count, &[0.544, -0.399_78, 0.025_054, -6.714e-4]),
                polynomial(count, &[1.382_2, -0.778_57, 0.062_767, -0.002_032_2]).exp(),
            )
        } else {
            let size = count.ln();
            (
                log,
                polynomial(size, &[-1.586_1, -0.310_82, -0.083_751, 0.003_891_5]),
                polynomial(size, &[-0.480_3, -0.082_676, 0.003_030_2]).exp(),
            )
        };
        Normal.sf((y - mean) / spread)
    };
    Ok(of(w, p, n, sample.dropped))
}

fn of(w: f64, p: f64, n: usize, dropped: usize) -> Test {
    Test { n, dropped, ..Test::new("shapiro", "W", w, &[], p) }
}
