//! What is known of each coefficient.

use super::Glm;
use crate::dist::{Normal, StudentT};
pub use crate::regress::Coefficient;

impl Glm {
    /// Whether tests are by the normal distribution; else by Student's with [`Glm::df`] degrees of freedom.
    pub fn is_z(&self) -> bool {
        self.family.known_dispersion()
    }

    /// The figure that a two-sided interval of a level reaches to, in standard errors.
    pub fn critical(&self, level: f64) -> f64 {
        let tail = 0.5 * (1.0 - level);
        if self.is_z() { Normal.isf(tail) } else { StudentT(self.df() as f64).isf(tail) }
    }

    /// The coefficients with their errors, tests and Wald's intervals of a level (0.95), by a covariance of the kept ones:
    /// [`Glm::covariance`] or [`Glm::robust`].
    pub fn coefficients_table(&self, covariance: &[Vec<f64>], level: f64) -> Vec<Coefficient> {
        let reach = self.critical(level);
        let row = |(column, term): (usize, &String)| {
            let place = self.kept.iter().position(|&kept| kept == column);
            let estimate = self.coefficients[column];
            let std_error = place.map_or(f64::NAN, |at| covariance[at][at].sqrt());
            let statistic = estimate / std_error;
            let p_value = match self.is_z() {
                _ if statistic.is_nan() => f64::NAN,
                true => Normal.two_sided(statistic),
                false => StudentT(self.df() as f64).two_sided(statistic),
            };
            Coefficient {
                term: term.clone(),
                estimate,
                std_error,
                statistic,
                p_value,
                conf_low: estimate - reach * std_error,
                conf_high: estimate + reach * std_error,
            }
        };
        self.names.iter().enumerate().map(row).collect()
    }
}
