//! Whether groups spread alike: Bartlett (1937), Levene (1960) and Brown–Forsythe (1974), Fligner–Killeen (1976).

use super::groups::Groups;
use super::sample::{Moments, median, ranks, sorted};
use super::{Test, one_way};
use crate::dist::{ChiSquared, Normal};
use crate::{Error, Result};

/// Bartlett's test, for normal values.
///
/// Errors: fewer than two values in a group; no spread in one.
pub fn bartlett(groups: &Groups) -> Result<Test> {
    groups.each(2)?;
    let found: Vec<Moments> = groups.values.iter().map(|values| Moments::of(values)).collect();
    if let Some(at) = found.iter().position(|group| group.squares.value() <= 0.0) {
        return Err(Error::Constant { column: groups.names[at].clone() });
    }
    let k = found.len() as f64;
    let rest = groups.n() as f64 - k;
    let pooled = found.iter().map(|group| group.squares.value()).sum::<f64>() / rest;
    let logs: f64 = found.iter().map(|group| (group.n - 1.0) * (group.variance() / pooled).ln()).sum();
    let inverses: f64 = found.iter().map(|group| 1.0 / (group.n - 1.0)).sum();
    let statistic = -logs / (1.0 + (inverses - 1.0 / rest) / (3.0 * (k - 1.0)));
    Ok(of(groups, "bartlett", "K2", statistic))
}

/// Levene's test on distances from the mean, or (`median`) Brown and Forsythe's on those from the median.
pub fn levene(groups: &Groups, from_median: bool) -> Result<Test> {
    let distances = |values: &Vec<f64>| {
        let centre = if from_median { median(&sorted(values)) } else { Moments::of(values).mean.value() };
        values.iter().map(|value| (value - centre).abs()).collect()
    };
    let values = groups.values.iter().map(distances).collect();
    let table = one_way("groups", &Groups { values, ..groups.clone() }, 0.95)?;
    let method = if from_median { "brown-forsythe" } else { "levene" };
    let (row, rest) = (&table.rows[0], &table.rows[1]);
    let (n, dropped) = (groups.n(), groups.dropped);
    Ok(Test { n, dropped, ..Test::new(method, "F", row.statistic, &[row.df, rest.df], row.p_value) })
}

/// Fligner and Killeen's test on the ranks of distances from the medians.
pub fn fligner(groups: &Groups) -> Result<Test> {
    groups.each(1)?;
    let centred = |values: &Vec<f64>| {
        let centre = median(&sorted(values));
        values.iter().map(|value| (value - centre).abs()).collect::<Vec<f64>>()
    };
    let distances: Vec<f64> = groups.values.iter().flat_map(centred).collect();
    let n = distances.len() as f64;
    let scores: Vec<f64> =
        ranks(&distances).0.iter().map(|rank| Normal.quantile(0.5 * (1.0 + rank / (n + 1.0)))).collect();
    let whole = Moments::of(&scores);
    if whole.squares.value() <= 0.0 {
        return Err(Error::Constant { column: groups.names.join(", ") });
    }
    let mut from = 0;
    let mut sum = 0.0;
    for values in &groups.values {
        let own = &scores[from..from + values.len()];
        sum += own.len() as f64 * (Moments::of(own).mean - whole.mean).value().powi(2);
        from += values.len();
    }
    Ok(of(groups, "fligner", "X2", sum / whole.variance()))
}

fn of(groups: &Groups, method: &'static str, name: &'static str, statistic: f64) -> Test {
    let df = groups.values.len() as f64 - 1.0;
    let p = ChiSquared(df).sf(statistic);
    let (n, dropped) = (groups.n(), groups.dropped);
    Test { n, dropped, ..Test::new(method, name, statistic, &[df], p) }
}
