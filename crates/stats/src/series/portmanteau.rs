//! Whether the autocorrelations of several lags together are nought.

use super::acf::acf;
use crate::dist::ChiSquared;
use crate::{Error, Result};

/// Which sum of squared autocorrelations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Portmanteau {
    /// Ljung and Box (1978), right for shorter series too.
    #[default]
    LjungBox,
    /// Box and Pierce (1970).
    BoxPierce,
}

/// A test whose statistic is nearly a χ².
#[derive(Debug, Clone, PartialEq)]
pub struct Whiteness {
    /// `Ljung-Box` or `Box-Pierce`.
    pub method: &'static str,
    /// The statistic.
    pub statistic: f64,
    /// Degrees of freedom: lags less fitted coefficients.
    pub df: usize,
    /// The probability of at least this under independence.
    pub p_value: f64,
    /// Lags.
    pub lags: usize,
    /// Values.
    pub n: usize,
}

/// Holds a series against independence over `lags` lags; of residuals, `fitted` is the number of coefficients of their model.
pub fn portmanteau(y: &[f64], lags: usize, fitted: usize, which: Portmanteau) -> Result<Whiteness> {
    if lags <= fitted || lags >= y.len() {
        let allowed = format!("{} … {}", fitted + 1, y.len().saturating_sub(1));
        return Err(Error::Choice { name: "lags", value: lags.to_string(), allowed });
    }
    let n = y.len() as f64;
    let found = acf(y, lags, 0.95)?;
    let squares = found.values.iter().enumerate().skip(1).map(|(lag, r)| (lag as f64, r * r));
    let (method, statistic) = match which {
        Portmanteau::LjungBox => {
            ("Ljung-Box", n * (n + 2.0) * squares.map(|(lag, r2)| r2 / (n - lag)).sum::<f64>())
        }
        Portmanteau::BoxPierce => ("Box-Pierce", n * squares.map(|(_, r2)| r2).sum::<f64>()),
    };
    let df = lags - fitted;
    let p_value = ChiSquared(df as f64).sf(statistic);
    Ok(Whiteness { method, statistic, df, p_value, lags, n: y.len() })
}
