//! Every method's answer in one shape: pairs of columns.

use super::differences::{Compared, between_groups, with_first};
use super::methods::{Chosen, answer, semi, whole};
use super::second::{Second, look};
use crate::{Data, Fault, Options, Task};
use stats::correlate::{Adjust, Ask, Coefficient, Correlation, Square, adjust, bca};
use stats::{Error, Values};

/// More columns than these are refused: their pairs would be millions, and no one could read them.
const MOST: usize = 1500;

/// Pairs of columns and how they go together.
pub struct Pairs {
    pub(super) file: String,
    pub(super) method: &'static str,
    pub(super) options: Options,
    pub(super) names: Vec<String>,
    pub(super) pairs: Vec<Pair>,
    pub(super) rows: usize,
    pub(super) complete: usize,
    pub(super) adjust: Adjust,
    pub(super) level: f64,
    /// Columns that do not vary, so that nothing can go with them.
    pub(super) constant: Vec<String>,
    /// Whether some columns are words, whose order is that of the alphabet.
    pub(super) words: bool,
    /// Correlations held against each other.
    pub(super) differences: Vec<Compared>,
    /// Of partial correlations those that only one column is freed of.
    pub(super) semi: Option<Square>,
    /// The strongest pairs looked at a second time.
    pub(super) second: Vec<Second>,
}

/// Two columns.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub x: usize,
    pub y: usize,
    pub found: Correlation,
    pub p_adjusted: f64,
}

impl Pair {
    /// Whether a relation was shown at an error of one in twenty, after adjustment.
    pub fn shown(&self) -> bool {
        self.p_adjusted < 0.05
    }
}

impl Pairs {
    /// Correlates the chosen columns.
    pub fn of(task: &Task<'_>) -> Result<Self, Fault> {
        let options = task.options;
        let method = options.text("method");
        let mut names = match (method, options.columns("columns").is_empty()) {
            ("cramer", true) => {
                let words = task.data.columns().into_iter().filter(|column| !column.number);
                words.map(|column| column.name).collect()
            }
            _ => task.data.chosen(&options.columns("columns"))?,
        };
        let with = options.text("with").to_owned();
        if !with.is_empty() {
            task.data.frame(std::slice::from_ref(&with))?;
            names.retain(|name| *name != with);
            names.insert(0, with.clone());
        }
        if method != "partial" && !options.text("given").is_empty() {
            let (name, value) = ("method".to_owned(), method.to_owned());
            return Err(Fault::Choice { name, value, allowed: "--given → --method partial".to_owned() });
        }
        let given = options.columns("given");
        names.retain(|name| !given.contains(name) && name != options.text("between"));
        if names.len() > MOST {
            let (name, value) = ("columns".to_owned(), names.len().to_string());
            return Err(Fault::Choice { name, value, allowed: format!("2 … {MOST}") });
        }
        if names.len() < 2 {
            return Err(Error::TooFew { what: "columns", have: names.len(), need: 2 }.into());
        }
        let chosen = Chosen { whole: whole(options)?, names };
        let (method, found, some) = answer(task.data, options, &chosen, &given)?;
        let mut pairs: Vec<Pair> = found
            .pairs
            .iter()
            .map(|pair| Pair { x: pair.x, y: pair.y, found: pair.found, p_adjusted: pair.p_adjusted })
            .collect();
        let by = options.text("between").to_owned();
        if !by.is_empty() && method != "pearson" {
            let name = "method".to_owned();
            return Err(Fault::Choice {
                name,
                value: method.to_owned(),
                allowed: "--between → pearson".to_owned(),
            });
        }
        let how = (chosen.whole.adjust, chosen.whole.ask.level);
        let differences = match (by.is_empty(), with.is_empty()) {
            (false, _) => between_groups(task.data, &chosen.names, &by, how)?,
            (true, false) if method == "pearson" => with_first(task.data, &found, how)?,
            (true, _) => Vec::new(),
        };
        if !with.is_empty() {
            // Only what has to do with the one column counts as tested.
            pairs.retain(|pair| pair.x == 0);
            let p: Vec<f64> = pairs.iter().map(|pair| pair.found.p_value).collect();
            let adjusted = adjust(&p, chosen.whole.adjust);
            pairs.iter_mut().zip(adjusted).for_each(|(pair, p)| pair.p_adjusted = p);
        }
        let k = found.names.len();
        let lonely = |at: &usize| {
            let mut own = pairs.iter().filter(|pair| pair.x == *at || pair.y == *at).peekable();
            own.peek().is_some() && own.all(|pair| pair.found.estimate.is_nan())
        };
        // A column that goes with nothing because the others do not vary is not itself to blame.
        let mut constant: Vec<usize> = (0..k).filter(lonely).collect();
        if constant.len() == k {
            constant.clear();
        }
        let constant = constant.into_iter().map(|at| found.names[at].clone()).collect();
        let mut result = Pairs {
            file: task.data.name().to_owned(),
            method,
            options: options.clone(),
            names: found.names,
            pairs,
            rows: found.rows,
            complete: found.complete,
            adjust: chosen.whole.adjust,
            level: chosen.whole.ask.level,
            constant,
            differences,
            words: task
                .data
                .columns()
                .iter()
                .any(|column| !column.number && chosen.names.contains(&column.name)),
            semi: None,
            second: Vec::new(),
        };
        if result.pairs.iter().all(|pair| pair.found.estimate.is_nan()) {
            return Err(result.nothing(task.data)?);
        }
        result.second = some.map_or_else(Vec::new, |rows| look(&result, &rows));
        result.bootstrapped(task.data)?;
        if method == "partial" && result.names.len() <= 12 {
            result.semi = Some(semi(task.data, &chosen, &given)?);
        }
        Ok(result)
    }

    /// Why no pair has a coefficient: too few rows have both columns, or a column does not vary.
    fn nothing(&self, data: &Data) -> Result<Fault, Fault> {
        let have = self.pairs.iter().map(|pair| pair.found.n).max().unwrap_or(0);
        if have < 3 {
            return Ok(Error::TooFew { what: "rows", have, need: 3 }.into());
        }
        let mut column = format!("{} × {}", self.names[0], self.names[1]);
        for name in &self.names {
            // One at a time: the file may be larger than memory.
            let frame = data.frame(std::slice::from_ref(name))?;
            if !varies(&frame.column(name)?.values) {
                column.clone_from(name);
                break;
            }
        }
        Ok(Error::Constant { column }.into())
    }

    /// The pairs with the greatest coefficients first.
    pub(super) fn strongest(&self) -> Vec<&Pair> {
        let mut pairs: Vec<&Pair> = self.pairs.iter().filter(|pair| !pair.found.estimate.is_nan()).collect();
        pairs.sort_by(|a, b| b.found.estimate.abs().total_cmp(&a.found.estimate.abs()));
        pairs
    }

    /// The coefficient of two columns: 1 for one with itself.
    pub(super) fn estimate(&self, i: usize, j: usize) -> f64 {
        let (x, y) = (i.min(j), i.max(j));
        let found = |(pair, place): (&Pair, (usize, usize))| (place == (x, y)).then_some(pair.found.estimate);
        if x == y {
            return 1.0;
        }
        let k = self.names.len();
        if self.pairs.len() == k * (k - 1) / 2 {
            let at = x * (2 * k - 1 - x) / 2 + y - x - 1;
            return self.pairs.get(at).map_or(f64::NAN, |pair| pair.found.estimate);
        }
        self.pairs.iter().map(|pair| (pair, (pair.x, pair.y))).find_map(found).unwrap_or(f64::NAN)
    }

    /// Intervals drawn anew, where they were asked for.
    fn bootstrapped(&mut self, data: &Data) -> Result<(), Fault> {
        let replicates = self.options.whole("bootstrap").unwrap_or(0) as usize;
        let coefficient = match self.method {
            "pearson" => Coefficient::Pearson,
            "spearman" => Coefficient::Spearman,
            "kendall" => Coefficient::Kendall,
            _ => return Ok(()),
        };
        if replicates == 0 {
            return Ok(());
        }
        let seed = self.options.whole("seed").unwrap_or(1);
        let frame = data.frame(&self.names)?;
        for pair in &mut self.pairs {
            let (x, y) = (frame.numbers(&self.names[pair.x])?, frame.numbers(&self.names[pair.y])?);
            let there = x.iter().zip(y).filter(|(x, y)| !(x.is_nan() || y.is_nan()));
            let (x, y): (Vec<f64>, Vec<f64>) = there.map(|(x, y)| (*x, *y)).unzip();
            let estimate = |rows: &[u32]| {
                let take =
                    |values: &[f64]| rows.iter().map(|&row| values[row as usize]).collect::<Vec<f64>>();
                let found = stats::correlate::correlate(
                    coefficient,
                    ("x", &take(&x)),
                    ("y", &take(&y)),
                    &Ask { exact: Some(false), ..Ask::default() },
                );
                found.map_or(f64::NAN, |found| found.estimate)
            };
            if pair.found.estimate.is_nan() {
                continue;
            }
            let drawn = bca(x.len(), estimate, replicates, self.level, seed)?;
            (pair.found.low, pair.found.high) = (drawn.low, drawn.high);
        }
        Ok(())
    }
}

/// Whether two rows differ.
fn varies(values: &Values) -> bool {
    match values {
        Values::Number(values) => {
            let mut there = values.iter().filter(|value| !value.is_nan());
            there.next().is_some_and(|first| there.any(|other| other != first))
        }
        Values::Factor { codes, .. } => {
            let mut there = codes.iter().filter(|code| **code != stats::MISSING);
            there.next().is_some_and(|first| there.any(|other| other != first))
        }
    }
}
