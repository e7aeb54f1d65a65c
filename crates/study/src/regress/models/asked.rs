//! What all methods read: the formula, the rows, weights and groups.

use crate::{Fault, Task};
use stats::regress::formula::{Bound, Formula, With, written};
use stats::{Error, Frame, Values};

/// A question about an outcome, with its design.
pub struct Asked {
    /// The formula as it is written.
    pub formula: String,
    /// The design and what it was made by.
    pub bound: Bound,
    /// The column of weights.
    pub weights: Option<String>,
    /// The columns that the formula reads, all rows.
    pub frame: Frame,
    /// The confidence level of intervals.
    pub level: f64,
}

/// Groups of rows: a code a row of the design, and the codes' names.
pub struct Groups {
    /// The column.
    pub name: String,
    /// A code a row.
    pub codes: Vec<u32>,
    /// What each code stands for.
    pub labels: Vec<String>,
}

impl Asked {
    /// Reads the formula, or makes one of an outcome and columns, and binds it; `also` are columns that must have a value too.
    pub fn of(task: &Task<'_>, also: &[&str]) -> Result<Asked, Fault> {
        let options = task.options;
        let text = match options.text("formula") {
            "" => {
                let outcome = options.text("outcome");
                if outcome.is_empty() {
                    return Err(Fault::Needed { name: "formula" });
                }
                let columns: Vec<String> =
                    options.columns("columns").iter().map(|name| written(name)).collect();
                let right = if columns.is_empty() { ".".to_owned() } else { columns.join(" + ") };
                format!("{} ~ {right}", written(outcome))
            }
            text => text.to_owned(),
        };
        let formula: Formula = text.parse()?;
        let mut read: Vec<&str> = formula.left.iter().flat_map(|left| left.names()).collect();
        read.extend(formula.right.names());
        let weights = Some(options.text("weights")).filter(|name| !name.is_empty());
        // Beside a `.` every column is meant, but not those that have another office.
        let office = |name: &str| weights == Some(name) || also.contains(&name);
        let all = task.data.columns();
        let wanted = |name: &str| read.contains(&name) || office(name) || read.contains(&".");
        let names: Vec<String> = all.iter().map(|c| c.name.clone()).filter(|name| wanted(name)).collect();
        let frame = task.data.frame(&names)?;
        let formula = match read.contains(&".") {
            false => formula,
            true => without(&formula, names.iter().map(String::as_str).filter(|name| office(name)))?,
        };
        // What is missing is told against all there is.
        let there = || all.iter().map(|column| column.name.clone()).collect::<Vec<_>>();
        for name in weights.iter().chain(also) {
            if !names.iter().any(|known| known == name) {
                return Err(Error::NoColumn { name: (*name).to_owned(), there: there() }.into());
            }
        }
        let bound = formula.bind(&frame, With { weights, also }).map_err(|error| match error {
            Error::NoColumn { name, .. } => Error::NoColumn { name, there: there() },
            other => other,
        })?;
        Ok(Asked {
            formula: formula.to_string(),
            bound,
            weights: weights.map(str::to_owned),
            frame,
            level: options.number("level").unwrap_or(0.95),
        })
    }

    /// As [`Asked::of`], the outcome being figures.
    pub fn figures(task: &Task<'_>, also: &[&str]) -> Result<Asked, Fault> {
        let asked = Asked::of(task, also)?;
        match asked.bound.outcome {
            stats::regress::formula::Outcome::Number => Ok(asked),
            _ => Err(Error::Kind { column: asked.bound.design.response, need: "number" }.into()),
        }
    }

    /// The argument for weights in a call of R.
    pub fn weights_in_r(&self) -> String {
        self.weights.as_ref().map_or_else(String::new, |name| format!(", weights = data[[{name:?}]]"))
    }

    /// The groups that a column makes of the design's rows; of figures each value is one, rising.
    pub fn groups(&self, name: &str) -> Result<Groups, Fault> {
        let rows = &self.bound.design.rows;
        let (codes, labels) = match &self.frame.column(name)?.values {
            Values::Factor { codes, levels, .. } => {
                (rows.iter().map(|&row| codes[row]).collect(), levels.clone())
            }
            Values::Number(values) => {
                let mut distinct: Vec<f64> = rows.iter().map(|&row| values[row]).collect();
                distinct.sort_by(f64::total_cmp);
                distinct.dedup();
                let code = |row: &usize| distinct.partition_point(|x| *x < values[*row]) as u32;
                (rows.iter().map(code).collect(), distinct.iter().map(f64::to_string).collect())
            }
        };
        Ok(Groups { name: name.to_owned(), codes, labels })
    }
}

/// The column by which errors are clustered, where they are.
pub fn cluster(task: &Task<'_>) -> Result<Option<String>, Fault> {
    if task.options.text("errors") != "cluster" {
        return Ok(None);
    }
    let columns = task.options.columns("cluster");
    match &columns[..] {
        [one] => Ok(Some(one.clone())),
        [] => Err(Fault::Needed { name: "cluster" }),
        _ => {
            let (name, value) = ("cluster".to_owned(), columns.join(", "));
            Err(Fault::Choice { name, value, allowed: columns[0].clone() })
        }
    }
}

/// A formula less some columns, so that a `.` does not take them in.
fn without<'a>(formula: &Formula, names: impl Iterator<Item = &'a str>) -> Result<Formula, Fault> {
    let gone: String = names.map(|name| format!(" - {}", written(name))).collect();
    Ok(format!("{formula}{gone}").parse()?)
}
