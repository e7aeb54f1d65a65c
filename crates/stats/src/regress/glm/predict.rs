//! Predictions for new rows.

use super::Glm;
use crate::regress::formula::NewRows;

/// What a model says of a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prediction {
    /// On the line's scale.
    pub linear: f64,
    /// Its standard error.
    pub std_error: f64,
    /// The mean: a probability, a count.
    pub mean: f64,
    /// The ends of its interval, made on the line and taken through the link, so that a probability stays one.
    pub conf_low: f64,
    /// The upper end.
    pub conf_high: f64,
}

impl Glm {
    /// The means of rows with intervals of a level, by a covariance of the kept coefficients. Rows are those of
    /// [`Recipe::again`](crate::regress::formula::Recipe::again), or the design's own.
    pub fn predict(&self, rows: &NewRows, covariance: &[Vec<f64>], level: f64) -> Vec<Prediction> {
        let reach = self.critical(level);
        let n = rows.columns.first().map_or(rows.rows.len(), |column| column.values.len());
        let one = |row: usize| {
            let x: Vec<f64> = self.kept.iter().map(|&column| rows.columns[column].values[row]).collect();
            let offset = rows.offset.as_ref().map_or(0.0, |offset| offset[row]);
            let own = self.kept.iter().zip(&x).map(|(&column, x)| self.coefficients[column] * x);
            let linear = offset + own.sum::<f64>();
            let std_error = quadratic(covariance, &x).sqrt();
            let ends =
                [linear - reach * std_error, linear + reach * std_error].map(|eta| self.link.mean(eta).0);
            Prediction {
                linear,
                std_error,
                mean: self.link.mean(linear).0,
                conf_low: ends[0].min(ends[1]),
                conf_high: ends[0].max(ends[1]),
            }
        };
        match self.kept.iter().all(|&column| column < rows.columns.len()) {
            true => (0..n).map(one).collect(),
            false => Vec::new(),
        }
    }
}

/// xᵀ·V·x.
pub fn quadratic(v: &[Vec<f64>], x: &[f64]) -> f64 {
    v.iter().zip(x).map(|(row, x_i)| x_i * super::super::weighted::dot(row, x)).sum::<f64>().max(0.0)
}
