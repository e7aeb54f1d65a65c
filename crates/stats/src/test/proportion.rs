//! Shares by χ²: one, two, several, and a trend (Wilson 1927; Newcombe 1998; Armitage 1955).

use super::{Alternative, Effect, Interval, Test, level, share};
use crate::dist::{ChiSquared, Normal};
use crate::{Error, Result};

/// Successes and trials, checked.
fn counts(seen: &[f64], trials: &[f64]) -> Result<()> {
    if seen.len() != trials.len() {
        return Err(Error::Lengths { left: seen.len(), right: trials.len() });
    }
    if trials.iter().any(|trials| !(*trials > 0.0 && trials.is_finite())) {
        return Err(Error::Kind { column: "trials".to_owned(), need: "positive" });
    }
    if seen.iter().zip(trials).any(|(seen, trials)| !(*seen >= 0.0 && seen <= trials)) {
        return Err(Error::Kind { column: "seen".to_owned(), need: "count" });
    }
    Ok(())
}

/// Wilson's interval of a share; `half` is the correction for continuity, at most a half.
pub fn wilson(seen: f64, trials: f64, half: f64, conf: f64) -> Result<Interval> {
    let conf = level(conf)?;
    counts(&[seen], &[trials])?;
    Ok(scores(seen, trials, half, Normal.isf(0.5 * (1.0 - conf)), conf))
}

fn scores(seen: f64, trials: f64, half: f64, z: f64, level: f64) -> Interval {
    let end = |sign: f64| {
        let middle = seen / trials + sign * half / trials;
        let over = z * z / (2.0 * trials);
        let root = z * (middle * (1.0 - middle) / trials + z * z / (4.0 * trials * trials)).max(0.0).sqrt();
        (middle + over + sign * root) / (1.0 + 2.0 * over)
    };
    let low = if seen == 0.0 { 0.0 } else { end(-1.0).max(0.0) };
    let high = if seen == trials { 1.0 } else { end(1.0).min(1.0) };
    Interval { low, high, level }
}

/// Whether a share is `p`, with Wilson's interval.
pub fn proportion(
    seen: f64,
    trials: f64,
    p: f64,
    alternative: Alternative,
    corrected: bool,
    conf: f64,
) -> Result<Test> {
    let (conf, p) = (level(conf)?, share("p", p)?);
    counts(&[seen], &[trials])?;
    let gap = seen - trials * p;
    let half = if corrected { gap.abs().min(0.5) } else { 0.0 };
    let z = (gap.abs() - half).copysign(gap) / (trials * p * (1.0 - p)).sqrt();
    let mut test = chi_squared("proportion", z * z, 1.0, alternative, z);
    let tail = if alternative == Alternative::TwoSided { 0.5 * (1.0 - conf) } else { 1.0 - conf };
    let found = scores(seen, trials, half, Normal.isf(tail), conf);
    test.interval = Some(open(found, alternative, 0.0, 1.0));
    test.estimates = vec![("share", seen / trials)];
    test.n = trials as usize;
    Ok(test)
}

fn chi_squared(method: &'static str, statistic: f64, df: f64, alternative: Alternative, z: f64) -> Test {
    let p = match alternative {
        Alternative::TwoSided => ChiSquared(df).sf(statistic),
        other => other.p(Normal.cdf(z), Normal.sf(z)),
    };
    Test { alternative, ..Test::new(method, "X2", statistic, &[df], p) }
}

fn open(interval: Interval, alternative: Alternative, least: f64, most: f64) -> Interval {
    match alternative {
        Alternative::TwoSided => interval,
        Alternative::Less => Interval { low: least, ..interval },
        Alternative::Greater => Interval { high: most, ..interval },
    }
}

/// Whether two shares differ: the difference of the first from the second with its interval, odds and risk ratio.
pub fn difference_of_proportions(
    seen: (f64, f64),
    trials: (f64, f64),
    alternative: Alternative,
    corrected: bool,
    conf: f64,
) -> Result<Test> {
    let conf = level(conf)?;
    counts(&[seen.0, seen.1], &[trials.0, trials.1])?;
    let shares = (seen.0 / trials.0, seen.1 / trials.1);
    let gap = shares.0 - shares.1;
    let weight = 1.0 / trials.0 + 1.0 / trials.1;
    let half = if corrected { (gap.abs() / weight).min(0.5) } else { 0.0 };
    let pooled = (seen.0 + seen.1) / (trials.0 + trials.1);
    if pooled == 0.0 || pooled == 1.0 {
        return Err(Error::Constant { column: "seen".to_owned() });
    }
    let z = (gap.abs() - half * weight).copysign(gap) / (pooled * (1.0 - pooled) * weight).sqrt();
    let mut test = chi_squared("two-proportions", z * z, 1.0, alternative, z);
    let tail = if alternative == Alternative::TwoSided { 0.5 * (1.0 - conf) } else { 1.0 - conf };
    let spread = shares.0 * (1.0 - shares.0) / trials.0 + shares.1 * (1.0 - shares.1) / trials.1;
    let reach = Normal.isf(tail) * spread.sqrt() + half * weight;
    let found = Interval { low: (gap - reach).max(-1.0), high: (gap + reach).min(1.0), level: conf };
    test.interval = Some(open(found, alternative, -1.0, 1.0));
    test.estimates = vec![("share-first", shares.0), ("share-second", shares.1)];
    test.effects = odds_and_risk(seen, trials, conf)?;
    test.n = (trials.0 + trials.1) as usize;
    Ok(test)
}

/// Odds ratio and risk ratio of the first against the second, with the intervals of their logarithms (Woolf 1955; Katz 1978),
/// and the difference with Newcombe's interval. Where a count is nought the ratios' intervals are open.
pub fn odds_and_risk(seen: (f64, f64), trials: (f64, f64), conf: f64) -> Result<Vec<Effect>> {
    let conf = level(conf)?;
    counts(&[seen.0, seen.1], &[trials.0, trials.1])?;
    let (a, b) = (seen.0, trials.0 - seen.0);
    let (c, d) = (seen.1, trials.1 - seen.1);
    let z = Normal.isf(0.5 * (1.0 - conf));
    let ratio = |name, value: f64, error: f64| {
        let reach = (z * error).exp();
        let (low, high) =
            if reach.is_finite() { (value / reach, value * reach) } else { (0.0, f64::INFINITY) };
        Effect::with(name, value, low, high, conf)
    };
    let first = scores(a, trials.0, 0.0, z, conf);
    let second = scores(c, trials.1, 0.0, z, conf);
    let (p, q) = (a / trials.0, c / trials.1);
    let down = ((p - first.low).powi(2) + (second.high - q).powi(2)).sqrt();
    let up = ((first.high - p).powi(2) + (q - second.low).powi(2)).sqrt();
    Ok(vec![
        Effect::with("difference", p - q, p - q - down, p - q + up, conf),
        ratio("odds-ratio", a * d / (b * c), (1.0 / a + 1.0 / b + 1.0 / c + 1.0 / d).sqrt()),
        ratio("risk-ratio", p / q, (1.0 / a - 1.0 / trials.0 + 1.0 / c - 1.0 / trials.1).sqrt()),
    ])
}

/// Whether several shares are the same.
pub fn proportions(seen: &[f64], trials: &[f64]) -> Result<Test> {
    counts(seen, trials)?;
    if seen.len() < 2 {
        return Err(Error::TooFew { what: "groups", have: seen.len(), need: 2 });
    }
    let pooled = seen.iter().sum::<f64>() / trials.iter().sum::<f64>();
    if pooled == 0.0 || pooled == 1.0 {
        return Err(Error::Constant { column: "seen".to_owned() });
    }
    let term = |(seen, trials): (&f64, &f64)| (seen - trials * pooled).powi(2) / trials;
    let statistic = seen.iter().zip(trials).map(term).sum::<f64>() / (pooled * (1.0 - pooled));
    let df = seen.len() as f64 - 1.0;
    let mut test = chi_squared("proportions", statistic, df, Alternative::TwoSided, f64::NAN);
    test.n = trials.iter().sum::<f64>() as usize;
    Ok(test)
}

/// Whether shares grow or fall with scores (1, 2, 3 … where none are given).
pub fn trend(seen: &[f64], trials: &[f64], scores: &[f64]) -> Result<Test> {
    counts(seen, trials)?;
    let plain: Vec<f64> = (1..=seen.len()).map(|score| score as f64).collect();
    let scores = if scores.is_empty() { &plain } else { scores };
    if scores.len() != seen.len() {
        return Err(Error::Lengths { left: seen.len(), right: scores.len() });
    }
    if seen.len() < 2 {
        return Err(Error::TooFew { what: "groups", have: seen.len(), need: 2 });
    }
    let n: f64 = trials.iter().sum();
    let pooled = seen.iter().sum::<f64>() / n;
    let middle = scores.iter().zip(trials).map(|(score, trials)| score * trials).sum::<f64>() / n;
    let spread: f64 = scores.iter().zip(trials).map(|(score, n)| n * (score - middle).powi(2)).sum();
    if pooled == 0.0 || pooled == 1.0 || spread == 0.0 {
        return Err(Error::Constant { column: "seen".to_owned() });
    }
    let slope: f64 = scores
        .iter()
        .zip(seen.iter().zip(trials))
        .map(|(score, (seen, trials))| (score - middle) * (seen - trials * pooled))
        .sum();
    let statistic = slope * slope / (spread * pooled * (1.0 - pooled));
    let mut test = chi_squared("trend", statistic, 1.0, Alternative::TwoSided, f64::NAN);
    test.estimates = vec![("slope", slope / spread)];
    test.n = n as usize;
    Ok(test)
}
