//! What a linear model expects of new rows.

use super::{Covariance, Design, Fit};
use crate::dist::StudentT;
use crate::{Error, Result};
use matrix::Dd;

/// What is expected of each row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Prediction {
    /// The expected response.
    pub fitted: Vec<f64>,
    /// Its standard error.
    pub std_error: Vec<f64>,
    /// The interval of the mean of rows like it.
    pub confidence: Vec<(f64, f64)>,
    /// The interval of a single new row with a weight of one.
    pub prediction: Vec<(f64, f64)>,
}

impl Fit {
    /// What is expected of the rows of a design with the same columns, intervals at a level such as 0.95.
    pub fn predict(&self, new: &Design, covariance: &Covariance, level: f64) -> Result<Prediction> {
        let rank = self.rank();
        if let Some(&missing) = self.kept.iter().find(|&&at| at >= new.width()) {
            let name = self.names[missing].clone();
            return Err(Error::NoColumn { name, there: new.names() });
        }
        let (mut found, reach) = (Prediction::default(), StudentT(covariance.df).isf(0.5 * (1.0 - level)));
        for row in 0..new.n() {
            let figure = |&at: &usize| {
                let column = &new.columns[at];
                Dd::sum(column.values[row], column.low.as_ref().map_or(0.0, |low| low[row]))
            };
            let x: Vec<Dd> = self.kept.iter().map(figure).collect();
            let along: Dd = x.iter().zip(&self.solution.estimates).map(|(&x, &b)| x * b).sum();
            let offset = new.offset.as_ref().map_or(0.0, |offset| offset[row]);
            let fitted = (along + offset).value();
            let variance: Dd = (0..rank)
                .map(|i| {
                    let sum: Dd = (0..rank).map(|j| x[j] * covariance.matrix[i * rank + j]).sum();
                    x[i] * sum
                })
                .sum();
            // xᵀ V x cancels where x is far from nought; on T it does not, but only the classic covariance stands on T.
            let variance = if covariance.method == "classic" { self.on_basis(&x) } else { variance.value() };
            let error = variance.max(0.0).sqrt();
            let wide = (variance.max(0.0) + self.sigma * self.sigma).sqrt();
            found.fitted.push(fitted);
            found.std_error.push(error);
            found.confidence.push((fitted - reach * error, fitted + reach * error));
            found.prediction.push((fitted - reach * wide, fitted + reach * wide));
        }
        Ok(found)
    }

    /// σ² |Tᵀ x|².
    fn on_basis(&self, x: &[Dd]) -> f64 {
        let (rank, t) = (self.rank(), &self.solution.transform);
        let along = |j: usize| (0..rank).map(|i| t[i * rank + j] * x[i]).sum::<Dd>();
        self.sigma * self.sigma * (0..rank).map(|j| along(j).value().powi(2)).sum::<f64>()
    }
}
