//! Tests with one statistic.

use super::ask::{self, alternative, factor, groups, level, needed, numbers, shares, table, two_lists};
use super::brief::{Group, histogram};
use super::script;
use crate::{Fault, Task};
use chart::Histogram;
use stats::test::*;

/// A test and what it was asked about.
pub struct Single {
    pub(super) file: String,
    pub(super) value: String,
    pub(super) by: String,
    pub(super) test: Test,
    /// Groups of values.
    pub(super) groups: Vec<Group>,
    /// How the values of the only group lie, or the differences within pairs.
    pub(super) spread: Option<Histogram>,
    /// What was held to be true: a mean, a difference or a share.
    pub(super) null: f64,
    /// Groups with successes and trials.
    pub(super) shares: Vec<(String, f64, f64)>,
    /// A table: names of rows and columns, what was seen, expected, and the standardized residuals.
    pub(super) table: Option<(ask::Counts, Option<Contingency>)>,
    pub(super) script: String,
}

impl Single {
    /// Asks it.
    pub fn of(task: &Task<'_>) -> Result<Self, Fault> {
        let options = task.options;
        let (side, conf) = (alternative(options), level(options));
        let null = options.number("null");
        let continuity = options.flag("continuity");
        let exact = match options.text("exact") {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        let mut found = Single {
            file: task.data.name().to_owned(),
            value: options.text("value").to_owned(),
            by: options.text("by").to_owned(),
            test: blank(),
            groups: Vec::new(),
            spread: None,
            null: null.unwrap_or(0.0),
            shares: Vec::new(),
            table: None,
            script: script::of(options),
        };
        match options.text("method") {
            "t" if options.text("by").is_empty() && options.text("second").is_empty() => {
                let value = needed(task, "value")?;
                let list = numbers(task, value)?;
                found.test = t_one(value, &list, null.unwrap_or(0.0), side, conf)?;
                found.only(value, &list, None);
            }
            name @ ("t" | "mann-whitney" | "t-paired" | "wilcoxon" | "ks")
                if name != "ks" || !options.text("by").is_empty() || !options.text("second").is_empty() =>
            {
                let (a, b) = two_lists(task)?;
                let names = (a.0.as_str(), b.0.as_str());
                let shift = null.unwrap_or(0.0);
                let ranked =
                    RankOptions { shift, alternative: side, exact, corrected: continuity, level: conf };
                found.test = match name {
                    "t" => t_two(names, &a.1, &b.1, options.flag("equal-variances"), shift, side, conf)?,
                    "t-paired" => t_paired(names, &a.1, &b.1, shift, side, conf)?,
                    "mann-whitney" => mann_whitney(names, &a.1, &b.1, ranked)?,
                    "wilcoxon" => wilcoxon(names, &a.1, &b.1, ranked)?,
                    _ => distance_of_two(names, &a.1, &b.1)?,
                };
                if matches!(name, "t-paired" | "wilcoxon") {
                    let apart: Vec<f64> = a.1.iter().zip(&b.1).map(|(a, b)| a - b).collect();
                    found.spread = Some(histogram(&apart, None));
                }
                found.groups = [a, b].iter().map(|(name, values)| Group::of(name, values)).collect();
            }
            "ks" => {
                let value = needed(task, "value")?;
                let list = numbers(task, value)?;
                let law = reference(task)?;
                found.test = distance(value, &list, law)?;
                found.only(value, &list, Some(law));
            }
            "shapiro" => {
                let value = needed(task, "value")?;
                let list = numbers(task, value)?;
                found.test = shapiro(value, &list)?;
                let of = Group::of(value, &list);
                found.only(value, &list, Some(Reference::Normal(of.mean, of.sd)));
            }
            name @ ("anova-welch" | "kruskal" | "bartlett" | "levene" | "brown-forsythe" | "fligner") => {
                let all = groups(task)?;
                found.test = match name {
                    "anova-welch" => welch(&all)?,
                    "kruskal" => kruskal(&all)?,
                    "bartlett" => bartlett(&all)?,
                    "fligner" => fligner(&all)?,
                    name => levene(&all, name == "brown-forsythe")?,
                };
                found.groups = Group::all(&all);
            }
            "goodness" => {
                let counts = if options.text("counts").is_empty() {
                    let of = factor(task, needed(task, "value")?)?;
                    let count = |code: usize| of.codes.iter().filter(|c| **c as usize == code).count() as f64;
                    let cells = (0..of.levels.len()).map(count).collect();
                    ask::Counts { rows: of.levels, columns: vec![of.name], cells }
                } else {
                    let cells = ask::list(options, "counts")?;
                    let rows = (1..=cells.len()).map(|at| at.to_string()).collect();
                    ask::Counts { rows, columns: vec![String::new()], cells }
                };
                let result = goodness(&counts.cells, &ask::list(options, "parameters")?)?;
                found.test = result.test.clone();
                found.table = Some((counts, Some(result)));
            }
            name @ ("chi-squared" | "fisher" | "mcnemar") => {
                let counts = table(task)?;
                let width = counts.columns.len();
                let mut more = None;
                found.test = match name {
                    "chi-squared" => {
                        let result = independence(&counts.cells, width, continuity, conf)?;
                        let test = result.test.clone();
                        more = Some(result);
                        test
                    }
                    "fisher" => match options.whole("tables").unwrap_or(0) {
                        0 => fisher(&counts.cells, width, side, conf)?,
                        draws => fisher_simulated(
                            &counts.cells,
                            width,
                            draws as usize,
                            options.whole("seed").unwrap_or(1),
                        )?,
                    },
                    _ => mcnemar(&counts.cells, width, continuity, exact == Some(true))?,
                };
                found.table = Some((counts, more));
            }
            name => {
                let (names, seen, trials) = shares(task)?;
                let pair = |list: &[f64]| match list {
                    [first, second] => Ok((*first, *second)),
                    list => Err(stats::Error::TooFew { what: "groups", have: list.len(), need: 2 }),
                };
                let first = |list: &[f64]| list.first().copied().unwrap_or(f64::NAN);
                let p = null.unwrap_or(0.5);
                found.null = null.unwrap_or(if name == "rates" { 1.0 } else { 0.5 });
                found.test = match (name, seen.len()) {
                    ("binomial", _) => binomial(first(&seen), first(&trials), p, side, conf)?,
                    ("rates", 1) => rate(first(&seen), first(&trials), null.unwrap_or(1.0), side, conf)?,
                    ("rates", _) => {
                        ratio_of_rates(pair(&seen)?, pair(&trials)?, null.unwrap_or(1.0), side, conf)?
                    }
                    ("ab-mixture", _) => mixture(
                        pair(&seen)?,
                        pair(&trials)?,
                        options.number("prior-sd").unwrap_or(0.01),
                        conf,
                    )?,
                    ("trend", _) => trend(&seen, &trials, &ask::list(options, "parameters")?)?,
                    (_, 1) => proportion(first(&seen), first(&trials), p, side, continuity, conf)?,
                    (_, 2) => {
                        difference_of_proportions(pair(&seen)?, pair(&trials)?, side, continuity, conf)?
                    }
                    _ => proportions(&seen, &trials)?,
                };
                found.shares = names
                    .into_iter()
                    .zip(seen.iter().zip(&trials))
                    .map(|(name, (seen, trials))| (name, *seen, *trials))
                    .collect();
            }
        }
        Ok(found)
    }

    /// One list of values, held against a law or not.
    fn only(&mut self, name: &str, values: &[f64], law: Option<Reference>) {
        self.groups = vec![Group::of(name, values)];
        self.spread = Some(histogram(values, law));
    }
}

/// What a sample is held against.
fn reference(task: &Task<'_>) -> Result<Reference, Fault> {
    let parameters = ask::list(task.options, "parameters")?;
    let at = |i: usize, default: f64| parameters.get(i).copied().unwrap_or(default);
    Ok(match task.options.text("reference") {
        "exponential" => Reference::Exponential(at(0, 1.0)),
        "uniform" => Reference::Uniform(at(0, 0.0), at(1, 1.0)),
        _ => Reference::Normal(at(0, 0.0), at(1, 1.0)),
    })
}

fn blank() -> Test {
    Test {
        method: "",
        statistic_name: "",
        statistic: f64::NAN,
        df: Vec::new(),
        p_value: f64::NAN,
        estimates: Vec::new(),
        interval: None,
        alternative: Alternative::TwoSided,
        effects: Vec::new(),
        n: 0,
        dropped: 0,
    }
}
