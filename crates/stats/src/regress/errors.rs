//! How uncertain coefficients are: the covariance of estimates under different doubts about the errors.

use super::observed::{Local, pass_observed};
use super::rows::{Rows, Streamed, Whole};
use super::{Design, Fit, Observed};
use crate::dist::StudentT;
use crate::{Error, Result};
use matrix::{Digits, Gram, Part};

/// The covariance of the kept coefficients.
#[derive(Debug, Clone, PartialEq)]
pub struct Covariance {
    /// The method: `classic`, `HC3`, `Newey-West`, `cluster CR1` …
    pub method: String,
    /// Over the kept columns, row by row.
    pub matrix: Vec<f64>,
    /// Degrees of freedom for t.
    pub df: f64,
    /// Lags, where the method has them.
    pub lag: Option<usize>,
    /// Clusters on each side, where the method has them.
    pub clusters: Vec<usize>,
}

/// Errors whose spread may differ from row to row: White's, and its corrections for leverage (MacKinnon and White 1985;
/// Cribari-Neto 2004, with da Silva 2011 and with Souza and Vasconcellos 2007).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hc {
    /// Plain squares of residuals.
    Hc0,
    /// Times n/(n−k).
    Hc1,
    /// Over 1−h.
    Hc2,
    /// Over (1−h)²: the jackknife's, safe in small samples.
    Hc3,
    /// Over (1−h)^min(4, h/h̄).
    Hc4,
    /// Over (1−h)^(min(1, h/h̄) + min(1.5, h/h̄)).
    Hc4m,
    /// Over (1−h)^(min(h/h̄, max(4, 0.7·max h/h̄))/2).
    Hc5,
}

impl Hc {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Hc::Hc0 => "HC0",
            Hc::Hc1 => "HC1",
            Hc::Hc2 => "HC2",
            Hc::Hc3 => "HC3",
            Hc::Hc4 => "HC4",
            Hc::Hc4m => "HC4m",
            Hc::Hc5 => "HC5",
        }
    }

    /// The squared residual as this method counts it. `greatest` is the greatest leverage of all.
    fn square(self, residual: f64, leverage: f64, n: f64, rank: f64, greatest: f64) -> f64 {
        let square = residual * residual;
        let (free, ratio) = (1.0 - leverage, n * leverage / rank);
        match self {
            Hc::Hc0 => square,
            Hc::Hc1 => square * n / (n - rank),
            Hc::Hc2 => square / free,
            Hc::Hc3 => square / (free * free),
            Hc::Hc4 => square / free.powf(ratio.min(4.0)),
            Hc::Hc4m => square / free.powf(ratio.min(1.0) + ratio.min(1.5)),
            Hc::Hc5 => square / free.powf(ratio.min((0.7 * n * greatest / rank).max(4.0)) / 2.0),
        }
    }
}

/// One line of the table of coefficients.
#[derive(Debug, Clone, PartialEq)]
pub struct Coefficient {
    /// The column, or the coefficient's name.
    pub term: String,
    /// Not a number where the column follows from others; so are all that come after.
    pub estimate: f64,
    /// The standard error.
    pub std_error: f64,
    /// The estimate over its error: z where the dispersion is known, else t.
    pub statistic: f64,
    /// The chance of a statistic as far from nought, were the coefficient nought.
    pub p_value: f64,
    /// The interval's lower end.
    pub conf_low: f64,
    /// The interval's upper end.
    pub conf_high: f64,
}

impl Fit {
    /// σ² (Xᵀ W X)⁻¹: errors of one spread, independent of each other.
    pub fn covariance(&self) -> Covariance {
        let variance = self.sigma * self.sigma;
        let matrix = self.unscaled.iter().map(|x| x * variance).collect();
        Covariance { method: "classic".to_owned(), matrix, ..self.nothing() }
    }

    /// The table of coefficients with the errors of a covariance, intervals at a level such as 0.95.
    pub fn table(&self, covariance: &Covariance, level: f64) -> Vec<Coefficient> {
        let (rank, t) = (self.rank(), StudentT(covariance.df));
        let reach = if covariance.df > 0.0 { t.isf(0.5 * (1.0 - level)) } else { f64::NAN };
        let line = |(at, term): (usize, &String)| {
            let estimate = self.estimates[at];
            let place = self.kept.iter().position(|&kept| kept == at);
            let variance = place.and_then(|place| covariance.matrix.get(place * rank + place));
            let std_error = variance.map_or(f64::NAN, |variance| variance.sqrt());
            let statistic = estimate / std_error;
            let p_value = if statistic.is_infinite() { 0.0 } else { t.two_sided(statistic) };
            Coefficient {
                term: term.clone(),
                estimate,
                std_error,
                statistic,
                p_value: if statistic.is_nan() || covariance.df <= 0.0 { f64::NAN } else { p_value },
                conf_low: estimate - reach * std_error,
                conf_high: estimate + reach * std_error,
            }
        };
        self.names.iter().enumerate().map(line).collect()
    }

    /// A covariance that says nothing yet.
    pub(crate) fn nothing(&self) -> Covariance {
        Covariance {
            method: String::new(),
            matrix: Vec::new(),
            df: self.df_residual as f64,
            lag: None,
            clusters: Vec::new(),
        }
    }

    /// T M Tᵀ: what is known of the scores on Q, told of the coefficients.
    pub(crate) fn sandwich(&self, meat: &[f64]) -> Vec<f64> {
        let rank = self.rank();
        let times = |a: &dyn Fn(usize, usize) -> f64, b: &dyn Fn(usize, usize) -> f64| {
            let sum = |i: usize, j: usize| (0..rank).map(|at| a(i, at) * b(at, j)).sum::<f64>();
            (0..rank * rank).map(|at| sum(at / rank, at % rank)).collect::<Vec<f64>>()
        };
        let left = times(&|i, j| self.transform[i * rank + j], &|i, j| meat[i * rank + j]);
        times(&|i, j| left[i * rank + j], &|i, j| self.transform[j * rank + i])
    }

    pub(crate) fn spare(&self) -> Result<()> {
        if self.df_residual == 0 {
            return Err(Error::TooFew { what: "rows", have: self.n, need: self.rank() + 1 });
        }
        Ok(())
    }
}

/// The covariance where the errors' spread may differ from row to row.
pub fn hc(fit: &Fit, design: &Design, kind: Hc) -> Result<Covariance> {
    of_rows(fit, &Whole::new(design)?, kind)
}

/// The same over more rows than fit in memory.
pub fn hc_streamed(fit: &Fit, rows: &Streamed<'_>, kind: Hc) -> Result<Covariance> {
    of_rows(fit, rows, kind)
}

fn of_rows(fit: &Fit, rows: &dyn Rows, kind: Hc) -> Result<Covariance> {
    fit.spare()?;
    let rank = fit.rank();
    let (n, k) = (fit.n as f64, rank as f64);
    let greatest = match kind {
        Hc::Hc5 => {
            let add = |all: &mut f64, some: &Local| *all = some.leverage.iter().copied().fold(*all, f64::max);
            pass_observed(fit, rows, || 0.0, add, f64::max)?
        }
        _ => 0.0,
    };
    let add = |gram: &mut Gram, some: &Local| {
        let pairs = some.weighted.iter().zip(&some.leverage);
        // A row that the fit must pass through has no residual and says nothing of the spread.
        let square =
            |(&e, &h): (&f64, &f64)| if h >= 1.0 - 1e-13 { 0.0 } else { kind.square(e, h, n, k, greatest) };
        let weights: Vec<f64> = pairs.map(square).collect();
        let columns: Vec<Part<'_>> = some.basis.iter().map(|q| Part::Plain(q)).collect();
        gram.add(&columns, weights.len(), Some(&weights));
    };
    let gram = pass_observed(fit, rows, || Gram::new(vec![0.0; rank], Digits::Plain), add, Gram::join)?;
    let meat: Vec<f64> = (0..rank * rank).map(|at| gram.at(at / rank, at % rank).value()).collect();
    Ok(Covariance { method: kind.name().to_owned(), matrix: fit.sandwich(&meat), ..fit.nothing() })
}

impl Observed {
    /// The scores on Q of a row: its weighted residual times its row of Q.
    pub(crate) fn scores(&self) -> Vec<Vec<f64>> {
        let one = |q: &Vec<f64>| q.iter().zip(&self.weighted).map(|(q, e)| q * e).collect();
        self.basis.iter().map(one).collect()
    }
}
