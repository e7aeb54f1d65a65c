//! Changes of level, or of level and spread, by the fast exact search.

use super::least::{varied, whole};
use crate::{Error, Result};

/// What changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Change {
    /// The mean; the spread is the same throughout and counted from the differences of neighbours, which changes hardly touch.
    #[default]
    Mean,
    /// The mean and the variance.
    MeanVariance,
}

/// What a change costs.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Penalty {
    /// log n for each figure of a stretch and for its place.
    Bic,
    /// The modified criterion of Zhang and Siegmund (2007), which also counts how long the stretches are.
    #[default]
    Mbic,
    /// So much.
    Fixed(f64),
}

/// The changes found.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes {
    /// The last row of each stretch but the last; rows count from 0.
    pub at: Vec<usize>,
    /// The mean of each stretch.
    pub means: Vec<f64>,
    /// The standard deviation of each stretch (over n).
    pub deviations: Vec<f64>,
    /// The least sum of costs, with the penalties.
    pub cost: f64,
    /// What a change cost.
    pub penalty: f64,
    /// The spread by which the mean's changes were measured.
    pub sigma: f64,
    /// Values.
    pub n: usize,
}

/// PELT of Killick, Fearnhead and Eckley (2012), "Optimal detection of changepoints with a linear computational cost": no division
/// of the series into stretches of at least `shortest` values has a lesser sum of twice the negative log-likelihoods and
/// penalties.
pub fn pelt(y: &[f64], change: Change, penalty: Penalty, shortest: usize) -> Result<Changes> {
    whole(y, 4)?;
    varied(y)?;
    let n = y.len();
    let shortest = shortest.max(if change == Change::Mean { 1 } else { 2 });
    if 2 * shortest > n {
        let allowed = format!("1 … {}", n / 2);
        return Err(Error::Choice { name: "shortest", value: shortest.to_string(), allowed });
    }
    let figures = if change == Change::Mean { 1.0 } else { 2.0 };
    let rows = n as f64;
    let price = match penalty {
        Penalty::Bic => (figures + 1.0) * rows.ln(),
        Penalty::Mbic => (figures + 2.0) * rows.ln(),
        Penalty::Fixed(price) if price >= 0.0 => price,
        Penalty::Fixed(price) => {
            return Err(Error::Choice {
                name: "penalty",
                value: price.to_string(),
                allowed: "≥ 0".to_owned(),
            });
        }
    };
    let sigma = spread(y);
    let middle = super::least::mean(y);
    let sums: Vec<(f64, f64)> = std::iter::once((0.0, 0.0))
        .chain(y.iter().scan((0.0, 0.0), |sum, y| {
            let x = (y - middle) / sigma;
            *sum = (sum.0 + x, sum.1 + x * x);
            Some(*sum)
        }))
        .collect();
    let cost = |from: usize, to: usize| {
        let (count, sum) = ((to - from) as f64, sums[to].0 - sums[from].0);
        let squares = (sums[to].1 - sums[from].1 - sum * sum / count).max(0.0);
        let own = match change {
            Change::Mean => squares,
            Change::MeanVariance => {
                count * ((2.0 * std::f64::consts::PI).ln() + (squares / count).max(1e-11).ln() + 1.0)
            }
        };
        own + if penalty == Penalty::Mbic { count.ln() } else { 0.0 }
    };
    let mut best = vec![f64::INFINITY; n + 1];
    let mut last = vec![0; n + 1];
    best[0] = -price;
    let mut candidates = vec![0];
    for end in shortest..=n {
        let tried: Vec<f64> =
            candidates.iter().map(|&from: &usize| best[from] + cost(from, end) + price).collect();
        for (value, &from) in tried.iter().zip(&candidates) {
            if *value < best[end] {
                (best[end], last[end]) = (*value, from);
            }
        }
        // A start that is already dearer than the best by more than a change can never be the best later; with the modified
        // criterion a stretch's logarithm may still fall by so much.
        let slack = if penalty == Penalty::Mbic { rows.ln() } else { 0.0 };
        let keep = best[end] + price + slack;
        let mut at = 0;
        candidates.retain(|_| {
            at += 1;
            tried[at - 1] <= keep
        });
        if end + 1 >= 2 * shortest {
            candidates.push(end + 1 - shortest);
        }
    }
    let mut ends = Vec::new();
    let mut end = n;
    while last[end] > 0 {
        end = last[end];
        ends.push(end);
    }
    ends.reverse();
    let starts = std::iter::once(0).chain(ends.iter().copied());
    let stretches: Vec<&[f64]> =
        starts.zip(ends.iter().copied().chain([n])).map(|(from, to)| &y[from..to]).collect();
    let means: Vec<f64> = stretches.iter().map(|part| super::least::mean(part)).collect();
    let deviation = |(part, mean): (&&[f64], &f64)| {
        (part.iter().map(|y| (y - mean).powi(2)).sum::<f64>() / part.len() as f64).sqrt()
    };
    let deviations = stretches.iter().zip(&means).map(deviation).collect();
    let at = ends.iter().map(|end| end - 1).collect();
    Ok(Changes { at, means, deviations, cost: best[n], penalty: price, sigma, n })
}

/// The spread about a level that may change: the median distance of neighbours, or where half of them are alike, their root
/// mean square.
fn spread(y: &[f64]) -> f64 {
    let mut steps: Vec<f64> = y.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
    let square = steps.iter().map(|d| d * d).sum::<f64>() / (2.0 * steps.len() as f64);
    steps.sort_unstable_by(f64::total_cmp);
    let median = (steps[steps.len() / 2] + steps[(steps.len() - 1) / 2]) / 2.0;
    match median / (0.674_489_750_196_081_7 * 2f64.sqrt()) {
        robust if robust > 0.0 => robust,
        _ => square.sqrt(),
    }
}
