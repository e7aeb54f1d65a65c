//! Student's and Welch's t (Student 1908; Welch 1947).

use super::sample::{Moments, Sample, pairs, sample};
use super::{Alternative, Effect, Interval, Test, effect, level};
use crate::dist::StudentT;
use crate::dist::double::Dd;
use crate::{Error, Result};

/// The mean of one sample against `mean`, with Cohen's d and its interval.
///
/// Errors: fewer than two values; all values the same.
pub fn one(name: &str, x: &[f64], mean: f64, alternative: Alternative, conf: f64) -> Result<Test> {
    let sample = sample(name, x, 2)?;
    of_one(name, &sample, mean, alternative, conf, "t-one")
}

/// The mean of differences within pairs against `mean`; d is that of the differences.
pub fn paired(
    names: (&str, &str),
    x: &[f64],
    y: &[f64],
    mean: f64,
    alternative: Alternative,
    conf: f64,
) -> Result<Test> {
    let (_, differences) = pairs(names, x, y, 2)?;
    of_one(names.0, &differences, mean, alternative, conf, "t-paired")
}

fn of_one(
    name: &str,
    sample: &Sample,
    mean: f64,
    alternative: Alternative,
    conf: f64,
    method: &'static str,
) -> Result<Test> {
    let conf = level(conf)?;
    let found = Moments::of(&sample.values);
    let error = (found.variance() / found.n).sqrt();
    if error <= 10.0 * f64::EPSILON * found.mean.value().abs() {
        return Err(Error::Constant { column: name.to_owned() });
    }
    let df = found.n - 1.0;
    let gap = (found.mean - Dd::from(mean)).value();
    let mut test = student(method, gap / error, df, alternative);
    test.interval = Some(around(found.mean.value(), error, df, alternative, conf));
    test.estimates = vec![("mean", found.mean.value())];
    test.effects = effect::d_of_t(test.statistic, df, 1.0 / found.n, conf);
    (test.n, test.dropped) = (sample.values.len(), sample.dropped);
    Ok(test)
}

/// The means of two samples, their difference against `mean`: with one variance for both (`equal`) or Welch's.
///
/// d is the difference over the pooled standard deviation; for Welch's test its interval is that of equal variances.
/// Errors: fewer than two values in a sample; no spread in either.
pub fn two(
    names: (&str, &str),
    x: &[f64],
    y: &[f64],
    equal: bool,
    mean: f64,
    alternative: Alternative,
    conf: f64,
) -> Result<Test> {
    let conf = level(conf)?;
    let (x, y) = (sample(names.0, x, 2)?, sample(names.1, y, 2)?);
    let (a, b) = (Moments::of(&x.values), Moments::of(&y.values));
    let pooled = (a.squares + b.squares).value() / (a.n + b.n - 2.0);
    let share = 1.0 / a.n + 1.0 / b.n;
    let (error, df) = if equal {
        ((pooled * share).sqrt(), a.n + b.n - 2.0)
    } else {
        let (va, vb) = (a.variance() / a.n, b.variance() / b.n);
        let whole = va + vb;
        ((whole).sqrt(), whole * whole / (va * va / (a.n - 1.0) + vb * vb / (b.n - 1.0)))
    };
    if error <= 10.0 * f64::EPSILON * a.mean.value().abs().max(b.mean.value().abs()) {
        return Err(Error::Constant { column: names.0.to_owned() });
    }
    let gap = (a.mean - b.mean).value();
    let statistic = (a.mean - b.mean - Dd::from(mean)).value() / error;
    let mut test = student(if equal { "t-equal" } else { "t-welch" }, statistic, df, alternative);
    test.interval = Some(around(gap, error, df, alternative, conf));
    test.estimates = vec![("mean-first", a.mean.value()), ("mean-second", b.mean.value())];
    // The interval of d is of the statistic with the pooled deviation, whichever test was asked for.
    let pooled_t = gap / (pooled * share).sqrt();
    test.effects = effect::d_of_t(pooled_t, a.n + b.n - 2.0, share, conf);
    test.n = x.values.len() + y.values.len();
    test.dropped = x.dropped + y.dropped;
    Ok(test)
}

fn student(method: &'static str, statistic: f64, df: f64, alternative: Alternative) -> Test {
    let t = StudentT(df);
    let p = match alternative {
        Alternative::TwoSided => t.two_sided(statistic),
        other => other.p(t.cdf(statistic), t.sf(statistic)),
    };
    Test { alternative, ..Test::new(method, "t", statistic, &[df], p) }
}

/// The interval around an estimate, open on the side that the alternative does not ask about.
fn around(estimate: f64, error: f64, df: f64, alternative: Alternative, level: f64) -> Interval {
    let t = StudentT(df);
    let (low, high) = match alternative {
        Alternative::TwoSided => {
            let reach = error * t.isf(0.5 * (1.0 - level));
            (estimate - reach, estimate + reach)
        }
        Alternative::Less => (f64::NEG_INFINITY, estimate + error * t.isf(1.0 - level)),
        Alternative::Greater => (estimate - error * t.isf(1.0 - level), f64::INFINITY),
    };
    Interval { low, high, level }
}

impl Effect {
    /// An effect with its interval.
    pub(crate) fn with(name: &'static str, value: f64, low: f64, high: f64, level: f64) -> Effect {
        Effect { name, value, interval: Some(Interval { low, high, level }) }
    }
}
