//! A column in the order of time, a value a step.

use crate::{Fault, Task};
use jiff::civil::Date;
use stats::series::{fill, find_period};
use stats::{Error, Values};

/// A series as it is studied.
pub(super) struct Course {
    /// The column's name.
    pub name: String,
    /// The values, gaps filled.
    pub y: Vec<f64>,
    /// The values as they came; a gap is not a number.
    pub raw: Vec<f64>,
    /// The place of each on the level axis: days since 1970, the figure of time, or its number from 1.
    pub at: Vec<f64>,
    /// What the place is called.
    pub labels: Vec<String>,
    /// Whether the places are days.
    pub days: bool,
    /// Values in a season.
    pub period: usize,
    /// Whether the period was found and not given.
    pub guessed: bool,
    /// How many values were filled.
    pub filled: usize,
    /// Rows of a time that had come before; their mean was taken.
    pub doubled: usize,
    /// Whether the steps of time are not all alike.
    pub uneven: bool,
    /// Another column on the same times.
    pub other: Option<(String, Vec<f64>)>,
}

/// More values than these would make a forecast wait.
pub(super) const MOST: usize = 200_000;

impl Course {
    /// Reads the columns of the question and puts them in the order of time.
    pub fn of(task: &Task<'_>, with_other: bool) -> Result<Self, Fault> {
        let options = task.options;
        let name = options.needed("value")?.to_owned();
        let other = if with_other { options.needed("other")? } else { "" };
        let mut names = vec![name.clone()];
        names.extend((!other.is_empty() && other != name).then(|| other.to_owned()));
        let frame = task.data.frame(&names)?;
        let figures = |name: &str| -> Result<Vec<f64>, Fault> { Ok(frame.numbers(name)?.to_vec()) };
        let mut columns = vec![figures(&name)?];
        if names.len() > 1 {
            columns.push(figures(other)?);
        }
        let rows = columns[0].len();
        if rows > MOST {
            let (name, value) = ("value".to_owned(), rows.to_string());
            return Err(Fault::Choice { name, value, allowed: format!("≤ {MOST}") });
        }
        let (at, labels, days) = match options.text("time") {
            "" => {
                let at = (1..=rows).map(|row| row as f64).collect();
                (at, (1..=rows).map(|row| row.to_string()).collect(), false)
            }
            time => times(task, time)?,
        };
        let mut order: Vec<usize> = (0..rows).filter(|&row| !at[row].is_nan()).collect();
        order.sort_by(|&a, &b| at[a].total_cmp(&at[b]));
        let mut course = Course {
            name,
            y: Vec::new(),
            raw: Vec::new(),
            at: Vec::new(),
            labels: Vec::new(),
            days,
            period: 1,
            guessed: false,
            filled: 0,
            doubled: 0,
            uneven: false,
            other: None,
        };
        let mut second = Vec::new();
        let mut from = 0;
        while from < order.len() {
            let to = from + order[from..].iter().take_while(|&&row| at[row] == at[order[from]]).count();
            let own = |column: &Vec<f64>| {
                let there: Vec<f64> =
                    order[from..to].iter().map(|&row| column[row]).filter(|x| !x.is_nan()).collect();
                there.iter().sum::<f64>() / there.len() as f64
            };
            course.at.push(at[order[from]]);
            course.labels.push(labels[order[from]].clone());
            course.raw.push(own(&columns[0]));
            second.extend(columns.get(1).map(own));
            course.doubled += to - from - 1;
            from = to;
        }
        course.spread_days(&mut second);
        let steps: Vec<f64> = course.at.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let (short, long) = steps
            .iter()
            .fold((f64::INFINITY, 0.0_f64), |(low, high), step| (low.min(*step), high.max(*step)));
        // Months and quarters differ by a few days.
        course.uneven = long > 1.15 * short;
        if !second.is_empty() {
            course.other = Some((other.to_owned(), fill(&second, 1).map_err(|e| named(e, other))?.values));
        }
        let straight = fill(&course.raw, 1).map_err(|e| named(e, &course.name))?;
        course.filled = straight.at.len();
        course.period = match options.whole("period") {
            Some(period) => period as usize,
            None => {
                course.guessed = true;
                course.likely_period(&steps, &straight.values)
            }
        };
        course.y = fill(&course.raw, course.period).map_err(|e| named(e, &course.name))?.values;
        Ok(course)
    }

    /// Days that are not there become gaps where nearly all others follow each other.
    fn spread_days(&mut self, second: &mut Vec<f64>) {
        let steps: Vec<f64> = self.at.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let unit = steps.iter().copied().fold(f64::INFINITY, f64::min);
        let whole = |step: &f64| (step / unit).fract() == 0.0;
        let single = steps.iter().filter(|step| **step == unit).count();
        let total = self.at.last().zip(self.at.first()).map_or(0.0, |(last, first)| (last - first) / unit);
        let fit = self.days && unit >= 1.0 && steps.iter().all(whole) && 10 * single >= 7 * steps.len();
        if !fit || single == steps.len() || total > MOST as f64 {
            return;
        }
        let (at, raw) = (std::mem::take(&mut self.at), std::mem::take(&mut self.raw));
        let old = std::mem::take(second);
        for (row, &place) in at.iter().enumerate() {
            while self.at.last().is_some_and(|last| last + unit < place) {
                self.at.push(self.at.last().map_or(place, |last| last + unit));
                self.raw.push(f64::NAN);
                second.extend((!old.is_empty()).then_some(f64::NAN));
            }
            self.at.push(place);
            self.raw.push(raw[row]);
            second.extend(old.get(row));
        }
        self.labels = self.at.iter().map(|place| day_name(*place)).collect();
    }

    /// A week of days, a year of weeks, months or quarters; else what the spectrum shows.
    fn likely_period(&self, steps: &[f64], y: &[f64]) -> usize {
        let mut sorted = steps.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        let middle = sorted.get(sorted.len() / 2).copied().unwrap_or(1.0);
        let calendar = match (self.days, middle) {
            (true, 1.0) => 7,
            (true, 7.0) => 52,
            (true, step) if (28.0..=31.0).contains(&step) => 12,
            (true, step) if (90.0..=92.0).contains(&step) => 4,
            (false, step) if (step - 1.0 / 12.0).abs() < 1e-3 => 12,
            (false, step) if (step - 0.25).abs() < 1e-3 => 4,
            _ => find_period(y).map_or(1, |found| found.period),
        };
        if 2 * calendar < y.len() { calendar } else { 1 }
    }

    /// The places of the coming steps and their names.
    pub fn coming(&self, steps: usize) -> Vec<(f64, String)> {
        let n = self.at.len();
        let last = self.at.last().copied().unwrap_or(0.0);
        let step = if n > 1 { (last - self.at[0]) / (n as f64 - 1.0) } else { 1.0 };
        (1..=steps)
            .map(|h| {
                let months = if self.days && (28.0..=31.0).contains(&step) { 1 } else { 0 };
                let place = match (months, date_of(last)) {
                    (1, Some(date)) => i32::try_from(h)
                        .ok()
                        .and_then(|h| jiff::Span::new().try_months(h).ok())
                        .and_then(|span| date.checked_add(span).ok())
                        .map_or(last + step * h as f64, chart::day),
                    _ if self.days => last + (step * h as f64).round(),
                    _ => last + step * h as f64,
                };
                let name = if self.days { day_name(place) } else { figure_name(place) };
                (place, name)
            })
            .collect()
    }

    /// The row of a name or a number of time; the first at it or after it.
    pub fn row_of(&self, text: &str) -> Option<usize> {
        let place = text.parse::<Date>().map(chart::day).ok().or_else(|| text.parse::<f64>().ok())?;
        let row = self.at.partition_point(|at| *at < place);
        (row < self.at.len()).then_some(row)
    }
}

type Times = (Vec<f64>, Vec<String>, bool);

/// The places of time of every row, their names, and whether they are days.
fn times(task: &Task<'_>, name: &str) -> Result<Times, Fault> {
    let frame = task.data.frame(&[name.to_owned()])?;
    match &frame.column(name)?.values {
        Values::Number(at) => Ok((at.clone(), at.iter().map(|at| figure_name(*at)).collect(), false)),
        Values::Factor { codes, levels, .. } => {
            let days: Option<Vec<f64>> = levels.iter().map(|level| day_of(level)).collect();
            let Some(days) = days else {
                return Err(Error::Kind { column: name.to_owned(), need: "time" }.into());
            };
            let at: Vec<f64> =
                codes.iter().map(|code| days.get(*code as usize).copied().unwrap_or(f64::NAN)).collect();
            let labels = at.iter().map(|at| day_name(*at)).collect();
            Ok((at, labels, true))
        }
    }
}

/// A day written as 2026-01-31, a month as 2026-01, or a day with a time.
fn day_of(text: &str) -> Option<f64> {
    let text = text.trim();
    let date = text.parse::<Date>().or_else(|error| match text.len() {
        7 => format!("{text}-01").parse::<Date>(),
        _ => text.get(..10).ok_or(error)?.parse::<Date>(),
    });
    date.ok().map(chart::day)
}

fn date_of(day: f64) -> Option<Date> {
    let days = jiff::Span::new().try_days(day.round() as i64).ok()?;
    jiff::civil::date(1970, 1, 1).checked_add(days).ok()
}

/// A figure of time without the digits that only its binary form has.
fn figure_name(place: f64) -> String {
    ((place * 1e4).round() / 1e4).to_string()
}

fn day_name(day: f64) -> String {
    date_of(day).map_or_else(|| day.to_string(), |date| date.to_string())
}

/// An error of a series with the name of its column.
pub(super) fn named(error: Error, name: &str) -> Error {
    let own = |column: String| if column == "y" { name.to_owned() } else { column };
    match error {
        Error::Constant { column } => Error::Constant { column: own(column) },
        Error::Missing { column } => Error::Missing { column: own(column) },
        Error::Infinite { column, row } => Error::Infinite { column: own(column), row },
        Error::Kind { column, need } => Error::Kind { column: own(column), need },
        other => other,
    }
}
