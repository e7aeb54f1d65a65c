//! Rows or a matrix, as correlations.

use super::{basis, confirm};
use crate::fresh::{self, Fresh, Title};
use crate::{Fault, Task};
use stats::Error;
use stats::factor::{Basis, Correlations, Missing, project};

/// As many scores as an answer carries: beyond them a person takes the weights.
const SCORED: usize = 100_000;

/// Correlations, and what is known of where they come from.
pub struct Source {
    pub file: String,
    pub of: Correlations,
    /// Whether the file held correlations and not rows.
    pub matrix: bool,
    /// Whether some columns are words, whose order is that of the alphabet.
    pub words: bool,
}

impl Source {
    pub fn open(task: &Task<'_>) -> Result<Self, Fault> {
        let file = task.data.name().to_owned();
        let mut asked = task.options.columns("columns");
        // A model names its columns itself.
        if asked.is_empty() && task.options.text("method") == "cfa" {
            for item in confirm::Found::model(task.options)?.into_iter().flat_map(|part| part.items) {
                if !asked.contains(&item) {
                    asked.push(item);
                }
            }
        }
        let kind = basis::asked(task.options)?;
        let names = task.data.chosen(&asked)?;
        if names.len() < 2 {
            return Err(Error::TooFew { what: "columns", have: names.len(), need: 2 }.into());
        }
        if task.options.text("input") == "matrix" {
            return Ok(Source { file, of: given(task, &names)?, matrix: true, words: false });
        }
        let missing = match task.options.text("missing") {
            "pairwise" => Missing::Pairwise,
            _ => Missing::Listwise,
        };
        let columns: Vec<usize> = (0..names.len()).collect();
        let of = match kind {
            Basis::Pearson => Correlations::of_blocks(&*task.data.blocks(&names)?, &columns, missing)?,
            _ => basis::correlations(task, &names, kind, missing)?,
        };
        if of.n.is_some_and(|n| n <= names.len()) {
            let have = of.n.unwrap_or(0);
            return Err(Error::TooFew { what: "rows", have, need: names.len() + 1 }.into());
        }
        let words = task.data.columns().iter().any(|column| !column.number && names.contains(&column.name));
        Ok(Source { file, of, matrix: false, words })
    }

    /// Scores of new rows: brought to one measure by the first rows' means and deviations, by the same weights.
    pub fn fresh(
        &self,
        task: &Task<'_>,
        weights: &stats::factor::Loadings,
        factors: &[String],
    ) -> Result<Option<Fresh>, Fault> {
        let Some(data) = task.fresh else { return Ok(None) };
        if !self.scored() {
            return Err(Fault::NoFresh);
        }
        let height = fresh::frame(data, &self.of.names)?.rows();
        let columns: Vec<usize> = (0..self.of.names.len()).collect();
        let blocks = data.blocks(&self.of.names).map_err(|fault| fresh::within(data.name(), fault))?;
        let scores = project(&self.of, weights, &*blocks, &columns, height)?;
        let whole = |row: &usize| scores.iter().all(|column| !column[*row].is_nan());
        let places: Vec<usize> = (0..height).filter(whole).collect();
        let picked = |column: &Vec<f64>| places.iter().map(|&row| column[row]).collect();
        let titles = factors.iter().map(|name| Title::Score(name.clone()));
        Ok(Some(Fresh::new(data, height, &places, titles.zip(scores.iter().map(picked)).collect())))
    }

    /// Whether rows have scores: weights of ranks, or of what lies behind a scale, do not fit the columns themselves.
    fn scored(&self) -> bool {
        !self.matrix && self.of.basis == Basis::Pearson
    }

    /// Scores of the rows; none where there are only correlations.
    pub fn scores(&self, task: &Task<'_>, weights: &stats::factor::Loadings) -> Result<Vec<Vec<f64>>, Fault> {
        if !self.scored() {
            return Ok(Vec::new());
        }
        let columns: Vec<usize> = (0..self.of.names.len()).collect();
        let blocks = task.data.blocks(&self.of.names)?;
        Ok(project(&self.of, weights, &*blocks, &columns, SCORED)?)
    }
}

/// A square table of correlations or covariances: its rows in the order of its columns; a column of names is passed over.
fn given(task: &Task<'_>, names: &[String]) -> Result<Correlations, Fault> {
    let all = task.data.chosen(&[])?;
    let frame = task.data.frame(&all)?;
    if frame.rows() != all.len() {
        return Err(Error::Lengths { left: frame.rows(), right: all.len() }.into());
    }
    let mut places = Vec::new();
    for name in names {
        frame.numbers(name)?;
        places.extend(all.iter().position(|other| other == name));
    }
    let columns = names.iter().map(|name| frame.numbers(name)).collect::<Result<Vec<_>, _>>()?;
    let cells = |row: usize, col: usize| columns[col].get(places[row]).copied().unwrap_or(f64::NAN);
    let n = task.options.whole("rows").map(|n| n as usize);
    Ok(Correlations::of_cells(names.to_vec(), cells, n)?)
}
