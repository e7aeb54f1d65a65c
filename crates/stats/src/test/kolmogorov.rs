//! Kolmogorov's and Smirnov's tests: one sample against a distribution, two against each other.

use super::Test;
use super::sample::{sample, sorted};
use crate::dist::{Exponential, Kolmogorov, Normal, Uniform, kolmogorov_exact, smirnov_exact};
use crate::{Error, Result};

/// The distribution a sample is held against, named beforehand: fitted to the same sample it would make p too high.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reference {
    /// Normal with mean and standard deviation.
    Normal(f64, f64),
    /// Exponential with a rate.
    Exponential(f64),
    /// Uniform between two.
    Uniform(f64, f64),
}

impl Reference {
    fn cdf(self, x: f64) -> Result<f64> {
        let positive = match self {
            Reference::Normal(_, sd) => sd,
            Reference::Exponential(rate) => rate,
            Reference::Uniform(low, high) => high - low,
        };
        if !(positive > 0.0 && positive.is_finite()) {
            return Err(Error::Choice {
                name: "reference",
                value: positive.to_string(),
                allowed: "> 0".to_owned(),
            });
        }
        Ok(match self {
            Reference::Normal(mean, sd) => Normal.cdf((x - mean) / sd),
            Reference::Exponential(rate) => Exponential(rate).cdf(x),
            Reference::Uniform(low, high) => Uniform(low, high).cdf(x),
        })
    }
}

/// The greatest distance of a sample from a distribution. Exact below 100 values without ties, else by the limit.
pub fn distance(name: &str, x: &[f64], reference: Reference) -> Result<Test> {
    let sample = sample(name, x, 1)?;
    let list = sorted(&sample.values);
    let n = list.len() as f64;
    let mut d = 0.0_f64;
    for (i, &x) in list.iter().enumerate() {
        let at = reference.cdf(x)?;
        d = d.max(at - i as f64 / n).max((i + 1) as f64 / n - at);
    }
    let ties = list.windows(2).any(|pair| pair[0] == pair[1]);
    let exact = list.len() < 100 && !ties;
    let p = if exact { 1.0 - kolmogorov_exact(list.len(), d) } else { Kolmogorov.sf(n.sqrt() * d) };
    let method = if exact { "ks-exact" } else { "ks-limit" };
    let mut test = Test::new(method, "D", d, &[], p.clamp(0.0, 1.0));
    (test.n, test.dropped) = (list.len(), sample.dropped);
    Ok(test)
}

/// The greatest distance of two samples from each other. Exact, ties and all, where m n is below 10 000, else by the limit.
pub fn distance_of_two(names: (&str, &str), x: &[f64], y: &[f64]) -> Result<Test> {
    let (x, y) = (sample(names.0, x, 1)?, sample(names.1, y, 1)?);
    let (m, n) = (x.values.len(), y.values.len());
    let all = sorted(&[x.values.clone(), y.values.clone()].concat());
    let (first, second) = (sorted(&x.values), sorted(&y.values));
    let below = |list: &[f64], v: f64| list.partition_point(|x| *x <= v) as f64 / list.len() as f64;
    let d = all.iter().map(|v| (below(&first, *v) - below(&second, *v)).abs()).fold(0.0, f64::max);
    let exact = m * n < 10_000;
    let p = if exact {
        // Between equal values there is no place to look at.
        smirnov_exact(m, n, d, |at| all.get(at.wrapping_sub(1)) != all.get(at))
    } else {
        let (m, n) = (m as f64, n as f64);
        Kolmogorov.sf((m * n / (m + n)).sqrt() * d)
    };
    let method = if exact { "ks-two-exact" } else { "ks-two-limit" };
    let mut test = Test::new(method, "D", d, &[], p.clamp(0.0, 1.0));
    (test.n, test.dropped) = (m + n, x.dropped + y.dropped);
    Ok(test)
}
