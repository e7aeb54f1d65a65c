//! What these models expect of new rows.

use super::asked::Asked;
use crate::fresh::{self, Fresh, Title};
use crate::{Fault, Task};
use stats::regress::formula::NewRows;
use stats::regress::glm::Glm;

/// New rows in the columns of the model, by what was fitted to the first.
pub struct New<'a> {
    data: &'a crate::Data,
    height: usize,
    rows: NewRows,
}

impl<'a> New<'a> {
    /// The new rows of a question, where it has some.
    pub fn of(task: &Task<'a>, asked: &Asked) -> Result<Option<New<'a>>, Fault> {
        let Some(data) = task.fresh else { return Ok(None) };
        let recipe = &asked.bound.recipe;
        let frame = fresh::frame(data, &recipe.reads())?;
        let rows = recipe.again(&frame).map_err(|error| fresh::within(data, error))?;
        Ok(Some(New { data, height: frame.rows(), rows }))
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

    /// The means of a generalized model with their intervals.
    pub fn by(self, model: &Glm, covariance: &[Vec<f64>], level: f64) -> Fresh {
        let found = model.predict(&self.rows, covariance, level);
        let each = |of: fn(&stats::regress::glm::Prediction) -> f64| found.iter().map(of).collect();
        let columns = vec![
            (Title::Fitted, each(|one| one.mean)),
            (Title::Low, each(|one| one.conf_low)),
            (Title::High, each(|one| one.conf_high)),
            (Title::Linear, each(|one| one.linear)),
            (Title::Error, each(|one| one.std_error)),
        ];
        self.with(columns)
    }

    /// Answers, a figure for each row that is whole.
    pub fn with(self, columns: Vec<(Title, Vec<f64>)>) -> Fresh {
        Fresh::new(self.data, self.height, &self.rows.rows, columns)
    }
}
