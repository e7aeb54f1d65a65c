//! Profile-likelihood intervals: the values of a coefficient that the likelihood ratio does not reject (Venzon and Moolgavkar
//! 1988; R's `confint`, whose ends are interpolated, while these are solved for).

use super::fit::fit;
use super::{Glm, Link};
use crate::regress::Design;
use crate::{Error, Result};

/// An interval; an end that the likelihood does not give is infinite.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// The coefficient.
    pub term: String,
    /// The lower end.
    pub conf_low: f64,
    /// The upper end.
    pub conf_high: f64,
}

/// The profile intervals of all kept coefficients at a level. A negative binomial's θ stays where it is, as in R.
pub fn profile(design: &Design, model: &Glm, level: f64) -> Result<Vec<Profile>> {
    let reach = model.critical(level);
    let mut found = Vec::new();
    for (place, &column) in model.kept.iter().enumerate() {
        let error = (model.unscaled[place][place] * model.dispersion).sqrt();
        let root = |value: f64| signed_root(design, model, column, value);
        let end = |sign: f64| search(model.coefficients[column], error, sign, reach, &root);
        let (conf_low, conf_high) = (end(-1.0)?, end(1.0)?);
        found.push(Profile { term: model.names[column].clone(), conf_low, conf_high });
    }
    Ok(found)
}

/// √(what the deviance grows by when a coefficient is held at a value, by the dispersion).
fn signed_root(design: &Design, model: &Glm, column: usize, value: f64) -> Result<f64> {
    let mut held = design.clone();
    let fixed = held.columns.remove(column);
    model.aliased.iter().rev().for_each(|&gone| {
        let at = if gone > column { gone - 1 } else { gone };
        if at < held.columns.len() {
            held.columns.remove(at);
        }
    });
    let offset = held.offset.take().unwrap_or_else(|| vec![0.0; held.n()]);
    held.offset = Some(offset.iter().zip(&fixed.values).map(|(o, x)| o + value * x).collect());
    held.intercept = held.columns.first().is_some_and(|first| first.name == "(Intercept)");
    let deviance = match held.columns.is_empty() {
        true => alone(&held, model.link, model),
        // A null deviance with an offset would be fitted too, and is not asked for.
        false => {
            held.intercept = false;
            fit(&held, model.family, model.link)?.deviance
        }
    };
    Ok(((deviance - model.deviance).max(0.0) / model.dispersion).sqrt())
}

/// The deviance of the offset alone.
fn alone(design: &Design, link: Link, model: &Glm) -> f64 {
    let weight = |row: usize| design.weights.as_ref().map_or(1.0, |w| w[row]);
    let offset = design.offset.as_deref().unwrap_or_default();
    let one = |(row, (y, eta)): (usize, (&f64, &f64))| {
        let (mu, rest) = link.mean(*eta);
        weight(row) * model.family.deviance(*y, mu, rest)
    };
    design.y.iter().zip(offset).enumerate().map(one).sum()
}

/// Where the root passes `reach`, going from the estimate by a sign: outward until it is passed, then between the last two
/// (Illinois' form of the false position).
fn search(
    estimate: f64,
    error: f64,
    sign: f64,
    reach: f64,
    root: &dyn Fn(f64) -> Result<f64>,
) -> Result<f64> {
    let at = |steps: f64| match root(estimate + sign * steps * error) {
        Ok(found) => Ok(found - reach),
        // Held far out, the rest may separate: the likelihood does not come back there.
        Err(Error::Separated { .. } | Error::NoConvergence { .. }) => Ok(f64::INFINITY),
        Err(other) => Err(other),
    };
    let (mut low, mut low_gap) = (0.0, -reach);
    let (mut high, mut high_gap) = (reach, at(reach)?);
    while high_gap < 0.0 {
        (low, low_gap) = (high, high_gap);
        high *= 1.6;
        if high > 60.0 * reach {
            return Ok(sign * f64::INFINITY);
        }
        high_gap = at(high)?;
    }
    for _ in 0..100 {
        let mut next = match high_gap.is_finite() {
            true => (low * high_gap - high * low_gap) / (high_gap - low_gap),
            false => 0.5 * (low + high),
        };
        if !(next > low && next < high) {
            next = 0.5 * (low + high);
        }
        let gap = at(next)?;
        if gap.abs() < 1e-13 * reach || high - low < 1e-14 * high {
            return Ok(estimate + sign * next * error);
        }
        if gap < 0.0 {
            (low, low_gap) = (next, gap);
            high_gap *= 0.5;
        } else {
            (high, high_gap) = (next, gap);
            low_gap *= 0.5;
        }
    }
    Ok(estimate + sign * 0.5 * (low + high) * error)
}
