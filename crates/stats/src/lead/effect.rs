//! How much the one moves for a unit of the other.

use super::nested::Nested;
use super::own::Own;
use crate::Result;
use crate::dist::StudentT;

/// A coefficient with errors that may depend on those before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// How much y moves, in its units, a lag after x has moved by one of its own.
    pub estimate: f64,
    /// Its standard error.
    pub std_error: f64,
    /// The lower end of its interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// Rows.
    pub n: usize,
}

/// The coefficient of x `lag` steps before in the regression of y on it. What is left is made white by its own autoregression,
/// through which both then pass (Cochrane and Orcutt 1949); what dependence remains goes into the error (Newey and West 1987).
pub(super) fn effect(x: &[f64], y: &[f64], lag: usize, level: f64) -> Result<Effect> {
    let (x, y) = (&x[..x.len() - lag], &y[lag..]);
    let rest = Own::new(Nested::new(&[x], y).residuals(), 0)?;
    let (x, y) = (rest.passed(x), rest.passed(y));
    let found = Nested::new(&[&x], &y);
    let n = y.len();
    let df = n as f64 - 2.0 - rest.filter.len() as f64;
    let estimate = found.coefficients().get(1).copied().unwrap_or(f64::NAN);
    let parts: Vec<f64> = found.weights(0).iter().zip(found.residuals()).map(|(w, e)| w * e).collect();
    let reach = (4.0 * (n as f64 / 100.0).powf(2.0 / 9.0)) as usize;
    let apart = |lag: usize| parts.iter().skip(lag).zip(&parts).map(|(a, b)| a * b).sum::<f64>();
    let weight = |lag: usize| 1.0 - lag as f64 / (reach as f64 + 1.0);
    let sum = apart(0) + 2.0 * (1..=reach).map(|lag| weight(lag) * apart(lag)).sum::<f64>();
    let std_error = (sum.max(0.0) * n as f64 / df).sqrt();
    let arm = StudentT(df).isf((1.0 - level) / 2.0) * std_error;
    Ok(Effect { estimate, std_error, low: estimate - arm, high: estimate + arm, n })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Chance;
    use crate::regress::{Design, Lags, newey_west, observe, ols};

    #[test]
    fn its_error_is_that_of_newey_and_west() {
        let mut chance = Chance::new(5);
        let x: Vec<f64> = (0..101).map(|_| chance.normal()).collect();
        let y: Vec<f64> =
            (0..101).map(|t| chance.normal() + if t > 0 { 0.7 * x[t - 1] } else { 0.0 }).collect();
        let found = effect(&x, &y, 1, 0.95).unwrap();
        // The same by hand: what is left is passed through its filter first.
        let rest = Own::new(Nested::new(&[&x[..100]], &y[1..]).residuals(), 0).unwrap();
        let (x, y) = (rest.passed(&x[..100]), rest.passed(&y[1..]));
        let n = y.len() as f64;
        let design = Design::plain(("y", y), [("x".to_owned(), x)], true).unwrap();
        let fit = ols(&design).unwrap();
        let observed = observe(&fit, &design).unwrap();
        let lag = Some((4.0 * (n / 100.0).powf(2.0 / 9.0)) as usize);
        let covariance = newey_west(&fit, &observed, Lags { lag, prewhite: false, adjust: false }).unwrap();
        let want = &fit.table(&covariance, 0.95)[1];
        let df = n - 2.0 - rest.filter.len() as f64;
        assert!((found.estimate / want.estimate - 1.0).abs() < 1e-10);
        assert!((found.std_error / (want.std_error * (n / df).sqrt()) - 1.0).abs() < 1e-10);
    }
}
