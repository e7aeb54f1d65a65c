//! Tukey's honest differences of all pairs of groups (Tukey 1949; Kramer 1956 for unequal groups).

use super::groups::Groups;
use super::sample::Moments;
use super::{Interval, level};
use crate::dist::StudentizedRange;
use crate::{Error, Result};

/// The difference of two groups, held against all the others at once.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// The group whose mean comes first.
    pub first: String,
    /// The group whose mean is taken off.
    pub second: String,
    /// The difference.
    pub estimate: f64,
    /// Its interval: all of them hold together at the level.
    pub interval: Interval,
    /// p, adjusted for the number of pairs.
    pub p_value: f64,
}

/// The differences of all pairs, in R's order and direction: later minus earlier.
///
/// Errors: fewer values than groups + 1; no spread within the groups.
pub fn tukey(groups: &Groups, conf: f64) -> Result<Vec<Pair>> {
    let conf = level(conf)?;
    let (n, k) = (groups.n(), groups.values.len());
    if n <= k {
        return Err(Error::TooFew { what: "rows", have: n, need: k + 1 });
    }
    let found: Vec<Moments> = groups.values.iter().map(|values| Moments::of(values)).collect();
    let df = (n - k) as f64;
    let noise = found.iter().map(|group| group.squares.value()).sum::<f64>() / df;
    if noise <= 0.0 {
        return Err(Error::Constant { column: groups.names.join(", ") });
    }
    let range = StudentizedRange(k as f64, df);
    let critical = range.isf(1.0 - conf);
    let mut pairs = Vec::new();
    for (j, (second, second_name)) in found.iter().zip(&groups.names).enumerate() {
        for (first, first_name) in found.iter().zip(&groups.names).skip(j + 1) {
            let estimate = (first.mean - second.mean).value();
            let error = (0.5 * noise * (1.0 / first.n + 1.0 / second.n)).sqrt();
            pairs.push(Pair {
                first: first_name.clone(),
                second: second_name.clone(),
                estimate,
                interval: Interval {
                    low: estimate - critical * error,
                    high: estimate + critical * error,
                    level: conf,
                },
                p_value: range.sf(estimate.abs() / error),
            });
        }
    }
    Ok(pairs)
}
