//! What these models expect of new rows.

use super::asked::Asked;
use crate::fresh::{self, Fresh, Note, Title};
use crate::{Fault, Task};
use stats::regress::formula::NewRows;
use stats::regress::glm::Glm;

/// New rows in the columns of the model, by what was fitted to the first.
pub struct New<'a> {
    data: &'a crate::Data,
    height: usize,
    rows: NewRows,
    notes: Vec<Note>,
}

impl<'a> New<'a> {
    /// The new rows of a question, where it has some.
    pub fn of(task: &Task<'a>, asked: &Asked) -> Result<Option<New<'a>>, Fault> {
        let Some(data) = task.fresh else { return Ok(None) };
        let recipe = &asked.bound.recipe;
        let frame = fresh::frame(data, &recipe.reads())?;
        let rows = recipe.again(&frame).map_err(|error| fresh::within(data.name(), error))?;
        let notes = fresh::strangers(recipe, &frame);
        Ok(Some(New { data, height: frame.rows(), rows, notes }))
    }

    /// Each row's sum of columns times coefficients; one that is not a number belongs to a column that follows from others.
    pub fn along(&self, coefficients: &[f64], mean: impl Fn(f64) -> f64) -> Vec<f64> {
        let sum = |at: usize| {
            let terms = self.rows.columns.iter().zip(coefficients).filter(|(_, b)| !b.is_nan());
            let offset = self.rows.offset.as_ref().map_or(0.0, |offset| offset[at]);
            mean(offset + terms.map(|(column, b)| column.values[at] * b).sum::<f64>())
        };
        (0..self.rows.rows.len()).map(sum).collect()
    }

    /// The errors of those sums, by the covariances of the kept coefficients.
    pub fn errors(&self, kept: &[usize], covariance: &[Vec<f64>]) -> Vec<f64> {
        let one = |at: usize| {
            let value =
                |&column: &usize| self.rows.columns.get(column).map_or(f64::NAN, |own| own.values[at]);
            let x: Vec<f64> = kept.iter().map(value).collect();
            quadratic(covariance, &x).sqrt()
        };
        (0..self.rows.rows.len()).map(one).collect()
    }

    /// The means of a generalized model with their intervals.
    pub fn by(self, model: &Glm, covariance: &[Vec<f64>], level: f64) -> Fresh {
        let found = model.predict(&self.rows, covariance, level);
        let reach = model.critical(level);
        let each = |of: fn(&stats::regress::glm::Prediction) -> f64| found.iter().map(of).collect();
        let columns = vec![
            (Title::Fitted, each(|one| one.mean)),
            (Title::Low, each(|one| one.conf_low)),
            (Title::High, each(|one| one.conf_high)),
            (Title::Linear, each(|one| one.linear)),
            (Title::Error, each(|one| one.std_error)),
            (Title::LinearLow, found.iter().map(|one| one.linear - reach * one.std_error).collect()),
            (Title::LinearHigh, found.iter().map(|one| one.linear + reach * one.std_error).collect()),
        ];
        self.with(columns)
    }

    /// The same with one more word below.
    pub fn told(mut self, note: Note) -> Self {
        self.notes.insert(0, note);
        self
    }

    /// Answers, a figure for each row that is whole.
    pub fn with(self, columns: Vec<(Title, Vec<f64>)>) -> Fresh {
        Fresh::new(self.data, self.height, &self.rows.rows, columns).noted(self.notes)
    }
}

/// xᵀ·V·x.
fn quadratic(v: &[Vec<f64>], x: &[f64]) -> f64 {
    let along = |row: &Vec<f64>| row.iter().zip(x).map(|(v, x)| v * x).sum::<f64>();
    // What is not known stays so; what is a rounding below nought is nought.
    let sum: f64 = v.iter().zip(x).map(|(row, x)| x * along(row)).sum();
    if sum < 0.0 { 0.0 } else { sum }
}
