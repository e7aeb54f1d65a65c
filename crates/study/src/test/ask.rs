//! What a test is asked about, out of the data and the options.

use crate::{Fault, Options, Task};
use stats::test::{Alternative, Groups, split};
use stats::{MISSING, Values};

/// A factor: the code of each row and the levels.
pub(super) struct Factor {
    pub name: String,
    pub codes: Vec<u32>,
    pub levels: Vec<String>,
}

/// Values and their name.
pub(super) type List = (String, Vec<f64>);

/// The names of groups, their successes and their trials.
pub(super) type Shares = (Vec<String>, Vec<f64>, Vec<f64>);

/// The name of a column that the method cannot do without.
pub(super) fn needed<'a>(task: &Task<'a>, name: &'static str) -> Result<&'a str, Fault> {
    task.options.needed(name)
}

/// The figures of a column.
pub(super) fn numbers(task: &Task<'_>, name: &str) -> Result<Vec<f64>, Fault> {
    Ok(task.data.frame(&[name.to_owned()])?.numbers(name)?.to_vec())
}

/// A column as groups: its words, or each figure that occurs.
pub(super) fn factor(task: &Task<'_>, name: &str) -> Result<Factor, Fault> {
    let frame = task.data.frame(&[name.to_owned()])?;
    let (codes, levels) = match &frame.column(name)?.values {
        Values::Factor { codes, levels, .. } => (codes.clone(), levels.clone()),
        Values::Number(values) => {
            let mut seen: Vec<f64> = values.iter().copied().filter(|value| !value.is_nan()).collect();
            seen.sort_by(f64::total_cmp);
            seen.dedup();
            let code = |value: &f64| match seen.binary_search_by(|other| other.total_cmp(value)) {
                Ok(at) => at as u32,
                Err(_) => MISSING,
            };
            (values.iter().map(code).collect(), seen.iter().map(f64::to_string).collect())
        }
    };
    Ok(Factor { name: name.to_owned(), codes, levels })
}

/// The value in its groups.
pub(super) fn groups(task: &Task<'_>) -> Result<Groups, Fault> {
    let value = needed(task, "value")?;
    let by = factor(task, needed(task, "by")?)?;
    Ok(split(value, &numbers(task, value)?, &by.codes, &by.levels)?)
}

/// Two lists: the value's two groups, or two columns.
pub(super) fn two_lists(task: &Task<'_>) -> Result<(List, List), Fault> {
    let value = needed(task, "value")?;
    let second = task.options.text("second");
    if !second.is_empty() {
        return Ok(((value.to_owned(), numbers(task, value)?), (second.to_owned(), numbers(task, second)?)));
    }
    let found = groups(task)?;
    if found.values.len() != 2 {
        let column = needed(task, "by")?.to_owned();
        return Err(stats::Error::Kind { column, need: "two levels" }.into());
    }
    let mut both = found.names.into_iter().zip(found.values);
    match (both.next(), both.next()) {
        (Some(first), Some(second)) => Ok((first, second)),
        _ => Err(Fault::NoData),
    }
}

/// A table of counts, row by row, and the names of its rows and columns: two columns crossed, or counts as they were typed in,
/// rows set apart by semicolons.
pub(super) struct Counts {
    pub rows: Vec<String>,
    pub columns: Vec<String>,
    pub cells: Vec<f64>,
}

/// Typed counts.
fn typed(options: &Options) -> Result<Vec<Vec<f64>>, Fault> {
    let text = options.text("counts");
    let read = |cell: &str| {
        cell.trim().parse::<f64>().map_err(|_| Fault::Choice {
            name: "counts".to_owned(),
            value: cell.trim().to_owned(),
            allowed: "12,30; 15,28 | 120/2400, 155/2450".to_owned(),
        })
    };
    text.split(';').map(|row| row.split([',', '/']).map(read).collect()).collect()
}

/// The table of two columns.
pub(super) fn table(task: &Task<'_>) -> Result<Counts, Fault> {
    if !task.options.text("counts").is_empty() {
        let rows = typed(task.options)?;
        let width = rows.first().map_or(0, Vec::len);
        if let Some(other) = rows.iter().find(|row| row.len() != width) {
            return Err(stats::Error::Lengths { left: width, right: other.len() }.into());
        }
        let names = |count: usize| (1..=count).map(|at| at.to_string()).collect();
        return Ok(Counts { rows: names(rows.len()), columns: names(width), cells: rows.concat() });
    }
    let first = factor(task, needed(task, "value")?)?;
    let second = factor(task, needed(task, "by")?)?;
    let width = second.levels.len();
    let mut cells = vec![0.0; first.levels.len() * width];
    for (&a, &b) in first.codes.iter().zip(&second.codes) {
        if a != MISSING && b != MISSING {
            cells.get_mut(a as usize * width + b as usize).into_iter().for_each(|cell| *cell += 1.0);
        }
    }
    Ok(Counts { rows: first.levels, columns: second.levels, cells })
}

/// Successes and trials of groups: typed as `120/2400, 155/2450`, or a column of 0 and 1 in groups.
pub(super) fn shares(task: &Task<'_>) -> Result<Shares, Fault> {
    if !task.options.text("counts").is_empty() {
        let all = typed(task.options)?.concat();
        if !all.len().is_multiple_of(2) {
            return Err(stats::Error::Lengths { left: all.len(), right: all.len() + 1 }.into());
        }
        let pairs = || all.chunks(2);
        let names = (1..=all.len() / 2).map(|at| at.to_string()).collect();
        return Ok((
            names,
            pairs().filter_map(|pair| pair.first().copied()).collect(),
            pairs().filter_map(|pair| pair.last().copied()).collect(),
        ));
    }
    let value = needed(task, "value")?;
    let found = if task.options.text("by").is_empty() {
        let list: Vec<f64> = numbers(task, value)?.into_iter().filter(|x| !x.is_nan()).collect();
        Groups { names: vec![value.to_owned()], values: vec![list], dropped: 0 }
    } else {
        groups(task)?
    };
    if found.values.iter().flatten().any(|x| *x != 0.0 && *x != 1.0) {
        return Err(stats::Error::Kind { column: value.to_owned(), need: "0 or 1" }.into());
    }
    let seen = found.values.iter().map(|list| list.iter().sum()).collect();
    let trials = found.values.iter().map(|list| list.len() as f64).collect();
    Ok((found.names, seen, trials))
}

/// Which side is asked about.
pub(super) fn alternative(options: &Options) -> Alternative {
    match options.text("alternative") {
        "less" => Alternative::Less,
        "greater" => Alternative::Greater,
        _ => Alternative::TwoSided,
    }
}

/// The level of confidence.
pub(super) fn level(options: &Options) -> f64 {
    options.number("level").unwrap_or(0.95)
}

/// Figures in a text, set apart by commas.
pub(super) fn list(options: &Options, name: &'static str) -> Result<Vec<f64>, Fault> {
    let text = options.text(name);
    let read = |part: &str| {
        part.trim().parse::<f64>().map_err(|_| Fault::Choice {
            name: name.to_owned(),
            value: part.trim().to_owned(),
            allowed: "0.5, 1, …".to_owned(),
        })
    };
    if text.is_empty() { Ok(Vec::new()) } else { text.split(',').map(read).collect() }
}
