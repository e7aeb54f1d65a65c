//! Exponential smoothing as state space models: error, trend, season.

use super::least::{NAME, least, mean, whole};
use super::minimum::{bounded, minimum, unbounded};
use crate::{Error, Result};

/// How a part goes into a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Not.
    None,
    /// Added.
    Additive,
    /// Multiplied.
    Multiplicative,
}

/// A model of Hyndman, Koehler, Ord and Snyder (2008), "Forecasting with Exponential Smoothing".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Model {
    /// The error: additive or multiplicative.
    pub error: Kind,
    /// The trend.
    pub trend: Kind,
    /// Whether the trend is damped.
    pub damped: bool,
    /// The season.
    pub season: Kind,
}

/// A fitted model, in the parametrisation of R's forecast.
#[derive(Debug, Clone, PartialEq)]
pub struct Ets {
    /// The model.
    pub model: Model,
    /// The period.
    pub period: usize,
    /// How fast the level learns.
    pub alpha: f64,
    /// How fast the trend does; nought without one.
    pub beta: f64,
    /// How fast the season does; nought without one.
    pub gamma: f64,
    /// What is left of the trend at each step; one where it is not damped.
    pub phi: f64,
    /// The first states: level, trend, and the season with the latest first.
    pub initial: Vec<f64>,
    /// The last states.
    pub states: Vec<f64>,
    /// What was foreseen a step before.
    pub fitted: Vec<f64>,
    /// The errors; of multiplicative ones, as a part of what was foreseen.
    pub residuals: Vec<f64>,
    /// The log-likelihood, without the constant that all models share.
    pub log_likelihood: f64,
    /// Akaike's criterion.
    pub aic: f64,
    /// The same, right for short series.
    pub aicc: f64,
    /// The Bayesian criterion.
    pub bic: f64,
    /// The errors' variance.
    pub sigma2: f64,
    /// Values.
    pub n: usize,
}

impl Model {
    /// `ETS(M,Ad,M)`.
    pub fn name(self) -> String {
        let letter = |kind| match kind {
            Kind::None => "N",
            Kind::Additive => "A",
            Kind::Multiplicative => "M",
        };
        let damped = if self.damped { "d" } else { "" };
        format!("ETS({},{}{damped},{})", letter(self.error), letter(self.trend), letter(self.season))
    }

    /// The model of letters such as `MAM` or `AAdN`.
    pub fn of(name: &str) -> Result<Self> {
        let bad = || Error::Choice {
            name: "model",
            value: name.to_owned(),
            allowed: "ANN, AAN, AAdN, AAA, AAdA, MNN, MAM, MAdM, …".to_owned(),
        };
        let kind = |letter: char| match letter {
            'N' => Some(Kind::None),
            'A' => Some(Kind::Additive),
            'M' => Some(Kind::Multiplicative),
            _ => None,
        };
        let damped = name.contains('d');
        let kinds: Vec<Kind> = name.chars().filter(|c| *c != 'd').filter_map(kind).collect();
        match kinds[..] {
            [error, trend, season] if error != Kind::None && !(damped && trend == Kind::None) => {
                Ok(Model { error, trend, damped, season })
            }
            _ => Err(bad()),
        }
    }

    fn states(self, m: usize) -> usize {
        1 + usize::from(self.trend != Kind::None) + if self.season == Kind::None { 0 } else { m }
    }
}

/// Smoothing constants.
#[derive(Clone, Copy)]
struct Constants {
    alpha: f64,
    beta: f64,
    gamma: f64,
    phi: f64,
}

const LOW: f64 = 1e-4;
const HIGH: f64 = 0.9999;
const PHI: (f64, f64) = (0.8, 0.98);

/// Fits one model by maximum likelihood. The constants keep to R's usual bounds: 10⁻⁴ … 0.9999, beta below alpha, gamma below
/// 1 − alpha, phi between 0.8 and 0.98.
pub fn ets_fit(y: &[f64], period: usize, model: Model) -> Result<Ets> {
    fit(y, period, model, 3)
}

/// As [`ets_fit`], looked for from so many places.
fn fit(y: &[f64], period: usize, model: Model, places: usize) -> Result<Ets> {
    let m = if model.season == Kind::None { 1 } else { period };
    if model.season != Kind::None && m < 2 {
        return Err(Error::Choice { name: "period", value: m.to_string(), allowed: "≥ 2".to_owned() });
    }
    let free = free(model, m);
    whole(y, (free + 3).max(if m > 1 { 2 * m } else { 4 }))?;
    let multiplied = [model.error, model.trend, model.season].contains(&Kind::Multiplicative);
    if multiplied && y.iter().any(|x| *x <= 0.0) {
        return Err(Error::Kind { column: NAME.to_owned(), need: "positive" });
    }
    let start = first_states(y, m, model)?;
    let scale = scales(y, m, model);
    let deviance = |u: &[f64]| {
        let (constants, states) = unpack(u, m, model, &scale);
        run(y, m, model, constants, states, None)
    };
    let mut best: Option<(Vec<f64>, f64)> = None;
    let all = [(0.2 / m as f64 + LOW, 0.1, 0.05), (0.5, 0.1, 0.1), (0.8, 0.03, 0.3)];
    for (alpha, beta, gamma) in all.into_iter().take(places) {
        let mut u = vec![unbounded(alpha, LOW, HIGH)];
        if model.trend != Kind::None {
            u.push(unbounded(beta, 0.0, 1.0));
        }
        if model.season != Kind::None {
            u.push(unbounded(gamma, 0.0, 1.0));
        }
        if model.damped {
            u.push(unbounded(0.97, PHI.0, PHI.1));
        }
        u.extend(start.iter().zip(&scale).map(|(x, s)| x / s));
        let found = minimum(&deviance, &u, 300);
        if best.as_ref().is_none_or(|best| found.1 < best.1) {
            best = Some(found);
        }
    }
    let Some((u, found)) = best.filter(|(_, value)| *value < f64::MAX) else {
        return Err(Error::NoConvergence { what: "ETS", steps: 300 });
    };
    let (constants, initial) = unpack(&u, m, model, &scale);
    Ok(assemble(y, m, model, constants, initial, found))
}

/// The model at given constants (alpha, beta, gamma, phi, those that it has not as they come) and first states: level, trend, and
/// the whole season with the latest first.
pub fn ets_at(y: &[f64], period: usize, model: Model, constants: [f64; 4], initial: &[f64]) -> Result<Ets> {
    let m = if model.season == Kind::None { 1 } else { period.max(1) };
    whole(y, 2)?;
    if initial.len() != model.states(m) {
        return Err(Error::Lengths { left: model.states(m), right: initial.len() });
    }
    let [alpha, beta, gamma, phi] = constants;
    let beta = if model.trend == Kind::None { 0.0 } else { beta };
    let gamma = if model.season == Kind::None { 0.0 } else { gamma };
    let constants = Constants { alpha, beta, gamma, phi: if model.damped { phi } else { 1.0 } };
    let found = run(y, m, model, constants, initial.to_vec(), None);
    if !found.is_finite() {
        return Err(Error::Kind { column: NAME.to_owned(), need: "positive" });
    }
    Ok(assemble(y, m, model, constants, initial.to_vec(), found))
}

/// How many figures of a model are free, the variance left out.
fn free(model: Model, m: usize) -> usize {
    let part = |kind| usize::from(kind != Kind::None);
    // The last of the season follows from the others.
    1 + part(model.trend) + usize::from(model.damped) + model.states(m)
}

fn assemble(y: &[f64], m: usize, model: Model, constants: Constants, initial: Vec<f64>, found: f64) -> Ets {
    let mut course = Course::default();
    run(y, m, model, constants, initial.clone(), Some(&mut course));
    let free = free(model, m);
    let (rows, k) = (y.len() as f64, (free + 1) as f64);
    let aic = found + 2.0 * k;
    Ets {
        model,
        period: m,
        alpha: constants.alpha,
        beta: constants.beta,
        gamma: constants.gamma,
        phi: constants.phi,
        initial,
        states: course.states,
        sigma2: course.residuals.iter().map(|e| e * e).sum::<f64>() / (rows - free as f64),
        fitted: course.fitted,
        residuals: course.residuals,
        log_likelihood: -0.5 * found,
        aic,
        aicc: aic + 2.0 * k * (k + 1.0) / (rows - k - 1.0),
        bic: found + rows.ln() * k,
        n: y.len(),
    }
}

/// The model of the least AICc among those that make sense: no additive error with a multiplicative part, and no multiplicative
/// trend (as R's forecast chooses by default). Without positive values only additive ones; a period over 24 is left out.
pub fn ets(y: &[f64], period: usize) -> Result<Ets> {
    chosen(y, period, 3)
}

/// As [`ets`], each model looked for from one place: quicker, and now and then not quite the best.
pub(crate) fn ets_quick(y: &[f64], period: usize) -> Result<Ets> {
    chosen(y, period, 1)
}

fn chosen(y: &[f64], period: usize, places: usize) -> Result<Ets> {
    whole(y, 4)?;
    let positive = y.iter().all(|x| *x > 0.0);
    let seasonal = period > 1 && period <= 24 && y.len() > 2 * period;
    let mut best: Option<Ets> = None;
    let mut fault = None;
    for error in [Kind::Additive, Kind::Multiplicative] {
        for (trend, damped) in [(Kind::None, false), (Kind::Additive, false), (Kind::Additive, true)] {
            for season in [Kind::None, Kind::Additive, Kind::Multiplicative] {
                let forbidden = error == Kind::Additive && season == Kind::Multiplicative;
                if forbidden || (!positive && error != Kind::Additive) || (!seasonal && season != Kind::None)
                {
                    continue;
                }
                match fit(y, period, Model { error, trend, damped, season }, places) {
                    Ok(found) if best.as_ref().is_none_or(|best| found.aicc < best.aicc) => {
                        best = Some(found)
                    }
                    Ok(_) => {}
                    Err(error) => fault = Some(error),
                }
            }
        }
    }
    best.ok_or_else(|| fault.unwrap_or(Error::TooFew { what: "rows", have: y.len(), need: 5 }))
}

/// What a run leaves.
#[derive(Default)]
struct Course {
    fitted: Vec<f64>,
    residuals: Vec<f64>,
    states: Vec<f64>,
}

/// Runs a model over the values; twice the negative log-likelihood, without its constant.
fn run(
    y: &[f64],
    m: usize,
    model: Model,
    c: Constants,
    states: Vec<f64>,
    mut course: Option<&mut Course>,
) -> f64 {
    let trended = usize::from(model.trend != Kind::None);
    let mut level = states[0];
    let mut trend = if trended == 1 { states[1] } else { 0.0 };
    // The season as a ring by phase: the oldest, which comes next, stands last in the states.
    let mut season: Vec<f64> = states[1 + trended..].iter().rev().copied().collect();
    // A product is logged when it grows out of hand: that is quicker than a logarithm a step.
    let (mut squares, mut logs, mut product) = (0.0, 0.0, 1.0);
    let (pull, mut phase) = (c.beta / c.alpha, 0);
    for &y in y {
        let (ahead, carried) = match model.trend {
            Kind::None => (level, 0.0),
            Kind::Additive => (level + c.phi * trend, c.phi * trend),
            Kind::Multiplicative => (level * trend.powf(c.phi), trend.powf(c.phi)),
        };
        let (foreseen, freed) = match model.season {
            Kind::None => (ahead, y),
            Kind::Additive => (ahead + season[phase], y - season[phase]),
            Kind::Multiplicative => (ahead * season[phase], y / season[phase]),
        };
        let error = match model.error {
            Kind::Multiplicative => {
                if foreseen <= 0.0 {
                    return f64::INFINITY;
                }
                product *= foreseen;
                if !(1e-100..1e100).contains(&product) {
                    logs += product.ln();
                    product = 1.0;
                }
                (y - foreseen) / foreseen
            }
            _ => y - foreseen,
        };
        squares += error * error;
        if let Some(course) = course.as_deref_mut() {
            course.fitted.push(foreseen);
            course.residuals.push(error);
        }
        let before = level;
        level = ahead + c.alpha * (freed - ahead);
        match model.trend {
            Kind::None => {}
            Kind::Additive => trend = carried + pull * (level - before - carried),
            Kind::Multiplicative => trend = carried + pull * (level / before - carried),
        }
        match model.season {
            Kind::None => {}
            Kind::Additive => season[phase] += c.gamma * (y - ahead - season[phase]),
            Kind::Multiplicative => season[phase] += c.gamma * (y / ahead - season[phase]),
        }
        phase = if phase + 1 == m { 0 } else { phase + 1 };
    }
    let n = y.len();
    if let Some(course) = course {
        course.states = vec![level];
        course.states.extend((trended == 1).then_some(trend));
        if model.season != Kind::None {
            course.states.extend((1..=m).map(|back| season[(n + m - back) % m]));
        }
    }
    n as f64 * squares.ln() + 2.0 * (logs + product.ln())
}

/// From the optimiser's figures to constants and states; the last of the season follows from the others.
fn unpack(u: &[f64], m: usize, model: Model, scale: &[f64]) -> (Constants, Vec<f64>) {
    let mut u = u.iter().copied();
    let mut next = || u.next().unwrap_or(0.0);
    let alpha = bounded(next(), LOW, HIGH);
    let beta = if model.trend == Kind::None { 0.0 } else { bounded(next(), LOW, HIGH.min(alpha)) };
    let gamma = if model.season == Kind::None {
        0.0
    } else {
        bounded(next(), LOW.min(1.0 - alpha), HIGH.min(1.0 - alpha))
    };
    let phi = if model.damped { bounded(next(), PHI.0, PHI.1) } else { 1.0 };
    let mut states: Vec<f64> = scale.iter().map(|s| next() * s).collect();
    if model.season != Kind::None {
        let from = 1 + usize::from(model.trend != Kind::None);
        let whole = if model.season == Kind::Multiplicative { m as f64 } else { 0.0 };
        states.push(whole - states[from..].iter().sum::<f64>());
    }
    (Constants { alpha, beta, gamma, phi }, states)
}

/// How great the states are, so that the optimiser sees figures of about one.
fn scales(y: &[f64], m: usize, model: Model) -> Vec<f64> {
    let size = (y.iter().map(|x| x * x).sum::<f64>() / y.len() as f64).sqrt().max(1e-300);
    let spread = super::least::variance(y).sqrt().max(1e-3 * size);
    let mut scale = vec![if model.error == Kind::Additive { spread } else { size }];
    match model.trend {
        Kind::None => {}
        Kind::Additive => scale.push(spread / 10.0),
        Kind::Multiplicative => scale.push(1.0),
    }
    if model.season != Kind::None {
        let own = if model.season == Kind::Additive { spread } else { 1.0 };
        scale.extend(std::iter::repeat_n(own, m - 1));
    }
    scale
}

/// States to start the search from: the season of the classical decomposition, then a straight line through the first values.
fn first_states(y: &[f64], m: usize, model: Model) -> Result<Vec<f64>> {
    let n = y.len();
    let mut season = Vec::new();
    let mut freed = y.to_vec();
    if model.season != Kind::None {
        let multiplied = model.season == Kind::Multiplicative;
        let parts = super::classical(y, m, multiplied)?;
        let figure = &parts.seasonal[0][..m];
        season = figure[1..].iter().rev().map(|s| if multiplied { s.max(0.01) } else { *s }).collect();
        freed = parts.adjusted(y);
    }
    let first = (2 * m).max(10).min(n);
    let mut states = vec![];
    if model.trend == Kind::None {
        states.push(mean(&freed[..first]));
    } else {
        let columns = vec![vec![1.0; first], (1..=first).map(|t| t as f64).collect()];
        let line = least(&columns, &freed[..first])?.coefficients;
        if model.trend == Kind::Additive {
            states.extend([line[0], line[1]]);
        } else {
            let level = (line[0] + line[1]).max(0.1 * mean(&freed));
            let growth = ((line[0] + 2.0 * line[1]) / level).clamp(0.5, 2.0);
            states.extend([level / growth, growth]);
        }
    }
    states.extend(season);
    Ok(states)
}
