//! How the ways would have done in the past.

use super::{Ask, LEAST, Way};
use crate::Result;

/// From at most so many places.
const ORIGINS: usize = 12;
/// What a way promises of its own spread weighs as much as so many places.
const TRUST: f64 = 4.0;

/// A way that was tried.
#[derive(Debug, Clone, PartialEq)]
pub struct Tried {
    /// Its name.
    pub way: String,
    /// The mean absolute error of what it foresaw.
    pub mae: f64,
    /// The root of the mean squared error.
    pub rmse: f64,
    /// Its absolute error as a part of the naive way's: below one is better.
    pub relative: f64,
    /// From how many places.
    pub origins: usize,
}

/// What came of trying a way.
pub(super) struct Test {
    /// Its place in the list of ways.
    pub number: usize,
    pub tried: Tried,
    /// Each error as a part of the spread that was promised for it; by place, by step.
    ratios: Vec<Vec<f64>>,
    /// The root of their mean square, drawn towards one.
    pub stretch: f64,
}

impl Test {
    fn new(number: usize, way: &Way, errors: &[Vec<(f64, f64)>]) -> Self {
        let all = || errors.iter().flatten();
        let count = all().count().max(1) as f64;
        let mae = all().map(|(error, _)| error.abs()).sum::<f64>() / count;
        let rmse = (all().map(|(error, _)| error * error).sum::<f64>() / count).sqrt();
        let ratio = |&(error, spread): &(f64, f64)| if spread > 0.0 { error / spread } else { 0.0 };
        let ratios: Vec<Vec<f64>> = errors.iter().map(|one| one.iter().map(ratio).collect()).collect();
        let square = |one: &Vec<f64>| one.iter().map(|u| u * u).sum::<f64>() / one.len().max(1) as f64;
        let sum: f64 = ratios.iter().map(square).sum();
        let stretch = ((TRUST + sum) / (TRUST + ratios.len() as f64)).sqrt();
        let tried = Tried { way: way.name(), mae, rmse, relative: f64::NAN, origins: errors.len() };
        Test { number, tried, ratios, stretch }
    }

    /// The degrees of freedom of the stretch.
    pub fn df(&self) -> f64 {
        TRUST + self.ratios.len() as f64
    }

    /// The share of what came within `arm` stretched spreads.
    pub fn coverage(&self, arm: f64) -> f64 {
        let all = || self.ratios.iter().flatten();
        let inside = all().filter(|u| u.abs() <= arm * self.stretch).count();
        inside as f64 / all().count().max(1) as f64
    }
}

/// Tries all ways, the best first: those whose mean absolute error is least.
pub(super) fn backtest(y: &[f64], ask: &Ask) -> Result<(Vec<Way>, Vec<Test>)> {
    let n = y.len();
    let steps = ask.steps.min(n / 4).max(1);
    // Something is left to learn from before the first place.
    let first = (n / 2).max(LEAST / 2).min(n - steps);
    let places = (n - steps - first + 1).min(ORIGINS);
    let place = |at: usize| first + (n - steps - first) * (at + 1) / places;
    let ways = Way::all(&y[..place(0)], ask);
    let mut tests: Vec<Test> = Vec::new();
    for (number, way) in ways.iter().enumerate() {
        let from = |at: usize| {
            let end = place(at);
            let course = way.course(&y[..end], ask, steps, false)?;
            let came = y[end..end + steps].iter();
            let held = came.zip(course.mean.iter().zip(&course.spread));
            Ok(held.map(|(y, (mean, spread))| (y - mean, *spread)).collect::<Vec<_>>())
        };
        // A way that fails somewhere is not tried.
        if let Ok(errors) = (0..places).map(from).collect::<Result<Vec<_>>>() {
            tests.push(Test::new(number, way, &errors));
        }
    }
    let naive = tests.iter().find(|test| test.tried.way == "Naive").map_or(f64::NAN, |test| test.tried.mae);
    tests.iter_mut().for_each(|test| test.tried.relative = test.tried.mae / naive);
    tests.sort_by(|a, b| a.tried.mae.total_cmp(&b.tried.mae));
    Ok((ways, tests))
}
