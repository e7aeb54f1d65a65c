//! Fitting by iteratively reweighted least squares (Nelder and Wedderburn 1972; McCullagh and Nelder 1989, section 2.5).

use super::{Family, Link};
use crate::regress::weighted::{Weighted, dot, solve, times};
use crate::regress::{Design, formula::Outcome};
use crate::{Error, Result};
use rayon::prelude::*;

/// The most steps that are taken.
const STEPS: usize = 200;

/// A generalized linear model, fitted.
#[derive(Debug, Clone)]
pub struct Glm {
    /// The family.
    pub family: Family,
    /// The link.
    pub link: Link,
    /// The coefficients' names, in the order of the design.
    pub names: Vec<String>,
    /// The coefficients; `NaN` where a column follows from others.
    pub coefficients: Vec<f64>,
    /// Which columns stand for themselves.
    pub kept: Vec<usize>,
    /// Which follow from others and have no coefficient.
    pub aliased: Vec<usize>,
    /// `(Xᵀ·W·X)⁻¹` of the kept columns.
    pub unscaled: Vec<Vec<f64>>,
    /// The dispersion: 1 where the family knows it, else Pearson's χ² by its degrees of freedom.
    pub dispersion: f64,
    /// The fitted means.
    pub fitted: Vec<f64>,
    /// The fitted line: what the link makes of the means.
    pub linear: Vec<f64>,
    /// The deviance.
    pub deviance: f64,
    /// The deviance of the model with an intercept only.
    pub null_deviance: f64,
    /// Pearson's χ².
    pub pearson: f64,
    /// The logarithm of the likelihood; none for a quasi family.
    pub log_likelihood: Option<f64>,
    /// How many parameters the likelihood has: coefficients, and a dispersion or θ where they are estimated.
    pub parameters: usize,
    /// Rows of weight above 0.
    pub n: usize,
    /// Rows that were left out because a value was missing.
    pub dropped: usize,
    /// Steps taken.
    pub steps: usize,
    /// θ of a negative binomial that was estimated, and its standard error.
    pub theta: Option<(f64, f64)>,
    /// The last step's working weights.
    pub(crate) working: Vec<f64>,
    /// The part of the score that a row adds to a coefficient, its figure there apart.
    pub(crate) score: Vec<f64>,
    pub(crate) solved: Weighted,
}

/// What a mean gives: itself, 1 − itself, the working weight and the score.
struct At {
    mean: Vec<(f64, f64)>,
    weight: Vec<f64>,
    score: Vec<f64>,
    deviance: f64,
    /// Whether every mean can be.
    allowed: bool,
}

/// Fits a model to a design. Rows of weight 0 count for nothing.
///
/// The steps after the first are corrections to the coefficients, solved by QR against the score itself, so that the result is
/// as exact as the score is: the last step is below 1e-13 standard errors, or what rounding leaves. A step that makes the deviance
/// worse is halved.
///
/// # Errors
/// An outcome that the family does not allow ([`Error::Kind`]); a column that parts the outcomes wholly, so that the likelihood has no
/// highest point ([`Error::Separated`], shown by a direction along which it always grows); fewer rows than coefficients.
pub fn fit(design: &Design, family: Family, link: Link) -> Result<Glm> {
    fit_from(design, family, link, None)
}

/// As [`fit`], from given coefficients.
pub(crate) fn fit_from(design: &Design, family: Family, link: Link, start: Option<&[f64]>) -> Result<Glm> {
    design.check()?;
    family.check(&design.response, &design.y)?;
    let columns = design.slices();
    let rows = design.n();
    let ones = vec![1.0; rows];
    let prior = design.weights.as_deref().unwrap_or(&ones);
    let zeros = vec![0.0; rows];
    let offset = design.offset.as_deref().unwrap_or(&zeros);
    let n = prior.iter().filter(|w| **w > 0.0).count();
    if n <= columns.len() {
        return Err(Error::TooFew { what: "rows", have: n, need: columns.len() + 1 });
    }
    let spread = design.y.iter().zip(prior).filter(|(_, w)| **w > 0.0).map(|(y, _)| *y);
    if family != Family::Gaussian && spread.clone().all(|y| Some(y) == spread.clone().next()) {
        return Err(Error::Constant { column: design.response.clone() });
    }
    let line = |beta: &[f64]| -> Vec<f64> {
        times(&columns, beta, rows).iter().zip(offset).map(|(x, o)| x + o).collect()
    };
    let look = |eta: &[f64]| look(family, link, &design.y, prior, eta);

    let mut beta = vec![0.0; columns.len()];
    let mut eta: Vec<f64> = match start {
        Some(given) => {
            beta.copy_from_slice(given);
            line(given)
        }
        None => design.y.iter().zip(prior).map(|(y, w)| link.eta(family.start(*y, *w))).collect(),
    };
    let mut at = look(&eta);
    let mut steps = 0;
    if start.is_none() || !at.allowed {
        // From the outcomes themselves to coefficients: a whole step. The link may not take an outcome of 0.
        if eta.iter().any(|eta| !eta.is_finite()) || !at.allowed {
            let mean = weighted_mean(&design.y, prior);
            eta = vec![link.eta(mean); rows];
            at = look(&eta);
        }
        let target: Vec<f64> = (0..rows)
            .map(|row| {
                if at.weight[row] > 0.0 {
                    eta[row] - offset[row] + at.score[row] / at.weight[row]
                } else {
                    0.0
                }
            })
            .collect();
        beta = solve(&columns, &target, &at.weight).beta;
        steps = 1;
        eta = line(&beta);
        at = look(&eta);
        if !at.allowed {
            (beta, eta) = inside(design, &columns, link, family, prior, offset)?;
            at = look(&eta);
        }
    }
    let mut before = f64::INFINITY;
    let (mut solved, mut last) = (None, Vec::new());
    while steps < STEPS {
        steps += 1;
        let target: Vec<f64> =
            at.score.iter().zip(&at.weight).map(|(s, w)| if *w > 0.0 { s / w } else { 0.0 }).collect();
        let mut now = solve(&columns, &target, &at.weight);
        let step = std::mem::take(&mut now.beta);
        let size = relative(&step, &beta);
        solved = Some(now);
        if !size.is_finite() {
            break;
        }
        let mut share = 1.0;
        let (mut next, mut there);
        loop {
            next = beta.iter().zip(&step).map(|(b, s)| b + share * s).collect::<Vec<f64>>();
            eta = line(&next);
            there = look(&eta);
            let worse = there.deviance > at.deviance * (1.0 + 1e-10) + 1e-12;
            if (there.allowed && !worse) || share < 1e-6 {
                break;
            }
            share *= 0.5;
        }
        if !there.allowed {
            return Err(Error::NoConvergence { what: "glm", steps });
        }
        (beta, at) = (next, there);
        // At the top: nothing moves any more, or no more than rounding lets it.
        let done = size < 1e-15 || (size < 1e-9 && size >= 0.5 * before);
        (before, last) = (size, step);
        if done {
            before = 0.0;
            break;
        }
        if steps % 8 == 0 && steps > 10 {
            separated(design, family, &columns, &last, prior)?;
        }
    }
    if before > 1e-8 {
        separated(design, family, &columns, &last, prior)?;
        return Err(Error::NoConvergence { what: "glm", steps });
    }
    if at.mean.iter().any(|(mu, rest)| family.is_binomial() && mu.min(*rest) < 1e-9) || family.is_count() {
        separated(design, family, &columns, &last, prior)?;
    }
    let Some(last) = solved else { return Err(Error::NoConvergence { what: "glm", steps }) };
    finish(design, family, link, beta, eta, at, last, steps, prior, offset)
}

/// The mean, weights and score at a line.
fn look(family: Family, link: Link, y: &[f64], prior: &[f64], eta: &[f64]) -> At {
    let one = |row: usize| {
        let (mu, rest) = link.mean(eta[row]);
        let (slope, variance) = (link.slope(eta[row]), family.variance(mu, rest));
        if prior[row] == 0.0 {
            return ((mu, rest), (0.0, 0.0), (0.0, true));
        }
        // Far out both vanish together: the row has no more to say.
        let by = if variance > 0.0 { slope / variance } else { 0.0 };
        let gap = if y[row] == 1.0 && family.is_binomial() { rest } else { y[row] - mu };
        let deviance = prior[row] * family.deviance(y[row], mu, rest);
        let allowed = family.allows(mu, rest) && (slope != 0.0 || family.is_binomial());
        ((mu, rest), (prior[row] * slope * by, prior[row] * gap * by), (deviance, allowed))
    };
    let rows: Vec<_> = (0..y.len()).into_par_iter().with_min_len(2048).map(one).collect();
    At {
        deviance: rows.iter().map(|row| row.2.0).sum(),
        allowed: rows.iter().all(|row| row.2.1 && row.2.0.is_finite()),
        weight: rows.iter().map(|row| row.1.0).collect(),
        score: rows.iter().map(|row| row.1.1).collect(),
        mean: rows.into_iter().map(|row| row.0).collect(),
    }
}

/// How large a step is beside the coefficients.
fn relative(step: &[f64], beta: &[f64]) -> f64 {
    let scale = beta.iter().fold(0.0f64, |most, b| most.max(b.abs()));
    let part = |(s, b): (&f64, &f64)| if *s == 0.0 { 0.0 } else { s.abs() / b.abs().max(1e-12 * scale) };
    step.iter()
        .zip(beta)
        .map(part)
        .fold(0.0, |most: f64, x| if x.is_nan() { f64::INFINITY } else { most.max(x) })
}

fn weighted_mean(y: &[f64], prior: &[f64]) -> f64 {
    dot(y, prior) / prior.iter().sum::<f64>()
}

/// Coefficients at which every mean can be, for links that do not take every line: a flat line at the mean outcome.
fn inside(
    design: &Design,
    columns: &[&[f64]],
    link: Link,
    family: Family,
    prior: &[f64],
    offset: &[f64],
) -> Result<(Vec<f64>, Vec<f64>)> {
    let flat = link.eta(weighted_mean(&design.y, prior));
    let target: Vec<f64> = offset.iter().map(|offset| flat - offset).collect();
    let beta = solve(columns, &target, prior).beta;
    let eta: Vec<f64> = times(columns, &beta, design.n()).iter().zip(offset).map(|(x, o)| x + o).collect();
    match look(family, link, &design.y, prior, &eta).allowed {
        true => Ok((beta, eta)),
        false => Err(Error::NoConvergence { what: "glm", steps: 1 }),
    }
}

/// Whether the likelihood grows for ever along a step: no outcome speaks against it, and some speak for it (Albert and
/// Anderson 1984; for counts Correia, Guimarães and Zylkin 2019).
fn separated(design: &Design, family: Family, columns: &[&[f64]], step: &[f64], prior: &[f64]) -> Result<()> {
    if !(family.is_binomial() || family.is_count()) || step.is_empty() {
        return Ok(());
    }
    let along = times(columns, step, design.n());
    let most = along.iter().fold(0.0f64, |most, x| most.max(x.abs()));
    // A last step of rounding's size points nowhere; one along which a model runs away stays near 1 on the line.
    if most.is_nan() || most <= 1e-3 {
        return Ok(());
    }
    let slack = 1e-4 * most;
    let fits = |row: usize| match design.y[row] {
        0.0 => along[row] <= slack,
        1.0 if family.is_binomial() => along[row] >= -slack,
        _ => along[row].abs() <= slack,
    };
    if !(0..design.n()).filter(|&row| prior[row] > 0.0).all(fits) {
        return Ok(());
    }
    // The column that carries most of the direction.
    let weight = |column: usize| {
        let values = columns[column];
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let spread = values.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / values.len() as f64;
        step[column].abs() * spread.sqrt()
    };
    let worst = (0..columns.len()).max_by(|&a, &b| weight(a).total_cmp(&weight(b))).unwrap_or(0);
    Err(Error::Separated { column: design.columns[worst].name.clone() })
}

#[expect(clippy::too_many_arguments, reason = "it only gathers what the fit has found")]
fn finish(
    design: &Design,
    family: Family,
    link: Link,
    beta: Vec<f64>,
    linear: Vec<f64>,
    at: At,
    last: Weighted,
    steps: usize,
    prior: &[f64],
    offset: &[f64],
) -> Result<Glm> {
    let columns = design.slices();
    // The triangle of the weights at the very end, not of the step before.
    let solved = solve(&columns, &at.score, &at.weight);
    let solved = if solved.rank() == last.rank() { solved } else { last };
    let n = prior.iter().filter(|w| **w > 0.0).count();
    let rank = solved.rank();
    let square = |row: usize| {
        let (mu, rest) = at.mean[row];
        prior[row] * (design.y[row] - mu).powi(2) / family.variance(mu, rest)
    };
    let pearson: f64 = (0..design.n()).filter(|&row| prior[row] > 0.0).map(square).sum();
    let dispersion = match family.known_dispersion() {
        true => 1.0,
        false => pearson / n.saturating_sub(rank).max(1) as f64,
    };
    let own = matches!(family, Family::Gaussian | Family::Gamma | Family::InverseGaussian);
    let mut coefficients = beta;
    solved.aliased.iter().for_each(|&column| coefficients[column] = f64::NAN);
    Ok(Glm {
        family,
        link,
        names: design.names(),
        coefficients,
        kept: solved.kept.clone(),
        aliased: solved.aliased.clone(),
        unscaled: solved.inverse(),
        dispersion,
        fitted: at.mean.iter().map(|(mu, _)| *mu).collect(),
        linear,
        deviance: at.deviance,
        null_deviance: null_deviance(design, family, link, prior, offset)?,
        pearson,
        log_likelihood: family.log_likelihood(&design.y, &at.mean, prior, at.deviance),
        parameters: rank + usize::from(own),
        n,
        dropped: design.dropped,
        steps,
        theta: None,
        working: at.weight,
        score: at.score,
        solved,
    })
}

/// The deviance of the intercept alone; without an intercept, of the offset alone.
fn null_deviance(design: &Design, family: Family, link: Link, prior: &[f64], offset: &[f64]) -> Result<f64> {
    let flat = |eta: &[f64]| look(family, link, &design.y, prior, eta).deviance;
    if !design.intercept {
        return Ok(flat(offset));
    }
    if design.offset.is_none() {
        let eta = link.eta(weighted_mean(&design.y, prior));
        return Ok(flat(&vec![eta; design.n()]));
    }
    let mut alone = design.clone();
    alone.columns.truncate(1);
    if design.columns.len() == 1 {
        return Ok(f64::NAN);
    }
    Ok(fit(&alone, family, link)?.deviance)
}

impl Glm {
    /// Degrees of freedom of the residuals.
    pub fn df(&self) -> usize {
        self.n.saturating_sub(self.kept.len())
    }

    /// Degrees of freedom of the model with an intercept only.
    pub fn null_df(&self) -> usize {
        self.n.saturating_sub(usize::from(self.names.first().is_some_and(|name| name == "(Intercept)")))
    }

    /// Akaike's criterion; none for a quasi family.
    pub fn aic(&self) -> Option<f64> {
        self.log_likelihood.map(|ll| -2.0 * ll + 2.0 * self.parameters as f64)
    }

    /// Schwarz's criterion; none for a quasi family.
    pub fn bic(&self) -> Option<f64> {
        self.log_likelihood.map(|ll| -2.0 * ll + (self.n as f64).ln() * self.parameters as f64)
    }

    /// The covariance of the kept coefficients.
    pub fn covariance(&self) -> Vec<Vec<f64>> {
        self.unscaled.iter().map(|row| row.iter().map(|x| x * self.dispersion).collect()).collect()
    }

    /// Deviance residuals: their squares add up to the deviance.
    pub fn deviance_residuals(&self, design: &Design) -> Vec<f64> {
        self.each(design, |y, (mu, rest), w, _| {
            let root = (w * self.family.deviance(y, mu, rest)).sqrt();
            if y > mu { root } else { -root }
        })
    }

    /// Pearson residuals: their squares add up to Pearson's χ².
    pub fn pearson_residuals(&self, design: &Design) -> Vec<f64> {
        self.each(design, |y, (mu, rest), w, _| (y - mu) * (w / self.family.variance(mu, rest)).sqrt())
    }

    /// Working residuals, on the line's scale.
    pub fn working_residuals(&self, design: &Design) -> Vec<f64> {
        self.each(design, |y, (mu, _), _, eta| (y - mu) / self.link.slope(eta))
    }

    fn each(&self, design: &Design, one: impl Fn(f64, (f64, f64), f64, f64) -> f64) -> Vec<f64> {
        let weight = |row: usize| design.weights.as_ref().map_or(1.0, |w| w[row]);
        let rows = design.y.iter().zip(&self.linear).enumerate();
        rows.map(|(row, (y, eta))| one(*y, self.link.mean(*eta), weight(row), *eta)).collect()
    }

    /// Each row's leverage in the last step.
    pub fn leverage(&self, design: &Design) -> Vec<f64> {
        self.solved.leverage(&design.slices(), &self.working)
    }
}

/// What an outcome's 1 means, for words about shares.
pub fn success(outcome: &Outcome) -> Option<&str> {
    match outcome {
        Outcome::Levels(_, hit) => Some(hit),
        _ => None,
    }
}
