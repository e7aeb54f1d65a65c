//! Shares and rates, exactly: the binomial test (Clopper and Pearson 1934) and that of Poisson rates.

use super::{Alternative, Effect, Interval, Test, level, share};
use crate::dist::{Beta, Binomial, Gamma, Poisson};
use crate::{Error, Result};

/// Slack for chances that are equal but for rounding.
const SLACK: f64 = 1.0 + 1e-7;

fn count(name: &str, value: f64) -> Result<f64> {
    if value >= 0.0 && value.fract() == 0.0 && value.is_finite() {
        return Ok(value);
    }
    Err(Error::Kind { column: name.to_owned(), need: "count" })
}

/// The interval of a binomial share, open where the alternative does not ask.
fn clopper_pearson(seen: f64, trials: f64, alternative: Alternative, level: f64) -> Interval {
    let tail = if alternative == Alternative::TwoSided { 0.5 * (1.0 - level) } else { 1.0 - level };
    let low = if seen == 0.0 || alternative == Alternative::Less {
        0.0
    } else {
        Beta(seen, trials - seen + 1.0).quantile(tail)
    };
    let high = if seen == trials || alternative == Alternative::Greater {
        1.0
    } else {
        Beta(seen + 1.0, trials - seen).isf(tail)
    };
    Interval { low, high, level }
}

/// Whether `seen` of `trials` fit a chance of `p`. Two-sided: all counts that are no more likely.
pub fn binomial(seen: f64, trials: f64, p: f64, alternative: Alternative, conf: f64) -> Result<Test> {
    let (conf, p) = (level(conf)?, share("p", p)?);
    let (seen, trials) = (count("seen", seen)?, count("trials", trials)?);
    if seen > trials || trials == 0.0 {
        return Err(Error::Choice {
            name: "seen",
            value: seen.to_string(),
            allowed: format!("0 … {trials}"),
        });
    }
    let law = Binomial(trials, p);
    let chance = match alternative {
        Alternative::Less => law.cdf(seen),
        Alternative::Greater => law.sf(seen - 1.0),
        Alternative::TwoSided => two_sided(&law, seen),
    };
    let mut test = Test { alternative, ..Test::new("binomial", "", seen, &[], chance) };
    test.estimates = vec![("share", seen / trials)];
    test.interval = Some(clopper_pearson(seen, trials, alternative, conf));
    test.n = trials as usize;
    Ok(test)
}

/// The chance of all counts no more likely than the one seen: its own tail, and the other from where it has fallen as low.
fn two_sided(law: &Binomial, seen: f64) -> f64 {
    let Binomial(trials, p) = *law;
    let limit = law.pmf(seen) * SLACK;
    let mean = trials * p;
    if seen == mean {
        return 1.0;
    }
    // The chances fall on either side of the mean: the first count of the far side that is no more likely.
    let far = |mut inside: f64, mut outside: f64| {
        while (outside - inside).abs() > 1.0 {
            let middle = (0.5 * (inside + outside)).floor();
            let middle = if middle == inside { middle + 1.0 } else { middle };
            if law.pmf(middle) <= limit {
                outside = middle;
            } else {
                inside = middle;
            }
        }
        if law.pmf(inside) <= limit { inside } else { outside }
    };
    let both = if seen < mean {
        law.cdf(seen) + law.sf(far(mean.ceil(), trials + 1.0) - 1.0)
    } else {
        law.sf(seen - 1.0) + law.cdf(far(mean.floor(), -1.0))
    };
    both.min(1.0)
}

/// Whether `events` in a `time` fit a rate.
pub fn rate(events: f64, time: f64, rate: f64, alternative: Alternative, conf: f64) -> Result<Test> {
    let conf = level(conf)?;
    let events = count("events", events)?;
    for (name, value) in [("time", time), ("rate", rate)] {
        if !(value > 0.0 && value.is_finite()) {
            return Err(Error::Kind { column: name.to_owned(), need: "positive" });
        }
    }
    let mean = rate * time;
    let law = Poisson(mean);
    let p = match alternative {
        Alternative::Less => law.cdf(events),
        Alternative::Greater => law.sf(events - 1.0),
        Alternative::TwoSided => {
            let limit = law.pmf(events) * SLACK;
            if events == mean {
                1.0
            } else if events < mean {
                let mut far = mean.ceil();
                while law.pmf(far) > limit {
                    far += 1.0;
                }
                law.cdf(events) + law.sf(far - 1.0)
            } else {
                let mut far = mean.floor();
                while far >= 0.0 && law.pmf(far) > limit {
                    far -= 1.0;
                }
                law.sf(events - 1.0) + law.cdf(far)
            }
        }
    };
    let tail = if alternative == Alternative::TwoSided { 0.5 * (1.0 - conf) } else { 1.0 - conf };
    let low = if events == 0.0 || alternative == Alternative::Less {
        0.0
    } else {
        Gamma(events, 1.0).quantile(tail) / time
    };
    let high = if alternative == Alternative::Greater {
        f64::INFINITY
    } else {
        Gamma(events + 1.0, 1.0).isf(tail) / time
    };
    let mut test = Test { alternative, ..Test::new("rate", "", events, &[], p.min(1.0)) };
    test.estimates = vec![("rate", events / time)];
    test.interval = Some(Interval { low, high, level: conf });
    test.n = events as usize;
    Ok(test)
}

/// Whether two rates stand in a ratio: given all events, how many fell to the first is binomial.
pub fn ratio_of_rates(
    events: (f64, f64),
    times: (f64, f64),
    ratio: f64,
    alternative: Alternative,
    conf: f64,
) -> Result<Test> {
    let all = events.0 + events.1;
    for (name, value) in [("time", times.0), ("time", times.1), ("ratio", ratio)] {
        if !(value > 0.0 && value.is_finite()) {
            return Err(Error::Kind { column: name.to_owned(), need: "positive" });
        }
    }
    let p = ratio * times.0 / (ratio * times.0 + times.1);
    count("events", events.1)?;
    let mut test = binomial(events.0, all, p, alternative, conf)?;
    let estimate = (events.0 / times.0) / (events.1 / times.1);
    let of = |share: f64| share / (1.0 - share) * (times.1 / times.0);
    test.interval = test.interval.map(|found| Interval {
        low: of(found.low),
        high: if found.high >= 1.0 { f64::INFINITY } else { of(found.high) },
        level: found.level,
    });
    test.method = "ratio-of-rates";
    test.estimates = vec![("rate-ratio", estimate)];
    test.effects = vec![Effect { name: "rate-ratio", value: estimate, interval: test.interval }];
    Ok(test)
}
