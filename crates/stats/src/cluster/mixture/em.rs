//! Expectation and maximisation in turn (Dempster, Laird and Rubin 1977).

use super::super::points::Points;
use super::covariance::covariances;
use super::{Mixture, Model};
use crate::{Error, Result};
use matrix::{Mat, inverse, log_determinant};
use rayon::prelude::*;

/// Rows that one core takes at a time.
const PIECE: usize = 2048;
/// The likelihood rests when a step changes it by less than this share.
const REST: f64 = 1e-11;
/// A cloud whose rows lie this near to fewer dimensions is singular.
const FLAT: f64 = 1e-12;

/// A mixture from first labels, for at most `limit` steps.
///
/// # Errors
/// Labels of another length or of more clusters than rows; a cloud that shrinks to fewer dimensions than there are columns.
pub fn fit(points: &Points, first: &[u32], model: Model, limit: usize) -> Result<Mixture> {
    fit_until(points, first, model, limit, REST)
}

/// The same, until a step changes the likelihood by less than a share.
pub(super) fn fit_until(
    points: &Points,
    first: &[u32],
    model: Model,
    limit: usize,
    rest: f64,
) -> Result<Mixture> {
    let n = points.len();
    if first.len() != n {
        return Err(Error::Lengths { left: n, right: first.len() });
    }
    let k = first.iter().filter(|&&label| label != super::super::NOISE).max().map_or(0, |&m| m as usize + 1);
    if k == 0 || k > n || n < 2 {
        return Err(Error::TooFew { what: "rows", have: n, need: k.max(2) });
    }
    let mut posterior = vec![0.0; n * k];
    for (belongs, &label) in posterior.chunks_exact_mut(k).zip(first) {
        match belongs.get_mut(label as usize) {
            Some(one) => *one = 1.0,
            // A row of no cluster may be of any.
            None => belongs.fill(1.0 / k as f64),
        }
    }
    climb(points, posterior, k, model, limit, rest)
}

/// A mixture taken on to where it rests.
pub(super) fn polish(points: &Points, found: &Mixture, limit: usize) -> Result<Mixture> {
    climb(points, found.posterior.clone(), found.clouds(), found.model, limit, REST)
}

fn climb(
    points: &Points,
    mut posterior: Vec<f64>,
    k: usize,
    model: Model,
    limit: usize,
    rest: f64,
) -> Result<Mixture> {
    let flat = || Error::NoConvergence { what: "mixture", steps: 0 };
    // About their own centre figures lose no digits to a large mean.
    let origin = points.centre();
    let values = points.rows().flat_map(|row| row.iter().zip(&origin).map(|(x, c)| x - c)).collect();
    let centred = Points { values, width: points.width() };
    let floor = floor(&centred);
    let mut last = f64::NEG_INFINITY;
    let mut steps = 0;
    loop {
        let clouds = Clouds::most_likely(&centred, &posterior, k, model, &floor).ok_or_else(flat)?;
        let likelihood = clouds.expect(&centred, &mut posterior);
        if !likelihood.is_finite() {
            return Err(flat());
        }
        steps += 1;
        let rests = (likelihood - last).abs() <= rest * (1.0 + likelihood.abs());
        if rests || steps >= limit.max(1) {
            return Ok(clouds.finish(posterior, likelihood, model, steps, rests, &origin));
        }
        last = likelihood;
    }
}

/// For each column the least variance a cloud may have.
fn floor(points: &Points) -> Vec<f64> {
    let square = |at: usize| points.column(at).iter().map(|x| x * x).sum::<f64>() / points.len() as f64;
    (0..points.width()).map(|at| FLAT * square(at)).collect()
}

struct Clouds {
    shares: Vec<f64>,
    means: Points,
    covariances: Vec<Mat<f64>>,
    inverses: Vec<Mat<f64>>,
    /// ln share − ½·(d·ln 2π + ln |Σ|).
    heights: Vec<f64>,
}

impl Clouds {
    /// Shares, centres and covariances of the greatest likelihood, given how the rows belong.
    fn most_likely(
        points: &Points,
        posterior: &[f64],
        k: usize,
        model: Model,
        floor: &[f64],
    ) -> Option<Self> {
        let (n, d) = (points.len(), points.width());
        let (mut weights, mut sums) = (vec![0.0; k], vec![0.0; k * d]);
        for (row, belongs) in points.rows().zip(posterior.chunks_exact(k)) {
            for (cloud, &z) in belongs.iter().enumerate() {
                weights[cloud] += z;
                let sum = &mut sums[cloud * d..(cloud + 1) * d];
                sum.iter_mut().zip(row).for_each(|(sum, x)| *sum += z * x);
            }
        }
        for (sum, weight) in sums.chunks_exact_mut(d).zip(&weights) {
            sum.iter_mut().for_each(|sum| *sum /= weight);
        }
        let means = Points { values: sums, width: d };
        let scatter = scatter(points, posterior, &means);
        let covariances = covariances(model, &scatter, &weights)?;
        let whole = covariances.iter().all(|cloud| (0..d).all(|at| cloud[(at, at)] > floor[at]));
        if !whole {
            return None;
        }
        let inverses =
            covariances.iter().map(|cloud| inverse(cloud.as_ref()).ok()).collect::<Option<Vec<_>>>()?;
        let shares: Vec<f64> = weights.iter().map(|weight| weight / n as f64).collect();
        let heights = covariances.iter().zip(&shares).map(|(cloud, share)| {
            let log = log_determinant(cloud.as_ref()).ok()?;
            Some(libm::log(*share) - 0.5 * (d as f64 * libm::log(2.0 * std::f64::consts::PI) + log))
        });
        let heights = heights.collect::<Option<Vec<_>>>()?;
        Some(Clouds { shares, means, covariances, inverses, heights })
    }

    /// How the rows belong, and the logarithm of the likelihood.
    fn expect(&self, points: &Points, posterior: &mut [f64]) -> f64 {
        let (d, k) = (points.width(), self.shares.len());
        let pieces: Vec<f64> = points
            .values()
            .par_chunks(PIECE * d)
            .zip(posterior.par_chunks_mut(PIECE * k))
            .map(|(rows, posterior)| {
                let rows = rows.chunks_exact(d).zip(posterior.chunks_exact_mut(k));
                rows.map(|(row, belongs)| self.row(row, belongs)).sum::<f64>()
            })
            .collect();
        pieces.iter().sum()
    }

    /// One row's probabilities of the clouds, and the logarithm of its density.
    fn row(&self, row: &[f64], belongs: &mut [f64]) -> f64 {
        let d = row.len();
        for (cloud, log) in belongs.iter_mut().enumerate() {
            let (centre, back) = (self.means.row(cloud), &self.inverses[cloud]);
            let mut far = 0.0;
            for a in 0..d {
                let gap = row[a] - centre[a];
                let cross: f64 = (0..a).map(|b| back[(a, b)] * (row[b] - centre[b])).sum();
                far += gap * (back[(a, a)] * gap + 2.0 * cross);
            }
            *log = self.heights[cloud] - 0.5 * far;
        }
        let most = belongs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let sum: f64 = belongs
            .iter_mut()
            .map(|log| {
                *log = (*log - most).exp();
                *log
            })
            .sum();
        belongs.iter_mut().for_each(|z| *z /= sum);
        most + sum.ln()
    }

    fn finish(
        self,
        posterior: Vec<f64>,
        log_likelihood: f64,
        model: Model,
        steps: usize,
        converged: bool,
        origin: &[f64],
    ) -> Mixture {
        let (k, d) = (self.shares.len(), origin.len());
        let n = posterior.len() / k;
        let labels = posterior.chunks_exact(k).map(most_likely).collect();
        let parameters = model.parameters(k, d);
        let bic = 2.0 * log_likelihood - parameters as f64 * (n as f64).ln();
        // mclust's: the doubt of each row in its most likely cloud only.
        let doubt: f64 =
            posterior.chunks_exact(k).map(|row| row.iter().copied().fold(0.0, f64::max).ln()).sum();
        let values = self.means.rows().flat_map(|row| row.iter().zip(origin).map(|(x, c)| x + c)).collect();
        Mixture {
            model,
            shares: self.shares,
            means: Points { values, width: d },
            covariances: self.covariances,
            labels,
            posterior,
            log_likelihood,
            parameters,
            bic,
            icl: bic + 2.0 * doubt,
            steps,
            converged,
        }
    }
}

fn most_likely(belongs: &[f64]) -> u32 {
    let best = belongs
        .iter()
        .enumerate()
        .fold((0, 0.0), |best, (cloud, &z)| if z > best.1 { (cloud, z) } else { best });
    best.0 as u32
}

/// Each cloud's weighted sums of products about its centre.
fn scatter(points: &Points, posterior: &[f64], means: &Points) -> Vec<Mat<f64>> {
    let (d, k) = (points.width(), means.len());
    let half = d * (d + 1) / 2;
    let pieces: Vec<Vec<f64>> = points
        .values()
        .par_chunks(PIECE * d)
        .zip(posterior.par_chunks(PIECE * k))
        .map(|(rows, posterior)| {
            let mut sums = vec![0.0; k * half];
            let mut gaps = vec![0.0; d];
            for (row, belongs) in rows.chunks_exact(d).zip(posterior.chunks_exact(k)) {
                for (cloud, &z) in belongs.iter().enumerate().filter(|(_, z)| **z > 0.0) {
                    let centre = means.row(cloud);
                    gaps.iter_mut().zip(row.iter().zip(centre)).for_each(|(gap, (x, c))| *gap = x - c);
                    let mut sums = sums[cloud * half..].iter_mut();
                    for a in 0..d {
                        let own = z * gaps[a];
                        gaps[..=a].iter().zip(&mut sums).for_each(|(gap, sum)| *sum += own * gap);
                    }
                }
            }
            sums
        })
        .collect();
    let mut sums = vec![0.0; k * half];
    pieces.iter().for_each(|piece| sums.iter_mut().zip(piece).for_each(|(sum, by)| *sum += by));
    let place = |a: usize, b: usize| a.max(b) * (a.max(b) + 1) / 2 + a.min(b);
    (0..k).map(|cloud| Mat::from_fn(d, d, |a, b| sums[cloud * half + place(a, b)])).collect()
}

/// For each new row the probability of each cloud, row after row.
///
/// # Errors
/// Rows of another width.
pub fn shares(found: &Mixture, rows: &Points) -> Result<Vec<f64>> {
    if rows.width() != found.means.width() {
        return Err(Error::Lengths { left: rows.width(), right: found.means.width() });
    }
    let flat = Error::NoConvergence { what: "mixture", steps: 0 };
    let d = rows.width() as f64;
    let (mut inverses, mut heights) = (Vec::new(), Vec::new());
    for (cloud, share) in found.covariances.iter().zip(&found.shares) {
        inverses.push(inverse(cloud.as_ref()).map_err(|_| flat.clone())?);
        let log = log_determinant(cloud.as_ref()).map_err(|_| flat.clone())?;
        heights.push(libm::log(*share) - 0.5 * (d * libm::log(2.0 * std::f64::consts::PI) + log));
    }
    let (shares, means) = (found.shares.clone(), found.means.clone());
    let clouds = Clouds { shares, means, covariances: found.covariances.clone(), inverses, heights };
    let k = found.clouds();
    let mut belongs = vec![0.0; k * rows.len()];
    rows.rows().zip(belongs.chunks_exact_mut(k.max(1))).for_each(|(row, own)| {
        clouds.row(row, own);
    });
    Ok(belongs)
}

/// For each new row its most likely cloud and how likely that is.
///
/// # Errors
/// Rows of another width.
pub fn assign(found: &Mixture, rows: &Points) -> Result<Vec<(u32, f64)>> {
    let belongs = shares(found, rows)?;
    let one = |own: &[f64]| {
        let label = most_likely(own);
        (label, own[label as usize])
    };
    Ok(belongs.chunks_exact(found.clouds().max(1)).map(one).collect())
}
