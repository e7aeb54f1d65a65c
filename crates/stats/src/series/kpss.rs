//! Whether a series keeps to a level or a line: the test that starts from "it does".

use super::least::{between, least, varied, whole};
use super::unit_root::{About, long_run_variance};
use crate::Result;

/// How far back dependence is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Bandwidth {
    /// ⌊4 (n/100)^¼⌋, as tseries and urca take where it is short.
    #[default]
    Short,
    /// ⌊12 (n/100)^¼⌋.
    Long,
    /// ⌊3 √n / 13⌋, as forecast's `ndiffs` takes.
    Root,
    /// So many lags.
    Fixed(usize),
}

/// The test of Kwiatkowski, Phillips, Schmidt and Shin (1992).
#[derive(Debug, Clone, PartialEq)]
pub struct Kpss {
    /// Level or trend.
    pub about: About,
    /// The statistic: great speaks against keeping to it.
    pub statistic: f64,
    /// Between the four figures of their table, so never under 0.01 nor over 0.1.
    pub p_value: f64,
    /// Whether the true one lies beyond the table.
    pub beyond: bool,
    /// The bounds of 10, 5, 2.5 and 1 %.
    pub critical: [f64; 4],
    /// Lags.
    pub lags: usize,
    /// Values.
    pub n: usize,
}

/// Holds a series against keeping to a level, or to a line where `about` is a trend.
pub fn kpss(y: &[f64], about: About, bandwidth: Bandwidth) -> Result<Kpss> {
    whole(y, 4)?;
    varied(y)?;
    let n = y.len();
    let rows = n as f64;
    let mut columns = vec![vec![1.0; n]];
    let critical = match about {
        About::Trend => {
            columns.push((1..=n).map(|t| t as f64).collect());
            [0.119, 0.146, 0.176, 0.216]
        }
        _ => [0.347, 0.463, 0.574, 0.739],
    };
    let e = least(&columns, y)?.residuals;
    let lags = match bandwidth {
        Bandwidth::Short => (4.0 * (rows / 100.0).powf(0.25)) as usize,
        Bandwidth::Long => (12.0 * (rows / 100.0).powf(0.25)) as usize,
        Bandwidth::Root => (3.0 * rows.sqrt() / 13.0) as usize,
        Bandwidth::Fixed(lags) => lags.min(n - 1),
    };
    let mut sum = 0.0;
    let squares: f64 = e
        .iter()
        .map(|e| {
            sum += e;
            sum * sum
        })
        .sum();
    let statistic = squares / (rows * rows) / long_run_variance(&e, lags);
    let p_value = between(&critical, &[0.1, 0.05, 0.025, 0.01], statistic);
    let beyond = statistic < critical[0] || statistic > critical[3];
    let about = if about == About::Trend { About::Trend } else { About::Level };
    Ok(Kpss { about, statistic, p_value, beyond, critical, lags, n })
}
