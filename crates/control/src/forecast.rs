//! What a KPI comes to by the day of its target.

use crate::evidence::{Evidence, Verdict};
use crate::reading::{allowance, direction, rhythm};
use crate::words::{digits, periods, significant};
use crate::{Aggregate, Regular, Series, period_end, regular, seasons, steps};
use department::element::Mark;
use department::model::{Direction, Kpi};
use department::{Department, Element};
use jiff::civil::Date;
use locale::{Lang, date, percent, t};
use stats::foresee::{Ask, Foresight, LEAST, Leading, foresee};
use std::collections::BTreeMap;

/// The level of a forecast's interval.
pub const LEVEL: f64 = 0.8;

/// What is foreseen of a KPI.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// The target that it is foreseen for: the last one ahead.
    pub target: Mark,
    /// The figures that it rests on.
    pub history: Regular,
    /// The last day of each period that is foreseen; the last holds the target's day.
    pub dates: Vec<Date>,
    /// What is foreseen of each.
    pub foresight: Foresight,
    /// The checkpoints that go into it.
    pub leading: Vec<String>,
    /// The probability that the target is met, its tolerance counted.
    pub probability: f64,
}

/// Why nothing is foreseen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unforeseen {
    /// No target lies ahead.
    NoTarget,
    /// So few whole periods.
    TooFew(usize),
    /// The figure has never changed.
    Constant,
    /// The target is more steps ahead than there are in the history.
    TooFar {
        /// Steps to the target.
        ahead: usize,
        /// Steps of the history.
        history: usize,
        /// Their rhythm.
        rhythm: department::model::Rhythm,
    },
}

impl Unforeseen {
    /// Why, in words.
    pub fn said(self, lang: Lang) -> String {
        match self {
            Unforeseen::NoTarget => t!(lang, "forecast-no-target"),
            Unforeseen::TooFew(n) => t!(lang, "forecast-too-few", n = n, need = LEAST),
            Unforeseen::Constant => t!(lang, "forecast-constant"),
            Unforeseen::TooFar { ahead, history, rhythm } => {
                let (ahead, n) = (periods(lang, rhythm, ahead), periods(lang, rhythm, history));
                t!(lang, "forecast-too-far", ahead = ahead, n = n)
            }
        }
    }
}

/// Foresees a KPI for its last target ahead, by what it has done and by the checkpoints that predict it.
pub fn forecast(
    department: &Department,
    kpi: &Kpi,
    series: &BTreeMap<String, Series>,
    evidence: &[Evidence],
    today: Date,
) -> Result<Forecast, Unforeseen> {
    let ahead = kpi.targets.iter().filter(|mark| mark.date > today).max_by_key(|mark| mark.date);
    let target = *ahead.ok_or(Unforeseen::NoTarget)?;
    let read = |kpi: &Kpi, rhythm| regular(series.get(kpi.id())?, rhythm, Aggregate::of(kpi.total), today);
    let history = read(kpi, rhythm(kpi)).filter(|found| found.values.len() >= LEAST);
    let count = || read(kpi, rhythm(kpi)).map_or(0, |found| found.values.len());
    let history = history.ok_or_else(|| Unforeseen::TooFew(count()))?;
    let (n, rhythm) = (history.values.len(), history.rhythm);
    let steps = steps(history.last(), period_end(target.date, rhythm), rhythm).max(1);
    if steps > n {
        return Err(Unforeseen::TooFar { ahead: steps, history: n, rhythm });
    }
    let serving = evidence.iter().filter(|one| one.terminal == kpi.id() && one.verdict == Verdict::Predicts);
    let leading: Vec<Leading> = serving
        .filter_map(|one| {
            let checkpoint = department.kpis.get(&one.checkpoint)?;
            let found = read(checkpoint, rhythm).filter(|found| found.rhythm == rhythm)?;
            let skip = crate::steps(found.first, history.first, rhythm);
            let values = found.values.get(skip..skip + n).filter(|_| found.first <= history.first)?.to_vec();
            Some(Leading {
                name: one.checkpoint.clone(),
                values,
                lag: one.lead.as_ref()?.forward.crossed.lag,
            })
        })
        .collect();
    let names = leading.iter().map(|one| one.name.clone()).collect();
    let ask = Ask { steps, periods: seasons(rhythm).to_vec(), level: LEVEL, leading };
    let mut foresight = foresee(&history.values, &ask).map_err(|error| match error {
        stats::Error::Constant { .. } => Unforeseen::Constant,
        _ => Unforeseen::TooFew(n),
    })?;
    let allowed = allowance(kpi, target.value);
    let least = match direction(kpi) {
        Direction::Up => foresight.at_least(steps - 1, target.value - allowed),
        Direction::Down => foresight.at_least(steps - 1, target.value + allowed).map(|p| 1.0 - p),
    };
    let probability = least.unwrap_or(f64::NAN);
    within(&mut foresight, &history.values, &kpi.unit);
    let dates = (0..steps).map(|step| history.date(n + step)).collect();
    let leading = if foresight.way == "Regression" { names } else { Vec::new() };
    Ok(Forecast { target, history, dates, foresight, leading, probability })
}

/// What never was below nought is not foreseen below it, nor a share above the whole.
fn within(foresight: &mut Foresight, history: &[f64], unit: &str) {
    let low = if history.iter().all(|value| *value >= 0.0) { 0.0 } else { f64::NEG_INFINITY };
    let share = unit == "%" && low == 0.0 && history.iter().all(|value| *value <= 100.0);
    let high = if share { 100.0 } else { f64::INFINITY };
    for values in [&mut foresight.mean, &mut foresight.low, &mut foresight.high] {
        values.iter_mut().for_each(|value| *value = value.clamp(low, high));
    }
}

impl Forecast {
    /// What it says, and how it was found.
    pub fn paragraphs(&self, department: &Department, kpi: &Kpi, lang: Lang) -> Vec<String> {
        let found = &self.foresight;
        let figure =
            |values: &[f64]| significant(lang, values.last().copied().unwrap_or(f64::NAN), &kpi.unit);
        let reading = t!(
            lang,
            "forecast-reading",
            date = date(lang, self.target.date),
            mean = figure(&found.mean),
            level = percent(lang, found.level, 0),
            low = figure(&found.low),
            high = figure(&found.high),
            target = significant(lang, self.target.value, &kpi.unit),
            probability = likely(lang, self.probability),
        );
        let tried: Vec<String> = found
            .tried
            .iter()
            .map(|one| format!("{} {}", way(lang, &one.way), digits(lang, one.mae, 3)))
            .collect();
        let how = t!(
            lang,
            "forecast-way",
            way = way(lang, &found.way),
            tried = tried.join(", "),
            coverage = percent(lang, found.coverage, 0),
        );
        let mut said = vec![reading, how];
        if !self.leading.is_empty() {
            let title = |id: &String| {
                department.kpis.get(id).map_or_else(|| id.clone(), |kpi| kpi.title().to_owned())
            };
            let names: Vec<String> = self.leading.iter().map(title).collect();
            said.push(t!(lang, "forecast-leading", names = names.join(", ")));
        }
        said
    }
}

/// A way of foreseeing by its name; smoothing is called as the trade calls it.
pub fn way(lang: Lang, name: &str) -> String {
    let key = format!("forecast-way-{}", name.replace(' ', "-"));
    locale::catalogue().get(lang, &key, &[]).unwrap_or_else(|| name.to_owned())
}

/// A probability of something to come: never sure.
pub fn likely(lang: Lang, p: f64) -> String {
    match p {
        p if p < 0.01 => format!("< {}", percent(lang, 0.01, 0)),
        p if p > 0.99 => format!("> {}", percent(lang, 0.99, 0)),
        p => percent(lang, p, 0),
    }
}

#[cfg(test)]
#[path = "forecast_tests.rs"]
mod tests;
