//! Whether a change could be seen at all: power, the least change that is seen, and how long it takes.

use super::least::{least, variance, varied, whole};
use super::{About, Bandwidth, DifferenceLags, acf, adf, difference, kpss};
use crate::dist::Normal;
use crate::lead::without_season;
use crate::{Error, Result};

/// What a plan to change a series can show.
#[derive(Debug, Clone, PartialEq)]
pub struct Detectable {
    /// The probability that the change is seen, if it comes.
    pub power: f64,
    /// The least change that is seen with the wished probability.
    pub least: f64,
    /// How many steps, of the asked ones on, the change would need so that it is; nothing where ten times those are too few.
    pub steps: Option<usize>,
    /// How far values are from their level (or, where the series wanders, how far a step goes), one standard deviation.
    pub spread: f64,
    /// How much of that is carried on to the next step.
    pub carried: f64,
    /// Whether the series wanders, so that its own steps must be told from the change.
    pub wanders: bool,
    /// Values of the history.
    pub n: usize,
}

/// What is planned, and how sure one wants to be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plan {
    /// The change from where the series stands, reached in a straight line.
    pub change: f64,
    /// In how many steps.
    pub steps: usize,
    /// The level of the two-sided test.
    pub level: f64,
    /// The wished power.
    pub power: f64,
}

/// Whether a straight change over so many steps could be told from what the series does by itself: by the regression on that
/// line, whose error counts the first autocorrelation of what the history leaves beside its season and line. A series that
/// wanders is held against its own steps.
///
/// # Errors
/// Fewer than twelve values, gaps, one value all along, no steps, a level or power that is no probability.
pub fn detectable(history: &[f64], periods: &[f64], plan: Plan) -> Result<Detectable> {
    whole(history, 12)?;
    varied(history)?;
    if plan.steps == 0 {
        return Err(Error::Choice { name: "steps", value: "0".to_owned(), allowed: "≥ 1".to_owned() });
    }
    for (name, value) in [("level", plan.level), ("power", plan.power)] {
        if !(value > 0.0 && value < 1.0) {
            return Err(Error::Choice { name, value: value.to_string(), allowed: "0 … 1".to_owned() });
        }
    }
    let y = without_season(history, periods)?;
    let n = y.len();
    let wanders = wanders(&y);
    let line = vec![vec![1.0; n], (0..n).map(|t| t as f64 / n as f64).collect()];
    let rest = if wanders { difference(&y, 1) } else { least(&line, &y)?.residuals };
    let own = acf(&rest, 1, plan.level).map_or(0.0, |found| found.values[1]);
    // The first autocorrelation comes out too low by about this in short series (Kendall 1954).
    let carried = (own + (1.0 + 3.0 * own) / rest.len() as f64).clamp(-0.95, 0.95);
    let spread = variance(&rest).sqrt();
    let error = |steps: usize| match wanders {
        true => spread * walked(steps, rest.len(), carried).sqrt(),
        false => spread * lined(steps, n, carried).sqrt(),
    };
    let reach = Normal.isf((1.0 - plan.level) / 2.0);
    let sure = reach + Normal.isf(1.0 - plan.power);
    let signal = plan.change.abs() / error(plan.steps);
    let power = Normal.sf(reach - signal) + Normal.sf(reach + signal);
    let enough = |steps: &usize| plan.change.abs() >= sure * error(*steps);
    let steps = (plan.steps..=plan.steps.saturating_mul(10)).find(enough);
    Ok(Detectable { power, least: sure * error(plan.steps), steps, spread, carried, wanders, n })
}

/// Whether a history wanders: a unit root is not refused at 5 %. That test finds one in every short history, so of less than
/// sixty values the test of Kwiatkowski and others must refuse a line.
fn wanders(y: &[f64]) -> bool {
    match y.len() < 60 {
        true => kpss(y, About::Trend, Bandwidth::Short).is_ok_and(|found| found.p_value < 0.05),
        false => adf(y, About::Trend, DifferenceLags::CubeRoot).map_or(true, |found| found.p_value > 0.05),
    }
}

/// The variance, for values of variance one, of the coefficient of a line that begins behind `before` values and comes to one in
/// `steps`: least squares, errors that carry on.
fn lined(steps: usize, before: usize, carried: f64) -> f64 {
    let n = (before + steps) as f64;
    let at = |t: usize| if t < before { 0.0 } else { (t + 1 - before) as f64 / steps as f64 };
    let mean = (steps as f64 + 1.0) / 2.0 / n;
    let square: f64 = (0..before + steps).map(|t| (at(t) - mean).powi(2)).sum();
    let (mut sum, mut past) = (0.0, 0.0);
    for t in 0..before + steps {
        let weight = (at(t) - mean) / square;
        sum += weight * (weight + 2.0 * past);
        past = carried * (past + weight);
    }
    sum
}

/// The variance of how far a walk goes in `steps` of variance one beyond the drift that `before` steps have shown.
fn walked(steps: usize, before: usize, carried: f64) -> f64 {
    let sum = |n: usize| {
        let n = n as f64;
        let more = 2.0 * carried / (1.0 - carried) * (n - (1.0 - carried.powf(n)) / (1.0 - carried));
        n + more
    };
    sum(steps) + (steps as f64 / before as f64).powi(2) * sum(before)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Chance;

    const PLAN: Plan = Plan { change: 1.0, steps: 26, level: 0.95, power: 0.8 };

    /// An autoregression of order one with variance one.
    fn history(chance: &mut Chance, n: usize, phi: f64) -> Vec<f64> {
        let mut at = chance.normal();
        let step = (1.0f64 - phi * phi).sqrt();
        (0..n)
            .map(|_| {
                at = phi * at + step * chance.normal();
                at
            })
            .collect()
    }

    #[test]
    fn the_power_is_how_often_the_change_is_seen() {
        let (before, steps, phi, change) = (104, 26, 0.5, 1.6);
        let base = Chance::new(1);
        let error = lined(steps, before, phi).sqrt();
        let at = |t: usize| if t < before { 0.0 } else { (t + 1 - before) as f64 / steps as f64 };
        let columns = vec![vec![1.0; before + steps], (0..before + steps).map(at).collect()];
        let seen = (0..4000u64).filter(|&number| {
            let mut y = history(&mut base.branch(number), before + steps, phi);
            y.iter_mut().enumerate().for_each(|(t, y)| *y += change * at(t));
            least(&columns, &y).unwrap().coefficients[1] / error > Normal.isf(0.025)
        });
        let share = seen.count() as f64 / 4000.0;
        let power = Normal.sf(Normal.isf(0.025) - change / error);
        assert!((share - power).abs() < 0.025, "seen {share}, foretold {power}");
    }

    #[test]
    fn the_least_change_is_seen_with_the_wished_power() {
        let history = history(&mut Chance::new(3), 120, 0.4);
        let found = detectable(&history, &[], PLAN).unwrap();
        assert!(!found.wanders && (found.carried - 0.4).abs() < 0.2 && (found.spread - 1.0).abs() < 0.25);
        let there = detectable(&history, &[], Plan { change: found.least, ..PLAN }).unwrap();
        assert!((there.power - 0.8).abs() < 1e-3 && there.steps == Some(26), "{:?}", there.steps);
        let small = detectable(&history, &[], Plan { change: 0.8 * found.least, ..PLAN }).unwrap();
        assert!(small.steps.unwrap() > 26);
        let none = detectable(&history, &[], Plan { change: 0.0, ..PLAN }).unwrap();
        assert!((none.power - 0.05).abs() < 1e-12 && none.steps.is_none());
    }

    #[test]
    fn what_wanders_hides_more_the_longer_it_goes() {
        let mut at = 0.0;
        let mut chance = Chance::new(8);
        let walk: Vec<f64> = (0..150)
            .map(|_| {
                at += chance.normal();
                at
            })
            .collect();
        let found = detectable(&walk, &[], PLAN).unwrap();
        assert!(found.wanders && found.power < 0.1);
        let longer = detectable(&walk, &[], Plan { steps: 104, ..PLAN }).unwrap();
        assert!(longer.least > found.least);
    }

    #[test]
    fn scale_and_shift_change_nothing() {
        let one = history(&mut Chance::new(4), 60, 0.2);
        let other: Vec<f64> = one.iter().map(|y| 7.0 * y - 3.0).collect();
        let a = detectable(&one, &[], PLAN).unwrap();
        let b = detectable(&other, &[], Plan { change: 7.0, ..PLAN }).unwrap();
        assert!((a.power - b.power).abs() < 1e-9 && (7.0 * a.least - b.least).abs() < 1e-9);
    }

    #[test]
    fn what_cannot_be_asked_is_said() {
        assert!(detectable(&[1.0; 20], &[], PLAN).is_err());
        let few: Vec<f64> = (0..11).map(f64::from).collect();
        assert!(detectable(&few, &[], PLAN).is_err());
        let y: Vec<f64> = (0..30).map(|t| f64::from(t % 7)).collect();
        assert!(detectable(&y, &[], Plan { steps: 0, ..PLAN }).is_err());
        assert!(detectable(&y, &[], Plan { power: 1.0, ..PLAN }).is_err());
    }
}
