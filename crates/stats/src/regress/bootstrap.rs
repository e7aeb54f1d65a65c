//! How coefficients scatter when the rows are drawn anew.

use super::{Fit, Observed, influence};
use crate::dist::Normal;
use crate::{Chance, Error, Result};
use matrix::Mat;
use rayon::prelude::*;

/// What is drawn anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resample {
    /// Rows (Efron 1979): right also where the errors' spread differs.
    Pairs,
    /// Signs of the residuals over 1−h, rows staying (Liu 1988; Davidson and Flachaire 2008): for designs that are fixed.
    Wild,
}

/// The coefficients of samples drawn anew.
#[derive(Debug, Clone, PartialEq)]
pub struct Bootstrap {
    /// What was drawn.
    pub resample: Resample,
    /// Of each kept column its coefficients in all samples.
    pub draws: Vec<Vec<f64>>,
    /// Their standard deviation.
    pub std_error: Vec<f64>,
    /// Their mean less the estimate.
    pub bias: Vec<f64>,
    /// Percentiles.
    pub percentile: Vec<(f64, f64)>,
    /// Percentiles corrected for bias and acceleration (Efron 1987).
    pub bca: Vec<(f64, f64)>,
    /// Samples left out because a column followed from others in them.
    pub singular: usize,
}

/// So many samples go through one product of matrices.
const BATCH: usize = 128;

/// Draws `times` samples with a seed and fits each; intervals at a level such as 0.95.
///
/// All fits of a batch are one product: drawn counts by rows, times the products of each row's scores on Q. On Q they are well
/// conditioned whatever the columns are.
pub fn bootstrap(
    fit: &Fit,
    observed: &Observed,
    resample: Resample,
    times: usize,
    seed: u64,
    level: f64,
) -> Result<Bootstrap> {
    fit.spare()?;
    if times < 2 {
        return Err(Error::TooFew { what: "rows", have: times, need: 2 });
    }
    let chance = Chance::new(seed);
    let rank = fit.rank();
    let table = match resample {
        Resample::Pairs => products(observed),
        Resample::Wild => wild_scores(observed),
    };
    let batch = |number: usize| {
        let many = BATCH.min(times - number * BATCH);
        let drawn = draw(&chance, resample, number * BATCH, many, table.nrows());
        let sums = matrix::product(drawn.as_ref(), table.as_ref());
        (0..many).map(|row| one(fit, &|at| sums[(row, at)], resample)).collect::<Vec<Option<Vec<f64>>>>()
    };
    let all: Vec<Option<Vec<f64>>> =
        (0..times.div_ceil(BATCH)).into_par_iter().flat_map_iter(batch).collect();
    let good: Vec<&Vec<f64>> = all.iter().flatten().collect();
    let draws: Vec<Vec<f64>> = (0..rank).map(|at| good.iter().map(|b| b[at]).collect()).collect();
    if good.len() < 2 {
        return Err(Error::NoConvergence { what: "bootstrap", steps: times });
    }
    summary(fit, observed, resample, draws, times - good.len(), level)
}

/// Of each row: the products of its scores on Q, the upper half, then each score times the residual.
fn products(observed: &Observed) -> Mat<f64> {
    let (q, e) = (&observed.basis, &observed.weighted);
    let mut columns: Vec<Vec<f64>> = Vec::new();
    for i in 0..q.len() {
        columns.extend(q[i..].iter().map(|b| q[i].iter().zip(b).map(|(a, b)| a * b).collect()));
    }
    columns.extend(observed.scores());
    Mat::from_fn(e.len(), columns.len(), |row, col| columns[col][row])
}

fn wild_scores(observed: &Observed) -> Mat<f64> {
    let scores = observed.scores();
    let free: Vec<f64> = observed.leverage.iter().map(|h| (1.0 - h).max(1e-13)).collect();
    Mat::from_fn(free.len(), scores.len(), |row, col| scores[col][row] / free[row])
}

fn draw(chance: &Chance, resample: Resample, first: usize, many: usize, rows: usize) -> Mat<f64> {
    let mut drawn = Mat::<f64>::zeros(many, rows);
    for sample in 0..many {
        let mut chance = chance.branch((first + sample) as u64);
        match resample {
            Resample::Pairs => (0..rows).for_each(|_| drawn[(sample, chance.below(rows))] += 1.0),
            Resample::Wild => {
                let mut bits = 0;
                for row in 0..rows {
                    bits = if row % 64 == 0 { chance.bits() } else { bits >> 1 };
                    drawn[(sample, row)] = if bits & 1 == 1 { 1.0 } else { -1.0 };
                }
            }
        }
    }
    drawn
}

/// The coefficients of a sample, from its sums; nothing where they have no solution.
fn one(fit: &Fit, sum: &dyn Fn(usize) -> f64, resample: Resample) -> Option<Vec<f64>> {
    let rank = fit.rank();
    let moved = match resample {
        Resample::Wild => (0..rank).map(sum).collect(),
        Resample::Pairs => {
            let half = rank * (rank + 1) / 2;
            solve(rank, sum, &|at| sum(half + at))?
        }
    };
    let along = |i: usize| (0..rank).map(|j| fit.transform[i * rank + j] * moved[j]).sum::<f64>();
    Some(fit.kept.iter().enumerate().map(|(i, &at)| fit.estimates[at] + along(i)).collect())
}

/// Cholesky's solution of a small system whose upper half comes row by row.
fn solve(rank: usize, upper: &dyn Fn(usize) -> f64, right: &dyn Fn(usize) -> f64) -> Option<Vec<f64>> {
    let mut r = vec![0.0; rank * rank];
    let mut x: Vec<f64> = Vec::with_capacity(rank);
    let mut at = 0;
    for i in 0..rank {
        for j in i..rank {
            let known: f64 = (0..i).map(|k| r[k * rank + i] * r[k * rank + j]).sum();
            let left = upper(at) - known;
            at += 1;
            if i == j {
                // On Q a whole sample's diagonal is one.
                if left < 1e-10 || left.is_nan() {
                    return None;
                }
                r[i * rank + i] = left.sqrt();
            } else {
                r[i * rank + j] = left / r[i * rank + i];
            }
        }
        let known: f64 = (0..i).map(|k| r[k * rank + i] * x[k]).sum();
        x.push((right(i) - known) / r[i * rank + i]);
    }
    for i in (0..rank).rev() {
        let known: f64 = (i + 1..rank).map(|j| r[i * rank + j] * x[j]).sum();
        x[i] = (x[i] - known) / r[i * rank + i];
    }
    Some(x)
}

fn summary(
    fit: &Fit,
    observed: &Observed,
    resample: Resample,
    draws: Vec<Vec<f64>>,
    singular: usize,
    level: f64,
) -> Result<Bootstrap> {
    let estimates = fit.kept_estimates();
    let near = influence(fit, observed)?;
    let (low, high) = (0.5 * (1.0 - level), 0.5 * (1.0 + level));
    let mut found = Bootstrap {
        resample,
        draws,
        std_error: vec![],
        bias: vec![],
        percentile: vec![],
        bca: vec![],
        singular,
    };
    for (at, draws) in found.draws.iter().enumerate() {
        let n = draws.len() as f64;
        let mean = draws.iter().sum::<f64>() / n;
        found.std_error.push((draws.iter().map(|b| (b - mean).powi(2)).sum::<f64>() / (n - 1.0)).sqrt());
        found.bias.push(mean - estimates[at]);
        let mut sorted = draws.clone();
        sorted.sort_by(f64::total_cmp);
        found.percentile.push((quantile(&sorted, low), quantile(&sorted, high)));
        // What the coefficient loses with each row, whose skewness is the acceleration.
        let error = |row: usize| near.dfbetas[at][row] * near.sigma[row];
        let moved: Vec<f64> = (0..near.sigma.len()).map(error).filter(|x| x.is_finite()).collect();
        let power = |p: i32| moved.iter().map(|x| x.powi(p)).sum::<f64>();
        let acceleration = power(3) / (6.0 * power(2).powf(1.5));
        let share = sorted.partition_point(|&b| b < estimates[at]) as f64 / n;
        let bias = Normal.quantile(share.clamp(0.5 / n, 1.0 - 0.5 / n));
        let place = |p: f64| {
            let z = bias + Normal.quantile(p);
            Normal.cdf(bias + z / (1.0 - acceleration * z))
        };
        found.bca.push((quantile(&sorted, place(low)), quantile(&sorted, place(high))));
    }
    Ok(found)
}

/// The quantile between the two nearest figures (R's seventh kind).
fn quantile(sorted: &[f64], p: f64) -> f64 {
    let place = p.clamp(0.0, 1.0) * (sorted.len() - 1) as f64;
    let (below, above) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
    below + (above - below) * place.fract()
}
