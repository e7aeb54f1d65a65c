//! The ways of foreseeing.

use super::regression::regression;
use super::{Ask, Course};
use crate::lead::without_season;
use crate::series::{Ets, Simple, ets_at, ets_fit, ets_quick, simple, theta};
use crate::{Error, Result};

/// A series that leads the one that is foreseen.
#[derive(Debug, Clone, PartialEq)]
pub struct Leading {
    /// Its name.
    pub name: String,
    /// Its values, of the same times.
    pub values: Vec<f64>,
    /// By how many steps it leads, from 1.
    pub lag: usize,
}

/// A way of foreseeing. The form of a smoothing is chosen once, by the first part of a series.
#[derive(Debug, Clone, PartialEq)]
pub enum Way {
    /// The last value; the season, if there is one, as it was a period ago.
    Naive,
    /// The value of a period ago; the period in whole steps.
    SeasonalNaive(usize),
    /// The last value and the mean step.
    Drift,
    /// The mean of all.
    Mean,
    /// The method of Assimakopoulos and Nikolopoulos.
    Theta,
    /// Exponential smoothing of what is left beside the season's waves, from that value on.
    Smooth(Box<Ets>, usize),
    /// Exponential smoothing with a season of its own, from that value on.
    SeasonalSmooth(Box<Ets>, usize),
    /// The regression on what leads.
    Regression,
}

/// A smoothing looks at so many values: with a constant of 0.01 what lies further back weighs under one in a hundred, and what
/// forgets more slowly is nearly the mean of all, which is a way of its own.
const RECENT: usize = 500;

/// Where the values begin that a smoothing looks at.
fn recent(n: usize) -> usize {
    n.saturating_sub(RECENT)
}

/// A season of its own is smoothed up to so many steps: every step of it is a figure to be learned.
const SEASON: usize = 12;

impl Way {
    /// The ways that can be tried on a series, the forms of smoothing chosen on `first`, its first part.
    pub(super) fn all(first: &[f64], ask: &Ask) -> Vec<Way> {
        let mut ways = vec![Way::Naive, Way::Drift, Way::Mean, Way::Theta];
        let whole = ask.periods.first().map_or(1, |period| period.round() as usize);
        if whole > 1 && first.len() > whole + 1 {
            ways.push(Way::SeasonalNaive(whole));
        }
        let from = recent(first.len());
        let plain = without_season(first, &ask.periods).and_then(|rest| ets_quick(&rest[from..], 1));
        ways.extend(plain.ok().map(|found| Way::Smooth(Box::new(found), from)));
        if (2..=SEASON).contains(&whole) && first.len() >= 3 * whole {
            let own = ets_quick(&first[from..], whole).ok();
            ways.extend(own.map(|found| Way::SeasonalSmooth(Box::new(found), from)));
        }
        if !ask.leading.is_empty() {
            ways.push(Way::Regression);
        }
        ways
    }

    /// Its name.
    pub fn name(&self) -> String {
        match self {
            Way::Naive => "Naive".to_owned(),
            Way::SeasonalNaive(_) => "Seasonal naive".to_owned(),
            Way::Drift => "Drift".to_owned(),
            Way::Mean => "Mean".to_owned(),
            Way::Theta => "Theta".to_owned(),
            Way::Smooth(first, _) | Way::SeasonalSmooth(first, _) => first.model.name(),
            Way::Regression => "Regression".to_owned(),
        }
    }

    /// What it foresees `steps` ahead of a series; of what leads, only the times of the series are looked at. The constants of a
    /// smoothing are `learnt` from all of the series, or are those that the first part has taught.
    pub(super) fn course(&self, y: &[f64], ask: &Ask, steps: usize, learnt: bool) -> Result<Course> {
        let smooth = |y: &[f64], first: &Ets, from: usize| {
            let found = match learnt {
                true => ets_fit(&y[recent(y.len())..], first.period, first.model)?,
                // What the first part has taught holds from where that began.
                false => {
                    let constants = [first.alpha, first.beta, first.gamma, first.phi];
                    ets_at(&y[from..], first.period, first.model, constants, &first.initial)?
                }
            };
            Ok(Course::of(found.forecast(steps, LEVEL, SEED)))
        };
        let beside =
            |foresee: &dyn Fn(&[f64]) -> Result<Course>| beside_season(y, &ask.periods, steps, foresee);
        let course = match self {
            Way::SeasonalNaive(period) => {
                Course::of(simple(y, *period, Simple::SeasonalNaive, steps, LEVEL)?)
            }
            Way::Naive => beside(&|y| Ok(Course::of(simple(y, 1, Simple::Naive, steps, LEVEL)?)))?,
            Way::Drift => beside(&|y| Ok(Course::of(simple(y, 1, Simple::Drift, steps, LEVEL)?)))?,
            Way::Mean => beside(&|y| Ok(Course::of(simple(y, 1, Simple::Mean, steps, LEVEL)?)))?,
            Way::Theta => beside(&|y| Ok(Course::of(theta(y, 1, steps, LEVEL)?)))?,
            Way::Smooth(first, from) => beside(&|y| smooth(y, first, *from))?,
            Way::SeasonalSmooth(first, from) => smooth(y, first, *from)?,
            Way::Regression => beside(&|rest| regression(rest, &ask.leading, steps))?,
        };
        match course.is_whole() {
            true => Ok(course),
            false => Err(Error::Kind { column: "y".to_owned(), need: "finite" }),
        }
    }
}

/// The level at which forecasts are asked for; only their spread is taken.
const LEVEL: f64 = 0.9;
/// Where a form's interval is drawn, it is drawn from this.
const SEED: u64 = 1;

/// Foresees what is left beside the season's waves, and puts the waves, which go on as they did, back.
fn beside_season(
    y: &[f64],
    periods: &[f64],
    steps: usize,
    foresee: &dyn Fn(&[f64]) -> Result<Course>,
) -> Result<Course> {
    let (rest, ahead) = crate::lead::season_ahead(y, periods, steps)?;
    let mut course = foresee(&rest)?;
    course.mean.iter_mut().zip(&ahead).for_each(|(mean, season)| *mean += season);
    Ok(course)
}
