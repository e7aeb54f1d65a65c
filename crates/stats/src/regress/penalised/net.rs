//! The elastic net by coordinate descent (Friedman, Hastie and Tibshirani 2010), finished by solving the conditions of the optimum on the
//! columns that stayed, so that a coefficient holds its digits.

use crate::regress::Design;
use crate::regress::glm::Family;
use crate::regress::weighted::{dot, times};
use crate::{Error, Result};
use matrix::Mat;
use rayon::prelude::*;

/// Which λ is meant for a Gaussian outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Convention {
    /// `glmnet`'s: the squared part of the penalty is divided by the outcome's standard deviation.
    #[default]
    Glmnet,
    /// RSS / 2n + λ·(α·Σ|b| + (1 − α)/2·Σb²), nothing else.
    Plain,
}

/// How a net is cast.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// 1 for the lasso, 0 for ridge, between for the elastic net.
    pub alpha: f64,
    /// Whether columns are brought to one scale before they are penalised.
    pub standardise: bool,
    /// Which λ is meant.
    pub convention: Convention,
    /// Gaussian, binomial (logit) or Poisson (log).
    pub family: Family,
}

impl Default for Options {
    fn default() -> Self {
        Options { alpha: 1.0, standardise: true, convention: Convention::Glmnet, family: Family::Gaussian }
    }
}

/// A point of the path.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// λ.
    pub lambda: f64,
    /// The coefficients in the columns' own units; 0 for one that is left out.
    pub coefficients: Vec<f64>,
    /// How many are not 0, the intercept apart.
    pub df: usize,
    /// The share of the deviance that is explained.
    pub explained: f64,
    /// How far the loss is from its least, at most, as a share of the loss without columns.
    pub gap: f64,
}

/// A path of fits.
#[derive(Debug, Clone, PartialEq)]
pub struct Net {
    /// The coefficients' names.
    pub names: Vec<String>,
    /// A point a λ, in the order asked.
    pub path: Vec<Point>,
    /// Rows.
    pub n: usize,
    /// Rows left out because a value was missing.
    pub dropped: usize,
}

/// What is fitted: columns centred and scaled, without the intercept.
pub(super) struct Problem {
    columns: Vec<Vec<f64>>,
    means: Vec<f64>,
    scales: Vec<f64>,
    /// Rows' weights, adding up to 1.
    weights: Vec<f64>,
    y: Vec<f64>,
    offset: Vec<f64>,
    intercept: bool,
    options: Options,
    /// The outcome's standard deviation.
    spread: f64,
}

/// Fits each λ.
///
/// # Errors
/// α outside 0 to 1, a negative λ, another family, an outcome that the family does not allow, a column of one value beside an intercept.
pub fn net(design: &Design, lambdas: &[f64], options: Options) -> Result<Net> {
    if let Some(wrong) = lambdas.iter().find(|l| !(**l >= 0.0 && l.is_finite())) {
        return Err(Error::Choice {
            name: "lambda",
            value: wrong.to_string(),
            allowed: "lambda >= 0".to_owned(),
        });
    }
    let problem = Problem::new(design, options)?;
    // The greatest λ first: each fit begins where the one before ended.
    let mut order: Vec<usize> = (0..lambdas.len()).collect();
    order.sort_by(|&a, &b| lambdas[b].total_cmp(&lambdas[a]));
    let mut beta = vec![0.0; problem.columns.len()];
    let mut level = problem.start();
    let mut path: Vec<Option<Point>> = vec![None; lambdas.len()];
    for at in order {
        let gap = match options.family {
            Family::Gaussian => problem.gaussian(lambdas[at], &mut beta),
            _ => problem.newton(lambdas[at], &mut beta, &mut level)?,
        };
        path[at] = Some(problem.point(lambdas[at], &beta, level, gap));
    }
    let path = path.into_iter().flatten().collect();
    Ok(Net { names: design.names(), path, n: design.n(), dropped: design.dropped })
}

/// The λ of a path: from the least that leaves every column out, `count` of them, falling evenly in the logarithm to `ratio` of it.
pub fn lambdas(design: &Design, options: Options, count: usize, ratio: f64) -> Result<Vec<f64>> {
    let problem = Problem::new(design, options)?;
    let level = problem.start();
    let mean = |row: usize| problem.mean(level + problem.offset[row]);
    let rest: Vec<f64> =
        (0..problem.y.len()).map(|row| problem.weights[row] * (problem.y[row] - mean(row))).collect();
    let pull = problem.columns.iter().map(|column| dot(column, &rest).abs()).fold(0.0, f64::max);
    let most = pull / options.alpha.max(1e-3);
    let step = |at: usize| most * ratio.powf(at as f64 / count.max(2).saturating_sub(1) as f64);
    Ok((0..count).map(step).collect())
}

impl Problem {
    pub(super) fn new(design: &Design, options: Options) -> Result<Problem> {
        design.check()?;
        options.family.check(&design.response, &design.y)?;
        if !matches!(options.family, Family::Gaussian | Family::Binomial | Family::Poisson) {
            let allowed = "gaussian, binomial, poisson".to_owned();
            return Err(Error::Choice { name: "family", value: options.family.name().to_owned(), allowed });
        }
        if !(0.0..=1.0).contains(&options.alpha) {
            let value = options.alpha.to_string();
            return Err(Error::Choice { name: "alpha", value, allowed: "0 <= alpha <= 1".to_owned() });
        }
        let n = design.n();
        let given = design.weights.clone().unwrap_or_else(|| vec![1.0; n]);
        let sum: f64 = given.iter().sum();
        if n < 2 || sum <= 0.0 {
            return Err(Error::TooFew { what: "rows", have: n, need: 2 });
        }
        let weights: Vec<f64> = given.iter().map(|w| w / sum).collect();
        let offset = design.offset.clone().unwrap_or_else(|| vec![0.0; n]);
        let mut y = design.y.clone();
        let gaussian = options.family == Family::Gaussian;
        if gaussian {
            y.iter_mut().zip(&offset).for_each(|(y, o)| *y -= o);
        }
        let level = dot(&y, &weights);
        let about = if design.intercept { level } else { 0.0 };
        let spread = y.iter().zip(&weights).map(|(y, w)| w * (y - about).powi(2)).sum::<f64>().sqrt();
        if spread.is_nan() || spread <= 0.0 {
            return Err(Error::Constant { column: design.response.clone() });
        }
        if gaussian {
            y.iter_mut().for_each(|y| *y -= about);
        }
        let (mut columns, mut means, mut scales) = (Vec::new(), Vec::new(), Vec::new());
        for column in &design.columns[usize::from(design.intercept)..] {
            let mean = if design.intercept { dot(&column.values, &weights) } else { 0.0 };
            let centred: Vec<f64> = column.values.iter().map(|x| x - mean).collect();
            let deviation = centred.iter().zip(&weights).map(|(x, w)| w * x * x).sum::<f64>().sqrt();
            if deviation.is_nan() || deviation <= 0.0 {
                return Err(Error::Constant { column: column.name.clone() });
            }
            let scale = if options.standardise { deviation } else { 1.0 };
            columns.push(centred.into_iter().map(|x| x / scale).collect());
            means.push(mean);
            scales.push(scale);
        }
        // The level that was taken off a Gaussian outcome comes back in `point`.
        means.push(about);
        Ok(Problem {
            columns,
            means,
            scales,
            weights,
            y,
            offset,
            intercept: design.intercept,
            options,
            spread,
        })
    }

    fn mean(&self, eta: f64) -> f64 {
        match self.options.family {
            Family::Binomial => 1.0 / (1.0 + (-eta).exp()),
            Family::Poisson => eta.exp(),
            _ => eta,
        }
    }

    /// The intercept without any column.
    fn start(&self) -> f64 {
        let mean = dot(&self.y, &self.weights);
        match self.options.family {
            _ if !self.intercept => 0.0,
            Family::Binomial => (mean / (1.0 - mean)).ln(),
            Family::Poisson => {
                let exposed: f64 = self.offset.iter().zip(&self.weights).map(|(o, w)| w * o.exp()).sum();
                (mean / exposed).ln()
            }
            _ => 0.0,
        }
    }

    /// The penalty's two parts at a λ: of sizes and of squares.
    fn parts(&self, lambda: f64) -> (f64, f64) {
        let by = match (self.options.family, self.options.convention) {
            (Family::Gaussian, Convention::Glmnet) => self.spread,
            _ => 1.0,
        };
        (lambda * self.options.alpha, lambda * (1.0 - self.options.alpha) / by)
    }

    fn gaussian(&self, lambda: f64, beta: &mut [f64]) -> f64 {
        let (first, second) = self.parts(lambda);
        descend(&self.columns, &self.weights, &self.y, first, second, beta);
        let slices: Vec<&[f64]> = self.columns.iter().map(Vec::as_slice).collect();
        let fit = times(&slices, beta, self.y.len());
        let rest: Vec<f64> = self.y.iter().zip(&fit).map(|(y, f)| y - f).collect();
        self.gap(&rest, beta, first, second)
    }

    /// The duality gap of a Gaussian fit, by the spread of the outcome (Friedman, Hastie and Tibshirani 2010; Fercoq et al. 2015): the squared part of the penalty is
    /// taken as rows beneath the columns.
    fn gap(&self, rest: &[f64], beta: &[f64], first: f64, second: f64) -> f64 {
        let weighted: Vec<f64> = rest.iter().zip(&self.weights).map(|(r, w)| r * w).collect();
        let square = dot(&weighted, rest);
        let (sizes, squares) = (beta.iter().map(|b| b.abs()).sum::<f64>(), dot(beta, beta));
        let pull = self.columns.iter().zip(beta).map(|(c, b)| (dot(c, &weighted) - second * b).abs());
        if first == 0.0 {
            // Without corners the slope tells: the loss bends by `second` at least.
            let slope: f64 = pull.map(|g| g * g).sum();
            return 0.5 * slope / second.max(f64::EPSILON) / (self.spread * self.spread);
        }
        let most = pull.fold(0.0, f64::max);
        let scale = if most > first { first / most } else { 1.0 };
        let whole = square + second * squares;
        let primal = 0.5 * whole + first * sizes;
        let dual = scale * dot(&weighted, &self.y) - 0.5 * scale * scale * whole;
        (primal - dual).max(0.0) / (self.spread * self.spread)
    }

    /// Newton's steps, each a penalised least-squares problem. Gives the last step's size.
    fn newton(&self, lambda: f64, beta: &mut [f64], level: &mut f64) -> Result<f64> {
        let (first, second) = self.parts(lambda);
        let n = self.y.len();
        let slices: Vec<&[f64]> = self.columns.iter().map(Vec::as_slice).collect();
        let mut before = f64::INFINITY;
        for steps in 1..=200 {
            let own = times(&slices, beta, n);
            let eta: Vec<f64> = (0..n).map(|row| own[row] + *level + self.offset[row]).collect();
            let mean: Vec<f64> = eta.iter().map(|eta| self.mean(*eta)).collect();
            let curve: Vec<f64> = (0..n)
                .map(|row| {
                    let v = if self.options.family == Family::Binomial {
                        mean[row] * (1.0 - mean[row])
                    } else {
                        mean[row]
                    };
                    self.weights[row] * v.max(1e-10)
                })
                .collect();
            let rest: Vec<f64> =
                (0..n).map(|row| self.weights[row] * (self.y[row] - mean[row]) / curve[row]).collect();
            // The intercept is not penalised: it is taken out of target and columns by their weighted means.
            let sum: f64 = curve.iter().sum();
            let centre = |column: &[f64]| if self.intercept { dot(column, &curve) / sum } else { 0.0 };
            let target: Vec<f64> = rest.iter().zip(&own).map(|(r, o)| r + o).collect();
            let about = centre(&target);
            let target: Vec<f64> = target.iter().map(|t| t - about).collect();
            let means: Vec<f64> = self.columns.iter().map(|column| centre(column)).collect();
            let columns: Vec<Vec<f64>> = self
                .columns
                .par_iter()
                .zip(&means)
                .map(|(column, mean)| column.iter().map(|x| x - mean).collect())
                .collect();
            let old = (beta.to_vec(), *level);
            descend(&columns, &curve, &target, first, second, beta);
            if self.intercept {
                *level += about - beta.iter().zip(&means).map(|(b, m)| b * m).sum::<f64>();
            }
            // `about` holds the old line's mean too, which the columns' own means take off again.
            let moved =
                beta.iter().zip(&old.0).map(|(b, o)| (b - o).abs()).fold((*level - old.1).abs(), f64::max);
            if moved < 1e-14 || (moved < 1e-10 && moved >= 0.5 * before) {
                return Ok(moved);
            }
            if !moved.is_finite() {
                return Err(Error::NoConvergence { what: "net", steps });
            }
            before = moved;
        }
        Err(Error::NoConvergence { what: "net", steps: 200 })
    }

    fn point(&self, lambda: f64, beta: &[f64], level: f64, gap: f64) -> Point {
        let n = self.y.len();
        let slices: Vec<&[f64]> = self.columns.iter().map(Vec::as_slice).collect();
        let own = times(&slices, beta, n);
        let family = self.options.family;
        let deviance = |eta: &dyn Fn(usize) -> f64| -> f64 {
            let one = |row: usize| {
                let mean = self.mean(eta(row));
                self.weights[row] * family.deviance(self.y[row], mean, 1.0 - mean)
            };
            (0..n).map(one).sum()
        };
        let gaussian = family == Family::Gaussian;
        let shift = |row: usize| if gaussian { 0.0 } else { self.offset[row] };
        let null = deviance(&|row| self.start() + shift(row));
        let left = deviance(&|row| own[row] + level + shift(row));
        let coefficients: Vec<f64> = beta.iter().zip(&self.scales).map(|(b, s)| b / s).collect();
        let mut intercept = if gaussian { self.means.last().copied().unwrap_or(0.0) } else { level };
        intercept -= coefficients.iter().zip(&self.means).map(|(b, m)| b * m).sum::<f64>();
        Point {
            lambda,
            df: beta.iter().filter(|b| **b != 0.0).count(),
            coefficients: self.intercept.then_some(intercept).into_iter().chain(coefficients).collect(),
            explained: 1.0 - left / null,
            gap,
        }
    }
}

/// Coordinate descent on Σ w (y − X·b)² / 2 + first·Σ|b| + second/2·Σb², then the optimum's own equations on the columns that stayed.
fn descend(columns: &[Vec<f64>], weights: &[f64], y: &[f64], first: f64, second: f64, beta: &mut [f64]) {
    let p = columns.len();
    // Cross-products once: a pass then costs p² and not n·p.
    let weighted: Vec<Vec<f64>> =
        columns.par_iter().map(|c| c.iter().zip(weights).map(|(x, w)| x * w).collect()).collect();
    let gram: Vec<Vec<f64>> =
        (0..p).into_par_iter().map(|i| (0..p).map(|j| dot(&weighted[i], &columns[j])).collect()).collect();
    let right: Vec<f64> = weighted.iter().map(|c| dot(c, y)).collect();
    let mut pull: Vec<f64> = (0..p).map(|j| right[j] - dot(&gram[j], beta)).collect();
    let size: f64 = y.iter().zip(weights).map(|(y, w)| w * y * y).sum::<f64>();
    let step = |j: usize, beta: &mut [f64], pull: &mut [f64]| {
        let at = pull[j] + gram[j][j] * beta[j];
        let next = at.signum() * (at.abs() - first).max(0.0) / (gram[j][j] + second);
        let moved = next - beta[j];
        if moved != 0.0 && moved.is_finite() {
            beta[j] = next;
            pull.iter_mut().zip(&gram[j]).for_each(|(pull, g)| *pull -= g * moved);
        }
        gram[j][j] * moved * moved
    };
    for _ in 0..100 {
        for _ in 0..1_000 {
            let whole = (0..p).map(|j| step(j, beta, &mut pull)).fold(0.0, f64::max);
            if whole <= 1e-18 * size {
                break;
            }
            // Among those that stayed, until they rest.
            let active: Vec<usize> = (0..p).filter(|&j| beta[j] != 0.0).collect();
            for _ in 0..1_000 {
                let most = active.iter().map(|&j| step(j, beta, &mut pull)).fold(0.0, f64::max);
                if most <= 1e-18 * size {
                    break;
                }
            }
        }
        if finish(&gram, &right, first, second, beta, &mut pull) {
            break;
        }
    }
}

/// Solves for the columns that stayed, with their signs; whether signs held and no other column is drawn in.
fn finish(
    gram: &[Vec<f64>],
    right: &[f64],
    first: f64,
    second: f64,
    beta: &mut [f64],
    pull: &mut [f64],
) -> bool {
    let active: Vec<usize> = (0..beta.len()).filter(|&j| beta[j] != 0.0).collect();
    if active.is_empty() {
        return true;
    }
    let size = active.len();
    let a = Mat::from_fn(size, size, |i, j| gram[active[i]][active[j]] + if i == j { second } else { 0.0 });
    let mut solution: Vec<f64> = active.iter().map(|&j| beta[j]).collect();
    for _ in 0..3 {
        let rest = |i: usize| {
            let own: f64 = (0..size).map(|j| a[(i, j)] * solution[j]).sum();
            right[active[i]] - first * beta[active[i]].signum() - own
        };
        let b = Mat::from_fn(size, 1, |i, _| rest(i));
        let Ok(step) = matrix::cholesky_solve(a.as_ref(), b.as_ref()) else { return true };
        (0..size).for_each(|i| solution[i] += step[(i, 0)]);
    }
    let held = active.iter().zip(&solution).all(|(&j, s)| first == 0.0 || s.signum() == beta[j].signum());
    if !held || solution.iter().any(|s| !s.is_finite()) {
        return true;
    }
    active.iter().zip(&solution).for_each(|(&j, s)| beta[j] = *s);
    (0..beta.len()).for_each(|j| pull[j] = right[j] - dot(&gram[j], beta));
    (0..beta.len()).all(|j| beta[j] != 0.0 || pull[j].abs() <= first * (1.0 + 1e-12))
}
