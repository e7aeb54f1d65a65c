//! What a series comes to: ways of foreseeing held against each other on values that they have not seen, and the best of them
//! with an interval that is right as often as it says.
//!
//! Each [`Way`] foresees from several places in the past what came afterwards. The one with the least error is taken. What its
//! own errors were there, against those it had promised, widens or narrows its interval ([`Foresight::stretch`]); and the share of
//! what came that lay inside is told ([`Foresight::coverage`]).

mod backtest;
mod course;
mod regression;
mod way;

pub use backtest::Tried;
pub use course::Course;
pub use way::{Leading, Way};

use crate::dist::StudentT;
use crate::series::least::{varied, whole};
use crate::{Error, Result};

/// So few values foretell nothing.
pub const LEAST: usize = 16;

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Ask {
    /// How many steps ahead.
    pub steps: usize,
    /// The lengths of the seasons in steps; they need not be whole.
    pub periods: Vec<f64>,
    /// The level of the interval.
    pub level: f64,
    /// What leads the series, of the same times.
    pub leading: Vec<Leading>,
}

/// What is foreseen.
#[derive(Debug, Clone, PartialEq)]
pub struct Foresight {
    /// The way that was taken; the first of [`Foresight::tried`].
    pub way: String,
    /// What is foreseen at each step.
    pub mean: Vec<f64>,
    /// The lower end of its interval.
    pub low: Vec<f64>,
    /// The upper end.
    pub high: Vec<f64>,
    /// The level of the interval.
    pub level: f64,
    /// The standard deviation of the error at each step, as it is after stretching.
    pub spread: Vec<f64>,
    /// The degrees of freedom with which that is known.
    pub df: f64,
    /// By how much the way's own spread had to be stretched to be that of its errors.
    pub stretch: f64,
    /// The share of what came, in the past, that lay in the interval that would have been given then.
    pub coverage: f64,
    /// All ways that could be tried, the best first.
    pub tried: Vec<Tried>,
    /// From how many places in the past.
    pub origins: usize,
    /// Values.
    pub n: usize,
}

impl Foresight {
    /// The probability that the value at a step (from 0) is at least this.
    pub fn at_least(&self, step: usize, value: f64) -> Option<f64> {
        let (mean, spread) = (self.mean.get(step)?, self.spread.get(step)?);
        Some(match *spread > 0.0 {
            true => StudentT(self.df).sf((value - mean) / spread),
            false => f64::from(u8::from(*mean >= value)),
        })
    }
}

/// Foresees a series.
///
/// # Errors
/// Fewer than [`LEAST`] values, gaps, one value all along, no steps.
pub fn foresee(y: &[f64], ask: &Ask) -> Result<Foresight> {
    whole(y, LEAST)?;
    varied(y)?;
    if ask.steps == 0 {
        return Err(Error::Choice { name: "steps", value: "0".to_owned(), allowed: "≥ 1".to_owned() });
    }
    let (ways, tests) = backtest::backtest(y, ask)?;
    let best = tests.first().ok_or(Error::TooFew { what: "rows", have: y.len(), need: LEAST })?;
    let course = ways[best.number].course(y, ask, ask.steps, true)?;
    let df = best.df();
    let arm = StudentT(df).isf((1.0 - ask.level) / 2.0);
    let spread: Vec<f64> = course.spread.iter().map(|s| s * best.stretch).collect();
    let bound = |sign: f64| course.mean.iter().zip(&spread).map(|(m, s)| m + sign * arm * s).collect();
    Ok(Foresight {
        way: best.tried.way.clone(),
        low: bound(-1.0),
        high: bound(1.0),
        mean: course.mean,
        level: ask.level,
        spread,
        df,
        stretch: best.stretch,
        coverage: best.coverage(arm),
        origins: best.tried.origins,
        tried: tests.iter().map(|test| test.tried.clone()).collect(),
        n: y.len(),
    })
}
