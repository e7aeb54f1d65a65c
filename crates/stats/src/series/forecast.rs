//! What is foreseen, and the simple ways to foresee.

use super::ets::{Ets, Kind, Model, ets_fit};
use super::least::{least, varied, whole};
use super::{acf, classical};
use crate::dist::Normal;
use crate::{Error, Result};

/// A forecast.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// The method's name: `Theta`, `ETS(A,N,N)`, `ARIMA(0,1,1)`, …
    pub method: String,
    /// What is foreseen at each step.
    pub mean: Vec<f64>,
    /// The lower bound.
    pub low: Vec<f64>,
    /// The upper bound.
    pub high: Vec<f64>,
    /// The level of the bounds.
    pub level: f64,
    /// Whether the bounds were drawn at random, from a seed.
    pub simulated: bool,
}

impl Forecast {
    /// A forecast with normal errors.
    pub(super) fn normal(method: String, mean: Vec<f64>, variance: &[f64], level: f64) -> Self {
        let reach = Normal.isf((1.0 - level) / 2.0);
        let bound = |sign: f64| mean.iter().zip(variance).map(|(m, v)| m + sign * reach * v.sqrt()).collect();
        let (low, high) = (bound(-1.0), bound(1.0));
        Forecast { method, mean, low, high, level, simulated: false }
    }
}

/// The simple ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Simple {
    /// The mean of all.
    Mean,
    /// The last value.
    Naive,
    /// The value of a period ago.
    SeasonalNaive,
    /// The last value and the mean step.
    Drift,
}

/// Forecasts `steps` values the simple way; what others are held against.
pub fn simple(y: &[f64], period: usize, which: Simple, steps: usize, level: f64) -> Result<Forecast> {
    let need = if which == Simple::SeasonalNaive { period.max(1) + 1 } else { 3 };
    whole(y, need)?;
    let n = y.len();
    let rows = n as f64;
    let step = |h: usize| (h + 1) as f64;
    let square = |e: &[f64]| e.iter().map(|e| e * e).sum::<f64>();
    let (name, mean, variance): (&str, Vec<f64>, Vec<f64>) = match which {
        Simple::Mean => {
            let variance = super::least::variance(y) * (1.0 + 1.0 / rows);
            ("Mean", vec![super::least::mean(y); steps], vec![variance; steps])
        }
        Simple::Naive => {
            let s2 = square(&super::difference(y, 1)) / (rows - 1.0);
            ("Naive", vec![y[n - 1]; steps], (0..steps).map(|h| s2 * step(h)).collect())
        }
        Simple::SeasonalNaive => {
            let m = period.max(1);
            let s2 = square(&super::difference(y, m)) / (n - m) as f64;
            let mean = (0..steps).map(|h| y[n - m + h % m]).collect();
            ("Seasonal naive", mean, (0..steps).map(|h| s2 * (h / m + 1) as f64).collect())
        }
        Simple::Drift => {
            let slope = (y[n - 1] - y[0]) / (rows - 1.0);
            let rest: Vec<f64> = super::difference(y, 1).iter().map(|d| d - slope).collect();
            let s2 = square(&rest) / (rows - 2.0);
            let mean = (0..steps).map(|h| y[n - 1] + slope * step(h)).collect();
            ("Drift", mean, (0..steps).map(|h| s2 * step(h) * (1.0 + step(h) / (rows - 1.0))).collect())
        }
    };
    Ok(Forecast::normal(name.to_owned(), mean, &variance, level))
}

/// The Theta method of Assimakopoulos and Nikolopoulos (2000), as Hyndman and Billah (2003) wrote it: simple exponential
/// smoothing with half the slope of a straight line, of a series from which a season that shows was divided out.
pub fn theta(y: &[f64], period: usize, steps: usize, level: f64) -> Result<Forecast> {
    whole(y, 5)?;
    let n = y.len();
    let rows = n as f64;
    let mut x = y.to_vec();
    let mut season: Option<Vec<f64>> = None;
    if period > 1 && n > 2 * period && varied(y).is_ok() && y.iter().all(|x| *x > 0.0) {
        let r = acf(y, period, 0.95)?.values;
        let spread = ((1.0 + 2.0 * r[1..period].iter().map(|r| r * r).sum::<f64>()) / rows).sqrt();
        if r[period].abs() / spread > Normal.isf(0.05) {
            let parts = classical(y, period, true)?;
            if parts.seasonal[0].iter().all(|s| s.abs() >= 1e-4) {
                x = parts.adjusted(y);
                season = parts.seasonal.into_iter().next();
            }
        }
    }
    let ses: Ets = ets_fit(
        &x,
        1,
        Model { error: Kind::Additive, trend: Kind::None, damped: false, season: Kind::None },
    )?;
    let line = least(&[vec![1.0; n], (0..n).map(|t| t as f64).collect()], &x)?;
    let drift = line.coefficients[1] / 2.0;
    let alpha = ses.alpha.max(1e-10);
    let start = (1.0 - (1.0 - alpha).powf(rows)) / alpha;
    let flat = ses.states.first().copied().unwrap_or(f64::NAN);
    let factor = |h: usize| season.as_ref().map_or(1.0, |s| s[n - period + h % period]);
    let mean = (0..steps).map(|h| (flat + drift * (h as f64 + start)) * factor(h)).collect();
    let variance: Vec<f64> = (0..steps).map(|h| ses.sigma2 * (h as f64 * alpha * alpha + 1.0)).collect();
    Ok(Forecast::normal("Theta".to_owned(), mean, &variance, level))
}

/// How far forecasts were from what came.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Accuracy {
    /// The mean error.
    pub me: f64,
    /// The mean absolute error.
    pub mae: f64,
    /// The root of the mean squared error.
    pub rmse: f64,
    /// The mean absolute error as a part of the value; not a number where a value is nought.
    pub mape: f64,
    /// 2 |error| / (|value| + |forecast|), the mean.
    pub smape: f64,
    /// The mean absolute error as a part of what the (seasonal) naive forecast errs within the history (Hyndman and Koehler
    /// 2006): below one is better than that.
    pub mase: f64,
    /// The mean score of Winkler (1972): the width of the interval, and what it costs to lie outside.
    pub winkler: f64,
    /// What part of the values lay in their intervals.
    pub coverage: f64,
    /// Forecasts that were held against values.
    pub n: usize,
}

/// Holds forecasts against what came. `history` is what they were made from.
pub fn accuracy(history: &[f64], period: usize, forecast: &Forecast, came: &[f64]) -> Result<Accuracy> {
    let rows: Vec<usize> = (0..came.len().min(forecast.mean.len())).filter(|&h| !came[h].is_nan()).collect();
    if rows.is_empty() {
        return Err(Error::TooFew { what: "rows", have: 0, need: 1 });
    }
    let lag = if period > 1 && history.len() > period { period } else { 1 };
    let steps = super::difference(history, lag);
    let naive = steps.iter().map(|d| d.abs()).sum::<f64>() / steps.len().max(1) as f64;
    let mean = |value: &dyn Fn(usize) -> f64| rows.iter().map(|&h| value(h)).sum::<f64>() / rows.len() as f64;
    let error = |h: usize| came[h] - forecast.mean[h];
    let alpha = 1.0 - forecast.level;
    let outside = |h: usize| (forecast.low[h] - came[h]).max(came[h] - forecast.high[h]).max(0.0);
    let mae = mean(&|h| error(h).abs());
    Ok(Accuracy {
        me: mean(&error),
        mae,
        rmse: mean(&|h| error(h).powi(2)).sqrt(),
        mape: mean(&|h| if came[h] == 0.0 { f64::NAN } else { (error(h) / came[h]).abs() }),
        smape: mean(&|h| match came[h].abs() + forecast.mean[h].abs() {
            0.0 => 0.0,
            size => 2.0 * error(h).abs() / size,
        }),
        mase: mae / naive,
        winkler: mean(&|h| forecast.high[h] - forecast.low[h] + 2.0 / alpha * outside(h)),
        coverage: mean(&|h| if outside(h) > 0.0 { 0.0 } else { 1.0 }),
        n: rows.len(),
    })
}

/// The accuracy of a way to foresee by a rolling origin: from each of `origins` places at the end of the series it sees only
/// what came before, and its `steps` forecasts are held against what came. The mean over the origins.
pub fn rolling(
    y: &[f64],
    period: usize,
    steps: usize,
    origins: usize,
    foresee: &dyn Fn(&[f64]) -> Result<Forecast>,
) -> Result<Accuracy> {
    let least = steps + origins;
    if steps == 0 || origins == 0 || y.len() < least + 4 {
        return Err(Error::TooFew { what: "rows", have: y.len(), need: least + 4 });
    }
    let found = (0..origins)
        .map(|at| {
            let end = y.len() - steps - at;
            accuracy(&y[..end], period, &foresee(&y[..end])?, &y[end..])
        })
        .collect::<Result<Vec<_>>>()?;
    let mean = |of: &dyn Fn(&Accuracy) -> f64| found.iter().map(of).sum::<f64>() / found.len() as f64;
    Ok(Accuracy {
        me: mean(&|a| a.me),
        mae: mean(&|a| a.mae),
        rmse: mean(&|a| a.rmse * a.rmse).sqrt(),
        mape: mean(&|a| a.mape),
        smape: mean(&|a| a.smape),
        mase: mean(&|a| a.mase),
        winkler: mean(&|a| a.winkler),
        coverage: mean(&|a| a.coverage),
        n: found.iter().map(|a| a.n).sum(),
    })
}
