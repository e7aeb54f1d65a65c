//! The regression on what leads, asked anew for each step ahead.

use super::{Course, Leading};
use crate::lead::nested::Nested;
use crate::series::{About, DifferenceLags, adf};
use crate::{Error, Result};

/// A course by direct regressions: what comes h steps on is explained by what is known now. Of a leading series that is its value
/// h less its lag steps on where that is known, else its last. Where the series wanders, all are taken as what they have moved.
pub(super) fn regression(y: &[f64], leading: &[Leading], steps: usize) -> Result<Course> {
    let n = y.len();
    let wanders = adf(y, About::Trend, DifferenceLags::CubeRoot).map_or(true, |found| found.p_value > 0.05);
    let (mut mean, mut spread) = (Vec::with_capacity(steps), Vec::with_capacity(steps));
    for h in 1..=steps {
        let back = leading.iter().map(|one| one.lag).max().unwrap_or(1);
        let rows = n.saturating_sub(back + h);
        if rows < 2 * leading.len() + 8 {
            return Err(Error::TooFew { what: "rows", have: n, need: back + h + 2 * leading.len() + 8 });
        }
        // Row t stands at the time back + t; the one that is foreseen is the last of all.
        let column = |of: &dyn Fn(usize) -> f64| (back..n).map(of).collect::<Vec<f64>>();
        let mut columns = vec![match wanders {
            true => column(&|t| y[t] - y[t - 1]),
            false => column(&|t| y[t]),
        }];
        for one in leading {
            let x = one.values.get(..n).ok_or(Error::Lengths { left: n, right: one.values.len() })?;
            let known = |t: usize| x[t - one.lag.saturating_sub(h)];
            let before = |t: usize| x[t - one.lag];
            match wanders {
                true => columns.push(column(&|t| known(t) - before(t))),
                false => columns.push(column(&known)),
            }
        }
        let target: Vec<f64> = (back..n - h).map(|t| y[t + h] - if wanders { y[t] } else { 0.0 }).collect();
        let seen: Vec<&[f64]> = columns.iter().map(|column| &column[..rows]).collect();
        let found = Nested::new(&seen, &target);
        let b = found.coefficients();
        let now =
            columns.iter().zip(b.iter().skip(1)).map(|(column, b)| column[rows + h - 1] * b).sum::<f64>();
        mean.push(b[0] + now + if wanders { y[n - 1] } else { 0.0 });
        let rss = found.rss.last().copied().unwrap_or(0.0);
        let df = (rows - columns.len() - 1) as f64;
        spread.push((rss / df * (1.0 + (columns.len() + 1) as f64 / rows as f64)).sqrt());
    }
    Ok(Course { mean, spread })
}
