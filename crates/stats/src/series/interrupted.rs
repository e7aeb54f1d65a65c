//! What a campaign or another event changed in a series: a level and a slope before and after.

use super::least::{NAME, whole};
use crate::regress::{Coefficient, Design, Lags, newey_west, observe, ols};
use crate::{Error, Result};

/// A segmented regression.
#[derive(Debug, Clone)]
pub struct Interrupted {
    /// `level`, `slope`, `level change`, `slope change` with errors of Newey and West; then the series beside.
    pub terms: Vec<Coefficient>,
    /// The lags of the errors.
    pub lags: usize,
    /// The fitted course.
    pub fitted: Vec<f64>,
    /// What the course would have been without the event, from the event on.
    pub without: Vec<f64>,
    /// The first row after the event.
    pub at: usize,
    /// Values.
    pub n: usize,
}

/// y = a + b t + c·after + d·(t − event)·after, errors robust to autocorrelation (Wagner and others 2002). `at` is the first
/// row after the event, from 0; none of `lags` takes Newey and West's own rule.
pub fn interrupted(y: &[f64], at: usize, lags: Option<usize>, level: f64) -> Result<Interrupted> {
    interrupted_beside(y, &[], at, lags, level)
}

/// The same beside series that the event did not touch: what they explain of the course is not taken for its effect.
pub fn interrupted_beside(
    y: &[f64],
    beside: &[(String, Vec<f64>)],
    at: usize,
    lags: Option<usize>,
    level: f64,
) -> Result<Interrupted> {
    whole(y, 8 + beside.len())?;
    for (_, x) in beside {
        whole(x, 0)?;
    }
    if let Some((_, x)) = beside.iter().find(|(_, x)| x.len() != y.len()) {
        return Err(Error::Lengths { left: y.len(), right: x.len() });
    }
    let n = y.len();
    if at < 3 || at + 3 > n {
        let allowed = format!("3 … {}", n - 3);
        return Err(Error::Choice { name: "at", value: at.to_string(), allowed });
    }
    let after = |t: usize| if t >= at { 1.0 } else { 0.0 };
    let column =
        |name: &str, value: &dyn Fn(usize) -> f64| (name.to_owned(), (0..n).map(value).collect::<Vec<f64>>());
    let mut columns = vec![
        column("slope", &|t| t as f64),
        column("level change", &after),
        column("slope change", &|t| after(t) * (t as f64 - at as f64)),
    ];
    columns.extend(beside.iter().cloned());
    let design = Design::plain((NAME, y.to_vec()), columns, true)?;
    let fit = ols(&design)?;
    let observed = observe(&fit, &design)?;
    let covariance = newey_west(&fit, &observed, Lags { lag: lags, prewhite: false, adjust: true })?;
    let mut terms = fit.table(&covariance, level);
    terms.iter_mut().take(1).for_each(|term| term.term = "level".to_owned());
    let b = |term: usize| fit.estimates.get(term).copied().unwrap_or(f64::NAN);
    let others = |t: usize| beside.iter().enumerate().map(|(k, (_, x))| b(4 + k) * x[t]).sum::<f64>();
    let without = (at..n).map(|t| b(0) + b(1) * t as f64 + others(t)).collect();
    let fitted = y.iter().zip(&observed.residuals).map(|(y, e)| y - e).collect();
    Ok(Interrupted { terms, lags: covariance.lag.unwrap_or(0), fitted, without, at, n })
}
