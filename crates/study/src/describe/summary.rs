//! The description of chosen columns, whole or by group.

use super::column::{Found, How, describe};
use crate::{Answer, Data, Fault, Picture, Task, Told};
use locale::Lang;
use stats::describe::{
    Little, Missingness, Moments, QuantileType, Sketch, little, missingness, moments_of_blocks,
};
use stats::{Blocks, Column, Error, MISSING, Values, fold};

/// Of more rows than these only what one pass gives is told: moments, and quantiles with a stated error.
const IN_MEMORY: usize = 4_000_000;
/// The buffers of the sketch: the rank of 2·10⁸ rows to 0.03 %.
const SKETCH: usize = 1 << 16;

/// What columns are like.
pub struct Summary {
    pub(super) file: String,
    pub(super) columns: Vec<String>,
    pub(super) by: String,
    pub(super) how: How,
    pub(super) rows: usize,
    pub(super) parts: Vec<Part>,
    pub(super) gaps: Option<Missingness>,
    pub(super) little: Option<Little>,
    pub(super) passed: Vec<Passed>,
}

/// A column, or a group of its rows.
pub(super) struct Part {
    pub column: String,
    /// The group; empty for all rows.
    pub group: String,
    pub found: Found,
}

/// A column of more rows than fit.
pub(super) struct Passed {
    pub column: String,
    pub moments: Moments,
    pub quantiles: Vec<f64>,
    pub error: f64,
}

impl Summary {
    /// Describes the chosen columns: all, where none is named.
    pub fn of(task: &Task<'_>) -> Result<Self, Fault> {
        let options = task.options;
        let asked = options.columns("columns");
        let by = options.text("by").to_owned();
        let mut columns = match asked.is_empty() {
            true => task.data.columns().into_iter().map(|column| column.name).collect(),
            false => task.data.chosen(&asked)?,
        };
        columns.retain(|name| *name != by);
        if columns.is_empty() {
            return Err(Error::TooFew { what: "columns", have: 0, need: 1 }.into());
        }
        let how = How {
            level: options.number("level").unwrap_or(0.95),
            kind: QuantileType::of(options.whole("quantile-type").unwrap_or(7))?,
            shape: options.whole("shape").unwrap_or(3) as u8,
            trim: options.number("trim").unwrap_or(0.1),
        };
        let mut summary = Summary {
            file: task.data.name().to_owned(),
            columns,
            by,
            how,
            rows: 0,
            parts: Vec::new(),
            gaps: None,
            little: None,
            passed: Vec::new(),
        };
        summary.rows = rows(task.data, &summary.columns)?;
        if summary.rows > IN_MEMORY {
            summary.pass(task.data)?;
        } else {
            summary.fill(task.data)?;
        }
        Ok(summary)
    }

    /// All of it, from memory.
    fn fill(&mut self, data: &Data) -> Result<(), Fault> {
        let frame = data.frame(&self.columns)?;
        self.rows = frame.rows();
        let groups = match self.by.is_empty() {
            true => Vec::new(),
            false => groups(&data.frame(std::slice::from_ref(&self.by))?.columns()[0]),
        };
        for column in frame.columns() {
            let mut part = |group: &str, values: &Values| -> Result<(), Fault> {
                let found = describe(&column.name, values, &self.how)?;
                self.parts.push(Part { column: column.name.clone(), group: group.to_owned(), found });
                Ok(())
            };
            if groups.is_empty() {
                part("", &column.values)?;
            }
            for (group, rows) in &groups {
                part(group, &chosen(&column.values, rows))?;
            }
        }
        let names: Vec<&str> = self.columns.iter().map(String::as_str).collect();
        let gaps = missingness(&frame, &names)?;
        if gaps.missing.iter().any(|&count| count > 0) {
            // Words and constant columns have no part in Little's test, nor have so many columns that it would take long.
            let fits = |column: &&Column| match &column.values {
                Values::Number(values) => {
                    stats::describe::moments("", values).is_ok_and(|found| found.sd > 0.0)
                }
                Values::Factor { .. } => false,
            };
            let figures: Vec<&str> =
                frame.columns().iter().filter(fits).map(|column| column.name.as_str()).collect();
            if (2..=30).contains(&figures.len()) {
                self.little = little(&frame, &figures).ok();
            }
            self.gaps = Some(gaps);
        }
        Ok(())
    }

    /// What one pass gives.
    fn pass(&mut self, data: &Data) -> Result<(), Fault> {
        let figures =
            |name: &String| data.columns().iter().any(|column| column.name == *name && column.number);
        let names: Vec<String> = self.columns.iter().filter(|name| figures(name)).cloned().collect();
        let blocks = data.blocks(&names)?;
        let all: Vec<usize> = (0..names.len()).collect();
        let found = moments_of_blocks(blocks.as_ref(), &all)?;
        let sketches = sketches(blocks.as_ref(), &all)?;
        for ((column, moments), sketch) in names.into_iter().zip(found).zip(sketches) {
            let Some(moments) = moments else { continue };
            let (quantiles, error) = (sketch.quantiles(&super::column::SHARES), sketch.error());
            self.passed.push(Passed { column, moments, quantiles, error });
        }
        Ok(())
    }
}

fn sketches(blocks: &dyn Blocks, columns: &[usize]) -> Result<Vec<Sketch>, Error> {
    let new = || vec![Sketch::new(SKETCH); columns.len()];
    let add = |heaps: &mut Vec<Sketch>, rows: &[&[f64]]| {
        heaps.iter_mut().zip(rows).for_each(|(sketch, rows)| sketch.add(rows));
        Ok(())
    };
    let join = |a: Vec<Sketch>, b: Vec<Sketch>| a.into_iter().zip(b).map(|(a, b)| a.join(b)).collect();
    fold(blocks, columns, new, add, join)
}

/// How many rows there are, by a pass over one column of figures; 0, which fits in memory, where there is none.
fn rows(data: &Data, columns: &[String]) -> Result<usize, Fault> {
    let infos = data.columns();
    let Some(first) = infos.iter().find(|column| column.number && columns.contains(&column.name)) else {
        return Ok(0);
    };
    let blocks = data.blocks(std::slice::from_ref(&first.name))?;
    let add = |count: &mut usize, rows: &[&[f64]]| {
        *count += rows.first().map_or(0, |rows| rows.len());
        Ok(())
    };
    Ok(fold(blocks.as_ref(), &[0], || 0, add, |a, b| a + b)?)
}

/// The rows of each group, in the order of the levels or of the figures.
fn groups(column: &Column) -> Vec<(String, Vec<usize>)> {
    match &column.values {
        Values::Factor { codes, levels, .. } => {
            let mut groups: Vec<(String, Vec<usize>)> =
                levels.iter().map(|level| (level.clone(), Vec::new())).collect();
            for (row, &code) in codes.iter().enumerate().filter(|(_, code)| **code != MISSING) {
                if let Some(group) = groups.get_mut(code as usize) {
                    group.1.push(row);
                }
            }
            groups.retain(|group| !group.1.is_empty());
            groups
        }
        Values::Number(values) => {
            let mut order: Vec<usize> = (0..values.len()).filter(|&row| !values[row].is_nan()).collect();
            order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
            let same = order.chunk_by(|&a, &b| values[a] == values[b]);
            same.map(|rows| (values[rows[0]].to_string(), rows.to_vec())).collect()
        }
    }
}

fn chosen(values: &Values, rows: &[usize]) -> Values {
    match values {
        Values::Number(values) => Values::Number(rows.iter().map(|&row| values[row]).collect()),
        Values::Factor { codes, levels, ordered } => {
            let codes = rows.iter().map(|&row| codes[row]).collect();
            Values::Factor { codes, levels: levels.clone(), ordered: *ordered }
        }
    }
}

impl Answer for Summary {
    fn tell(&self, lang: Lang) -> Told {
        self.told(lang)
    }

    fn pictures(&self, lang: Lang) -> Vec<Picture> {
        self.drawn(lang)
    }

    fn script(&self, file: &str) -> String {
        let list = self.columns.iter().map(|name| format!("{name:?}")).collect::<Vec<_>>().join(", ");
        let (level, trim, kind, shape) =
            (self.how.level, self.how.trim, self.how.kind as u8 + 1, self.how.shape);
        let by = match self.by.is_empty() {
            true => "print(lapply(x, one))\n".to_owned(),
            false => {
                format!("print(lapply(split(x, data[[{:?}]]), function(part) lapply(part, one)))\n", self.by)
            }
        };
        format!(
            "# install.packages(\"e1071\")\nlibrary(e1071)\ndata <- read.csv({file:?}, check.names = FALSE)\nx <- data[c({list})]\none <- function(v) {{\n  if (!is.numeric(v)) return(table(v, useNA = \"ifany\"))\n  m <- sum(is.na(v)); v <- v[!is.na(v)]\n  c(n = length(v), missing = m, mean = mean(v), sd = sd(v), ci = t.test(v, conf.level = {level})$conf.int,\n    median = median(v), mad = mad(v), trimmed = mean(v, trim = {trim}), min = min(v), max = max(v),\n    quantile(v, c(.05, .1, .25, .5, .75, .9, .95), type = {kind}),\n    skewness = skewness(v, type = {shape}), kurtosis = kurtosis(v, type = {shape}))\n}}\n{by}"
        )
    }
}
